"""For each loss here the calls of other libraries that give the same numbers, each made and compared."""

import html
from typing import NamedTuple

import numpy as np

from ..losses import LOSSES
from .calls import CALLS, INPUTS
from .side_by_side import NONE, as_code, as_table, side_by_side

EXACT, SINGLE = 1e-12, 1e-6  # how far float64, and what went through float32, may be off, relative to the largest


class Counterpart(NamedTuple):
    """A call of another library beside our loss: both means, how far apart they are, and whether that is rounding."""

    loss: str
    library: str
    call: str
    here: str
    there: str
    difference: str
    agrees: bool


def counterparts(*names):
    """The calls that give the same numbers as our losses, made now, each with its difference.

    Parameters
    ----------
    *names : str
        Names of losses; all that other libraries have where none is given.

    Returns
    -------
    Counterparts
        `rows` of `Counterpart`, displayed as a table: the mean of our losses, the mean of theirs, and the largest
        difference of any two, relative to the largest loss. Where a library gives a mean alone, the means are compared.

    Raises
    ------
    ValueError
        If a name is not in `lossviz.LOSSES`, or no other library here has that loss.

    Examples
    --------
    >>> counterparts("smooth_l1")
    loss       library  call                                                here    there   difference
    smooth_l1  PyTorch  F.smooth_l1_loss(p, y, reduction="none", beta=2.0)  0.7789  0.7789  < 1e-12
    """
    for name in names:
        if name not in CALLS:
            why = "no library here has it" if name in LOSSES else "there is no such loss"
            raise ValueError(f"{name!r} has no counterparts: {why}")
    return Counterparts([row for name in names or CALLS for row in _rows(name)])


class Counterparts:
    """Our losses and the calls that give the same; displayed as a table."""

    HEAD = ("loss", "library", "call", "here", "there", "difference")

    def __init__(self, rows):
        self.rows = rows

    def __repr__(self):
        rows = [self.HEAD, *(row[:-1] for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ["  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows]
        return "\n".join(line.rstrip() for line in lines)

    def _repr_html_(self):
        rows = [(row.loss, row.library, as_code(row.call), *map(html.escape, row[3:-1])) for row in self.rows]
        return as_table("", self.HEAD, rows)


def _rows(name):
    kind, ours, others = CALLS[name]
    comparison = side_by_side(ours, *others, **INPUTS[kind])
    wanted = comparison.answers[0].numbers
    for answer in comparison.answers[1:]:
        yield Counterpart(name, answer.library, answer.call, *_difference(answer, wanted))


def _difference(answer, wanted):
    """The mean of ours, the mean of theirs, how far apart they are, and whether that is rounding."""
    got, here = answer.numbers, _digits(wanted)
    if got is None:
        return here, NONE, answer.text, False
    wanted = wanted.mean() if got.ndim == 0 else wanted
    if got.shape != wanted.shape:
        return here, _digits(got), f"shape {got.shape} beside {wanted.shape}", False
    limit = SINGLE if got.dtype == np.float32 or answer.library == "Keras" else EXACT  # a mean in Keras is in float32
    apart = np.abs(got - wanted).max() / np.abs(wanted).max()
    return here, _digits(got), f"< {limit:.0e}" if apart < limit else f"{apart:.1e}", bool(apart < limit)


def _digits(numbers):
    return f"{numbers.mean(dtype=float):.4g}"
