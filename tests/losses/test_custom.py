"""A learner's own function as a loss: its tunables, its answers to mistakes, and being a loss like any other."""

import copy
import functools
import pickle

import numpy as np
import pytest

from lossviz import LOSSES, huber, loss
from lossviz.losses.domains import LOGIT, POSITIVE, PROBABILITY, REAL, SCORE, SIGN
from lossviz.losses.facts import Switch


@loss
def lopsided(y_true, y_pred, *, too_low=3.0, squared=True, unit="kg"):
    """Costs more below than above."""
    assert unit in ("kg", "g")
    error = y_pred - y_true
    return np.where(error < 0, too_low, 1.0) * (error**2 if squared else np.abs(error))


def plain(y_true, y_pred, delta=1.0):
    return np.where(np.abs(y_pred - y_true) < delta, (y_pred - y_true) ** 2, delta)


def test_decorator_with_and_without_brackets_and_call():
    """The three ways give the same loss, under the function's name, with its docstring and signature."""
    for made in (loss(plain), loss()(plain), loss(title="Cut off")(plain)):
        np.testing.assert_array_equal(made([0.0, 0.0], [0.5, 3.0], delta=2.0), [0.25, 2.0])
        assert made.name == "plain"
        assert repr(made) == "<loss plain(y_true, y_pred, delta=1.0)>"
    assert made.title == "Cut off"
    assert lopsided.__doc__ == "Costs more below than above."
    assert lopsided.title == "lopsided"


def test_keywords_become_tunables():
    """A number gets a slider, a bool a switch; anything else gets none and is passed on unchanged."""
    assert list(lopsided.tunables) == ["too_low", "squared"]
    assert lopsided.tunables["too_low"].default == 3.0
    assert isinstance(lopsided.tunables["squared"], Switch)
    assert lopsided(0.0, -2.0, squared=False, unit="g") == 6.0
    with pytest.raises(AssertionError):
        lopsided(0.0, 1.0, unit="stone")
    with pytest.raises(TypeError, match="squared must be True or False; got 1"):
        lopsided(0.0, 1.0, squared=1)
    with pytest.raises(TypeError, match="did you mean 'too_low'"):
        lopsided(0.0, 1.0, to_low=1.0)


@pytest.mark.parametrize(
    ("default", "slider"),
    [
        (2.0, (0.2, 8.0)),
        (1, (0.1, 4.0)),
        (0.5, (0.05, 0.95)),
        (0.1, (0.01, 0.4)),
        (0, (0.0, 1.0)),
        (-2.0, (-8.0, 8.0)),
        (np.float64(5), (0.5, 20.0)),
        (np.inf, None),
    ],
)
def test_the_range_of_a_slider_comes_from_the_default(default, slider):
    """From a tenth to four times a positive number, a fraction below 1, both signs for a negative one."""

    def example(y_true, y_pred, k=default):
        return k + y_pred - y_true

    found = loss(example).tunables["k"].slider
    assert found == (None if slider is None else pytest.approx(slider))
    assert loss(example)(0.0, 1.0) == default + 1


def test_sliders_can_be_given():
    """`sliders` replaces the range, and is refused where it names no number, is no range or leaves out the default."""
    assert loss(plain, sliders={"delta": (0.5, 2)}).tunables["delta"].slider == (0.5, 2)
    for wrong, words in (
        ({"dleta": (0, 1)}, "sliders names 'dleta', which is no number among plain's keywords .delta."),
        ({"delta": 3}, "two numbers, from and to"),
        ({"delta": (2, 1)}, "two numbers, from and to"),
        ({"delta": (2, 5)}, "leaves out its default 1.0"),
    ):
        with pytest.raises(ValueError, match=words):
            loss(plain, sliders=wrong)


def test_the_prediction_is_named_by_a_word():
    """The word says what predictions and targets may be, which gives figures their axis; a Domain does as well."""
    for word, target, prediction in (
        ("error", REAL, REAL),
        ("probability", PROBABILITY, PROBABILITY),
        ("logit", PROBABILITY, LOGIT),
        ("margin", SIGN, SCORE),
        (POSITIVE, REAL, POSITIVE),
    ):
        made = loss(plain, prediction=word)
        assert made.targets == {"y_true": target}
        assert made.predictions == {"y_pred": prediction}
    assert loss(plain, target=POSITIVE).targets == {"y_true": POSITIVE}
    with pytest.raises(ValueError, match="y_pred must be a probability between 0 and 1; got 2"):
        loss(plain, prediction="probability")(0.0, 2.0)
    with pytest.raises(ValueError, match="prediction must be one of 'error', 'probability', 'logit', 'margin'"):
        loss(plain, prediction="odds")
    with pytest.raises(TypeError, match="target must be a Domain"):
        loss(plain, target="labels")


def test_it_is_a_loss_like_any_other():
    """It has every attribute of the losses of the catalogue; what cannot be known of it is None or empty."""
    repr(huber), repr(lopsided)  # the signature is worked out on first use
    assert set(vars(huber)) <= set(vars(lopsided)) | {"__type_params__"}
    assert lopsided.elementwise
    assert [lopsided.convex, lopsided.smooth, lopsided.bounded, lopsided.slope_bounded] == [None] * 4
    assert lopsided.kinks(0.0, too_low=1.0) == lopsided.joins(0.0) == ()
    assert lopsided.formula == lopsided.use == lopsided.source == ""
    assert loss(plain, formula=r"\ell = e").formula == r"\ell = e"
    assert lopsided not in LOSSES.values()


def test_arrays_are_checked_before_the_function_sees_them():
    """Lists, integers and single numbers are welcome, float32 stays, and bad arrays get the usual messages."""
    assert lopsided([0, 0], [1, -1]).tolist() == [1.0, 3.0]
    assert isinstance(lopsided(0, 2), np.float64)
    assert lopsided(np.float32([0]), np.float32([1])).dtype == np.float32
    assert lopsided(np.zeros((2, 3)), np.ones((2, 3))).shape == (2, 3)
    np.testing.assert_array_equal(np.isnan(lopsided([0, 0], [np.nan, 1])), [True, False])
    with pytest.raises(ValueError, match="reshape"):
        lopsided(np.zeros(3), np.zeros((3, 1)))
    with pytest.raises(ValueError, match="y_true holds nan"):
        lopsided(np.nan, 1.0)


def test_a_function_that_loops_and_one_that_writes_are_welcome():
    """A list of losses is as good as an array, also for a single prediction; what is written to are copies."""

    @loss
    def looping(y_true, y_pred):
        return [(p - y) ** 2 if p > y else y - p for y, p in zip(y_true, y_pred, strict=True)]

    @loss
    def writing(y_true, y_pred):
        y_pred -= y_true
        y_pred *= y_pred
        return y_pred

    y_true, y_pred = np.array([1.0, 1.0]), np.array([3.0, 0.0])
    for made, slopes in ((looping, [4.0, -1.0]), (writing, [4.0, -2.0])):
        assert made(y_true, y_pred).tolist() == [4.0, 1.0]
        np.testing.assert_allclose(made.gradient(y_true, y_pred), slopes)
        assert made(1.0, 3.0) == 4.0
    assert y_pred.tolist() == [3.0, 0.0]


@pytest.mark.parametrize(
    ("function", "kind", "words"),
    [
        (lambda y, p: ((p - y) ** 2).mean(), ValueError, r"single number for 3 predictions.*without \.mean\(\)"),
        (lambda y, p: None, TypeError, "returned None: end the function with return"),
        (lambda y, p: (p - y)[:2], ValueError, r"returned shape \(2,\) for predictions of shape \(3,\)"),
        (lambda y, p: (p - y)[:, None] - y, ValueError, r"returned shape \(3, 3\)"),
        (
            lambda y, p: "far off",
            TypeError,
            "must return one number for each prediction: the result holds text",
        ),
        (lambda y, p: p - y + 1j, TypeError, "complex"),
        (lambda y, p: {"loss": p - y}, TypeError, "must hold numbers"),
        (lambda y, p: [[1.0], [1.0, 2.0], [3.0]], ValueError, "ragged"),
        (lambda y, p: (e for e in p - y), TypeError, "must hold numbers"),
        (lambda y, p: p - y if p > y else y - p, ValueError, "truth value of an array"),
        (lambda y, p: p.no_such, AttributeError, "no_such"),
    ],
)
def test_mistakes_inside_the_function(function, kind, words):
    """What is returned wrongly is said in words; what the function itself raises comes through unchanged."""
    made = loss(function)
    for call in (made, made.gradient):
        with pytest.raises(kind, match=words):
            call([0.0, 1.0, 2.0], [1.0, 1.0, 1.0])
    assert made.gradient_source.startswith("There is no gradient: your_loss raised")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda: 1.0, "your_loss takes no argument by place"),
        (lambda y_pred: y_pred, "your_loss takes only y_pred; a loss takes target and prediction"),
        (lambda y_pred, y_true: y_pred, "put the target first"),
        (lambda y, p, delta: p, "needs a default for delta, as in delta=1.0"),
        ("huber", "loss makes a loss of a function .*; got str"),
        (huber, "huber is a loss already"),
        (print, "takes no argument by place"),
    ],
)
def test_mistakes_in_the_head_of_the_function(function, words):
    """What is no function of target and prediction is refused when the loss is made, with how to write it."""
    with pytest.raises(TypeError, match=words):
        loss(function)


class Scaled:
    """A loss with a state, as frameworks write it."""

    def __init__(self, factor):
        self.factor = factor

    def __call__(self, y_true, y_pred, power=2.0):
        return np.where(y_pred == y_true, 0.0, self.factor * np.abs(y_pred - y_true) ** power)


def with_cut(limit):
    def cut(y_true, y_pred):
        return np.minimum(np.abs(y_pred - y_true), limit)

    return cut


def test_anything_that_can_be_called_will_do():
    """Closures, partials, bound methods and objects with `__call__` are losses too, and have gradients."""
    for function, name, value, slope in (
        (with_cut(5.0), "cut", 3.0, 1.0),
        (functools.partial(plain, delta=9.0), "plain", 9.0, 6.0),
        (Scaled(2.0), "Scaled", 18.0, 12.0),
        (Scaled(2.0).__call__, "__call__", 18.0, 12.0),
        (lambda y, p: (p - y) ** 2, "your_loss", 9.0, 6.0),
    ):
        made = loss(function)
        assert made.name == name
        assert made(0.0, 3.0) == value
        assert made.gradient(0.0, 3.0) == pytest.approx(slope)
        assert made.gradient_source.endswith("agree with it.")


def test_copied_by_name_or_by_its_function():
    """A decorated function is pickled by name; one made by a call is rebuilt from its plain function."""
    assert pickle.loads(pickle.dumps(lopsided)) is lopsided
    again = pickle.loads(pickle.dumps(loss(plain, title="Cut off", sliders={"delta": (0.5, 2)})))
    assert (again.title, again.tunables["delta"].slider, again(0.0, 3.0)) == ("Cut off", (0.5, 2), 1.0)
    assert copy.deepcopy(loss(with_cut(5.0)))(0.0, 9.0) == 5.0
