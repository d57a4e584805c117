"""Lines of least pinball loss: optimal among all lines through two points, and the shares that lie below them."""

import itertools

import numpy as np
import pytest

from lossviz.fitting import Line, least_absolute, quantile_lines
from lossviz.losses import pinball

RNG = np.random.default_rng(5)
X = RNG.uniform(0, 10, 40).round(1)
Y = (3 + 2 * X + RNG.gamma(2.0, 2.0, 40)).round(1)
QUANTILES = [0.05, 0.25, 0.5, 0.8, 0.95]


def cost(line, quantile):
    return pinball(Y, line(X), quantile=quantile).sum()


def through_two_points():
    for i, j in itertools.combinations(range(len(X)), 2):
        if X[i] != X[j]:
            slope = (Y[j] - Y[i]) / (X[j] - X[i])
            yield Line(Y[i] - slope * X[i], slope)


@pytest.mark.parametrize("quantile", QUANTILES)
def test_no_line_through_two_points_is_cheaper(quantile):
    """A best line passes through two points, so the search over all pairs cannot find a better one."""
    (line,) = quantile_lines(X, Y, [quantile])
    assert cost(line, quantile) == pytest.approx(min(cost(each, quantile) for each in through_two_points()))


def test_the_median_line_is_the_line_of_least_absolute_error():
    """At τ = ½ the pinball loss is half the absolute error."""
    (line,), other = quantile_lines(X, Y, [0.5]), least_absolute(X, Y)
    assert [line.slope, line.intercept] == pytest.approx([other.slope, other.intercept])


@pytest.mark.parametrize("quantile", QUANTILES)
def test_a_share_tau_lies_below(quantile):
    """At most a share τ lies strictly below the line, and at least τ on or below it."""
    (line,) = quantile_lines(X, Y, [quantile])
    errors = line.errors(X, Y)
    assert (errors > 1e-9).mean() <= quantile <= (errors > -1e-9).mean()


def test_years_and_equal_inputs_cost_no_digits():
    """Inputs far from 0, some of them equal, give the shifted line."""
    (far,) = quantile_lines(X + 2000, Y, [0.8])
    (near,) = quantile_lines(X, Y, [0.8])
    assert far(X + 2000) == pytest.approx(near(X))


@pytest.mark.parametrize("quantile", [0.0, 1.0, -0.1])
def test_a_quantile_outside_is_told(quantile):
    """0 and 1 are no quantiles of the pinball loss."""
    with pytest.raises(ValueError, match="quantile"):
        quantile_lines(X, Y, [quantile])
