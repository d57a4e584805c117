"""The search for best constant and line agrees with the exact methods, and needs no convexity."""

import numpy as np
import pytest

from lossviz import absolute_error, huber, loss, pinball, squared_error
from lossviz.figures.samples import around_a_line, with_wild_values
from lossviz.fitting import best_constant, cost, huber_line, least_absolute, least_squares
from lossviz.fitting.search import LineSearch, NoBest, search_constant


@loss
def capped(y_true, y_pred, *, cap=4.0):
    return np.minimum((y_pred - y_true) ** 2, cap)


X, Y = with_wild_values()
PLACES = np.unique([*np.linspace(Y.min() - 5, Y.max() + 5, 121), *Y])


@pytest.mark.parametrize(
    ("of", "exact", "tunables"),
    [
        (squared_error, least_squares, {}),
        (absolute_error, least_absolute, {}),
        (huber, lambda x, y: huber_line(x, y, 2.0), {"delta": 2.0}),
    ],
)
@pytest.mark.parametrize("points", [(X, Y), around_a_line()])
def test_lines_are_those_of_the_exact_methods(of, exact, tunables, points):
    """The cost of the found line is the least one to six digits."""
    line, found = LineSearch(*points)(of, **tunables)
    least = cost(of, exact(*points), *points, **tunables)
    assert found == pytest.approx(least, rel=1e-6)
    assert found == pytest.approx(cost(of, line, *points, **tunables))


@pytest.mark.parametrize(
    ("of", "tunables"),
    [(squared_error, {}), (absolute_error, {}), (huber, {"delta": 3.0}), (pinball, {"quantile": 0.9})],
)
def test_constants_are_those_of_the_exact_methods(of, tunables):
    """Mean, median (the middle of a flat floor), Huber's and the quantile are found to four digits."""
    found, least = search_constant(of, Y, PLACES, **tunables)
    exact = best_constant(of, Y, **tunables)
    assert found == pytest.approx(exact, abs=1e-3)
    assert least == pytest.approx(float(of(Y, np.full_like(Y, exact), **tunables).mean()), rel=1e-6)


def test_a_capped_square_finds_the_line_below_its_wild_values():
    """Where a loss has many valleys the deepest is found: the line of the ordinary points, cap paid for the others."""
    ordinary = least_absolute(X, Y).errors(X, Y) > -6
    assert ordinary.sum() == 19
    line, found = LineSearch(X, Y)(capped, cap=9.0)
    right = least_squares(X[ordinary], Y[ordinary])
    assert (line.slope, line.intercept) == pytest.approx((right.slope, right.intercept), abs=0.02)
    assert found <= cost(capped, right, X, Y, cap=9.0) * (1 + 1e-6)


def test_the_deepest_of_two_valleys_is_taken():
    """Three targets near 0 and two near 10: a capped square prefers the three."""
    found, _ = search_constant(capped, [0.0, 0.1, -0.1, 10.0, 10.1], np.linspace(-2, 12, 141), cap=1.0)
    assert found == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda y_true, y_pred: y_pred - y_true, "still falls at c = -"),
        (lambda y_true, y_pred: 0 * y_pred, "every constant costs the same"),
        (lambda y_true, y_pred: np.log(np.abs(y_pred - y_true)), "falls to minus infinity"),
        (lambda y_true, y_pred: np.full_like(y_pred, np.nan), "infinite or not a number"),
    ],
)
def test_where_there_is_no_best_constant_the_reason_is_told(function, words):
    """A cost that falls for ever, never changes or is no number has no best place."""
    with pytest.raises(NoBest, match=words):
        search_constant(loss(function), Y, PLACES)


def test_a_line_that_a_third_of_the_points_share_is_found():
    """A capped square with a small cap picks out a group on one line, far from the lines of all points together."""
    rng = np.random.default_rng(4)
    x = np.linspace(0, 10, 30)
    y = rng.uniform(0, 200, 30)
    y[::3] = 150 - 12 * x[::3]
    line, _ = LineSearch(x, y)(capped, cap=1.0)
    assert (line.intercept, line.slope) == pytest.approx((150, -12), abs=0.1)
    assert abs(least_absolute(x, y).slope + 12) > 3
