"""The scan over δ: its ends, its rule of thumb and its counts."""

import numpy as np
import pytest

from lossviz.figures.delta_scan import DeltaScanScene
from lossviz.fitting import huber_line, least_absolute, least_squares


@pytest.fixture(scope="module")
def scene():
    return DeltaScanScene()


def left_out(x, y, fit):
    """The median error on each point left out, written out plainly."""
    errors = []
    for i in range(len(x)):
        others = np.arange(len(x)) != i
        errors.append(abs(fit(x[others], y[others])(x[i]) - y[i]))
    return np.median(errors)


def test_the_scan_ends_at_the_two_limits(scene):
    """At the largest δ the error is that of MSE, and at the smallest nearly that of MAE."""
    mse, mae = left_out(scene.x, scene.y, least_squares), left_out(scene.x, scene.y, least_absolute)
    assert scene.limits == pytest.approx([mse, mae])
    assert scene.left_out[-1] == pytest.approx(mse)
    assert scene.left_out[0] == pytest.approx(mae, rel=0.1)


def test_the_cursor_stands_on_the_scan(scene):
    """At a position of the slider, the number shown is the median error of fits without each point."""
    scene.update(log_delta=0.3)
    assert scene.error == pytest.approx(left_out(scene.x, scene.y, lambda x, y: huber_line(x, y, 10**0.3)))
    assert scene.dot.get_xydata()[0] == pytest.approx([10**0.3, scene.error])


def test_hollow_points_are_those_outside_the_band(scene):
    """A point is hollow where its error exceeds δ, and the band is the line ± δ."""
    for log_delta in (-1.0, 0.0, 1.0):
        scene.update(log_delta=log_delta)
        delta = 10**log_delta
        line = huber_line(scene.x, scene.y, delta)
        hollow = np.abs(line.errors(scene.x, scene.y)) > delta
        assert scene.outside.get_xdata().tolist() == scene.x[hollow].tolist()
        (x0, low), (_, high) = scene.band.get_xy()[0], scene.band.get_xy()[3]
        assert [low, high] == pytest.approx([line(x0) - delta, line(x0) + delta])
        assert f"{hollow.sum()} of 24 points outside" in scene.readout()


def test_the_rule_of_thumb_comes_close_to_the_best_of_the_scan(scene):
    """On the sample, 1.345 times the noise scale costs at most a tenth more than the best δ, and MSE twice as much."""
    at_rule = np.interp(np.log10(scene.rule), np.log10(scene.deltas), scene.left_out)
    assert at_rule < 1.1 * scene.left_out.min()
    assert scene.limits[0] > 2 * at_rule


def test_every_fit_is_counted(scene):
    """The price of the scan is a fit for each position and each point left out."""
    assert scene.fits == len(scene.deltas) * len(scene.x)
    scene.update(log_delta=0.0)
    assert f"the scan took {scene.fits} fits" in scene.readout()


def test_points_without_noise_still_have_a_range():
    """Points on a line leave no noise to measure, and the slider still has a range."""
    x = np.arange(6.0)
    scene = DeltaScanScene(x, 2 * x)
    assert scene.reach[0] < np.log10(scene.rule) < scene.reach[1]
    scene.update(log_delta=0.0)
    assert scene.fit.slope == pytest.approx(2)
