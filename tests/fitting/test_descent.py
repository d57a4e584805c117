"""Costs of a line, gradient descent and the noise scale."""

import numpy as np
import pytest

from lossviz.fitting import Line, cost, cost_gradient, descend, huber_line, median_absolute_deviation
from lossviz.losses import huber

RNG = np.random.default_rng(7)
X = RNG.normal(size=20)
Y = 1 + 2 * X + RNG.standard_t(2, size=20)


def test_the_cost_gradient_is_the_slope_of_the_cost():
    """Central differences of the cost in intercept and slope agree with `cost_gradient`."""
    line, h = Line(0.3, 1.1), 1e-5
    across = [
        cost(huber, Line(0.3 + h, 1.1), X, Y) - cost(huber, Line(0.3 - h, 1.1), X, Y),
        cost(huber, Line(0.3, 1.1 + h), X, Y) - cost(huber, Line(0.3, 1.1 - h), X, Y),
    ]
    assert cost_gradient(huber, line, X, Y) == pytest.approx(np.array(across) / (2 * h), rel=1e-6)


def test_tunables_reach_the_loss():
    """With δ above every error the Huber cost is half the mean square."""
    line = Line(0.3, 1.1)
    assert cost(huber, line, X, Y, delta=1e6) == pytest.approx((line.errors(X, Y) ** 2).mean() / 2)
    assert cost(huber, line, X, Y, delta=0.1) < cost(huber, line, X, Y, delta=1.0)


def test_descent_ends_at_the_fitted_line():
    """Gradient descent on the Huber cost and the Newton fit find the same line."""
    path = descend(lambda p: cost_gradient(huber, Line(*p), X, Y), (0.0, 0.0), rate=0.5, steps=2000)
    fitted = huber_line(X, Y, 1.0)
    assert path[-1] == pytest.approx([fitted.intercept, fitted.slope], abs=1e-9)
    assert len(path) == 2001


def test_descent_takes_the_steps_it_says():
    """Each place is the one before less rate times gradient: on p² with rate 0.25 the place halves."""
    path = descend(lambda p: 2 * p, [8.0, -4.0], rate=0.25, steps=3)
    assert path.tolist() == [[8, -4], [4, -2], [2, -1], [1, -0.5]]


def test_a_path_that_runs_away_says_so_without_a_warning():
    """At rate 1e200 the place leaves float64's range, and no number stands there from then on."""
    path = descend(lambda p: 2 * p, [1.0], rate=1e200, steps=5)
    assert np.isfinite(path[:2]).all()
    assert not np.isfinite(path[2:]).any()


def test_many_rates_at_once_are_many_descents():
    """A column of rates with a row of places for each gives the paths that each rate gives alone."""
    rates = np.array([0.1, 0.25, 3.0])
    together = descend(lambda p: 2 * p, np.full((3, 2), [8.0, -4.0]), rates[:, None], 4)
    for place, rate in enumerate(rates):
        assert together[:, place].tolist() == descend(lambda p: 2 * p, [8.0, -4.0], rate, 4).tolist()


def test_steps_and_rates_that_make_no_sense_are_told():
    """A rate of 0 and a negative number of steps are a `ValueError`."""
    for rate, steps, said in ((0, 1, "rate must be"), (np.nan, 1, "rate must be"), (0.1, -1, "steps must be")):
        with pytest.raises(ValueError, match=said):
            descend(lambda p: p, [1.0], rate=rate, steps=steps)


def test_the_noise_scale_is_the_standard_deviation_of_gaussian_noise():
    """On the quantiles of a Gaussian of width 3 it is 3, and two fifths of wild values hardly change it."""
    uniform = (np.arange(4001) + 0.5) / 4001
    edges = np.linspace(-8, 8, 160001)
    density = np.exp(-(edges**2) / 2)
    gaussian = 3 * np.interp(uniform, np.cumsum(density) / density.sum(), edges)
    assert median_absolute_deviation(gaussian) == pytest.approx(3.0, rel=2e-3)
    assert median_absolute_deviation([*gaussian[::2], *[1e9] * 700, *[-1e9] * 700]) < 12
    assert median_absolute_deviation(gaussian + 50) == pytest.approx(median_absolute_deviation(gaussian))


def test_residuals_that_measure_nothing_are_told():
    """No residuals and NaN are a `ValueError`."""
    for residuals in ([], [1.0, np.nan]):
        with pytest.raises(ValueError, match="residuals"):
            median_absolute_deviation(residuals)
