"""Scores of which only the order counts."""

import numpy as np
import pytest

from lossviz.figures.ranking import RankingScene


@pytest.fixture(scope="module")
def scene():
    return RankingScene()


def cost(a, b, c):
    return np.mean([np.log1p(np.exp(worse - better)) for better, worse in ((a, b), (a, c), (b, c))])


def test_cost_and_slopes_are_those_of_the_three_pairs(scene):
    """The mean loss is that of the pairs written out, and the slopes are its central differences."""
    scene.update(a=-0.5, b=1.0, c=0.5, added=0.0)
    assert scene.cost == pytest.approx(cost(-0.5, 1.0, 0.5))
    here = np.array([-0.5, 1.0, 0.5])
    slope = [(cost(*(here + step)) - cost(*(here - step))) / 2e-6 for step in 1e-6 * np.eye(3)]
    assert scene.slopes == pytest.approx(slope, abs=1e-8)
    assert scene.wrong == 2


def test_a_number_added_to_all_changes_no_loss(scene):
    """Only differences count: loss and slopes stay, and the slopes sum to 0."""
    scene.update(a=0.3, b=-1.0, c=2.0, added=0.0)
    before, slopes = scene.cost, scene.slopes
    scene.update(a=0.3, b=-1.0, c=2.0, added=2.9)
    assert scene.cost == pytest.approx(before)
    assert scene.slopes == pytest.approx(slopes)
    assert scene.slopes.sum() == pytest.approx(0)


def test_equal_scores_cost_log_2(scene):
    """Without an opinion each pair costs log 2, and every pair counts as not yet in order."""
    scene.update(a=0.7, b=0.7, c=0.7, added=-0.1)
    assert scene.cost == pytest.approx(np.log(2))
    assert scene.wrong == 3
