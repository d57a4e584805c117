"""What holds for every explorer at every position of its controls."""

import itertools
import re
import warnings

import pytest

from lossviz.explorers import EXPLORERS
from lossviz.losses import LOSSES

from .moves import OF_EACH_KIND, along, at_random, numbers, parse, shapes, without_ids

every_explorer = pytest.mark.parametrize("name", EXPLORERS)


def step(explorer, values):
    """Move, hold what must hold anywhere, and return what was shown: drawing, text alternative and readout."""
    explorer.set(**values)
    assert explorer.error is None, f"at {explorer.values}: {explorer.error}"
    assert explorer.values == explorer.values | values
    drawing, readout = parse(explorer)
    assert shapes(drawing), f"nothing is drawn at {explorer.values}"
    assert not re.search(r"\b(?:nan|inf)\b", drawing_commands(drawing)), f"a path of no place at {explorer.values}"
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == explorer.description
    assert (readout.get("role"), readout.text) == ("status", explorer.readout)
    return without_ids(explorer.overlay), explorer.description, explorer.readout


def drawing_commands(drawing):
    """The path data of a drawing as one text."""
    return " ".join(shape.get("d", "") for shape in shapes(drawing)).lower()


@every_explorer
def test_every_slider_goes_through_all_its_positions(name):
    """No error, no warning, a drawing at each position; drawing and text alternative answer to each control."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        explorer = EXPLORERS[name]()
        start = explorer.values
        low_ends = {control: spec.positions()[0] for control, spec in explorer.specs.items()}
        for control in explorer.specs:
            shown = [step(explorer, values) for values in along(explorer, control)]
            from_low_ends = {step(explorer, low_ends | values)[2] for values in along(explorer, control)[::9]}
            explorer.set(**start)
            drawings, descriptions, readouts = (set(kind) for kind in zip(*shown, strict=True))
            assert len(drawings) > len(shown) / 2, f"{control} changes the drawing at few of its positions"
            assert len(descriptions) > len(shown) / 2, f"{control} changes the text alternative at few of its positions"
            assert max(len(readouts), len(from_low_ends)) > 1, f"{control} never changes the readout"
    assert [str(warning.message) for warning in warned] == []


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_any_combination_of_positions_can_be_drawn(explorer):
    """A hundred random combinations of positions give no error and no warning, and each differs from the one before."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        combinations = at_random(explorer, 100)
        shown = [step(explorer, values) for values in combinations]
    assert [str(warning.message) for warning in warned] == []
    moved = [before != after for before, after in itertools.pairwise(combinations)]
    changed = [before != after for before, after in itertools.pairwise(shown)]
    assert sum(changed) >= 0.95 * sum(moved)


@every_explorer
def test_a_step_back_shows_what_was_shown_before(explorer):
    """What is shown depends on where the controls stand, not on the way there."""
    combinations = at_random(explorer, 12)
    there = [step(explorer, values) for values in combinations]
    back = [step(explorer, values) for values in reversed(combinations)]
    assert there == back[::-1]


@every_explorer
def test_the_words_carry_numbers(explorer):
    """Text alternative and readout of the start state numbers, and the repr states where every control stands."""
    assert numbers(explorer.description)
    assert numbers(explorer.readout)
    assert len(explorer.description) > 60
    for control, value in explorer.values.items():
        assert f"{control} = {value}" in repr(explorer)


@every_explorer
def test_each_control_says_what_it_moves(explorer):
    """Each control has a label, a start on one of its positions, and at least two positions."""
    for control, widget in explorer.controls.items():
        spec = explorer.specs[control]
        assert widget.description == spec.label != ""
        assert len(spec.positions()) >= 2
        assert explorer.values[control] in spec.positions()
        assert spec.positions()[-1] == (spec.high if hasattr(spec, "high") else spec.options[-1])


def test_every_elementwise_loss_has_an_explorer():
    """`EXPLORERS` holds each loss that can be drawn over one number, under its own name."""
    assert {name for name, loss in LOSSES.items() if loss.elementwise} <= set(EXPLORERS)
