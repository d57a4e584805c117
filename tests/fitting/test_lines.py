"""Fitted lines against independent answers: polyfit, brute force, and the conditions every best line meets."""

import numpy as np
import pytest

from lossviz.fitting import Line, huber_line, least_absolute, least_squares

SEEDS = range(60)


def cloud(seed):
    """Points around a line, with ties in x or wild values in y, by turns."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(3, 25))
    x = (rng.normal(size=n), np.arange(n) % 5.0, rng.integers(0, 4, n) + 1960.0)[seed % 3]
    x[0] = x[1] + 1
    noise = (rng.normal(size=n), rng.integers(-3, 4, n), 10 * rng.standard_cauchy(n), np.zeros(n))[seed % 4]
    return x, 1.0 + 2.0 * x + noise


def absolute_cost(line, x, y):
    return np.abs(line.errors(x, y)).sum()


def huber_cost(line, x, y, delta):
    size = np.abs(line.errors(x, y))
    return np.where(size <= delta, size**2 / 2, delta * (size - delta / 2)).sum()


def close(one, other, x, tolerance=1e-9):
    """Whether two lines predict the same at the points, up to rounding."""
    size = 1 + np.abs(one(x)).max()
    return np.abs(one(x) - other(x)).max() <= tolerance * size


@pytest.mark.parametrize("seed", SEEDS)
def test_least_squares_is_what_polyfit_finds(seed):
    """The closed form agrees with NumPy's polynomial of degree 1."""
    x, y = cloud(seed)
    slope, level = np.polyfit(x - x.mean(), y, 1)
    line = least_squares(x, y)
    assert line.slope == pytest.approx(slope, rel=1e-9, abs=1e-9)
    assert line(x.mean()) == pytest.approx(level, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_line_through_two_points_has_less_absolute_error(seed):
    """Brute force over all pairs of points finds no lower cost than `least_absolute`."""
    x, y = cloud(seed)
    line = least_absolute(x, y)
    pairs = [(i, j) for i in range(len(x)) for j in range(i) if x[i] != x[j]]
    slopes = [(y[i] - y[j]) / (x[i] - x[j]) for i, j in pairs]
    costs = [np.abs(y[j] + s * (x - x[j]) - y).sum() for s, (_, j) in zip(slopes, pairs, strict=True)]
    assert absolute_cost(line, x, y) <= min(costs) * (1 + 1e-9) + 1e-9


@pytest.mark.parametrize("seed", SEEDS)
def test_a_nudged_line_has_no_less_absolute_error(seed):
    """Nothing around the answer is better, in 64 directions and three distances."""
    x, y = cloud(seed)
    line, middle = least_absolute(x, y), x.mean()
    best = absolute_cost(line, x, y)
    for angle in np.linspace(0, 2 * np.pi, 64, endpoint=False):
        for size in (1e-4, 1e-2, 1.0):
            slope = line.slope + size * np.sin(angle)
            nudged = Line(line(middle) + size * np.cos(angle) - slope * middle, slope)
            assert absolute_cost(nudged, x, y) >= best - 1e-9 * (1 + best)


def test_equally_good_lines_are_told_apart_by_their_squares():
    """Of the lines 1 + 2x and 7x − 4, both with absolute errors of 10 in all, the one of fewer squares is returned."""
    x, y = [0, 1, 2, 3], [1.0, 3.0, 5.0, 17.0]
    assert absolute_cost(Line(1.0, 2.0), np.array(x), y) == absolute_cost(Line(-4.0, 7.0), np.array(x), y)
    assert least_absolute(x, y) == Line(-4.0, 7.0)
    assert least_absolute(x[::-1], y[::-1]) == Line(-4.0, 7.0)


def test_of_lines_that_tie_in_every_way_the_order_of_the_points_decides_nothing():
    """The corners of a square admit many best lines; every order of the corners gives the same one."""
    rng = np.random.default_rng(0)
    corners = np.array([(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)])
    lines = {least_absolute(*rng.permutation(corners).T) for _ in range(20)}
    assert len(lines) == 1


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("delta", [1e-6, 0.01, 0.3, 1.345, 20.0])
def test_the_gradient_of_the_huber_cost_vanishes(seed, delta):
    """At the Huber line the clipped errors and their moments sum to 0, to 1e-9 of the numbers involved."""
    x, y = cloud(seed)
    line = huber_line(x, y, delta)
    pull = np.clip(line.errors(x, y), -delta, delta)
    size = 1e-9 * (1 + np.abs(y).max())
    assert abs(pull.mean()) <= size
    assert abs((pull * (x - x.mean())).mean()) <= size * np.abs(x - x.mean()).max()


@pytest.mark.parametrize("seed", SEEDS)
def test_huber_is_least_squares_where_every_error_is_inside(seed):
    """With δ above the largest error, and for δ → ∞, the two lines are one."""
    x, y = cloud(seed)
    squares = least_squares(x, y)
    inside = np.abs(squares.errors(x, y)).max() + 1e-6
    assert close(huber_line(x, y, inside), squares, x)
    assert close(huber_line(x, y, 1e12), squares, x)


@pytest.mark.parametrize("seed", SEEDS)
def test_huber_is_least_absolute_for_a_tiny_delta(seed):
    """As δ → 0 the Huber line's absolute errors come down to the least there are."""
    x, y = cloud(seed)
    least = absolute_cost(least_absolute(x, y), x, y)
    assert absolute_cost(huber_line(x, y, 1e-8), x, y) <= least + 1e-6


@pytest.mark.parametrize("seed", SEEDS)
def test_the_start_does_not_change_the_huber_cost(seed):
    """From any start the same cost is reached: the cost has one valley."""
    x, y = cloud(seed)
    rng = np.random.default_rng(seed)
    best = huber_cost(huber_line(x, y, 0.5), x, y, 0.5)
    for slope in (-50.0, 0.0, 50.0):
        start = Line(rng.normal(), slope)
        assert huber_cost(huber_line(x, y, 0.5, start=start), x, y, 0.5) == pytest.approx(best, rel=1e-9, abs=1e-9)


def test_few_points_inside_do_not_stop_the_huber_fit():
    """Points for which plain reweighted least squares is still far from the answer after 200 steps."""
    x = np.array([3.5, 1.0, -0.4, -0.3, -0.2, -0.3, -0.5, 0.1, 0.5])
    y = np.array([7.2, 1.7, -0.4, 0.1, -0.4, -0.5, -2.9, 0.9, 2.1])
    least = absolute_cost(least_absolute(x, y), x, y)
    assert absolute_cost(huber_line(x, y, 0.001), x, y) == pytest.approx(least, abs=0.01)


FITS = {
    "least_squares": lambda x, y, unit: least_squares(x, y),
    "least_absolute": lambda x, y, unit: least_absolute(x, y),
    "huber_line": lambda x, y, unit: huber_line(x, y, 1.345 * unit),
}


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
@pytest.mark.parametrize("seed", SEEDS)
def test_lines_follow_a_change_of_units(fit, seed):
    """Other units, another zero, or an added line change the answer in the same way as the data."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=15)
    y = 1 + 2 * x + rng.standard_t(2, size=15)
    line = fit(x, y, 1.0)
    scaled = fit(10 * x + 1960, -1000 * y, 1000.0)
    assert close(Line(-1000 * line.intercept, -1000 * line.slope), Line(scaled(1960.0), 10 * scaled.slope), x)
    tilted = fit(x, y + 5 - 3 * x, 1.0)
    assert close(Line(line.intercept + 5, line.slope - 3), tilted, x)
    order = rng.permutation(15)
    assert close(fit(x[order], y[order], 1.0), line, x)


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
def test_two_points_determine_the_line(fit):
    """Through two points every method draws the line that joins them."""
    assert close(fit([1, 3], [5.0, 1.0], 1.0), Line(7.0, -2.0), np.array([1.0, 3.0]))


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
def test_far_and_large_numbers_do_not_overflow(fit):
    """Points as far out as 1e200, whose squares overflow, still get the line through them."""
    x = 1e200 * np.array([1.0, 2.0, 3.0])
    assert fit(x, 2 * x, 1e200).slope == pytest.approx(2.0)


@pytest.mark.parametrize("fit", FITS.values(), ids=FITS)
@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        ([1, 2, 3], [1, 2], r"x has shape \(3,\) and y \(2,\): give two lists of equal length"),
        ([[1], [2]], [[1], [2]], "give two lists of equal length"),
        ([1, 2], 3.0, "give two lists of equal length"),
        ([2, 2, 2], [1, 2, 3], "every x is 2: a line needs points at two different x"),
        ([1], [1], "every x is 1"),
        ([1, np.nan], [1, 2], "x holds nan or infinity"),
        ([1, 2], [1, np.inf], "y holds nan or infinity"),
        ([], [], "x is empty"),
    ],
)
def test_points_that_fix_no_line_are_told(fit, x, y, said):
    """What is wrong with the points is a `ValueError` that names it."""
    with pytest.raises(ValueError, match=said):
        fit(x, y, 1.0)


@pytest.mark.parametrize("delta", [0, -1.0, np.nan, np.inf])
def test_a_delta_that_is_no_size_is_told(delta):
    """δ must be finite and greater than 0."""
    with pytest.raises(ValueError, match="delta must be"):
        huber_line([1, 2], [1.0, 2.0], delta)
