"""Training loss falls with the degree, validation loss turns."""

import numpy as np
import pytest

from lossviz.figures.overfitting import POINTS, OverfittingScene


@pytest.fixture(scope="module")
def scene():
    return OverfittingScene()


@pytest.mark.parametrize("count", range(POINTS[0], POINTS[1] + 1, 4))
def test_one_falls_and_the_other_turns(scene, count):
    """At any number of points, training loss never rises, and the least validation loss lies inside the range."""
    _, training, validation = scene.fits(count)
    assert (np.diff(training) <= 1e-12).all()
    assert 3 <= np.argmin(validation) <= 10
    assert validation[-1] > 1.2 * validation.min()
    assert training[-1] < validation[-1] / 2


def test_more_points_overfit_less(scene):
    """At degree 14 the held-out loss of 16 points is a hundred times that of 32 points."""
    assert scene.fits(16)[2][14] > 100 * scene.fits(32)[2][14]


def test_the_curve_passes_through_the_points_that_it_can_hold(scene):
    """A polynomial of degree 14 misses 16 points by next to nothing."""
    scene.update(degree=14, count=16)
    assert scene.losses[0][14] < 0.01
    assert len(scene.points.get_xdata()) == 16
