"""The line of the least Huber loss."""

import numpy as np

from ..losses.domains import POSITIVE
from ..losses.facts import Tunable
from .line import centred, points, uncentred

_DELTA = Tunable(1.0, "the error where the square becomes a line", "δ", POSITIVE)
_SINGULAR = 1e-10  # points this close together in x, for their number, count as one
_SLIGHT = 1e-6  # how little the points outside weigh where they must join in
_MOST_STEPS = 200  # a dozen is usual


def huber_line(x, y, delta, *, start=None):
    """The line with the least mean Huber loss.

    Newton's method with active sets: the cost is a square in the two numbers of the line as long as no point changes
    between inside and outside ±δ, so each step solves that square, then goes along its direction to the exact lowest
    place, and it ends after finitely many steps. Where fewer than two different x lie inside, the points outside join
    in with the weights of iteratively reweighted least squares.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The points.
    delta : float, greater than 0
        δ, in the unit of y: where the square becomes a line.
    start : Line, optional
        Where to start: the least-squares line unless given. A line fitted to nearly the same points saves steps.

    Returns
    -------
    Line

    Raises
    ------
    ValueError
        If the lengths differ, a number is NaN or infinite, all x are equal, or δ ≤ 0.

    Notes
    -----
    At the answer the gradient of the cost is 0 up to rounding: Σψ(e) = 0 and Σψ(e)·x = 0, with ψ(e) = e clipped to ±δ.
    From δ above the largest error on, it is the least-squares line; towards δ = 0 it becomes a line of least absolute
    errors. Where δ is so small that several lines are equally good, it is one of them.

    Examples
    --------
    >>> line = huber_line([0, 1, 2, 3, 4, 5], [1.0, 3.0, 5.0, 7.0, 9.0, 31.0], delta=1.0)
    >>> round(line.intercept, 3), round(line.slope, 3)
    (0.6, 2.3)
    """
    x, y = points(x, y)
    delta = _DELTA.check("delta", delta)
    u, middle, reach = centred(x)
    if start is None:
        level, tilt = y.mean(), u @ (y - y.mean()) / (u @ u)
    else:
        level, tilt = start.intercept + start.slope * middle, start.slope * reach
    errors = level + tilt * u - y
    for _ in range(_MOST_STEPS):
        pull = _pull(errors, delta)
        down = -pull.sum(), -(pull @ u)
        rounding = 4 * len(u) * np.finfo(float).eps * (abs(level) + abs(tilt) + np.abs(y).max())
        if max(map(abs, down)) <= rounding:
            break
        step = _direction(u, errors, delta, down)
        length = _lowest(errors, step[0] + step[1] * u, delta)
        level, tilt = level + length * step[0], tilt + length * step[1]
        errors = level + tilt * u - y
    else:
        raise ArithmeticError(f"no line with a vanishing gradient was found in {_MOST_STEPS} steps at delta {delta:g}")
    return uncentred(level, tilt, middle, reach)


def _pull(errors, delta):
    return np.minimum(np.maximum(errors, -delta), delta)  # np.clip takes five times as long on few points


def _direction(u, errors, delta, down):
    """Newton's step from the points inside ±δ; where those fix no line, the others decide what they leave open."""
    size = np.abs(errors)
    inside = (size <= delta).astype(float)
    total, middle, spread = _spread(u, inside)
    if spread <= _SINGULAR * total:
        total, middle, spread = _spread(u, inside + _SLIGHT * delta / np.maximum(size, delta))
    tilt = (down[1] - middle * down[0]) / spread
    return down[0] / total - middle * tilt, tilt


def _spread(u, weights):
    """The sum of the weights, the weighted mean of u and the weighted squares around it."""
    total = weights.sum()
    middle = weights @ u / total if total else 0.0
    return total, middle, weights @ (u - middle) ** 2


def _lowest(errors, change, delta):
    """How far to go along errors + t · change until the cost stops falling: the root of its piecewise linear slope."""

    def slope(t):
        return _pull(errors + t * change, delta) @ change

    full = errors + change
    outside = np.abs(errors) > delta
    if np.array_equal(outside, np.abs(full) > delta) and (errors * full > 0)[outside].all():
        return 1.0  # no point changes sides, so the square that Newton solved holds all the way
    moves = change != 0
    e, c = errors[moves], change[moves]
    ends = np.sort(np.concatenate([(delta - e) / c, (-delta - e) / c]))
    ends = np.concatenate([[0.0], ends[ends > 0]])
    low, high = 0, len(ends) - 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if slope(ends[middle]) < 0 else (low, middle)
    left, right = slope(ends[low]), slope(ends[high])
    return ends[low] + (ends[high] - ends[low]) * left / (left - right) if left < right else ends[high]
