"""Surprise in nats and coins: what the explorer draws."""

import numpy as np
import pytest

from lossviz.figures.surprise import SurpriseScene


@pytest.fixture(scope="module")
def scene():
    return SurpriseScene()


@pytest.mark.parametrize(("p", "coins"), [(1.0, 0), (0.5, 1), (0.25, 2), (0.125, 3), (0.13, 2), (0.01, 6)])
def test_a_coin_is_filled_for_each_whole_toss(scene, p, coins):
    """p = 1/8 is worth three tosses, exactly; a probability a little larger fills two coins."""
    scene.update(probability=p)
    assert len(scene.pile.get_xdata()) == coins
    assert scene.tosses == pytest.approx(-np.log2(p))


def test_the_two_dots_mirror_each_other(scene):
    """The upper dot stands at −log p, the lower one at log p."""
    scene.update(probability=0.2)
    assert scene.mirror.get_ydata() == pytest.approx([-np.log(0.2), np.log(0.2)])
    assert scene.slope == pytest.approx(-5)


def test_certainty_is_worth_no_toss(scene):
    """At p = 1 the surprise is 0, and the readout says so in words."""
    scene.update(probability=1.0)
    assert scene.surprise == 0
    assert "it was certain" in scene.readout()
