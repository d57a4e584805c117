"""Every loss at a glance, from the facts of `LOSSES` alone: a table, and a cheat sheet for one sheet of paper."""

import html
import itertools
import re

from ..losses import LOSSES
from .curve import small
from .formula import mathml
from .page import page

_PARTS = re.compile(r",?\s*\\q?quad\s*")


def table():
    """All losses as a table: name, formula, what it is for."""
    rows = "".join(
        f"<tr><td><strong>{html.escape(loss.title)}</strong><br><code>{name}</code></td><td>{formula(loss)}</td>"
        f"<td>{html.escape(loss.use)}</td></tr>"
        for name, loss in LOSSES.items()
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("loss", "formula", "take it when"))
    body = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="wide"><table class="catalogue">{body}</table></div>\n'


def formula(loss):
    """The loss's formula as MathML, its parts free to stand below each other."""
    parts = [part for part in _PARTS.split(loss.formula) if part]
    return " ".join(f'<span class="part">{mathml(part)}</span>' for part in parts)


def cheat_sheet():
    """The page with every loss: formula, curve and one line each, family by family."""
    families = []
    for family, losses in itertools.groupby(LOSSES.values(), key=lambda loss: loss.family):
        entries = "\n".join(_entry(loss) for loss in losses)
        families.append(f'<section class="family"><h2>{html.escape(family.capitalize())}</h2>\n{entries}</section>')
    body = f'<h1>{_TITLE}</h1><p class="lead">{_LEAD}</p><div class="families">{"".join(families)}</div>'
    top = (
        '<header><nav class="top" aria-label="Course"><ul><li><a href="index.html">Course</a></li></ul></nav></header>'
    )
    return page(_TITLE, body, kind="sheet", top=top)


_TITLE = "Every loss at a glance"
_LEAD = (
    "ℓ loss of one example, y target, ŷ prediction, e = ŷ − y error, m margin, p probability, z logit. Each curve "
    "shows the loss at its defaults over its own axis; the thin lines are 0. Each line says when to take the loss."
)


def _entry(loss):
    return (
        f"<article><h3>{html.escape(loss.title)}</h3>{small(loss)}"
        f'<p class="formulas">{formula(loss)}</p><p>{html.escape(loss.use)}</p></article>'
    )
