"""When to be back: costs, shares of misses, and the line that goes with each cost ratio."""

import numpy as np
import pytest

from lossviz.figures.asymmetric_cost import RATIOS, AsymmetricCostScene


@pytest.fixture(scope="module")
def scene():
    return AsymmetricCostScene()


def minutes(line, x, y, ratio):
    """The mean cost written out: a minute early costs 1, a minute late `ratio`."""
    e = line(x) - y
    return np.where(e > 0, ratio * e, -e).mean()


@pytest.mark.parametrize("ratio", [1.0, 5.0, 20.0])
def test_costs_are_minutes(scene, ratio):
    """The costs shown are early minutes plus r times late minutes, and pinball's line never costs more."""
    scene.update(ratio=ratio, eruption=3.0)
    wanted = [minutes(line, scene.x, scene.y, ratio) for line in (scene.squares, scene.fit)]
    assert scene.now == pytest.approx(wanted)
    assert scene.now[1] <= scene.now[0]


def test_the_share_of_misses_is_the_quantile(scene):
    """The fitted line comes too late for about a share τ = 1/(1 + r) of the eruptions, least squares for half."""
    for ratio in RATIOS[::4]:
        scene.update(ratio=float(ratio), eruption=3.0)
        assert scene.missed <= 1 / (1 + ratio) <= scene.missed + 2 / len(scene.x) + 1e-9
    assert scene.missed_by_squares == pytest.approx(0.5, abs=0.05)


def test_the_line_drawn_is_the_line_said(scene):
    """The dots stand on both lines at the eruption of the slider, and the shade ends at the line."""
    scene.update(ratio=8.0, eruption=4.2)
    assert scene.visits.get_offsets().tolist() == [[4.2, scene.squares(4.2)], [4.2, scene.fit(4.2)]]
    assert scene.shade.get_xy()[:2, 1] == pytest.approx(scene.line.get_ydata())
    assert f"be back after {scene.fit(4.2):.0f} min (least squares: {scene.squares(4.2):.0f})" in scene.readout()
