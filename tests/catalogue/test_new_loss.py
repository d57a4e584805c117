"""A loss that joins the package appears in every part of the catalogue without another edit."""

import numpy as np
import pytest

from lossviz import LOSSES, find
from lossviz.catalogue import browse, card, names_elsewhere, which_loss
from lossviz.figures.gallery import gallery
from lossviz.losses.custom import loss as loss_of
from lossviz.losses.domains import LOGIT, PROBABILITY, REAL
from lossviz.losses.loss import define
from lossviz.losses.prepare import elementwise, last_axis

EXAMPLE = "The fourth power of the error.\n\n>>> fourth_power([0.0], [2.0])\narray([16.])\n"


def fourth_power(y_true, y_pred):
    return (y_pred - y_true) ** 4


def hidden(y_true, y_pred):
    """Squared differences of a vector, added up."""
    return ((y_pred - y_true) ** 2).sum(axis=-1)


@pytest.fixture
def joined(monkeypatch):
    """Two losses more in the catalogue: one of numbers, one of vectors of logits."""
    facts = {"convex": True, "smooth": True, "bounded": False, "slope_bounded": False, "source": "Nobody (2030)"}
    words = {"use": "You test a catalogue.", "avoid": "You do anything else."}
    numbers = {"targets": {"y_true": REAL}, "predictions": {"y_pred": REAL}}
    vectors = {"targets": {"y_true": PROBABILITY}, "predictions": {"y_pred": LOGIT}}
    one = define(
        "Fourth power",
        prepare=elementwise,
        family="regression",
        formula=r"\ell = e^4",
        suits={"number": ("tolerance",)},
        elsewhere={"PyTorch": {"FourthLoss": "averaged"}},
        **numbers,
        **facts,
        **words,
    )(fourth_power)
    other = define(
        "Hidden", prepare=last_axis, family="images", formula=r"\ell = d^2", suits={"mask": ("small",)}, **vectors,
        **facts, **words,
    )(hidden)  # fmt: skip
    one.__doc__ = EXAMPLE
    one.derivative(lambda y_true, y_pred: 4 * (y_pred - y_true) ** 3)
    other.derivative(lambda y_true, y_pred: 2 * (y_pred - y_true))
    monkeypatch.setattr("lossviz.fourth_power", one, raising=False)
    monkeypatch.setattr("lossviz.losses.fourth_power", one, raising=False)
    monkeypatch.setattr("lossviz.losses.__all__", [*__import__("lossviz").losses.__all__, "fourth_power"])
    monkeypatch.setitem(LOSSES, "fourth_power", one)
    monkeypatch.setitem(LOSSES, "hidden", other)
    return one, other


def test_it_appears_everywhere(joined):
    """Cards, browser, search, guide, its table, the index and the gallery all have both losses."""
    browser, curves = browse(), gallery(joined).alt
    cards, ways = (shown._repr_mimebundle_()["text/html"] for shown in (browser, which_loss()))
    for loss in joined:
        assert loss in browser.losses and f"{loss.title}</li>" in browser._found.value
        assert f"<code>{loss.name}</code></h4>" in cards
        assert f"<code>{loss.name}</code>" in ways
        assert loss.title in curves
    assert "fourth_power([0.0], [2.0])\narray([16.])" in card(joined[0]).html()
    assert browse(search="FourthLoss").loss is joined[0]
    assert ("PyTorch", "FourthLoss", "fourth_power", "averaged") in names_elsewhere().rows
    assert find("FourthLoss")[0].loss is joined[0]
    guide = which_loss()
    guide.answer("number")
    guide.answer("tolerance")
    assert joined[0] in guide.losses


def test_its_picture_has_its_numbers(joined):
    """The sketch of the new loss is computed from the loss."""
    assert "loss 256, 0, 256 and slope −256, 0, 256 at e = −4, 0, 4" in card(joined[0]).html()
    assert np.allclose(joined[1](np.array([1.0, 0.0]), np.array([0.0, 0.0])), 1.0)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (">>> mine([0.0], [2.0])\n    array([8.])", "array([8.])"),
        (">>> mine([0.0], helper(2.0))\n    array([16.])", "array([16.])"),
        (">>>mine is not an example", "mine"),
    ],
)
def test_a_learners_docstring_breaks_no_card(words, shown):
    """An example of one's own runs; one that cannot run here shows what its author wrote; a slip is passed over."""

    def mine(y_true, y_pred):
        return 2 * (y_pred - y_true) ** 2

    mine.__doc__ = f"Twice the square.\n\n    {words}\n"
    assert shown in card(loss_of(mine)).html()
