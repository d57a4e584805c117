"""The small curve of any loss, from its facts alone."""

import html

import numpy as np

from ..figures import style
from ..figures.slices import slice_of

_WIDTH, _HEIGHT, _ROOM = 100, 60, 3
_RUNS_OFF = 6.0  # a curve that exceeds its upper quartile this many times is cut there


def small(loss):
    """The loss along the line of `slice_of`, as a small drawing with its text alternative."""
    found, look = slice_of(loss), style.of(loss)
    low, high = _limits(found.value)

    def across(x):
        return _ROOM + (_WIDTH - 2 * _ROOM) * (x - found.x[0]) / (found.x[-1] - found.x[0])

    def down(y):
        return _HEIGHT - _ROOM - (_HEIGHT - 2 * _ROOM) * (y - low) / (high - low)

    curve = np.clip(found.value, low - 1, high + (high - low))
    points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(across(found.x), down(curve), strict=True))
    upright = f'<path class="axis" d="M{across(0):.1f} 0V{_HEIGHT}"/>' if found.x[0] < 0 < found.x[-1] else ""
    words = html.escape(f"{loss.title} over the {found.label}: {found.numbers(slope=False)}")
    return (
        f'<svg class="small" role="img" aria-label="{words}" viewBox="0 0 {_WIDTH} {_HEIGHT}">'
        f'<path class="axis" d="M0 {down(0):.1f}H{_WIDTH}"/>{upright}'
        f'<polyline fill="none" stroke="{look["color"]}"{_dashes(look["linestyle"])} points="{points}"/></svg>'
    )


def _limits(losses):
    finite = losses[np.isfinite(losses)]
    low = min(0.0, float(finite.min()))
    high = min(float(finite.max()), _RUNS_OFF * float(np.quantile(np.abs(finite), 0.75)))
    return low, high if high > low else low + 1.0


def _dashes(linestyle):
    if linestyle == "-":
        return ""
    return f' stroke-dasharray="{" ".join(f"{2 * length:g}" for length in linestyle[1])}"'
