"""Two costs, the threshold they imply, and what decisions cost."""

import numpy as np
import pytest

from lossviz.figures.classifier import confidences
from lossviz.figures.decision_costs import DecisionCostsScene, implied_threshold

PAIRS = [(1.0, 1.0), (5.0, 1.0), (1.0, 20.0), (20.0, 1.5), (7.5, 3.0)]


@pytest.fixture(scope="module")
def scene():
    return DecisionCostsScene()


@pytest.mark.parametrize(("miss", "alarm"), PAIRS)
def test_the_two_expected_costs_cross_at_the_implied_threshold(scene, miss, alarm):
    """There (1 − p) · c_fa = p · c_miss, and the drawn lines and the tinted triangle meet there."""
    p = implied_threshold(miss, alarm)
    assert (1 - p) * alarm == pytest.approx(p * miss)
    scene.update(miss=miss, alarm=alarm, threshold=0.5)
    act, wait = (np.interp(p, *line.get_data()) for line in (scene.act, scene.wait))
    assert act == pytest.approx(wait)
    assert scene.extra.get_xy()[2] == pytest.approx([p, act])


@pytest.mark.parametrize(("miss", "alarm"), PAIRS)
def test_what_is_paid_is_counted(scene, miss, alarm):
    """The total at any threshold is misses times their cost and false alarms times theirs, counted here one by one."""
    p, labels = confidences()
    totals = {}
    for t in np.arange(1, 100) / 100:
        totals[t] = sum(
            miss if y and q < t else alarm if not y and q >= t else 0 for q, y in zip(p, labels, strict=True)
        )
    scene.update(miss=miss, alarm=alarm, threshold=0.37)
    assert scene.paid == pytest.approx(totals[0.37])
    assert scene.total.get_ydata() * max(miss, alarm) == pytest.approx([*totals.values()])
    assert scene.lowest == pytest.approx(min(totals.values())) == pytest.approx(totals[scene.best])


@pytest.mark.parametrize(("miss", "alarm"), PAIRS)
def test_the_expected_cost_is_least_at_the_implied_threshold(scene, miss, alarm):
    """Judged by the probabilities themselves, no threshold beats the implied one."""
    scene.update(miss=miss, alarm=alarm, threshold=0.5)
    thresholds, expected = scene.promise.get_data()
    at_implied = expected[np.searchsorted(thresholds, implied_threshold(miss, alarm) - 1e-9)]
    assert at_implied == pytest.approx(expected.min())


def test_only_the_ratio_of_the_costs_matters(scene):
    """Both costs doubled: the same picture, and twice the bill."""
    drawn, paid = [], []
    for factor in (1, 2):
        scene.update(miss=6.0 * factor, alarm=2.5 * factor, threshold=0.4)
        drawn.append([*scene.act.get_ydata(), *scene.wait.get_ydata(), *scene.total.get_ydata(), scene.best])
        paid.append(scene.paid)
    assert drawn[0] == pytest.approx(drawn[1])
    assert paid[1] == 2 * paid[0]
