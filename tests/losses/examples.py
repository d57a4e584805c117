"""Inputs for any loss, made from what it says of its arguments, so that no test lists losses again."""

import numpy as np

from lossviz.losses import prepare
from lossviz.losses.domains import Choices, NonZero
from lossviz.losses.facts import Switch, Table, Tunable

CLASSES = 4


def arrays(loss, seed=0, count=24, spread=2.0):
    """Targets and predictions well inside their domains: `count` examples, in the order of the loss's arguments."""
    random = np.random.default_rng(seed)
    takes_labels = loss._prepare is prepare.labels
    shape = {
        prepare.elementwise: (count,),
        prepare.square: (CLASSES, CLASSES),
    }.get(loss._prepare, (count, CLASSES))
    targets = [
        random.integers(0, CLASSES, count) if takes_labels else _inside(domain, random, shape, spread)
        for domain in loss.targets.values()
    ]
    return [*targets, *(_inside(domain, random, shape, spread) for domain in loss.predictions.values())]


def _inside(domain, random, shape, spread):
    if isinstance(domain, Choices):
        return random.choice(domain.values, shape)
    if domain.sums_to_one:
        rows = random.uniform(0.1, 1.0, shape)
        return rows / rows.sum(axis=-1, keepdims=True)
    if np.isfinite(domain.high):
        return domain.low + (domain.high - domain.low) * random.uniform(0.05, 0.95, shape)
    if np.isfinite(domain.low):
        return domain.low + random.uniform(0.2, 2 * spread, shape)
    numbers = random.normal(0, spread, shape)
    return np.copysign(np.abs(numbers) + 0.2, numbers) if isinstance(domain, NonZero) else numbers


def extremes(loss):
    """Predictions, equal in number for each argument, that go to the ends of the domains and close to them."""
    near_zero = 10.0 ** np.array([-300.0, -100, -20, -12, -6, -3])
    columns = []
    for domain in loss.predictions.values():
        low, high = domain.low, domain.high
        far = 10.0 ** np.array([1.0, 2, 3, 6, 50, 140])
        below = -far if np.isinf(low) else np.maximum(low + near_zero, np.nextafter(low, np.inf))
        above = far if np.isinf(high) else np.minimum(high - near_zero, np.nextafter(high, -np.inf))
        columns.append(np.concatenate([below, -near_zero if np.isinf(low) else below, near_zero + max(low, 0), above]))
    return columns


def settings(loss):
    """Keywords to call the loss with: its defaults, then each tunable at the ends of its slider or switched over."""
    yield {}
    for name, fact in loss.tunables.items():
        if isinstance(fact, Tunable):
            yield from ({name: end} for end in fact.slider)
        elif isinstance(fact, Switch):
            yield {name: not fact.default}
        elif isinstance(fact, Table):
            random = np.random.default_rng(1)
            yield {name: random.uniform(0.5, 2.0, (CLASSES,) * fact.dimensions)}


def parts(loss, given):
    """The arrays as (targets, predictions)."""
    return given[: len(loss.targets)], given[len(loss.targets) :]


def gradients(loss, *given, **tunables):
    """The gradient as a list with one array for each prediction."""
    result = loss.gradient(*given, **tunables)
    return list(result) if isinstance(result, tuple) else [result]


def result_shape(loss, predictions):
    """The shape a loss of these predictions must have."""
    return predictions[0].shape if loss.elementwise else predictions[0].shape[:-1]
