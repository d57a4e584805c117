"""Explorers: sliders and the figures they move."""

from functools import partial

from ..losses import LOSSES
from .curve import curve_explorer

EXPLORERS = {name: partial(curve_explorer, loss) for name, loss in LOSSES.items() if loss.elementwise}
"""Every explorer by name: a maker that needs no arguments."""


def explore(what, *others, **start):
    """Show an explorer: of a loss, of a function of your own, or one of `EXPLORERS` by its name."""
    if isinstance(what, str):
        return EXPLORERS[what](*others, **start)
    return curve_explorer(what, *others, **start)
