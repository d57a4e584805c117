"""Expected losses of stated probabilities: which statement pays."""

import numpy as np
import pytest

from lossviz.figures.proper_scoring import ProperScoringScene, best_statements, expected_loss
from lossviz.losses import absolute_error, binary_crossentropy, kl_divergence, squared_error

STATED = np.arange(1, 100) / 100


@pytest.mark.parametrize("truth", [0.04, 0.3, 0.5, 0.66, 0.96])
def test_log_loss_and_brier_are_least_at_the_truth(truth):
    """Among all percentages the true one has the least expected log loss and Brier score."""
    for loss in (binary_crossentropy, squared_error):
        assert STATED[np.argmin(expected_loss(loss, truth, STATED))] == pytest.approx(truth)
        assert best_statements(loss, truth) == [truth]


@pytest.mark.parametrize(("truth", "best"), [(0.04, 0.0), (0.48, 0.0), (0.52, 1.0), (0.96, 1.0)])
def test_absolute_error_is_least_at_an_end(truth, best):
    """A statement of 0 or 1 costs less than any percentage between, however small the lead."""
    assert best_statements(absolute_error, truth) == [best]
    assert expected_loss(absolute_error, truth, best) < expected_loss(absolute_error, truth, STATED).min()


def test_absolute_error_does_not_care_at_one_half():
    """Where the truth is ½, every statement costs ½, and no best one is marked."""
    assert expected_loss(absolute_error, 0.5, STATED) == pytest.approx(np.full(99, 0.5))
    scene = ProperScoringScene()
    scene.update(truth=0.5, stated=0.9)
    assert scene.least[2].get_xdata() == [] and "the same everywhere" in scene.describe()


def test_what_dishonesty_costs():
    """Above the honest loss lie KL(π‖p) for log loss and (p − π)² for the Brier score."""
    scene = ProperScoringScene()
    for truth, stated in [(0.7, 0.9), (0.2, 0.04), (0.96, 0.03)]:
        scene.update(truth=truth, stated=stated)
        extra = {loss: scene.now[loss] - scene.honest[loss] for loss in scene.now}
        divergence = kl_divergence([truth, 1 - truth], [stated, 1 - stated])
        assert extra[binary_crossentropy] == pytest.approx(float(divergence))
        assert extra[squared_error] == pytest.approx((stated - truth) ** 2)
