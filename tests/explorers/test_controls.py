"""Driving an explorer without a mouse: `set`, the widgets, and the words for what cannot be set."""

import pytest

from lossviz.explorers import EXPLORERS, explore
from lossviz.explorers.controls import Choice, Slider, slider_over
from lossviz.losses import LOSSES

every_explorer = pytest.mark.parametrize("name", EXPLORERS)


def beyond(spec):
    """Values that a control does not take."""
    if isinstance(spec, Choice):
        return ["no such choice"]
    return [spec.low - spec.step, spec.high + spec.step, float("nan"), float("inf")]


@every_explorer
def test_a_value_out_of_range_is_named(explorer):
    """`set` beyond a control's range is a `ValueError` with the control's name, and moves nothing."""
    before, shown = explorer.values, explorer.overlay
    for control, spec in explorer.specs.items():
        for value in beyond(spec):
            with pytest.raises(ValueError, match=rf"^{control} (runs from|is one of) .*got "):
                explorer.set(**{control: value})
    assert (explorer.values, explorer.overlay) == (before, shown)


@every_explorer
def test_an_unknown_control_is_named(explorer):
    """`set` of a control that is not there is a `ValueError` that lists those that are."""
    with pytest.raises(ValueError, match=f"no control 'nonsense'; it has {', '.join(explorer.specs)}"):
        explorer.set(nonsense=1.0)


def test_one_wrong_value_moves_no_control():
    """When one of several values is wrong, the others are not set either."""
    explorer = explore(LOSSES["huber"])
    before = explorer.values
    with pytest.raises(ValueError, match="error runs from"):
        explorer.set(delta=3.0, error=99.0)
    assert explorer.values == before


def test_a_moved_widget_moves_the_picture():
    """A value that arrives at a widget, as from the browser, is drawn; several set together are drawn once."""
    explorer = explore(LOSSES["huber"])
    drawn = []
    explorer._overlay.observe(lambda change: drawn.append(change["new"]), names=["value"])
    explorer.controls["delta"].value = 2.0
    assert len(drawn) == 1 and drawn[0] == explorer.overlay
    explorer.set(delta=3.0, error=-2.0)
    assert len(drawn) == 2
    assert "error e = -2" in explorer.readout


def test_a_value_that_the_browser_rounds_is_said_as_the_reader_set_it():
    """A slider in the browser sends 1.0000000000000002 for 1; values, words and repr say 1."""
    explorer = explore(LOSSES["huber"], delta=2.0)
    explorer.controls["delta"].value = 1.0000000000000002
    assert explorer.values["delta"] == 1.0
    assert "0000000" not in explorer.description + explorer.readout + repr(explorer)


def test_two_explorers_do_not_share_anything():
    """Moving one explorer leaves another of the same loss as it was, and their drawings share no clip id."""
    one, other = explore(LOSSES["huber"]), explore(LOSSES["huber"])
    before = other.overlay
    one.set(delta=4.0)
    assert other.overlay == before
    ids = [set(part.split('"')[0] for part in explorer.overlay.split('clipPath id="')[1:]) for explorer in (one, other)]
    assert ids[0] and ids[1] and not ids[0] & ids[1]


@pytest.mark.parametrize(
    ("low", "high", "value"), [(0.1, 5.0, 1.0), (0.0, 1.0, 0.5), (-8.0, 2.0, 1.0), (0.01, 1.0, 0.07), (1, 300, 40)]
)
def test_a_slider_has_about_a_hundred_round_steps(low, high, value):
    """Its step is 1, 2 or 5 times a power of ten, it starts on a step next to the value, and stays in its range."""
    slider = slider_over("name", "label", low, high, value)
    positions = slider.positions()
    assert 45 <= len(positions) <= 210
    assert f"{slider.step:e}"[0] in "125"
    assert slider.value in positions and abs(slider.value - value) <= slider.step / 2 + 1e-12
    assert low <= positions[0] and positions[-1] <= high
    assert f"{slider.value:.{slider.digits}f}" == f"{slider.value:.10f}".rstrip("0").rstrip(".") or slider.digits


def test_positions_reach_both_ends():
    """A slider's positions start at its low end and end at its high end, without binary dust."""
    positions = Slider("name", "label", -4.0, 4.0, 0.1, 1.5).positions()
    assert (positions[0], positions[-1], len(positions)) == (-4.0, 4.0, 81)
    assert 0.3 in positions and -0.7 in positions


def test_a_choice_takes_its_options_only():
    """A choice's positions are its options; another value is told with the options there are."""
    choice = Choice("loss", "loss", ("squared", "absolute"), "squared")
    assert choice.positions() == ["squared", "absolute"]
    with pytest.raises(ValueError, match="loss is one of squared, absolute; got 'cubic'"):
        choice.check("cubic")
