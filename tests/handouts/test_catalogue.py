"""The cheat sheet and the table of all losses."""

import html
import re

import pytest

from lossviz import LOSSES
from lossviz.handouts import catalogue
from lossviz.handouts.curve import small


@pytest.fixture(scope="module")
def sheet():
    return catalogue.cheat_sheet()


@pytest.mark.parametrize("name", LOSSES)
def test_every_loss_stands_on_the_sheet_and_in_the_table(sheet, name):
    """Title, formula, curve and the line that says when to take it."""
    loss = LOSSES[name]
    title, use = html.escape(loss.title), html.escape(loss.use)
    for text in (sheet, catalogue.table()):
        assert title in text and use in text and catalogue.formula(loss) in text
    assert small(loss) in sheet


@pytest.mark.parametrize("name", LOSSES)
def test_every_curve_is_drawn_within_its_frame(name):
    """A curve runs from the left edge to the right one, is seen, and says three of its losses in words."""
    drawn = small(LOSSES[name])
    points = [tuple(map(float, point.split(","))) for point in re.search('points="([^"]+)"', drawn)[1].split()]
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn).groups())
    assert len(points) > 50
    assert 0 <= points[0][0] < 5 and width - 5 < points[-1][0] <= width
    assert any(0 <= y <= height for _, y in points)
    words = html.unescape(re.search('aria-label="([^"]+)"', drawn)[1])
    assert words.startswith(LOSSES[name].title) and len(re.findall(r"\d", words)) >= 3
