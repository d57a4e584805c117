"""The dragged point and the three lines: what they are known to do."""

import pytest

from lossviz.figures.outlier import OutlierScene
from lossviz.fitting import huber_line, least_absolute, least_squares
from lossviz.losses import absolute_error, huber, squared_error


@pytest.fixture(scope="module")
def scene():
    return OutlierScene()


def slopes(scene, **values):
    scene.update(**{"shift_x": 0.0, "shift_y": 0.0, "delta": 0.5} | values)
    return [scene.fits[loss].slope for loss in (squared_error, absolute_error, huber)]


def test_a_point_dragged_up_takes_the_squares_along_and_no_other(scene):
    """30 up in y: the slope of 2 turns negative under MSE, and stays within 0.15 under MAE and Huber."""
    assert slopes(scene) == pytest.approx([2.1] * 3, abs=0.1)
    squares, absolute, hubers = slopes(scene, shift_y=30.0)
    assert squares < 0
    assert [absolute, hubers] == pytest.approx([scene.clean] * 2, abs=0.15)


def test_a_point_dragged_to_the_right_takes_every_line_along(scene):
    """20 right in x: all three slopes are negative, so MAE and Huber do not resist leverage."""
    assert max(slopes(scene, shift_x=20.0)) < -0.1


@pytest.mark.parametrize("values", [(0.0, 3.0, 0.7), (12.3, 0.0, 0.5), (-10.0, 20.0, 5.0), (30.0, 7.5, 0.1)])
def test_lines_and_curves_are_the_fits_of_the_moved_data(scene, values):
    """What is drawn is fitted to the data with the point where the diamond is."""
    shift_y, shift_x, delta = values
    scene.update(shift_y=shift_y, shift_x=shift_x, delta=delta)
    x, y = scene.x.copy(), scene.y.copy()
    x[0], y[0] = x[0] + shift_x, y[0] + shift_y
    assert [*scene.point.get_xydata()[0]] == [x[0], y[0]]
    fits = {squared_error: least_squares(x, y), absolute_error: least_absolute(x, y), huber: huber_line(x, y, delta)}
    for loss, line in fits.items():
        assert scene.lines[loss].get_ydata() == pytest.approx(line(scene.lines[loss].get_xdata()))
        shifts, drawn = scene.curves[loss].get_data()
        assert drawn[list(shifts).index(shift_y)] == pytest.approx(line.slope)
        y[0] = scene.y[0] + shifts[5]
        again = {squared_error: least_squares, absolute_error: least_absolute}.get(
            loss, lambda a, b: huber_line(a, b, delta)
        )
        assert drawn[5] == pytest.approx(again(x, y).slope)
        y[0] = scene.y[0] + shift_y


def test_the_answer_does_not_depend_on_the_way_there(scene):
    """Slopes kept from earlier steps never stand for other sliders."""
    for shift_y, shift_x, delta in [(5.0, 0.0, 0.3), (5.0, 0.0, 2.0), (5.0, 4.0, 2.0), (9.0, 4.0, 2.0)]:
        values = {"shift_y": shift_y, "shift_x": shift_x, "delta": delta}
        scene.update(**values)
        fresh = OutlierScene()
        fresh.update(**values)
        for loss in scene.curves:
            assert scene.curves[loss].get_ydata() == pytest.approx(fresh.curves[loss].get_ydata())
        assert scene.readout() == fresh.readout()


def test_a_point_that_is_not_there_is_told():
    """`moving` counts from 0 to the number of points less one."""
    for moving in (8, -1, 1.5):
        with pytest.raises(ValueError, match="moving must be the number of a point, 0 to 7"):
            OutlierScene(moving=moving)
