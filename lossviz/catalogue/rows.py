"""What a card says of a loss: labels and lines of plain text, all from the facts of the loss."""

import itertools
import re

from ..losses import prepare
from ..losses.facts import Switch, Table
from ..losses.tasks import TASKS

_PROPERTIES = {"convex": "convex", "smooth": "smooth", "bounded": "bounded", "slope_bounded": "bounded slope"}
_NAMELESS = "no name for it is known here"
_ANSWERS = {True: "yes", False: "no", None: "not stated"}


def rows(loss):
    """Every fact as (label, lines), in the order of a card; a fact that a loss of your own does not state is left out.

    Examples
    --------
    >>> from lossviz import huber
    >>> dict(rows(huber))["best constant"]
    ['a compromise of median and mean']
    """
    said = {
        "to predict": list(_purposes(loss)),
        "takes": [*_arguments(loss), _shapes(loss)],
        "range": [loss.values],
        "best constant": [loss.best_constant.words],
        "shape": [" · ".join(f"{words}: {_ANSWERS[getattr(loss, name)]}" for name, words in _PROPERTIES.items())],
        "tunables": [_tunable(name, fact) for name, fact in loss.tunables.items()] or ["none"],
        "use it when": [loss.use],
        "not when": [loss.avoid],
        "elsewhere": _names(loss),
        "reference": [loss.source],
    }
    return [(label, lines) for label, lines in said.items() if any(lines)]


def elsewhere(loss):
    """Framework → the loss's names there in one line, those with one convention note together.

    Examples
    --------
    >>> from lossviz import hinge
    >>> elsewhere(hinge)["Optax"]
    'hinge_loss (slope −0.5 at m = 1)'
    """
    return {framework: "; ".join(_noted(names)) for framework, names in loss.elsewhere.items()}


def one_line(loss):
    """The first sentence of the loss's docstring, or "" where it has none."""
    return (loss.__doc__ or "").strip().partition("\n")[0].replace("\\|", "|")


def grouped(names):
    """Names with their notes (name → note) as (names, note), those that share a note together."""
    for note, same in itertools.groupby(names.items(), key=lambda item: item[1]):
        yield ", ".join(name for name, _ in same), note


def _noted(names):
    return (f"{together} ({note})" if note else together for together, note in grouped(names))


def _purposes(loss):
    for task, situations in loss.suits.items():
        said = [TASKS[task].situations[situation].removeprefix("nothing special: ") for situation in situations]
        yield f"{re.split('[:,]', TASKS[task].words)[0]}: {'; or: '.join(said)}"


def _names(loss):
    """A line for each framework; one that says so where no name is known, since an empty place could mean anything."""
    lines = [f"{framework}: {names}" for framework, names in elsewhere(loss).items()]
    return lines or [_NAMELESS] * bool(loss.suits)


def _arguments(loss):
    for name, domain in loss.targets.items():
        yield f"{name}: {domain.wants}"
    for name, domain in loss.predictions.items():
        yield f"{name}, the {domain.quantity} {domain.symbol}: {domain.wants}"


def _shapes(loss):
    """The first line about the layout, as the function that checks it says it."""
    checks = getattr(prepare, loss.layout, None)
    return checks.__doc__.partition("\n")[0] if checks else ""


def _tunable(name, fact):
    if isinstance(fact, Switch):
        return f"{name} = {fact.default}: {fact.meaning}"
    if isinstance(fact, Table):
        return f"{name}: {fact.meaning}"
    symbol = "" if fact.symbol == name else f"{fact.symbol}, "
    arrays = ", one number or one for each example" if fact.arrays else ""
    return f"{name} = {fact.default}: {symbol}{fact.meaning} ({fact.domain.wants}{arrays})"
