"""The best constant of a loss: the one prediction for all targets."""

import numpy as np

from ..losses import arguments

_PLACES = 401
_WIDER = 8  # how often the search may double its reach
_HALVINGS = 80


def best_constant(loss, y, **tunables):
    """The one prediction that has the least mean loss over all targets.

    The loss's own formula (`loss.best_constant.of`) where it has one. Otherwise a search: the mean loss at some 400
    places across the targets and at the targets themselves, wider as long as the best is at an end, then bisection on
    the sign of the slope between the neighbours of the best. Of several valleys the deepest on that grid is taken.

    Parameters
    ----------
    loss : Loss
        An element-wise loss with one prediction.
    y : array_like
        The targets.
    **tunables
        Of the loss.

    Returns
    -------
    float

    Raises
    ------
    TypeError
        If the loss is not element-wise in one prediction, or has no such tunable.
    ValueError
        If there are no targets, or one of them or a tunable is not what the loss takes.

    Examples
    --------
    >>> from lossviz import huber
    >>> y = [1.0, 2.0, 3.0, 4.0, 100.0]
    >>> best_constant(huber, y, delta=1.0), best_constant(huber, y, delta=1000.0)
    (3.0, 22.0)
    """
    if not loss.elementwise or len(loss.targets) != 1 or len(loss.predictions) != 1:
        raise TypeError(f"{loss.name} does not have one prediction for each target, so no best constant")
    unknown = [name for name in tunables if name not in loss.tunables]
    if unknown:
        raise TypeError(f"{loss.name} has no tunable {unknown[0]!r}; it has {', '.join(loss.tunables) or 'none'}")
    tunables = {name: fact.check(name, tunables.get(name, fact.default)) for name, fact in loss.tunables.items()}
    targets = arguments.as_array("y", y).astype(float).ravel()
    arguments.finite("y", targets)
    (wanted,), (domain,) = loss.targets.values(), loss.predictions.values()
    wanted.check("y", targets)
    if loss.best_constant.of is not None:
        return float(loss.best_constant.of(targets, **tunables))
    return _search(loss, targets, domain, tunables)


def _search(loss, targets, domain, tunables):
    low, high = targets.min(), targets.max()
    spread = (high - low) or max(1.0, abs(low))
    for _ in range(_WIDER):
        places = _inside(domain, low, high, targets)
        costs = _costs(loss, targets, places, tunables)
        best = int(np.argmin(costs))
        if 0 < best < len(places) - 1:
            break
        # Margin losses and skewed ones have their best constant beyond the targets.
        low, high, spread = low - spread, high + spread, 2 * spread
    left, right = places[max(best - 1, 0)], places[min(best + 1, len(places) - 1)]
    return _bisect(loss, targets, left, places[best], right, tunables)


def _inside(domain, low, high, targets):
    places = np.unique(np.concatenate([np.linspace(low, high, _PLACES), targets]))
    inside = places[domain.holds(places)]
    ends = [end for end in (domain.low, domain.high) if np.isfinite(end) and low <= end <= high]
    if ends and len(inside):
        # An open end is approached, for the best constant may lie between it and the next place.
        gap = (high - low) / _PLACES
        near = np.concatenate([end + gap * np.geomspace(1e-6, 1, 7) * (1 if end == domain.low else -1) for end in ends])
        inside = np.unique(np.concatenate([inside, near[domain.holds(near)]]))
    return inside


def _costs(loss, targets, places, tunables):
    y_true, y_pred = np.broadcast_arrays(targets, places[:, None])
    costs = loss(y_true, y_pred, **tunables).mean(axis=1)
    return np.where(np.isnan(costs), np.inf, costs)  # a learner's own loss may be undefined at an end, as 0 · log 0 is


def _bisect(loss, targets, left, best, right, tunables):
    def slope(place):
        return loss.gradient(targets, np.full_like(targets, place), **tunables).sum()

    if not slope(left) < 0 < slope(right):
        return float(best)
    for _ in range(_HALVINGS):
        middle = left + (right - left) / 2
        s = slope(middle)
        if s == 0 or middle in (left, right):
            return float(middle)
        left, right = (middle, right) if s < 0 else (left, middle)
    return float(left + (right - left) / 2)
