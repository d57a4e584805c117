"""Descent on a parabola: the learning rate at which it turns into ascent."""

import numpy as np
import pytest

from lossviz.figures.gradient_descent import GradientDescentScene


@pytest.fixture(scope="module")
def scene():
    return GradientDescentScene()


def cost_after(scene, rate, steps):
    scene.update(rate=rate, step=steps, start=0.0)
    return scene.now


@pytest.mark.parametrize("steps", [1, 5, 25])
def test_the_critical_rate_separates(scene, steps):
    """A little below the critical rate the cost falls, a little above it rises, at it nothing is gained."""
    before = cost_after(scene, scene.critical, 0)
    assert cost_after(scene, 0.98 * scene.critical, steps) < before
    assert cost_after(scene, 1.02 * scene.critical, steps) > before
    assert cost_after(scene, scene.critical, steps) == pytest.approx(before)


def test_half_the_critical_rate_arrives_in_one_step(scene):
    """On a parabola, half the critical rate goes to the lowest place at once."""
    assert cost_after(scene, scene.critical / 2, 1) == pytest.approx(scene.least)
    assert scene.weight == pytest.approx(scene.best)


def test_the_slope_is_that_of_the_cost(scene):
    """The slope of an update is the difference quotient of the curve that is drawn."""
    step = 1e-6
    for weight in (-0.5, scene.best, 4.0):
        quotient = (scene.cost(weight + step) - scene.cost(weight - step)) / (2 * step)
        assert scene.slope(weight) == pytest.approx(quotient, abs=1e-6)


def test_a_path_that_flies_off_is_drawn_as_far_as_it_can_be(scene):
    """At twice the critical rate the readout says where descent is, and the drawing holds no huge number."""
    scene.update(rate=2 * scene.critical, step=25, start=0.0)
    assert abs(scene.weight) > 1e10
    assert max(np.abs(path.get_xydata()[:, 0]).max() for path in scene.paths) < 100
    assert len(scene.dots[0].get_xdata()) == 0
