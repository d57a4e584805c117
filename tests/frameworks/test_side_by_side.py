"""Calls of several libraries on one input: whose they are, what they show, what is missing; and the overview."""

import numpy as np
import pytest

from lossviz.frameworks import extra, overview, side_by_side

from . import REASON, WHOLE

with_all = pytest.mark.skipif(not WHOLE, reason=REASON)


@with_all
def test_each_call_is_made_in_its_library():
    """One input, five libraries, five ways to count a square."""
    found = side_by_side(
        "keras.losses.mean_squared_error(y, p)",
        'F.mse_loss(p, y, reduction="none")',
        "optax.l2_loss(p, y)",
        "metrics.mean_squared_error(y, p)",
        "lossviz.squared_error(y, p)",
        y=[1.0, 0.0],
        p=[3.0, 0.0],
    )
    assert [answer.text for answer in found.answers] == ["2", "[4, 0]", "[2, 0]", "2", "[4, 0]"]
    assert [answer.library for answer in found.answers] == ["Keras", "PyTorch", "Optax", "scikit-learn", "lossviz"]


@with_all
def test_a_slope_is_that_of_the_library():
    """At the corner of |e| each library picks a slope of its own."""
    found = side_by_side(
        "slope(lambda p: F.l1_loss(p, y), p)",
        "slope(lambda p: keras.losses.mean_absolute_error(y, p), p)",
        "slope(lambda p: optax.losses.hinge_loss(p, y), p)",
        "lossviz.absolute_error.gradient(y, p)",
        y=1.0,
        p=1.0,
    )
    assert [answer.text for answer in found.answers if answer.library != "Keras"] == ["0", "-0.5", "0"]


@with_all
def test_errors_and_warnings_are_answers():
    """A call that raises shows what it raised; one that warns says so; both leave the others alone."""
    found = side_by_side(
        "optax.squared_error(p, y)", "F.mse_loss(p, y)", "np.square(p - y).mean()", y=[1.0, 2.0], p=[[1.0], [2.0]]
    )
    optax, torch, numpy = found.answers
    assert optax.numbers is None and optax.text.startswith("ValueError: ")
    assert torch.text == "0.5, with a warning" and numpy.text == "0.5"


def test_what_is_not_installed_says_so(monkeypatch):
    """A library that is missing has no number, in the comparison and in the overview."""
    monkeypatch.setattr(extra, "installed", lambda *names: False)
    found = side_by_side("optax.squared_error(p, y)", "np.square(p - y)", title="squares", y=0.0, p=2.0)
    assert [answer.text for answer in found.answers] == ["not installed", "4"]
    assert found.answers[0].numbers is None
    assert overview(found).rows == [("squares", "–", "–", "not installed", "–", "4", "–")]


def test_a_call_of_nobody_is_refused():
    """A call must name the library that is to make it."""
    with pytest.raises(ValueError, match=r"names one of keras\., F\."):
        side_by_side("squared_error(y, p)", y=0.0, p=1.0)


def test_the_tables_are_html_too():
    """Both tables come with a head and with what could be taken for HTML escaped."""
    found = side_by_side("np.where(p < y, 1.0, 0.0)", title="a < b", y=0.0, p=2.0)
    shown = found._repr_html_()
    assert "<code>np.where(p &lt; y, 1.0, 0.0)</code>" in shown and 'scope="col"' in shown
    assert "a &lt; b" in shown and "a &lt; b" in overview(found)._repr_html_()
    assert np.asarray(found.answers[0].numbers) == 0
