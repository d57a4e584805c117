"""All losses in one table, and the way to one of them from the name it has elsewhere."""

import re
from typing import NamedTuple

from . import (
    absolute,
    bounded,
    directions,
    divergences,
    focal,
    general,
    generative,
    hinges,
    hyperbolic,
    likelihood,
    logits,
    margin,
    overlap,
    pairs,
    probabilities,
    regression,
    relative,
    robust,
    weighted,
)
from .loss import Loss

FAMILIES = ("regression", "robust", "margin", "probabilities", "logits", "images")
MODULES = [
    *(regression, absolute, hyperbolic, relative, likelihood),
    *(robust, general),
    *(hinges, margin),
    *(probabilities, logits, focal, bounded, divergences, weighted),
    *(overlap, pairs, directions, generative),
]


_ALL = [value for module in MODULES for value in vars(module).values() if isinstance(value, Loss)]
LOSSES = {loss.name: loss for loss in sorted(_ALL, key=lambda loss: FAMILIES.index(loss.family))}


class Match(NamedTuple):
    """One of our losses under a name of some framework, with what is different there."""

    loss: Loss
    framework: str
    name: str
    note: str

    def __repr__(self):
        there = "" if self.framework == "lossviz" else f"{self.framework} {self.name} → "
        return f"{there}lossviz.{self.loss.name}" + (f" ({self.note})" if self.note else "")


def find(name):
    """Find ours for the name a loss has in Keras, PyTorch, Optax, scikit-learn or SciPy, or here.

    Parameters
    ----------
    name : str
        As in `SmoothL1Loss`, `keras.losses.MeanSquaredError` or `nn.HuberLoss(delta=2)`. Capitals, underscores, hyphens
        and spaces do not matter where no loss is called exactly that, nor does what stands before or behind the name.

    Returns
    -------
    list of Match
        Each with `loss`, `framework`, `name` and `note`, which says what is different there ("" if nothing is).

    Raises
    ------
    ValueError
        If no loss has that name; the message lists names that are like it.

    Examples
    --------
    >>> find("torch.nn.HuberLoss")
    [PyTorch HuberLoss → lossviz.huber]
    >>> find("torch.nn.HuberLoss")[0].loss([0.0], [3.0])
    array([2.5])
    """
    if not isinstance(name, str):
        raise TypeError(f"name must be text, such as 'SmoothL1Loss'; got {name!r}")
    wanted = _bare(name)
    matches = [match for match in _matches() if not match.name.isidentifier() and f".{name}".endswith(f".{match.name}")]
    matches = matches or [match for match in _matches() if wanted in _parts(match)]
    matches = matches or [match for match in _matches() if _key(wanted) in map(_key, _parts(match))]
    found = {(match.loss.name, match.framework, match.note): match for match in reversed(matches)}
    if not found:
        where = "here or in Keras, PyTorch, Optax, scikit-learn or SciPy"
        raise ValueError(f"no loss is called {name!r}, {where}{_like(name)}")
    return list(reversed(found.values()))


def _matches():
    for loss in LOSSES.values():
        yield Match(loss, "lossviz", loss.name, "")
        for framework, names in loss.elsewhere.items():
            yield from (Match(loss, framework, other, note) for other, note in names.items())


def _parts(match):
    """All that a name may be looked up by: itself, without module or brackets, and what it has in quotes."""
    if match.framework == "lossviz":
        return {match.name, match.loss.title}
    return {match.name, _bare(match.name), *re.findall(r'"(\w+)"', match.name)}


def _bare(name):
    """The name without the module before it and the arguments behind it."""
    return name.partition("(")[0].rpartition(".")[2]


def _key(name):
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _like(name):
    import difflib  # only a name that is unknown pays for it

    known = {_key(match.name): match.name for match in _matches()}
    close = difflib.get_close_matches(_key(_bare(name)), known, n=3)
    return f"; names like it: {', '.join(known[key] for key in close)}" if close else ""
