"""The line with a learned noise level, against the conditions that every maximum of its likelihood meets."""

import numpy as np
import pytest

from lossviz.fitting import least_squares
from lossviz.fitting.line import Line
from lossviz.fitting.noise import NoiseFit, fit_noise

SEEDS = range(20)


def spreading(seed, n=40):
    """Points around a line whose noise grows, shrinks or stays, with x far from 0 by turns."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(0, 10, n) + (0.0, 1960.0)[seed % 2]
    growth = (0.3, -0.2, 0.0)[seed % 3]
    return x, 1 + 2 * x + np.exp(growth * (x - x.mean()) / 2) * rng.normal(size=n)


def moved(fit, intercept=0.0, slope=0.0, level=0.0, growth=0.0):
    """The fit with its line, as seen from the middle of the data, and its noise level moved a little."""
    tilt = fit.line.slope + slope
    line = Line(fit.line(fit.middle) + intercept - tilt * fit.middle, tilt)
    return NoiseFit(line, fit.level + level, fit.growth + growth, fit.middle)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ["intercept", "slope", "level", "growth"])
def test_every_derivative_of_the_cost_vanishes(seed, name):
    """At the fit the mean Gaussian NLL is flat in all four numbers, by central differences."""
    x, y = spreading(seed)
    fit = fit_noise(x, y)
    step = 1e-4
    above, below = (moved(fit, **{name: side}).cost(x, y) for side in (step, -step))
    assert (above - below) / (2 * step) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_nearby_is_more_likely(seed):
    """No random change of the four numbers, small or large, costs less."""
    x, y = spreading(seed)
    fit = fit_noise(x, y)
    rng = np.random.default_rng(seed)
    least = fit.cost(x, y)
    for size in (1e-3, 0.1, 1.0):
        for change in size * rng.normal(size=(30, 4)):
            other = moved(fit, *change)
            assert other.cost(x, y) >= least


def test_a_large_sample_gives_back_what_made_it():
    """From 20,000 points line and noise level come back within four standard errors."""
    rng = np.random.default_rng(0)
    x = rng.uniform(0, 10, 20_000)
    y = 1 + 0.8 * x + np.exp((0.4 + 0.3 * (x - 5)) / 2) * rng.normal(size=x.size)
    fit = fit_noise(x, y)
    design = np.stack([np.ones_like(x), x])
    line_error = np.sqrt(np.diag(np.linalg.inv(design / fit.variance(x) @ design.T)))
    noise_error = np.sqrt(np.diag(np.linalg.inv(design @ design.T / 2)))
    np.testing.assert_array_less(np.abs([fit.line.intercept - 1, fit.line.slope - 0.8]), 4 * line_error)
    level = fit.level - fit.growth * fit.middle  # the log variance at x = 0
    np.testing.assert_array_less(np.abs([level - (0.4 - 0.3 * 5), fit.growth - 0.3]), 4 * noise_error)


def test_even_noise_is_what_least_squares_says():
    """With errors of ±1 at every x the growth is 0, the variance 1, and the line that of least squares."""
    x = np.repeat(np.arange(6.0), 2)
    y = 3 - 2 * x + np.tile([1.0, -1.0], 6)
    fit = fit_noise(x, y)
    straight = least_squares(x, y)
    assert (fit.growth, fit.level) == pytest.approx((0, 0), abs=1e-9)
    assert (fit.line.intercept, fit.line.slope) == pytest.approx((straight.intercept, straight.slope))


@pytest.mark.parametrize("seed", SEEDS)
def test_units_and_origin_change_nothing_else(seed):
    """x in other units from another origin and y in other units give the same fit, said in them."""
    x, y = spreading(seed)
    fit, other = fit_noise(x, y), fit_noise(x / 1000 - 7, 1e6 * y)
    assert other.growth == pytest.approx(1000 * fit.growth, rel=1e-6)
    assert other.level == pytest.approx(fit.level + 2 * np.log(1e6), abs=1e-8)
    np.testing.assert_allclose(other.line(x / 1000 - 7), 1e6 * fit.line(x), rtol=1e-8)


def test_a_growing_noise_costs_less_than_the_best_constant_one():
    """On data whose noise grows, the fit costs less than least squares with its own variance."""
    x, y = spreading(0)
    variance = np.mean(least_squares(x, y).errors(x, y) ** 2)
    assert fit_noise(x, y).cost(x, y) < (np.log(variance) + 1) / 2 - 0.05


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        ([0, 1, 2, 3, 4], [1, 3, 5, 7, 9], "lie on a line"),
        ([0, 1, 2, 3], [0, 0, 0, 0], "lie on a line"),
        ([0.1, 0.2, 0.3, 0.4, 0.7], [0.3, 0.6, 0.9, 1.2, 2.1], "lie on a line"),
        ([0, 1, 2, 3], [7, 9, 8, 5], "no maximum"),
        ([1, 1, 1], [0, 1, 2], "every x is 1"),
        ([0, 1, 2], [0, 1], "equal length"),
        ([0, 1, 2], [0, 1, float("nan")], "nan"),
    ],
)
def test_what_cannot_be_fitted_is_said(x, y, words):
    """Points on a line, too few points off one, equal x and bad numbers are a `ValueError` that says so."""
    with pytest.raises(ValueError, match=words):
        fit_noise(x, y)
