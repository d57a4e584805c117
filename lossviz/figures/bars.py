"""Bars and arrows that move as one artist: a patch of its own for each would cost several times as much."""

from matplotlib.patches import PathPatch
from matplotlib.path import Path

HALF = 0.36  # half the width of a bar
_SHAFT = 0.025  # half the width of an arrow's shaft
_HEAD = 0.11  # half the width of its head, and at most its length in units of the vertical axis' height


def name_places(ax, names):
    """Put the names below the places 0, 1, 2 …, with room for a bar at each."""
    ax.set_xlim(-0.6, len(names) - 0.4)
    ax.set_xticks(range(len(names)), names)
    ax.grid(axis="x", visible=False)


def shapes(ax, colour):
    """A patch without outlines yet; `show` gives it some."""
    patch = PathPatch(Path([(0.0, 0.0)]), facecolor=colour, linewidth=0)
    ax.add_patch(patch)
    return patch


def show(patch, outlines):
    """Give the patch these polygons, each a list of corners."""
    patch.set_path(Path.make_compound_path(*map(_closed, outlines)) if outlines else Path([(0.0, 0.0)]))


def boxes(heights):
    """The corners of a bar for each height.

    Examples
    --------
    >>> boxes([0.5])
    [[(-0.36, 0), (-0.36, 0.5), (0.36, 0.5), (0.36, 0)]]
    """
    return [[(at - HALF, 0), (at - HALF, h), (at + HALF, h), (at + HALF, 0)] for at, h in enumerate(heights)]


def outline(heights):
    """The outlines of bars as one line with gaps, a bar of height 0 left out.

    Examples
    --------
    >>> outline([1.0, 0.0])
    ([-0.36, -0.36, 0.36, 0.36, nan], [0, 1.0, 1.0, 0, nan])
    """
    x, y = [], []
    for at, h in enumerate(heights):
        if h > 0:
            x += [at - HALF, at - HALF, at + HALF, at + HALF, float("nan")]
            y += [0, h, h, 0, float("nan")]
    return x, y


def arrows(starts, ends):
    """The corners of an arrow from each start to its end, one at each place; on a short one the head shrinks.

    Examples
    --------
    >>> arrows([0.0], [1.0])[0][3]
    (0, 1.0)
    """
    drawn = []
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        length = abs(end - start)
        head = min(_HEAD / 2, length)
        neck = end - head if end > start else end + head
        wing = _HEAD * head / (_HEAD / 2)
        shaft = min(_SHAFT, wing / 2)
        drawn.append(
            [
                (at - shaft, start),
                (at - shaft, neck),
                (at - wing, neck),
                (at, end),
                (at + wing, neck),
                (at + shaft, neck),
                (at + shaft, start),
            ]
        )
    return drawn


def _closed(corners):
    return Path([*corners, corners[0]], closed=True)
