"""Accuracy under flipped labels: what is trained, what is shown."""

import numpy as np
import pytest

from lossviz.figures.label_noise import POWERS, SEEDS, SHARES, LabelNoiseScene


@pytest.fixture(scope="module")
def scene():
    return LabelNoiseScene()


def test_without_flips_the_seeds_agree(scene):
    """With no label flipped every seed trains the same model, and nothing wrong can be taken over."""
    assert scene.accuracy.shape == (len(POWERS), len(SHARES), SEEDS)
    assert np.ptp(scene.accuracy[:, 0], axis=1) == pytest.approx(0)
    assert not scene.learned[:, 0].any()


def test_flips_cost_accuracy_and_less_of_it_under_a_bounded_loss(scene):
    """On the sample 30 percent of wrong labels cost cross-entropy more accuracy than the loss with q = 0.75."""
    at = int(np.argmin(np.abs(SHARES - 0.3)))
    plain, bounded = scene.accuracy[0].mean(axis=1), scene.accuracy[3].mean(axis=1)
    assert plain[at] < plain[0] - 10
    assert plain[at] + 5 < bounded[at] < bounded[0]
    assert scene.learned[3, at].mean() < scene.learned[0, at].mean()


def test_lines_dots_and_words_tell_one_story(scene):
    """Both panels cross at the sliders: the dot on the left line is the dot on the right line."""
    scene.update(share=40.0, q=0.5)
    (x, y), (u, v) = scene.dots[0].get_offsets()[1], scene.dots[1].get_offsets()[1]
    assert (x, u) == (40.0, 0.5) and y == v
    assert y == pytest.approx(np.interp(40.0, *scene.lines[0].get_data()))
    assert v == pytest.approx(np.interp(0.5, *scene.lines[1].get_data()))
    assert f"generalised: {y:.0f} % right" in scene.readout()
