"""The browser: filters and a search over all losses, small curves of what is left, and one card in full."""

import functools
import html
import itertools
from dataclasses import replace

import ipywidgets

from ..figures.sketch import sketch
from ..losses import LOSSES
from ..losses.catalogue import FAMILIES
from ..losses.tasks import TASKS
from . import widgets
from .card import Card
from .search import PROPERTIES, matching, names

_GRID = "display:flex;flex-wrap:wrap;gap:6px 10px;list-style:none;margin:0;padding:0;max-height:420px;overflow:auto"
_SLIDER = {"width": "800px", "max_width": "100%", "margin": "10px 0 0"}
_SMALL = 150  # pixels: the width of a curve in the list
_ANY = "anything"
_SAID = "line-height:1.5;padding:2px 0"


class Browser:
    """Filters over the losses and the card of one of them.

    `controls` (name → widget) and `set(**values)` drive it without a mouse; `losses` are those that are left, `loss`
    is the one whose card is shown (None where none is left), `status` the sentence above them.

    Examples
    --------
    >>> browser = Browser()
    >>> browser.set(task="mask", bounded=True)
    >>> browser.status
    '2 losses.'
    >>> browser.set(task="anything", bounded=False, search="CosineEmbeddingLoss")
    >>> browser.loss.name
    'cosine_distance'
    """

    def __init__(self):
        self.controls = {
            "task": ipywidgets.RadioButtons(
                options=[_ANY, *TASKS],
                description="I predict",
                layout={"width": "auto", "margin": "0 40px 0 0"},
                style=widgets.LABELLED,
            ),
            "search": ipywidgets.Text(
                description="name or word",
                placeholder="SmoothL1Loss, outlier, hinge …",
                layout={"width": "340px"},
                style=widgets.LABELLED,
            ),
            **{
                key: ipywidgets.Checkbox(description=words, indent=False, layout={"width": "auto"})
                for key, words in PROPERTIES.items()
            },
            "card": ipywidgets.SelectionSlider(
                options=[""], description="card", readout=False, layout=_SLIDER, style=widgets.LABELLED
            ),
        }
        self.losses, self.loss, self.status = [], None, ""
        self._found, self._card = ipywidgets.HTML(layout=widgets.WIDE), widgets.text()
        self._quiet = False
        for name, control in self.controls.items():
            control.observe(self._chosen if name == "card" else self._filtered, names=["value"])
        self._filter()
        task, *filters, chosen = self.controls.values()
        beside = ipywidgets.Box(
            [task, ipywidgets.VBox(filters)], layout={"flex_flow": "row wrap", "max_width": "800px"}
        )
        self.widget = ipywidgets.VBox([beside, self._found, chosen, self._card])

    def set(self, **values):
        """Move controls to these values and look once; an unknown name or a value not on offer is a `ValueError`.

        `card` takes a loss or its name.
        """
        unknown = [name for name in values if name not in self.controls]
        if unknown:
            raise ValueError(f"the catalogue has no control {unknown[0]!r}; it has {', '.join(self.controls)}")
        wanted = values.pop("card", None)
        for name, value in values.items():
            if name == "task" and value not in (_ANY, *TASKS):
                raise ValueError(f"task is one of {_ANY}, {', '.join(TASKS)}; got {value!r}")
            if name == "search" and not isinstance(value, str):
                raise ValueError(f"search is text; got {value!r}")
            if name in PROPERTIES and not isinstance(value, bool):
                raise ValueError(f"{name} is True or False; got {value!r}")
        self._quiet = True
        try:
            for name, value in values.items():
                self.controls[name].value = value
        finally:
            self._quiet = False
        self._filter()
        if wanted is not None:
            name = getattr(wanted, "name", wanted)
            if not isinstance(name, str) or LOSSES.get(name) not in self.losses:
                raise ValueError(f"card is one of {', '.join(loss.name for loss in self.losses)}; got {name!r}")
            self.controls["card"].value = name

    def _filtered(self, _change):
        if not self._quiet:
            self._filter()

    def _filter(self):
        wanted = [key for key in PROPERTIES if self.controls[key].value]
        text = self.controls["search"].value
        task = self.controls["task"].value
        self.losses = matching(None if task == _ANY else task, wanted, text)
        self.status = _status(self.losses, text)
        self._found.value = f'<div role="status" style="{_SAID}">{html.escape(self.status)}</div>{_curves(self.losses)}'
        before, chosen = self.loss, self.controls["card"]
        self._quiet = True
        chosen.options = [(loss.title, loss.name) for loss in self.losses] or [("none", "")]
        chosen.value = before.name if before in self.losses else chosen.options[0][1]
        chosen.layout.display = "none" if len(self.losses) < 2 else None
        self._quiet = False
        self._show()

    def _chosen(self, _change):
        if not self._quiet:
            self._show()

    def _show(self):
        self.loss = LOSSES.get(self.controls["card"].value)
        self._card.value = Card(self.loss).html() if self.loss else ""

    def __repr__(self):
        return f"Catalogue: {self.status}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return widgets.bundle(self.widget, "".join(_pages(self.losses)), repr(self))


def _pages(losses):
    """Every card in full, family by family: for paper, and where no kernel runs."""
    families = itertools.groupby(sorted(losses, key=_place), key=lambda loss: loss.family)
    for family, cards in families:
        yield f"<h3>{family.capitalize()}</h3>"
        yield from (Card(loss).html(level=4) for loss in cards)


def _place(loss):
    return FAMILIES.index(loss.family)


def _status(losses, text):
    """How many are left, and what the text is a name of."""
    if not losses:
        return "No loss has all of that: take a filter away."
    count = f"{len(losses)} {'loss' if len(losses) == 1 else 'losses'}."
    known = [match for match in names(text) if match.framework != "lossviz" and match.loss in losses]
    return " ".join([count, *(f"{match!r}." for match in known)])


def _curves(losses):
    """A list of titles, each with its small curve."""
    return f'<ul style="{_GRID}">{"".join(map(_item, losses))}</ul>'


@functools.cache
def _item(loss):
    drawn = sketch(loss, slope=False)
    picture = f"{replace(drawn, width=_SMALL).img}<br>" if drawn else ""
    return f'<li style="width:{_SMALL}px;line-height:1.2">{picture}{html.escape(loss.title)}</li>'


def browse(**start):
    """Browse the catalogue: filters, a search by names here or in a framework, small curves, and the card you choose.

    Where no kernel runs, every card that the filters leave stands there in full.

    Parameters
    ----------
    **start
        Where the controls begin: ``task="mask"``, ``search="outlier"``, ``convex=True``, ``card="huber"``.

    Returns
    -------
    Browser
        Displayed as the last line of a cell.

    Examples
    --------
    >>> browse(task="distribution", bounded=True)
    Catalogue: 1 loss.
    """
    browser = Browser()
    browser.set(**start)
    return browser
