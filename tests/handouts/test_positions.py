"""Which positions of its sliders an explorer keeps on a page."""

import pytest

from lossviz.explorers import EXPLORERS
from lossviz.handouts.positions import FEWEST, FRAMES, combinations, plan

KINDS = ("absolute_error", "huber", "outlier", "surrogates", "residuals", "binary_focal", "pairwise_ranking")


@pytest.mark.parametrize("name", KINDS)
def test_a_plan_keeps_ends_start_and_budget(name):
    """Every control keeps both ends and where it stands, and there are about as many frames as a page can hold."""
    explorer = EXPLORERS[name]()
    controls, kept, together = plan(explorer)
    for control, places in zip(controls, kept, strict=True):
        assert {0, control.start, len(control.values) - 1} <= set(places)
        assert len(places) >= min(FEWEST, len(control.values))
    frames = combinations(controls, kept, together)
    assert len(frames) == len(set(frames)) <= FRAMES
    assert tuple(places.index(control.start) for control, places in zip(controls, kept, strict=True)) in frames


def test_two_sliders_combine():
    """Every combination of the kept positions of δ and e is drawn, and kept positions are round."""
    explorer = EXPLORERS["huber"]()
    controls, kept, together = plan(explorer)
    assert together
    assert len(combinations(controls, kept, together)) == len(kept[0]) * len(kept[1])
    error = [controls[1].values[place] for place in kept[1]]
    assert {-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0} <= set(error)


def test_three_sliders_move_one_at_a_time():
    """In each frame all sliders but one stand where they start."""
    explorer = EXPLORERS["outlier"]()
    controls, kept, together = plan(explorer)
    assert not together
    starts = [places.index(control.start) for control, places in zip(controls, kept, strict=True)]
    for frame in combinations(controls, kept, together):
        assert sum(number != start for number, start in zip(frame, starts, strict=True)) <= 1


@pytest.mark.parametrize("name", KINDS)
def test_positions_are_told_as_the_widget_tells_them(name):
    """The text of the position at the start is what the explorer's own control shows."""
    explorer = EXPLORERS[name]()
    for control in plan(explorer)[0]:
        widget = explorer.controls[control.name]
        shown = format(widget.value, widget.readout_format) if isinstance(widget.value, float) else str(widget.value)
        assert control.texts[control.start].replace("−", "-") == shown.replace("−", "-")
