"""Numbers drawn as one path stand where a text would stand."""

import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from lossviz.figures.numerals import Numerals
from lossviz.figures.scene import new_axes


@pytest.fixture
def ax():
    ax = new_axes(400, 200)
    ax.figure.draw_without_rendering()
    ax.figure.set_layout_engine("none")
    return ax


@pytest.mark.parametrize(("align", "shift"), [("left", 0.5), ("center", 0.0), ("right", -0.5)])
def test_numbers_stand_where_they_are_put(ax, align, shift):
    """A number is as large as the font makes it, its middle at the height of its place, its end or middle there too."""
    numerals = Numerals(ax, align=align)
    numerals.show([(0.4, 0.6)], ["0.075"])
    mine = numerals.patch.get_window_extent()
    wanted = TextPath((0, 0), "0.075", size=11.5, prop=FontProperties(family="DejaVu Sans")).get_extents()
    assert (mine.width, mine.height) == pytest.approx((wanted.width, wanted.height), abs=0.3)
    x, y = ax.transData.transform((0.4, 0.6))
    assert (mine.y0 + mine.y1) / 2 == pytest.approx(y, abs=0.3)
    assert (mine.x0 + mine.x1) / 2 == pytest.approx(x + shift * wanted.width, abs=1)


def test_numbers_replace_those_before(ax):
    """Each call shows its own numbers alone, and none may be shown."""
    numerals = Numerals(ax)
    numerals.show([(0.1, 0.1), (0.9, 0.9)], ["1", "2"])
    both = len(numerals.patch.get_path().vertices)
    numerals.show([(0.1, 0.1)], ["1"])
    assert 0 < len(numerals.patch.get_path().vertices) < both
    numerals.show([], [])
    assert len(numerals.patch.get_path().vertices) == 0
