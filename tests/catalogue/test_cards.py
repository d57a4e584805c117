"""Cards: every fact of every loss, as HTML that holds together."""

import doctest
import html
from html.parser import HTMLParser

import pytest

from lossviz import LOSSES, huber, loss
from lossviz.catalogue import card, names_elsewhere
from lossviz.catalogue.example import examples
from lossviz.catalogue.rows import one_line, rows
from lossviz.losses.tasks import TASKS

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
LABELS = ["to predict", "takes", "range", "best constant", "shape", "tunables"]
LABELS += ["use it when", "not when", "elsewhere", "reference"]


class Balance(HTMLParser):
    """Collects the text, and complains of a tag that is not closed where it should be."""

    def __init__(self, page):
        super().__init__()
        self.open, self.text = [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in ("img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@every_loss
def test_a_card_holds_every_fact(loss):
    """Title, name, formula, sentence, picture with words, and each row of facts stand on the card, tags closed."""
    page = card(loss).html()
    text = "".join(Balance(page).text)
    for wanted in (loss.title, loss.name, f"$${loss.formula}$$", loss.use, loss.avoid, loss.source, loss.values):
        assert wanted in text
    assert '<img alt="Loss and slope over the ' in page
    assert [label for label, _ in card(loss).rows] == LABELS
    assert ("no name for it is known here" in text) == (not loss.elsewhere)
    assert loss.best_constant.words in text and one_line(loss) in text
    for names in loss.elsewhere.values():
        for name, note in names.items():
            assert name in text and note in text
    for task, situations in loss.suits.items():
        assert all(TASKS[task].situations[each].removeprefix("nothing special: ") in text for each in situations)


@every_loss
def test_a_card_runs_the_examples(loss):
    """The card shows the docstring's examples with what they give now, which is what the docstring says."""
    shown = examples(loss)
    wanted = doctest.DocTestParser().get_examples(loss.__doc__)
    assert [code for code, _ in shown] == [each.source.strip() for each in wanted]
    assert any(f"{loss.name}(" in code for code, _ in shown) and any(".gradient(" in code for code, _ in shown)
    for (code, result), each in zip(shown, wanted, strict=True):
        assert bool(result) == bool(each.want), code
        assert html.escape(code) in card(loss).html()


def test_a_card_is_found_by_any_name():
    """A loss, its own name, and its name in a framework give the same card; anything else is told."""
    assert card(huber).html() == card("huber").html() == card("keras.losses.Huber").html()
    with pytest.raises(ValueError, match="no loss is called 'hubr'"):
        card("hubr")
    with pytest.raises(TypeError, match="card takes a loss or its name; got float"):
        card(1.0)


def test_a_card_goes_into_a_notebook():
    """Jupyter gets HTML and one line of text; the heading's level can be chosen."""
    data = card("huber")._repr_mimebundle_()
    assert data["text/plain"] == "Card: Huber loss (lossviz.huber)"
    assert data["text/html"].count("<h3>") == 1
    assert "<h2>" in card("huber").html(level=2)


def test_a_loss_of_your_own_has_a_card():
    """What a learner's function states stands on its card, escaped; what nobody knows is left open or left out."""

    @loss(title="<Mine> & yours", formula=r"\ell = 3|e|", sliders={"rate": (1.0, 5.0)})
    def mine(y_true, y_pred, *, rate=3.0):
        """So & so."""
        return rate * abs(y_pred - y_true)

    text = "".join(Balance(card(mine).html()).text)
    assert "<Mine> & yours" in text and "So & so." in text and r"$$\ell = 3|e|$$" in text
    assert "convex: not stated" in text and "rate = 3.0" in text
    assert not {"to predict", "use it when", "not when", "reference", "elsewhere"} & {label for label, _ in rows(mine)}
    assert repr(card(mine)) == "Card: <Mine> & yours (mine)"
    bare = card(loss(lambda y_true, y_pred: abs(y_pred - y_true)))
    assert "$$" not in bare.html()


def test_what_cannot_be_drawn_is_said(monkeypatch):
    """A loss whose arrays fit together in some new way has a card without a picture, which says why."""
    monkeypatch.setattr(LOSSES["dice"], "layout", "cubes")
    page = card("dice").html()
    assert "<img" not in page and "takes whole arrays" in page


def test_the_index_holds_every_name():
    """Each name elsewhere stands in the table once for each of our losses, beside it, with its note."""
    wanted = {
        (framework, name, loss.name, note)
        for loss in LOSSES.values()
        for framework, names in loss.elsewhere.items()
        for name, note in names.items()
    }
    found = [(row[0], name, *row[2:]) for row in names_elsewhere().rows for name in row[1].split(", ")]
    assert len(found) == len(set(found)) and set(found) == wanted
    text = "".join(Balance(names_elsewhere().html()).text)
    assert all(name in text and note in text for _, name, _, note in wanted)


def test_the_index_of_one_framework():
    """One framework's names alone; an unknown framework is told with those there are."""
    assert {row[0] for row in names_elsewhere("Optax").rows} == {"Optax"}
    assert repr(names_elsewhere("Optax")).startswith(
        "Optax cosine_distance → cosine_distance (nan for a zero vector)\n"
    )
    with pytest.raises(ValueError, match=r"framework is one of Keras, PyTorch.*; got 'JAX'"):
        names_elsewhere("JAX")
