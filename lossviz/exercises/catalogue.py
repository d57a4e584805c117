"""Every exercise and prediction of the course by its key, and the table that a teacher plans with."""

import difflib
import html
from importlib import import_module

from .exercise import LEVELS, Exercise, Prediction

NOTEBOOKS = {
    "01": "what_is_a_loss",
    "02": "regression_losses",
    "03": "cross_entropy",
    "04": "logits_and_softmax",
    "05": "custom_losses",
    "06": "losses_for_images",
    "07": "losses_in_frameworks",
    "08": "loss_catalogue",
}
"""Notebook → the folder here that holds its exercises."""


def _all(kind):
    """Every `kind` in the files of the notebooks' folders, by key, in their order."""
    found = {}
    for folder in NOTEBOOKS.values():
        for each in import_module(f".{folder}", __package__).ALL:
            if isinstance(each, kind):
                found[each.key] = each
    return found


EXERCISES = _all(Exercise)
"""Key → exercise, in the order of the course."""

PREDICTIONS = _all(Prediction)
"""Key → prediction, in the order of the course."""


def find(key, among):
    """The entry of that key, or a `ValueError` that offers the nearest ones."""
    if key in among:
        return among[key]
    near = difflib.get_close_matches(str(key), among, n=3, cutoff=0.3)
    offer = f"did you mean {' or '.join(map(repr, near))}?" if near else f"keys look like {next(iter(among))!r}"
    raise ValueError(f"there is no {key!r} here; {offer}")


class Table:
    """What the exercises ask, row by row; displayed as a table."""

    HEAD = ("key", "what to do", "level", "minutes", "topics", "what it tells apart")

    def __init__(self, exercises):
        self.rows = [_row(each) for each in exercises]

    def __repr__(self):
        widths = [max(len(str(row[i])) for row in (self.HEAD, *self.rows)) for i in range(len(self.HEAD) - 1)]
        lines = []
        for row in (self.HEAD, *self.rows):
            cells = [f"{cell!s:{width}}" for cell, width in zip(row[:-1], widths, strict=True)]
            lines.append("  ".join([*cells, row[-1]]))
        return "\n".join(lines)

    def _repr_html_(self):
        head = "".join(f'<th scope="col" style="text-align:left">{html.escape(name)}</th>' for name in self.HEAD)
        body = "".join(
            "<tr>" + "".join(f'<td style="text-align:left">{html.escape(str(cell))}</td>' for cell in row) + "</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(each):
    level = f"{each.level} {LEVELS[each.level]}"
    return each.key, each.title, level, each.minutes, " ".join(each.topics), each.diagnoses
