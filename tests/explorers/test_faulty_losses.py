"""A learner's own loss may fail in any way; the explorer says so in words, and its sliders go on working."""

import re

import numpy as np
import pytest

from lossviz import explore, huber
from lossviz.explorers.explorer import Explorer

from .moves import numbers, parse, shapes


def raises_beyond_three(y_true, y_pred, *, cap=1.0):
    """Fails where its slider stands above 3."""
    if cap > 3:
        raise ValueError(f"cap is {cap}, <more> than 3 & too much")
    return np.minimum((y_pred - y_true) ** 2, cap)


def misspelt_beyond_three(y_true, y_pred, *, cap=1.0):
    """Has a name that does not exist in one of its branches."""
    return np.minimum((y_pred - y_true) ** 2, cpa if cap > 3 else cap)  # noqa: F821


def one_number_beyond_three(y_true, y_pred, *, cap=1.0):
    """Forgets that a loss gives one number for each example."""
    losses = np.minimum((y_pred - y_true) ** 2, cap)
    return losses.mean() if cap > 3 else losses


def wrong_shape_beyond_three(y_true, y_pred, *, cap=1.0):
    """Gives a loss too few."""
    losses = np.minimum((y_pred - y_true) ** 2, cap)
    return losses[1:] if cap > 3 else losses


def nothing_beyond_three(y_true, y_pred, *, cap=1.0):
    """Forgets to return."""
    if cap <= 3:
        return np.minimum((y_pred - y_true) ** 2, cap)


def nan_beyond_three(y_true, y_pred, *, cap=1.0):
    """Takes the root of a negative number."""
    return np.sqrt(3 - cap) * (y_pred - y_true) ** 2


def divides_by_zero_beyond_three(y_true, y_pred, *, cap=1.0):
    """Divides by zero in plain Python."""
    return (y_pred - y_true) ** 2 * (1 / (cap <= 3))


FAULTS = {
    raises_beyond_three: r"ValueError: cap is 4\.0, <more> than 3 & too much",
    misspelt_beyond_three: r"NameError: name 'cpa' is not defined",
    one_number_beyond_three: r"returned a single number for \d+ predictions: return one loss for each",
    wrong_shape_beyond_three: r"returned shape \(\d+,\) for predictions of shape \(\d+,\)",
    nothing_beyond_three: r"returned None: end the function with return",
    nan_beyond_three: r"\bnan\b",
    divides_by_zero_beyond_three: r"ZeroDivisionError: division by zero",
}
every_fault = pytest.mark.parametrize(("function", "words"), FAULTS.items(), ids=[fault.__name__ for fault in FAULTS])


def assert_says(explorer, words):
    """The error stands in readout and text alternative, marked as an alert; what cannot be computed is not drawn."""
    assert re.search(words, explorer.error), explorer.error
    assert explorer.readout == explorer.error
    assert explorer.error in explorer.description
    drawing, readout = parse(explorer)
    assert (readout.get("role"), readout.text) == ("alert", explorer.error)
    assert shapes(drawing) == [] or "nan" in explorer.error
    assert "Traceback" not in explorer.error and "\n" not in explorer.error


def assert_sound(explorer):
    assert explorer.error is None
    drawing, readout = parse(explorer)
    assert readout.get("role") == "status"
    assert shapes(drawing)


@every_fault
def test_an_error_is_said_and_goes_away_again(function, words):
    """Where the function fails the explorer says so; where it does not, it draws as if nothing had been."""
    explorer = explore(function, cap=2.0, error=1.0)
    assert_sound(explorer)
    sound = explorer.readout, explorer.description
    explorer.set(cap=4.0)
    assert_says(explorer, words)
    explorer.set(error=-1.0)
    assert_says(explorer, words)
    explorer.controls["cap"].value = 2.0
    assert_sound(explorer)
    explorer.set(error=1.0)
    assert (explorer.readout, explorer.description) == sound
    assert holds(numbers(explorer.readout), float(explorer.scene.loss(0.0, 1.0, cap=2.0)))


def holds(said, wanted):
    return any(abs(number - wanted) < 0.001 for number in said)


@every_fault
def test_an_error_at_the_start_goes_away_too(function, words):
    """An explorer whose first drawing fails stands all the same, and draws once its slider comes to a sound value."""
    explorer = explore(function, cap=4.0)
    assert_says(explorer, words)
    data, metadata = explorer._repr_mimebundle_()
    assert data["text/plain"].startswith("Explorer: ")
    assert explorer.error in metadata["image/png"]["alt"]
    explorer.set(cap=2.0)
    assert_sound(explorer)


@every_fault
def test_frames_tell_where_a_loss_fails(function, words):
    """A page without a kernel gets a frame for each position: the sound ones drawn, the faulty ones told in words."""
    _, frames = explore(function).frames("cap")
    for value, overlay, readout, description in frames:
        assert ("<path" in overlay) == (value <= 3) or "nan" in readout
        assert readout in description if value > 3 else numbers(readout)


def test_a_loss_that_never_works_is_told():
    """A function that fails whatever its sliders say gives an explorer that says why."""

    def hopeless(y_true, y_pred, *, cap=1.0):
        return undefined  # noqa: F821

    explorer = explore(hopeless)
    for cap in explorer.specs["cap"].positions()[::10]:
        explorer.set(cap=cap)
        assert_says(explorer, "NameError: name 'undefined' is not defined")


def test_a_loss_without_sliders_of_its_own_recovers_along_the_axis():
    """A function that fails for some predictions only is told as long as the cursor stands on one of them."""

    def root(y_true, y_pred):
        return np.sqrt(y_pred - y_true)

    explorer = explore(root)
    explorer.set(error=-2.0)
    assert "nan" in explorer.error
    explorer.set(error=2.0)
    assert_sound(explorer)


def test_no_moment_of_failure_escapes():
    """Whichever call of the function fails during a step, no error leaves the explorer, and the next step is sound."""
    calls, failing = 0, None

    def fickle(y_true, y_pred, *, cap=1.0):
        nonlocal calls
        calls += 1
        if calls == failing:
            raise RuntimeError("now and then")
        return np.minimum((y_pred - y_true) ** 2, cap)

    explorer = explore(huber, fickle)
    calls = 0
    explorer.set(error=2.0)
    for number in range(1, calls + 1):
        calls, failing = 0, number
        explorer.set(error=-2.0)
        assert_says(explorer, "RuntimeError: now and then")
        failing = None
        explorer.set(error=2.0)
        assert_sound(explorer)


def test_a_faulty_loss_beside_a_sound_one_is_told():
    """When a loss drawn for comparison fails, the error names it rather than passing for the first loss's."""

    def rootless(y_true, y_pred, *, delta=1.0):
        if delta > 3:
            raise ValueError("rootless cannot")
        return (y_pred - y_true) ** 2

    explorer = explore(huber, rootless)
    assert_sound(explorer)
    explorer.set(delta=4.0)
    assert_says(explorer, "rootless cannot")
    explorer.set(delta=1.0)
    assert_sound(explorer)


def test_a_scene_of_any_kind_may_fail():
    """The engine catches whatever a scene's `update` raises, not only what a loss raises."""
    explorer = explore(huber)
    broken = Explorer(explorer.scene, list(explorer.specs.values()), "broken")

    def update(**values):
        raise KeyError("gone")

    broken.scene.update, update = update, broken.scene.update
    broken.set(delta=2.0)
    assert_says(broken, "KeyError: 'gone'")
    broken.scene.update = update
    broken.set(delta=2.0)
    assert_sound(broken)
