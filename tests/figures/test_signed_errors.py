"""Signed errors cancel, sizes do not."""

import pytest

from lossviz.figures.signed_errors import SignedErrorsScene
from lossviz.fitting import least_squares


@pytest.fixture(scope="module")
def scene():
    return SignedErrorsScene()


def test_any_line_through_the_means_nets_nothing(scene):
    """The mean of e is 0 at every slope; raised by 1 it is 1 at every slope."""
    assert scene.means(scene.grid, 0.0)[0] == pytest.approx(0.0, abs=1e-12)
    assert scene.means(scene.grid, 1.0)[0] == pytest.approx(1.0)


def test_the_least_square_is_at_the_fitted_slope(scene):
    """Among lines through the means, that of least squares has the least mean of e²."""
    best = least_squares(scene.x, scene.y).slope
    _, _, (at_best, *others) = scene.means([best, best - 0.1, best + 0.1], 0.0)
    assert at_best < min(others)


def test_what_is_above_is_told_from_what_is_below(scene):
    """With slope 0 the errors of both signs add up to the same size."""
    scene.update(slope=0.0, raised=0.0)
    assert "e: +16.50 − 16.50, mean 0.00" in scene.readout()
    assert scene.above.get_xdata()[0] == scene.x[0]
    assert scene.below.get_xdata()[-2] == scene.x[-1]
