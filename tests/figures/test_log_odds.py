"""One logit: what probability, slope and odds have to do with each other."""

import numpy as np
import pytest

from lossviz.figures.log_odds import LogOddsScene
from lossviz.losses import sigmoid


@pytest.fixture(scope="module")
def scene():
    return LogOddsScene()


@pytest.mark.parametrize("logit", [-6.0, -1.3, 0.0, 0.4, 6.0])
def test_dots_stand_on_probability_slope_and_log_odds(scene, logit):
    """Left σ(z), in the middle the slope of σ by central differences, right log p/(1 − p), which is z itself."""
    scene.update(logit=logit)
    p, slope, height = (float(dot.get_ydata()[0]) for dot in scene.dots)
    h = 1e-5
    assert p == pytest.approx(1 / (1 + np.exp(-logit)))
    assert slope == pytest.approx((sigmoid(logit + h) - sigmoid(logit - h)) / (2 * h), rel=1e-6)
    assert height == pytest.approx(np.log(p / (1 - p)))
    (left, right), (below, above) = scene.tangent.get_data()
    assert (above - below) / (right - left) == pytest.approx(slope)


def test_one_more_logit_multiplies_the_odds_by_e(scene):
    """The hollow dots stand one to the right: odds e times as large, whatever p has become."""
    for logit in (-5.0, 0.0, 5.0):
        scene.update(logit=logit)
        p, p_next = (step.get_ydata()[place] for step, place in ((scene.steps[0], 0), (scene.steps[0], 2)))
        assert (p_next / (1 - p_next)) / (p / (1 - p)) == pytest.approx(np.e)
        assert scene.steps[1].get_ydata()[2] - scene.steps[1].get_ydata()[0] == 1


def test_ticks_of_the_odds_stand_at_their_logarithms(scene):
    """Odds of 10 : 1 stand at log 10, and 1 : 10 as far below 0."""
    ticks = {label.get_text(): label.get_position()[1] for label in scene.panels[2].get_yticklabels()}
    assert ticks["10 : 1"] == pytest.approx(np.log(10)) == -ticks["1 : 10"]
    assert ticks["1 : 1"] == 0
