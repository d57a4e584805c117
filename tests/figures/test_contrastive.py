"""The table of pictures and words: shares, pulls and the loss over the temperature."""

import numpy as np
import pytest

from lossviz import contrastive_similarity
from lossviz.figures.contrastive import TEMPERATURES, ContrastiveScene, mean_losses


@pytest.fixture(scope="module")
def scene():
    rng = np.random.default_rng(0)
    return ContrastiveScene(rng.uniform(-1, 1, (2, 3, 10, 10)), rng.random((3, 10, 64)))


def test_the_curve_is_the_loss_at_each_temperature(scene):
    """All temperatures at once give what the loss gives at each, from the least to the greatest."""
    s = scene.similarity[1, 2]
    each = [contrastive_similarity(s, temperature=t).mean() for t in TEMPERATURES]
    assert mean_losses(s) == pytest.approx(each, rel=1e-12)


def test_shares_sum_to_one_in_their_direction(scene):
    """Shares of the words sum to 1 for each picture, those of the pictures for each word."""
    scene.update(temperature=0.1, epoch=1, chosen=1, view="rows")
    assert np.asarray(scene.shown.get_array()).sum(axis=1) == pytest.approx(1)
    scene.update(temperature=0.1, epoch=1, chosen=1, view="columns")
    assert np.asarray(scene.shown.get_array()).sum(axis=0) == pytest.approx(1)


def test_pulls_are_downhill_and_cancel(scene):
    """The pulls are minus the slope of the mean loss, by a difference; those up and those down balance."""
    scene.update(temperature=0.3, epoch=0, chosen=2, view="pulls")
    s = scene.similarity[0, 1]
    step = np.zeros((10, 10))
    step[3, 7] = 1e-6
    difference = [contrastive_similarity(s + sign * step, temperature=0.3).mean() for sign in (1, -1)]
    assert scene.pull[3, 7] == pytest.approx(-(difference[0] - difference[1]) / 2e-6, rel=1e-6)
    assert scene.pull.sum() == pytest.approx(0, abs=1e-12)
    assert (np.diagonal(scene.pull) > 0).all()


def test_a_cold_loss_pushes_at_few_wrong_pairs(scene):
    """The lower the temperature, the larger the part of the strongest push; when it is hot each has a ninetieth."""
    parts = []
    for temperature in (0.01, 0.1, 3.0):
        scene.update(temperature=temperature, epoch=0, chosen=1, view="pulls")
        pushed = -scene.pull[~np.eye(10, dtype=bool)]
        parts.append(pushed.max() / pushed.sum())
    assert parts[0] > parts[1] > 3 * parts[2]
    assert parts[2] == pytest.approx(1 / 90, rel=1)


def test_a_perfect_table_is_found_out(scene):
    """Where each picture is most like its own word, ten of ten find their partner, in the words as well."""
    perfect = ContrastiveScene(np.eye(10)[None, None], np.zeros((1, 10, 64)))
    perfect.update(temperature=0.1, epoch=0, chosen=1, view="rows")
    assert "10 of 10 pictures find their word, 10 of 10 words" in perfect.readout()
    assert perfect.cost == pytest.approx(np.log1p(9 * np.exp(-10)))
