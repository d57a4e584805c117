"""The curve explorers draw and say the numbers of their loss, computed here once more from the catalogue."""

import numpy as np
import pytest

from lossviz.explorers import explore
from lossviz.losses import LOSSES
from lossviz.losses.domains import SIGN

from .moves import along, at_random, numbers, parse

every_curve = pytest.mark.parametrize("name", [name for name, loss in LOSSES.items() if loss.elementwise])


def evaluate(loss, x, explorer):
    """Value and slope of the loss at `x`, all its other arguments where the explorer's controls hold them."""
    moved = next(iter(loss.predictions))
    domains = loss.targets | loss.predictions
    given = {name: explorer.values.get(name, 1.0 if domains[name] == SIGN else 0.0) for name in domains}
    given[moved] = x
    given |= {name: value for name, value in explorer.values.items() if name in loss.tunables}
    value, slope = loss(**given), loss.gradient(**given)
    return value, slope[0] if isinstance(slope, tuple) else slope


def cursor(explorer):
    """Where the last control, which moves along the axis, stands."""
    return list(explorer.values.values())[-1]


def assert_numbers_are_those_of(loss, explorer):
    """Lines, dots, stem, tangent and words of the picture carry the loss and its gradient."""
    scene = explorer.scene
    (x, drawn), (x_slope, drawn_slope) = (line.get_data() for line in scene.lines[loss])
    np.testing.assert_array_equal(x, x_slope)
    value, slope = evaluate(loss, x, explorer)
    np.testing.assert_array_equal(drawn, value)
    gaps = np.isnan(drawn_slope)
    np.testing.assert_array_equal(drawn_slope[~gaps], slope[~gaps])
    reach = list(explorer.specs.values())[-1]
    assert x.min() <= reach.low and x.max() >= reach.high, "the curve stops short of where the cursor goes"
    for panel in scene.panels:
        low, high = panel.get_xlim()
        assert low < reach.low and high > reach.high, "half of the dot is cut off at an end of the axis"

    here, there = (float(number) for number in evaluate(loss, cursor(explorer), explorer))
    assert [tuple(map(float, np.ravel(dot.get_data()))) for dot in scene.dots] == [
        (cursor(explorer), here),
        (cursor(explorer), there),
    ]
    np.testing.assert_array_equal(np.ravel(scene.stem.get_data()), [cursor(explorer), cursor(explorer), 0.0, there])
    (left, right), (below, above) = scene.tangent.get_data()
    assert (left + right) / 2 == pytest.approx(cursor(explorer), abs=1e-9)
    assert (below + above) / 2 == pytest.approx(here, rel=1e-9, abs=1e-9)
    assert (above - below) / (right - left) == pytest.approx(there, rel=1e-9, abs=1e-9)

    shown = numbers(explorer.readout)
    assert holds(shown, here, 0.00051) and holds(shown, there, 0.00051), f"{here} or {there} not in {explorer.readout}"
    told = numbers(explorer.description)
    assert holds(told, here, 6e-4) and holds(told, there, 6e-4), f"{here} or {there} not in {explorer.description}"
    for control, position in explorer.values.items():
        assert not isinstance(position, float) or holds(told, position, 6e-4), (
            f"{control} is not in {explorer.description}"
        )


def holds(said, wanted, room):
    return any(abs(number - wanted) <= room * max(1.0, abs(wanted)) for number in said)


@every_curve
def test_picture_and_words_carry_the_numbers_of_the_loss(name, explorer):
    """At 25 random combinations line, dots, stem, tangent, readout and text alternative equal loss and gradient."""
    loss = LOSSES[name]
    for values in at_random(explorer, 25):
        explorer.set(**values)
        assert_numbers_are_those_of(loss, explorer)


@every_curve
def test_the_cursor_reads_the_loss_at_every_position(name, explorer):
    """The dots stand on loss and gradient at each position of the cursor's slider."""
    loss = LOSSES[name]
    for values in along(explorer, list(explorer.specs)[-1]):
        explorer.set(**values)
        here, there = evaluate(loss, cursor(explorer), explorer)
        assert [dot.get_ydata()[0] for dot in explorer.scene.dots] == [here, there]


@every_curve
def test_gaps_of_the_slope_lie_at_kinks_only(name, explorer):
    """The gradient's line breaks where the slope jumps and nowhere else."""
    loss = LOSSES[name]
    for values in at_random(explorer, 10):
        explorer.set(**values)
        x, drawn = explorer.scene.lines[loss][1].get_data()
        _, slope = evaluate(loss, x, explorer)
        for place in x[np.isnan(drawn) & np.isfinite(slope)]:
            beside = x[np.searchsorted(x, place) - 1], x[np.searchsorted(x, place, side="right")]
            before, after = (evaluate(loss, there, explorer)[1] for there in beside)
            assert abs(after - before) > 1e-6, f"a gap at {place}, where the slope does not jump"


@pytest.mark.parametrize("name", ["huber", "pinball", "binary_crossentropy", "hinge"])
def test_what_is_sent_lies_on_the_loss(name, explorer):
    """The line of the overlay, read back from its SVG path, lies within a tenth of a pixel of the loss."""
    loss = LOSSES[name]
    for values in at_random(explorer, 5):
        explorer.set(**values)
        drawing, _ = parse(explorer)
        panel = explorer.scene.panels[0]
        colour = explorer.scene.lines[loss][0].get_color()
        line = next(path for path in drawing.iterfind(".//{*}path[@clip-path]") if colour in path.get("style"))
        sent = np.array(line.get("d").replace("M", " ").replace("L", " ").split(), dtype=float).reshape(-1, 2)
        sent[:, 1] = explorer.scene.figure.bbox.height - sent[:, 1]
        x = panel.transData.inverted().transform(sent)[:, 0]
        x = np.clip(x, *np.quantile(explorer.scene.lines[loss][0].get_xdata(), [0, 1]))
        wanted = panel.transData.transform(np.column_stack([x, evaluate(loss, x, explorer)[0]]))
        inside = panel.get_window_extent().contains
        near = [abs(a[1] - b[1]) for a, b in zip(sent, wanted, strict=True) if inside(*a)]
        assert len(near) > 2
        assert max(near) < 0.1


def test_losses_drawn_for_comparison_carry_their_own_numbers():
    """Another loss beside the first has its own line and its own sentence, and shares the tunables of its name."""
    first, second, third = (LOSSES[name] for name in ("huber", "pseudo_huber", "squared_error"))
    explorer = explore(first, second, third)
    for values in at_random(explorer, 20):
        explorer.set(**values)
        for loss in (first, second, third):
            shared = {name: value for name, value in explorer.values.items() if name in loss.tunables}
            x, drawn = explorer.scene.lines[loss][0].get_data()
            np.testing.assert_array_equal(drawn, loss(np.zeros_like(x), x, **shared))
            here, there = (f(0.0, explorer.values["error"], **shared) for f in (loss, loss.gradient))
            assert f"{loss.title}: loss {here:.3f}, slope {there:+.3f}" in explorer.readout
            assert loss.title in explorer.description


def test_a_start_value_moves_the_slider_to_it():
    """Keywords of `explore` set where sliders begin."""
    explorer = explore(LOSSES["huber"], delta=2.0, error=-3.0)
    assert explorer.values == {"delta": 2.0, "error": -3.0}
    assert "loss 4.000, slope -2.000" in explorer.readout


def test_an_unknown_start_value_is_named():
    """A keyword that is no slider is told, with the sliders there are."""
    with pytest.raises(ValueError, match=r"no slider 'detla'; it has delta, error"):
        explore(LOSSES["huber"], detla=2.0)
