"""Shift and temperature: what softmax sees of them."""

import numpy as np
import pytest

from lossviz.figures.temperature import LOGITS, TemperatureScene, entropy


@pytest.fixture(scope="module")
def scene():
    return TemperatureScene()


def test_a_shift_changes_no_probability(scene):
    """Every shift gives the bars of no shift."""
    scene.update(temperature=0.7, shift=0.0)
    before = scene.p
    for shift in (-8.0, 0.2, 8.0):
        scene.update(temperature=0.7, shift=shift)
        assert scene.p == pytest.approx(before, abs=1e-14)
        assert scene.logits.get_offsets()[:, 1] == pytest.approx(np.add(LOGITS, shift))


@pytest.mark.parametrize("temperature", [0.05, 1.0, 10.0])
def test_bars_and_dots_are_the_probabilities(scene, temperature):
    """Both panels show exp(z/T) / Σ exp(z/T), written out here."""
    scene.update(temperature=temperature, shift=3.0)
    p = np.exp(np.divide(LOGITS, temperature))
    p /= p.sum()
    assert [segment[1][1] for segment in scene.bars.get_segments()] == pytest.approx(p)
    assert scene.dots.get_offsets().tolist() == [[temperature, pytest.approx(share)] for share in p]


def test_cold_takes_all_and_hot_shares(scene):
    """The entropy grows from 0 to nearly log C with the temperature, and the order of the classes stays."""
    entropies = []
    for temperature in (0.05, 0.5, 1.0, 3.0, 10.0):
        scene.update(temperature=temperature, shift=0.0)
        entropies.append(scene.entropy)
        assert (np.diff(scene.p) <= 0).all()
    assert entropies == sorted(entropies)
    assert entropies[0] == pytest.approx(0, abs=1e-6)
    assert np.log(4) - 0.01 < entropies[-1] < np.log(4)


def test_entropy_of_even_shares_is_the_logarithm_of_their_number():
    """log C nats for C equal shares, 0 for certainty."""
    assert entropy(np.full(7, 1 / 7)) == pytest.approx(np.log(7))
    assert entropy([1.0, 0.0]) == 0


def test_logits_that_cannot_be_drawn_are_told():
    """A table, a single logit or seven of them: the error names what is wanted."""
    for wrong in ([[1.0, 2.0]], [1.0], np.zeros(7)):
        with pytest.raises(ValueError, match="logits must be a row of 2 to 6 numbers"):
            TemperatureScene(wrong)
