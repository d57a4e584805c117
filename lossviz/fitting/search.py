"""The best constant and the best line of any loss, by looking: no convexity and no slope is needed.

A learner's own loss may be capped, lopsided or broken, so the mean loss is computed at many places at once, in a few
calls on long arrays, and then around the best of them ever more finely.
"""

import numpy as np

from .absolute import least_absolute
from .line import centred, points, uncentred
from .scale import median_absolute_deviation
from .squares import least_squares

_EQUAL = 1e-12  # costs closer than this share of their range are one cost
_FINER = 25  # places in each closer look at a constant
_LOOKS = 4
_NUMBERS = 40_000  # losses computed in the first look at lines
_MOST_LINES = 400
_APART = 0.2  # two points further apart than this share of half the x-range make a starting line
_STARTS, _TOGETHER = 3, 5  # so many starting lines are followed for so many turns, then the best alone
_TURNS = 60  # twenty are usual
_CLOSE = 1e-4  # how near to the best line, in units of the noise
_LATTICE = np.array(sorted(((a, b) for a in range(-2, 3) for b in range(-2, 3)), key=lambda p: p[0] ** 2 + p[1] ** 2))


class NoBest(ArithmeticError):
    """No place is better than the others; the message says why."""


def mean_losses(loss, y, predictions, **tunables):
    """The mean loss of each row of `predictions` for the targets `y`; where it is not a number, infinity.

    The loss is called once, with plain rows of numbers, however many rows of predictions there are.

    Examples
    --------
    >>> from lossviz import squared_error
    >>> mean_losses(squared_error, [1.0, 3.0], [[1.0, 1.0], [2.0, 2.0]])
    array([2., 1.])
    """
    predictions = np.asarray(predictions, dtype=float)
    losses = loss(np.tile(y, len(predictions)), predictions.ravel(), **tunables)
    with np.errstate(all="ignore"):  # a mean beyond the range of numbers is infinite, and says so
        costs = losses.reshape(predictions.shape).mean(axis=1)
    return np.where(np.isnan(costs), np.inf, costs)


def search_constant(loss, y, places, **tunables):
    """The best constant between the first and the last of `places`, and its cost.

    Of several valleys the deepest at those places is taken; on a flat floor, its middle.

    Raises
    ------
    NoBest
        If every place costs the same or infinitely much, or the cost still falls at an end.

    Examples
    --------
    >>> import numpy as np
    >>> from lossviz import squared_error
    >>> best, least = search_constant(squared_error, [1.0, 3.0], np.linspace(0, 5, 18))
    >>> round(best, 3), round(least, 3)
    (2.0, 1.0)
    """
    y = np.asarray(y, dtype=float)

    def look(at):
        return mean_losses(loss, y, np.broadcast_to(at[:, None], (at.size, y.size)), **tunables)

    places = np.asarray(places, dtype=float)
    costs = look(places)
    _check_there_is_a_best(costs, places)
    for _ in range(_LOOKS):
        left, right = _floor(costs)
        if left < right:
            break
        places = np.linspace(places[max(left - 1, 0)], places[min(left + 1, places.size - 1)], _FINER)
        costs = look(places)
    left, right = _floor(costs)
    return float((places[left] + places[right]) / 2), float(costs.min())


def _check_there_is_a_best(costs, places):
    _check_some_are_finite(costs, "constant")
    finite = costs[np.isfinite(costs)]
    if np.ptp(finite) <= _EQUAL * np.abs(finite).max() and finite.size == costs.size:
        raise NoBest("every constant costs the same")
    left, right = _floor(costs)
    if left == 0 or right == costs.size - 1:
        end = places[0] if left == 0 else places[-1]
        raise NoBest(f"there is no best constant, for the cost still falls at c = {end:.4g}, beyond the data")


def _check_some_are_finite(costs, what):
    if (costs == -np.inf).any():
        raise NoBest(f"there is no best {what}, for the cost falls to minus infinity")
    if not np.isfinite(costs).any():
        raise NoBest(f"the cost of every {what} is infinite or not a number")


def _floor(costs):
    """The first and the last of the neighbouring places that have the least cost."""
    lowest = _levelled(costs) == costs.min()
    first = int(np.argmax(lowest))
    ends = np.flatnonzero(~lowest[first:])
    return first, (first + int(ends[0]) if ends.size else costs.size) - 1


def _levelled(costs):
    """The costs of each row with those that differ from the least by no more than rounding set equal to it."""
    low = costs.min(axis=-1, keepdims=True)
    return np.where(costs <= low + _EQUAL * np.abs(low), low, costs)


class LineSearch:
    """A search for the line of least mean loss through points (x, y); called with a loss, it gives line and cost.

    It starts from lines through two points, for one of these runs along any group of points that a loss may prefer,
    from a lattice of lines, and from those of least squares and least absolute errors. Around the best three it looks
    closer and closer. Meant for up to some hundred points.

    Examples
    --------
    >>> from lossviz import squared_error
    >>> line, cost = LineSearch([0, 1, 2, 3], [1.0, 3.0, 5.0, 17.0])(squared_error)
    >>> round(line.slope, 2), round(line.intercept, 2)
    (5.0, -1.0)
    """

    def __init__(self, x, y):
        x, self.y = points(x, y)
        self.u, self.middle, self.reach = centred(x)
        fitted = least_absolute(x, self.y), least_squares(x, self.y)
        noise = median_absolute_deviation(fitted[0].errors(x, self.y)) or 0.02 * np.ptp(self.y) or 1.0
        self.unit = np.array([noise, noise / np.sqrt(np.mean(self.u**2))])
        known = [(line.intercept + line.slope * self.middle, line.slope * self.reach) for line in fitted]
        self.starts = np.concatenate([known, self._lattice(known[0]), self._through_two(len(x))])

    def _lattice(self, centre):
        return np.array(centre) + 3 * self.unit * _LATTICE

    def _through_two(self, count):
        """Lines through two points, all of them or as many as there is time for, the same ones each time."""
        first, second = np.triu_indices(count, k=1)
        far = np.abs(self.u[second] - self.u[first]) > _APART
        first, second = first[far], second[far]
        most = min(_MOST_LINES, _NUMBERS // count)
        if first.size > most:
            some = np.random.default_rng(0).choice(first.size, most, replace=False)
            first, second = first[some], second[some]
        tilts = (self.y[second] - self.y[first]) / (self.u[second] - self.u[first])
        return np.stack([self.y[first] - tilts * self.u[first], tilts], axis=1)

    def __call__(self, loss, **tunables):
        def look(lines):
            return mean_losses(loss, self.y, lines[:, :1] + lines[:, 1:] * self.u, **tunables)

        costs = look(self.starts)
        _check_some_are_finite(costs, "line")
        order = np.argsort(_levelled(costs), kind="stable")[:_STARTS]  # of equal ones the known lines come first
        best, least = self.starts[order], costs[order]
        size = np.full(len(best), 0.5)  # half of the lattice's spacing, in units of the noise
        for turn in range(_TURNS):
            if turn == _TOGETHER:
                keep = [int(np.argmin(_levelled(least)))]
                best, least, size = best[keep], least[keep], size[keep]
            lines = best[:, None, :] + size[:, None, None] * self.unit * _LATTICE
            costs = look(lines.reshape(-1, 2)).reshape(len(best), -1)
            place = _levelled(costs).argmin(
                axis=1
            )  # of equal ones the nearest, for the lattice goes from its centre outwards
            rows = np.arange(len(best))
            best, least = lines[rows, place], costs[rows, place]
            inside = np.abs(_LATTICE[place]).max(axis=1) < 2
            size = np.where(inside, size / 2, size)
            if turn >= _TOGETHER and size.max() < _CLOSE:
                break
        winner = int(np.argmin(_levelled(least)))
        return uncentred(*best[winner], self.middle, self.reach), float(least[winner])
