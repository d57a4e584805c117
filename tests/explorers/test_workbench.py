"""The workbench with every kind of broken loss: it says what is wrong in words and lives on."""

import re

import numpy as np
import pytest

from lossviz import categorical_crossentropy, explore, hinge, huber, squared_error
from lossviz.figures.samples import with_wild_values

from .moves import parse, shapes


def typo(y_true, y_pred, *, cap=4.0):
    e = y_pred - y_true
    return np.minimum(e**2, cpa)  # noqa: F821


def helped_to_divide_by_zero(y_true, y_pred):
    return (y_pred - y_true) * helper()


def helper():
    return 1 / 0


def wrong_shape(y_true, y_pred):
    return (y_pred - y_true)[1:] ** 2


def one_number(y_true, y_pred):
    return np.mean((y_pred - y_true) ** 2)


def text(y_true, y_pred):
    return "a small loss"


def nothing(y_true, y_pred):
    (y_pred - y_true) ** 2


def without_end(y_true, y_pred):
    return without_end(y_true, y_pred)


def branch(y_true, y_pred):
    e = y_pred - y_true
    return e if e > 0 else -e


def infinite_at_zero(y_true, y_pred):
    return 1 / np.abs(y_pred - y_true)


def exploding(y_true, y_pred):
    return np.exp(10 * (y_pred - y_true) ** 2)


def endless_slope(y_true, y_pred):
    return np.sqrt(np.abs(y_pred - y_true))


def undefined_below(y_true, y_pred):
    return np.log(y_pred - y_true)


def signed(y_true, y_pred):
    return y_pred - y_true


def indifferent(y_true, y_pred):
    return np.full_like(y_pred, 3.0)


def one_argument(y):
    return y**2


def no_default(y_true, y_pred, cap):
    return np.minimum((y_pred - y_true) ** 2, cap)


def named_error(y_true, y_pred, *, error=1.0):
    return error * (y_pred - y_true) ** 2


def fickle(y_true, y_pred, *, cap=4.0):
    if cap > 8:
        raise KeyError("no such cap")
    return np.minimum((y_pred - y_true) ** 2, cap)


UNUSABLE = {
    typo: r"NameError in line 3 of typo \(return np.minimum\(e\*\*2, cpa\).*\): name 'cpa' is not defined",
    helped_to_divide_by_zero: r"ZeroDivisionError in line 2 of helper \(return 1 / 0\): division by zero",
    wrong_shape: r"wrong_shape returned shape \(\d+,\) for predictions of shape \(\d+,\): return one loss for each",
    one_number: r"one_number returned a single number for \d+ predictions: return one loss for each",
    text: r"text must return one number for each prediction: the result holds text",
    nothing: r"nothing returned None: end the function with return",
    without_end: r"RecursionError in line 2 of without_end",
    branch: r"ValueError in line 3 of branch .*: The truth value of an array",
    one_argument: r"one_argument takes only y; a loss takes target and prediction",
    no_default: r"no_default needs a default for cap",
    named_error: r"named_error has a keyword 'error'.*: rename it",
    hinge: r"takes losses of an error .* hinge is none",
    categorical_crossentropy: r"takes losses of an error .* categorical_crossentropy is none",
    3: r"takes a loss or a function f\(y_true, y_pred\); got int",
    "huber": r"takes a loss or a function f\(y_true, y_pred\); got str",
    None: r"takes a loss or a function f\(y_true, y_pred\); got NoneType",
}

FAULTY = {
    infinite_at_zero: r"The loss is infinite for the error e = 0;.* there is no best constant",
    exploding: r"The loss is infinite for \d+ of \d+ errors, first at e = -11;.* cost of every constant is infinite",
    endless_slope: r"The slope grows without end towards e = 0: it is \d+\.\d+ at e = 0\.0011\.",
    undefined_below: r"The loss is not a number for \d+ of \d+ errors",
    signed: r"There is no best constant, for the cost still falls at c = -\d",
    indifferent: r"Every constant costs the same",
}


def named(losses):
    return [getattr(each, "__name__", str(each)) for each in losses]


def assert_alert(explorer, words):
    assert re.search(words, explorer.error), explorer.error
    assert explorer.readout == explorer.error
    assert explorer.error in explorer.description
    assert "Traceback" not in explorer.error and "\n" not in explorer.error
    drawing, readout = parse(explorer)
    assert (readout.get("role"), readout.text) == ("alert", explorer.error)
    return drawing


@pytest.mark.parametrize(("function", "words"), UNUSABLE.items(), ids=named(UNUSABLE))
def test_a_loss_that_cannot_be_called_is_told_in_words(function, words):
    """Nothing is drawn for it, the words name line and cause, the slider goes on, and the cell can be shown."""
    explorer = explore("workbench", function)
    for error in (-3.0, 0.0, 5.0):
        explorer.set(error=error)
        assert shapes(assert_alert(explorer, words)) == []
    data, metadata = explorer._repr_mimebundle_()
    assert data["text/plain"].startswith("Explorer: ")
    assert explorer.error in metadata["image/png"]["alt"]


@pytest.mark.parametrize(("function", "words"), FAULTY.items(), ids=named(FAULTY))
def test_a_loss_with_impossible_numbers_is_drawn_as_far_as_it_goes_and_told(function, words):
    """The words say what is wrong and go on with the numbers at the cursor."""
    explorer = explore("workbench", function)
    explorer.set(error=3.0)
    drawing = assert_alert(explorer, words)
    assert shapes(drawing)
    assert "error e = 3: loss" in explorer.error
    paths = " ".join(shape.get("d", "") for shape in shapes(drawing))
    assert "nan" not in paths and "inf" not in paths


def test_a_loss_that_raises_for_some_slider_values_recovers():
    """Where the slider comes back to a sound value, all is as it was."""
    explorer = explore("workbench", fickle, cap=6.0)
    sound = explorer.readout, explorer.description
    assert explorer.error is None and shapes(parse(explorer)[0])
    explorer.set(cap=9.0)
    assert shapes(assert_alert(explorer, r"KeyError in line 3 of fickle .*no such cap")) == []
    explorer.set(cap=6.0)
    assert explorer.error is None and shapes(parse(explorer)[0])
    assert (explorer.readout, explorer.description) == sound


def test_a_loss_that_fails_from_the_start_recovers():
    """A first drawing that fails does not spoil the later ones."""
    explorer = explore("workbench", fickle, cap=10.0)
    assert_alert(explorer, "KeyError")
    explorer.set(cap=4.0)
    assert explorer.error is None and "best constant" in explorer.readout


def test_sliders_of_a_loss_that_is_none_are_forgiven():
    """A call that sets a slider of a broken loss shows what is wrong with the loss; one of a sound loss is checked."""
    assert_alert(explore("workbench", no_default, cap=2.0), "needs a default for cap")
    with pytest.raises(ValueError, match="no control 'cpa'; it has cap, error"):
        explore("workbench", fickle, cpa=2.0)


def test_each_keyword_has_a_slider_and_moves_all_four_panels():
    """`cap` moves curve, slope, cost and line; the cursor moves only what stands on the error axis."""
    explorer = explore("workbench", fickle)
    assert list(explorer.specs) == ["cap", "error"]
    before = [line.get_xydata().copy() for line in explorer.scene.curves]
    explorer.set(cap=1.0)
    assert not any(np.array_equal(a, b.get_xydata()) for a, b in zip(before, explorer.scene.curves, strict=True))
    before = [line.get_xydata().copy() for line in explorer.scene.curves]
    explorer.set(error=-4.0)
    assert all(np.array_equal(a, b.get_xydata()) for a, b in zip(before, explorer.scene.curves, strict=True))


def test_a_plain_loop_over_examples_works():
    """A function that goes through the examples one by one gets plain rows of numbers, and its list is taken."""

    def looped(y_true, y_pred):
        return [abs(a - b) for a, b in zip(y_true, y_pred, strict=True)]

    explorer = explore("workbench", looped)
    assert explorer.error is None
    assert "best constant 11.35 (mean 14.83, median 11.35)" in explorer.readout


def test_known_losses_find_mean_median_and_their_lines():
    """Squared error's best constant and line are the mean and the line of least squares."""
    _, y = with_wild_values()
    explorer = explore("workbench", squared_error)
    assert explorer.scene.fit.constant == pytest.approx(y.mean(), abs=1e-3)
    assert explorer.scene.fit.line.slope == pytest.approx(explorer.scene.known[squared_error].slope, abs=1e-4)
    assert f"best constant {y.mean():.4g}" in explorer.description


def test_wrong_data_is_an_error_of_the_call():
    """Data are not the loss's fault, so they raise."""
    with pytest.raises(ValueError, match="two lists of equal length"):
        explore("workbench", huber, x=[1.0, 2.0], y=[1.0])
    with pytest.raises(ValueError, match="every y is 2"):
        explore("workbench", huber, x=[1.0, 2.0], y=[2.0, 2.0])
