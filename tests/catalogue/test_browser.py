"""The browser: every position of its filters, every name, and what it hands to Jupyter."""

import html
import itertools
import re

import ipywidgets
import pytest

from lossviz import LOSSES
from lossviz.catalogue import browse
from lossviz.catalogue.search import PROPERTIES, has, matching
from lossviz.losses.catalogue import FAMILIES
from lossviz.losses.tasks import TASKS

NAMES = sorted({name for loss in LOSSES.values() for names in loss.elsewhere.values() for name in names})
WIDGETS = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def browser():
    """One browser, moved about by the tests."""
    return browse()


def ticks(on):
    return {key: key in on for key in PROPERTIES}


@pytest.mark.parametrize("task", [None, *TASKS])
def test_every_position_of_the_filters(browser, task):
    """Under each task and each set of ticked properties those losses are left that have all of it, and a card."""
    for on in itertools.chain.from_iterable(itertools.combinations(PROPERTIES, n) for n in range(len(PROPERTIES) + 1)):
        browser.set(task=task or "anything", search="", **ticks(on))
        fit = [x for x in LOSSES.values() if task in (None, *x.suits) and all(has(x, key) for key in on)]
        assert browser.losses == fit
        assert browser.loss in fit if fit else browser.loss is None
        shown = browser._found.value
        assert shown.count("<li ") == len(fit) and 'role="status"' in shown
        assert all(f"{html.escape(loss.title)}</li>" in shown for loss in fit)
        assert browser.status.startswith(str(len(fit)) if fit else "No loss has all of that")
        assert (f"<code>{browser.loss.name}</code>" in browser._card.value) if fit else browser._card.value == ""


def test_the_slider_flips_through_the_cards(browser):
    """Each position of the slider shows the card of its loss, and that alone."""
    browser.set(task="anything", search="", **ticks(()))
    slider = browser.controls["card"]
    assert [name for _, name in slider.options] == list(LOSSES)
    for name in LOSSES:
        slider.value = name
        assert browser.loss is LOSSES[name]
        assert f"<code>{name}</code>" in browser._card.value


def test_a_card_stays_as_long_as_its_loss_is_left(browser):
    """A filter that the shown loss passes leaves its card; one that it does not pass shows the first that does."""
    browser.set(task="anything", search="", card="huber", **ticks(()))
    browser.controls["smooth"].value = True
    assert browser.loss.name == "huber"
    browser.controls["bounded"].value = True
    assert browser.loss is browser.losses[0] is not LOSSES["huber"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_elsewhere_leads_to_ours(browser, name):
    """Typed into the search, each name of each framework shows a loss of that name first, and says so."""
    browser.set(task="anything", search=name, **ticks(()))
    named = [loss for loss in LOSSES.values() if any(name in names for names in loss.elsewhere.values())]
    assert browser.losses[0] in named and set(named) <= set(browser.losses)
    assert f" {name} → lossviz." in browser.status


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  Huber ", "huber"),
        ("torch.nn.SmoothL1Loss", "smooth_l1"),
        ("smoothl1", "smooth_l1"),
        ("entropy sparse", "sparse_categorical_crossentropy"),
    ]
    + [(loss.title, name) for name, loss in LOSSES.items()],
)
def test_words_are_found(text, wanted):
    """Titles, parts of names and several words in any order find their loss."""
    assert LOSSES[wanted] in matching(text=text)


def test_words_that_nothing_has(browser):
    """A text that no loss mentions leaves none, in words, and the next text works."""
    browser.set(task="anything", search="qqqq", **ticks(()))
    assert browser.losses == [] and "take a filter away" in browser.status
    assert browser.controls["card"].layout.display == "none"
    browser.controls["search"].value = "hinge"
    assert browser.loss.name == "hinge"


def test_what_cannot_be_set_is_told(browser):
    """An unknown control, an unknown task, and a card that the filters hide are named."""
    with pytest.raises(ValueError, match="no control 'colour'; it has task, search, convex"):
        browser.set(colour="red")
    with pytest.raises(ValueError, match=r"task is one of anything, number, .*; got 'animal'"):
        browser.set(task="animal")
    with pytest.raises(ValueError, match=r"card is one of .*dice.*; got 'huber'"):
        browser.set(task="mask", search="", card="huber", **ticks(()))
    with pytest.raises(ValueError, match="no control 'colour'"):
        browse(colour="red")


def test_jupyter_gets_the_widget_and_every_card():
    """The bundle holds the live widget, all cards that are left as one page, and one line of text."""
    browser = browse()
    data = browser._repr_mimebundle_()
    assert data[WIDGETS]["model_id"] == browser.widget.model_id
    assert all(data["text/html"].count(f"<code>{name}</code></h4>") == 1 for name in LOSSES)
    assert data["text/html"].count("<img alt=") == len(LOSSES)
    assert data["text/plain"] == f"Catalogue: {len(LOSSES)} losses."
    assert len(data["text/html"]) < 400_000
    assert re.findall("<h3>(.*?)</h3>", data["text/html"]) == [family.capitalize() for family in FAMILIES]
    page = browse(search="CrossEntropyLoss")._repr_mimebundle_()["text/html"]
    assert page.count("<h3>") == 1 and page.count("<h4>") == 3


def test_the_page_is_equal_every_time():
    """Two browsers give the same page to the byte, so a stored notebook does not change by chance."""
    assert browse()._repr_mimebundle_()["text/html"] == browse()._repr_mimebundle_()["text/html"]


def test_errors_are_not_swallowed(browser, monkeypatch):
    """No Output widget stands between a fault and the reader: what goes wrong in a move is raised."""
    assert not any(isinstance(widget, ipywidgets.Output) for widget in browser.widget.children)
    monkeypatch.setattr("lossviz.catalogue.browser.matching", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        browser.controls["convex"].value = not browser.controls["convex"].value


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"convex": "maybe"}, "convex is True or False; got 'maybe'"),
        ({"search": 5}, "search is text; got 5"),
        ({"card": ["huber"]}, r"card is one of .*; got \["),
        ({"task": "mask", "smooth": 1}, "smooth is True or False; got 1"),
    ],
)
def test_a_value_of_another_kind_is_told_and_moves_nothing(browser, values, said):
    """What a control cannot take is named with what it takes, and no other control has moved."""
    before = {name: control.value for name, control in browser.controls.items()}
    with pytest.raises(ValueError, match=said):
        browser.set(**values)
    assert {name: control.value for name, control in browser.controls.items()} == before
