"""A loss and its slope as one small picture, written as SVG by hand: two kilobytes, and equal on every machine."""

import base64
import html
from dataclasses import dataclass

import numpy as np

from . import style
from .curves import _limits
from .slices import slice_of

_WIDTH, _HEIGHT = 150, 84  # of a panel, in pixels
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 8, 20, 32  # room around it
_TOLERANCE = 0.15  # pixels by which a line may miss its curve
_SAME = 6  # decimals of a pixel; what differs beyond them is rounding, and differs between processors
_LINE = 2.2
_BESIDE_ZERO = 10  # pixels below which two numbers beside an axis would touch


@dataclass(frozen=True)
class Sketch:
    """A small picture of a loss: `svg` is the drawing, `alt` what it shows in words with its numbers."""

    svg: str
    alt: str
    width: int

    @property
    def img(self):
        """The picture as an `<img>` that needs no file, which Jupyter shows in notebooks it does not trust as well."""
        data = base64.b64encode(self.svg.encode()).decode("ascii")
        return f'<img alt="{html.escape(self.alt)}" width="{self.width}" src="data:image/svg+xml;base64,{data}">'


def sketch(loss, slope=True):
    """The loss, and its slope beside it, along the line of `slice_of`; None where there is no such line.

    Examples
    --------
    >>> from lossviz import squared_error
    >>> sketch(squared_error).alt
    'Loss and slope over the error e: loss 16, 0, 16 and slope −8, 0, 8 at e = −4, 0, 4.'
    """
    found = slice_of(loss)
    if found is None:
        return None
    look = style.of(loss)
    panels = [_panel("loss ℓ", found, found.value, look)]
    if slope:
        panels.append(_panel(f"slope dℓ/d{found.symbol}", found, found.slope, look))
    step = _LEFT + _WIDTH + _RIGHT
    placed = [f'<g transform="translate({_LEFT + at * step} {_TOP})">{panel}</g>' for at, panel in enumerate(panels)]
    width, height = step * len(panels), _TOP + _HEIGHT + _BOTTOM
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="DejaVu Sans,Verdana,sans-serif" font-size="11" fill="{style.INK}">'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(placed)}</svg>'
    )
    return Sketch(svg, found.describe(slope), width)


def _panel(title, found, curve, look):
    """One curve with its axes: their ends in numbers, and lines where they are 0."""
    low, high = found.x[0], found.x[-1]
    bottom, top = _limits([curve])

    def across(x):
        return (x - low) / (high - low) * _WIDTH

    def down(y):
        return (top - y) / (top - bottom) * _HEIGHT

    level, upright = round(down(0), _SAME), round(across(0), _SAME)
    rules = f"M0 {level:.1f}H{_WIDTH}" + (f"M{upright:.1f} 0V{_HEIGHT}" if low < 0 < high else "")
    line = (
        f'<path d="{_path(across(found.x), down(curve))}" fill="none" stroke="{look["color"]}" '
        f'stroke-width="{_LINE}"{_dashes(look["linestyle"])}/>'
    )
    shown = curve[np.isfinite(curve)]
    ends = [max(shown.min(), bottom), min(shown.max(), top)]
    heights = [0.0, *(end for end in ends if abs(down(end) - down(0)) > _BESIDE_ZERO)]
    texts = [_text(-5, round(round(down(height), _SAME) + 4), "end", _say(height)) for height in heights]
    texts += [_text(0, _HEIGHT + 13, "start", _say(low)), _text(_WIDTH, _HEIGHT + 13, "end", _say(high))]
    texts += [_text(_WIDTH / 2, _HEIGHT + 27, "middle", found.label), _text(0, -8, "start", title)]
    return (
        f'<path d="M0 0V{_HEIGHT}H{_WIDTH}" fill="none" stroke="{style.MUTED}"/>'
        f'<path d="{rules}" fill="none" stroke="{style.GRID}"/>'
        f'<svg width="{_WIDTH}" height="{_HEIGHT}">{line}</svg>{"".join(texts)}'
    )


def _text(x, y, anchor, words):
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{html.escape(words)}</text>'


def _say(number):
    """Two digits, which is what fits; 1e6 for a million."""
    rounded = float(f"{number:.2g}")
    short = f"{rounded:.0e}".replace("e+0", "e") if abs(rounded) >= 1e5 else f"{rounded:g}"
    return short.replace("-", "−")


def _path(x, y):
    """The curve as path data, with gaps where it is nan and no more points than it takes."""
    x, y = x.round(_SAME), y.round(_SAME)
    pieces = np.split(np.arange(x.size), np.flatnonzero(~np.isfinite(y)))
    drawn = []
    for piece in pieces:
        piece = piece[np.isfinite(y[piece])]
        if piece.size > 1:
            corners = _corners(x[piece], np.clip(y[piece], -_HEIGHT, 2 * _HEIGHT))
            drawn.append("M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in corners))
    return "".join(drawn)


def _corners(x, y):
    """The points that are left when all within the tolerance of the line between two others have gone."""
    keep, open_ends = {0, x.size - 1}, [(0, x.size - 1)]
    while open_ends:
        first, last = open_ends.pop()
        between = np.arange(first + 1, last)
        if not between.size:
            continue
        straight = y[first] + (y[last] - y[first]) * (x[between] - x[first]) / ((x[last] - x[first]) or 1.0)
        off = np.abs(y[between] - straight).round(_SAME)
        if off.max() > _TOLERANCE:
            corner = int(between[off.argmax()])
            keep.add(corner)
            open_ends += [(first, corner), (corner, last)]
    return [(x[place], y[place]) for place in sorted(keep)]


def _dashes(linestyle):
    """Matplotlib's dashes, which are in units of the line's width, as SVG has them."""
    if linestyle == "-":
        return ""
    return f' stroke-dasharray="{" ".join(f"{length * _LINE:.1f}" for length in linestyle[1])}"'
