"""Keras's own losses, found by looking into `keras.losses`, with ours beside them."""

import html
import inspect
import re

from ..losses import find
from . import extra
from .side_by_side import NONE, as_table


def builtin_losses():
    """Every loss that the installed Keras has, with the name of its function and of ours.

    Returns
    -------
    BuiltinLosses
        Rows of (class, function, ours, what is different there), displayed as a table.

    Raises
    ------
    MissingLibrary
        If Keras is not installed.

    Examples
    --------
    >>> next(row for row in builtin_losses().rows if row[0] == "Huber")
    ('Huber', 'huber', 'huber', '')
    """
    extra.need("Keras")
    import keras

    classes = [
        name
        for name, value in vars(keras.losses).items()
        if inspect.isclass(value) and issubclass(value, keras.losses.Loss) and value is not keras.losses.Loss
    ]
    return BuiltinLosses([row for name in sorted(classes) for row in _rows(keras.losses, name)])


class BuiltinLosses:
    """Keras's losses and ours; displayed as a table."""

    HEAD = ("class", "function", "here", "what is different there")

    def __init__(self, rows):
        self.rows = rows

    def __repr__(self):
        widths = [max(len(row[i]) for row in (self.HEAD, *self.rows)) for i in range(3)]
        return "\n".join(
            "  ".join([*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[3]]).rstrip()
            for row in (self.HEAD, *self.rows)
        )

    def _repr_html_(self):
        return as_table("", self.HEAD, [tuple(map(html.escape, row)) for row in self.rows])


def _rows(module, name):
    """A row for each of our losses that this class can be, or one without."""
    ours = {match.loss.name: match.note for match in _ours(name)} or {NONE: ""}
    return [(name, _function(module, name), here, note) for here, note in ours.items()]


def _function(module, name):
    """The function that computes this class's loss: the one of the same name in small letters."""
    wanted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().replace("kldivergence", "kl_divergence")
    return wanted if hasattr(module, wanted) else NONE


def _ours(name):
    try:
        return [match for match in find(name) if match.framework == "Keras"]
    except ValueError:  # none of ours is called that
        return []
