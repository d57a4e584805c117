"""What `check` finds out about a function, shown on the exercise of the Huber loss."""

import contextlib
import threading
import time

import numpy as np
import pytest

from lossviz.exercises import check, record, running

KEY = "02-huber"


@pytest.fixture(autouse=True)
def fresh():
    """Each test begins as a fresh kernel does."""
    record.forget()
    yield
    record.forget()


def with_masks(y_true, y_pred, delta=1.0):
    e = np.abs(y_pred - y_true)
    small = e <= delta
    return small * e**2 / 2 + ~small * delta * (e - delta / 2)


def with_minimum(y_true, y_pred, delta=1.0):
    e = np.abs(y_true - y_pred)
    m = np.minimum(e, delta)
    return m * (e - m / 2)


def with_clip(t, p, delta):
    e = p - t
    c = e.clip(-delta, delta)
    return c * (e - c / 2)


def with_a_loop(y_true, y_pred, delta=1.0):
    out = []
    for t, p in zip(y_true, y_pred, strict=True):
        e = abs(p - t)
        out.append(0.5 * e * e if e <= delta else delta * e - 0.5 * delta**2)
    return out


def in_place_on_a_copy(y_true, y_pred, delta=1.0):
    out = np.abs(y_pred - y_true)
    big = out > delta
    out[big] = delta * (out[big] - delta / 2)
    out[~big] **= 2
    out[~big] /= 2
    return out


def in_single_precision(y_true, y_pred, delta=1.0):
    return with_minimum(np.float32(y_true), np.float32(y_pred), np.float32(delta))


@pytest.mark.parametrize(
    "function", [with_masks, with_minimum, with_clip, with_a_loop, in_place_on_a_copy, in_single_precision]
)
def test_other_ways_of_writing_it_are_right(function):
    """Masks, minimum, clip, a loop that returns a list, work on a copy and single precision all pass."""
    feedback = check(KEY, function)
    assert feedback.right, feedback


def forgets_return(y_true, y_pred, delta=1.0):
    with_masks(y_true, y_pred, delta)


def text(y_true, y_pred, delta=1.0):
    return "0.5 e²"


def too_few_arguments(y_true):
    return y_true


def without_tunable(y_true, y_pred):
    return with_masks(y_true, y_pred)


def changes_its_argument(y_true, y_pred, delta=1.0):
    y_pred -= y_true
    return with_masks(0, y_pred, delta)


def sums_up(y_true, y_pred, delta=1.0):
    return with_masks(y_true, y_pred, delta).sum()


def table(y_true, y_pred, delta=1.0):
    return with_masks(y_true[:, None], y_pred, delta)


def column(y_true, y_pred, delta=1.0):
    return with_masks(y_true, y_pred, delta)[:, None]


def minus(y_true, y_pred, delta=1.0):
    return -with_masks(y_true, y_pred, delta)


def threefold(y_true, y_pred, delta=1.0):
    return 3 * with_masks(y_true, y_pred, delta)


def shifted(y_true, y_pred, delta=1.0):
    return with_masks(y_true, y_pred, delta) + 0.25


def not_a_number(y_true, y_pred, delta=1.0):
    return with_masks(y_true, y_pred, delta) + 0 * np.log(np.abs(y_pred - y_true))


def infinite(y_true, y_pred, delta=1.0):
    return with_masks(y_true, y_pred, delta) + np.where(y_pred == y_true, np.inf, 0)


def whole_numbers(y_true, y_pred, delta=1.0):
    return with_masks(y_true, y_pred, delta).astype(int)


def one_number_at_a_time(y_true, y_pred, delta=1.0):
    e = abs(float(y_pred) - float(y_true))
    return e**2 / 2 if e <= delta else delta * (e - delta / 2)


def returns_a_function(y_true, y_pred, delta=1.0):
    return lambda: 0


def objects(y_true, y_pred, delta=1.0):
    return [{} for _ in y_true]


def misspelt(y_true, y_pred, delta=1.0):
    size = np.abs(y_pred - y_true)
    return np.wear(size <= delta, size**2 / 2, delta * (size - delta / 2))


def recursive(y_true, y_pred, delta=1.0):
    return recursive(y_true, y_pred, delta)


WORDS = {
    forgets_return: "returns None: end the function with return",
    text: "returns a str, not real numbers",
    too_few_arguments: r"It is declared with (y_true), but is called with 2 arguments, delta=…: too many positional",
    without_tunable: "got an unexpected keyword argument 'delta'",
    changes_its_argument: "changes its argument y_pred while it runs",
    sums_up: "It returns the sum, one number: return one loss for each of the 6 examples",
    table: "table of shape (6, 6): a column met a row",
    column: "The numbers come in shape (6, 1): they should have shape (6,)",
    minus: "Only the sign differs, everywhere",
    threefold: "All are 3 times what they should be",
    shifted: "All are off by the same amount, 0.25",
    not_a_number: "There is nan where a number should be. 5 of 6 numbers agree",
    infinite: "There is an infinity where a finite number should be",
    whole_numbers: "whole numbers (int64)",
    one_number_at_a_time: "For a single number it works: it has to work for a whole array, too",
    returns_a_function: "returns a function, not a number",
    objects: "returns a list, not numbers",
    misspelt: "has no attribute 'wear', in line 3 of your function: return np.wear(size <= delta",
    recursive: "calls itself for ever",
}


@pytest.mark.parametrize(("function", "words"), WORDS.items(), ids=[function.__name__ for function in WORDS])
def test_each_kind_of_mistake_has_its_words(function, words):
    """What is not known in advance is told by what differs: result, shape, sign, scale, dtype, extremes, errors."""
    feedback = check(KEY, function)
    assert not feedback.right
    assert words in repr(feedback), feedback


def test_the_first_number_that_differs_is_shown_with_its_inputs():
    """Arguments, the learner's number and the right one stand in one line."""

    def third(y_true, y_pred, delta=1.0):
        e = np.abs(y_pred - y_true)
        return np.where(e <= delta, e**2 / 3, delta * (e - delta / 2))

    assert "For y = 0, ŷ = -1, delta = 1 yours is 0.333333, it should be 0.5." in repr(check(KEY, third))


def test_a_call_in_place_of_the_function_is_told():
    """Handing over a result is the commonest slip of all; the cure is spelt out."""
    assert 'check("02-huber", my_huber)' in repr(check(KEY, with_masks(np.zeros(2), np.ones(2))))


def endless(y_true, y_pred, delta=1.0):
    while True:
        with contextlib.suppress(Exception):
            delta += 1


def test_an_endless_loop_is_stopped(monkeypatch):
    """A loop that never ends is stopped, also one that swallows every exception, and told."""
    monkeypatch.setattr(running, "SECONDS", 0.3)
    start = time.perf_counter()
    assert "has not finished after 0.3 seconds" in repr(check(KEY, endless))
    assert time.perf_counter() - start < 3


def test_an_endless_loop_is_stopped_off_the_main_thread(monkeypatch):
    """Where no alarm clock can ring, in another thread, the loop is stopped too, and tracing is given back."""
    monkeypatch.setattr(running, "SECONDS", 0.3)
    said = []
    thread = threading.Thread(target=lambda: said.append(repr(check(KEY, endless))))
    thread.start()
    thread.join(10)
    assert said and "has not finished" in said[0]


def test_a_sound_function_is_right_off_the_main_thread():
    """Watching the lines changes no result."""
    said = []
    thread = threading.Thread(target=lambda: said.append(check(KEY, with_a_loop).right))
    thread.start()
    thread.join(10)
    assert said == [True]


def test_nothing_is_printed_and_no_warning_escapes(capsys):
    """What a learner's function prints or warns about does not drown the answer."""

    def noisy(y_true, y_pred, delta=1.0):
        print("here")
        return with_masks(y_true, y_pred, delta) + 0 * np.sqrt(-1.0 - np.abs(y_pred))

    check(KEY, noisy)
    assert capsys.readouterr().out == ""


def test_numbers_are_taken_as_people_type_them():
    """A comma, a NumPy number, a text and an array of one number are numbers."""
    for answer in ("0,125", "0.125", np.float32(0.125), np.array([0.125]), 1 / 8):
        assert check("02-mae-slope", answer).right
    assert check("02-corner", " C) ").right


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (-0.1, "too small"),
        (12.5, "decimal point"),
        (True, "One number"),
        ("two", "number is asked"),
        (np.inf, "finite"),
    ],
)
def test_wrong_numbers_are_told_how(answer, words):
    """Sign, decimal point, too large and too small, and what is no number."""
    assert words in repr(check("02-mae-slope", answer))


def test_an_unknown_key_offers_the_nearest():
    """A misspelt key is an error that names the nearest keys."""
    with pytest.raises(ValueError, match="no '02-hubr' here; did you mean '02-huber'"):
        check("02-hubr", 1)
