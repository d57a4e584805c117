"""Descent over the loss surface: where it ends, where it breaks and what is drawn of it."""

import numpy as np
import pytest

from lossviz.figures.loss_surface import STEPS, LossSurfaceScene
from lossviz.fitting import Line, cost
from lossviz.losses import absolute_error, huber, squared_error


@pytest.fixture(scope="module")
def scene():
    return LossSurfaceScene()


def away(scene, loss):
    line = scene.lowest[loss]
    return np.hypot(*(scene.places[loss] - (line.intercept, line.slope)))


def test_squares_settle_below_the_critical_rate_and_run_away_above(scene):
    """Descent on the mean squared error converges up to 1 over the mean square of x, and no farther."""
    critical = 1 / np.mean(scene.x**2)
    assert critical > 0
    scene.update(step=STEPS, rate=0.9 * critical)
    assert away(scene, squared_error) < 1e-3
    scene.update(step=STEPS, rate=1.1 * critical)
    assert away(scene, squared_error) > 100


def test_absolute_errors_chatter_and_hubers_settle(scene):
    """At a rate of 0.4 the Huber path ends at its lowest place, and the absolute one keeps hopping around its own."""
    places = []
    for step in range(STEPS - 10, STEPS + 1):
        scene.update(step=step, rate=0.4)
        places.append(scene.places[absolute_error])
        hops = away(scene, absolute_error)
        assert 1e-3 < hops < 1.0
    assert np.abs(np.diff(places, axis=0)).max() > 0.01
    assert away(scene, huber) < 1e-3


def test_a_rate_between_the_slider_s_gives_a_path_of_its_own(scene):
    """The path of any rate starts at the start and follows the gradient, whether or not it was computed beforehand."""
    for rate in (0.3, 0.3001):
        scene.update(step=1, rate=rate)
        for loss in scene.places:
            h = 1e-6
            slopes = [
                (
                    cost(loss, Line(*(scene.start + move)), scene.x, scene.y)
                    - cost(loss, Line(*(scene.start - move)), scene.x, scene.y)
                )
                / (2 * h)
                for move in h * np.eye(2)
            ]
            assert scene.places[loss] == pytest.approx(scene.start - rate * np.array(slopes), abs=1e-6)


def test_what_is_drawn_stays_near_however_far_the_path_goes(scene):
    """At rates up to 1e9 the drawing holds finite numbers of a few panels' size, and the words say how far it went."""
    for rate in (1.0, 50.0, 1e9):
        scene.update(step=STEPS, rate=rate)
        drawn = scene.paths[squared_error].get_xydata()
        assert np.abs(drawn - scene.middle).max() <= 30 * scene.unit
        assert not scene.dots[squared_error].get_xydata().size
        assert "1e300" not in scene.overlay("far")
        assert len(scene.overlay("far")) < 20_000
    assert "has flown off" in scene.readout()


def test_the_marks_are_the_lowest_places(scene):
    """Nothing on a fine grid around a mark costs less."""
    for loss, line in scene.lowest.items():
        for angle in np.linspace(0, 2 * np.pi, 32):
            near = Line(line.intercept + 0.01 * np.cos(angle), line.slope + 0.01 * np.sin(angle))
            assert cost(loss, near, scene.x, scene.y) >= scene.least[loss]


def test_points_on_a_line_can_be_drawn():
    """Without any noise there are still contours, a start and a path."""
    scene = LossSurfaceScene([0.0, 1.0, 2.0], [1.0, 1.0, 1.0])
    scene.update(step=3, rate=0.1)
    assert scene.overlay("still")
