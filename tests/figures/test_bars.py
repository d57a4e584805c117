"""Bars and arrows as outlines."""

import numpy as np
import pytest

from lossviz.figures.bars import arrows, boxes, outline


def test_an_arrow_starts_at_one_height_and_its_tip_is_at_the_other():
    """Up, down, short or of no length: the lowest and the highest corner are start and end."""
    for start, end in ((0.2, 1.0), (0.7, 0.0), (0.02, 0.0), (0.3, 0.3)):
        heights = [y for _, y in arrows([start], [end])[0]]
        assert (min(heights), max(heights)) == pytest.approx((min(start, end), max(start, end)))


def test_arrows_and_boxes_stand_at_their_places():
    """The tip of the arrow at place k has x = k, and its bar reaches equally far to both sides."""
    drawn = arrows([0.5, 0.5, 0.5], [1.0, 0.0, 0.2])
    assert [max(corners, key=lambda corner: abs(corner[1] - 0.5))[0] for corners in drawn] == [0, 1, 2]
    assert [np.mean([x for x, _ in box]) for box in boxes([0.1, 0.2, 0.3])] == pytest.approx([0, 1, 2])


def test_a_bar_of_no_height_has_no_outline():
    """Where the target is 0, no frame is drawn."""
    x, _ = outline([0.0, 1.0, 0.0])
    assert np.nanmin(x) > 0.5 and np.nanmax(x) < 1.5
    assert outline([]) == ([], [])
