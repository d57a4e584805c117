"""A line and the noise around it, both learned: the Gaussian likelihood with a variance that grows along x."""

from dataclasses import dataclass

import numpy as np

from ..losses import gaussian_nll
from .line import Line, centred, points, uncentred

_SMALL = 1e-10  # a gradient of the mean loss that counts as 0: it has no unit, for errors stand over their deviation
_MOST_STEPS = 5000  # twenty are usual; with few points the turns close in slowly
_MOST_HALVINGS = 40
_ROUNDING = 1e-13
_NO_NOISE = 1e-12  # errors as small as this beside y are rounding


@dataclass(frozen=True)
class NoiseFit:
    """A mean line with a noise level: y varies around `line(x)` with variance exp(level + growth · (x − middle)).

    Parameters
    ----------
    line : Line
        The mean ŷ at x.
    level : float
        a, the logarithm of the variance at `middle`.
    growth : float
        b, how much the logarithm of the variance grows when x grows by 1.
    middle : float
        The mean of the x that were fitted.
    """

    line: Line
    level: float
    growth: float
    middle: float

    def variance(self, x):
        """The variance σ² at x."""
        return np.exp(self.level + self.growth * (np.asarray(x, dtype=float) - self.middle))

    def cost(self, x, y):
        """The mean Gaussian negative log-likelihood at points (x, y), without the constant ½ log 2π."""
        return float(gaussian_nll(y, self.line(x), variance=self.variance(x)).mean())


def fit_noise(x, y):
    """The line and the noise level of greatest Gaussian likelihood, with a log variance that is a line in x too.

    Fisher scoring: in turn the line of weighted least squares for the variance at hand, and a step of the log
    variance, which is a least-squares line through e²/σ² − 1; the step is halved until the likelihood grows. Mean and
    variance do not mix in the Fisher information, which is why turns suffice.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The points; fewer than about ten rarely tell how noise grows.

    Returns
    -------
    NoiseFit

    Raises
    ------
    ValueError
        If the lengths differ, a number is NaN or infinite, all x are equal, the points lie on a line, or so few lie
        off one that the likelihood grows without bound.

    Notes
    -----
    At the answer every derivative of the mean loss vanishes: Σ e/σ² = 0, Σ e·x/σ² = 0, Σ (1 − e²/σ²) = 0 and
    Σ (1 − e²/σ²)·x = 0.

    Examples
    --------
    >>> fit = fit_noise([0, 0, 1, 1, 2, 2], [1.0, -1.0, 2.0, -2.0, 4.0, -4.0])
    >>> fit.variance([0, 1, 2]).round(3)
    array([ 1.,  4., 16.])
    """
    x, y = points(x, y)
    u, middle, reach = centred(x)
    fitted = _weighted(u, y, np.ones_like(u))
    errors = fitted[0] + fitted[1] * u - y
    rounding = 2 * np.log(_NO_NOISE * np.abs(y).max()) if y.any() else np.inf
    if not errors.any() or np.log(np.mean(errors**2)) <= rounding:
        raise ValueError("the points lie on a line: there is no noise to learn")
    log_variance = np.array([np.log(np.mean(errors**2)), 0.0])
    design = np.stack([np.ones_like(u), u])
    information = design @ design.T
    for _ in range(_MOST_STEPS):
        along = log_variance @ design
        if along.min() <= rounding:
            break
        weights = np.exp(-along)
        fitted = _weighted(u, y, weights)
        squares = (fitted[0] + fitted[1] * u - y) ** 2
        uphill = design @ (squares * weights - 1)
        if np.abs(uphill).max() <= _SMALL * u.size:
            growth = float(log_variance[1] / reach)
            return NoiseFit(uncentred(*fitted, middle, reach), float(log_variance[0]), growth, float(middle))
        log_variance = _step(log_variance, np.linalg.solve(information, uphill), design, squares)
    raise ValueError(
        f"the likelihood of these {u.size} points has no maximum that could be found: too few lie off one line"
    )


def _weighted(u, y, weights):
    """Level and tilt of the line of weighted least squares."""
    share = weights / weights.sum()
    centre, level = share @ u, share @ y
    away = u - centre
    tilt = share @ (away * (y - level)) / (share @ away**2)
    return level - tilt * centre, tilt


def _step(log_variance, step, design, squares):
    """The log variance moved along `step`, as far as that makes the points more likely."""

    def cost(moved):
        line = moved @ design
        with np.errstate(over="ignore"):  # a step so long is refused
            return np.mean(line + squares * np.exp(-line))

    before = cost(log_variance)
    for _ in range(_MOST_HALVINGS):
        if cost(log_variance + step) <= before + _ROUNDING * max(1.0, abs(before)):
            break
        step = step / 2
    return log_variance + step
