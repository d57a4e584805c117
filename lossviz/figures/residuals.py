"""The same errors as lengths and as areas: why squares punish the large one."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ..fitting import least_squares
from ..fitting.line import points
from ..losses import absolute_error, squared_error
from . import style
from .ranges import sayable
from .scene import Scene

SAMPLE_X = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0])
SAMPLE_Y = np.array([2.6, 1.7, 3.7, 2.8, 4.6, 3.9, 5.8, 9.0])

_BOX = 0.76  # height of the left panel as a share of its width
_FAINT, _STRONG = 0.2, 0.45
_BAR = 0.5  # width of a bar, whose middles are 1 apart


class ResidualScene(Scene):
    """Points and a movable line, each error drawn as a length and as a square, and each one's share of the total."""

    title = "The same errors as lengths and as areas"
    size = (800, 370)

    def __init__(self, x=None, y=None):
        self.x, self.y = points(SAMPLE_X if x is None else x, SAMPLE_Y if y is None else y)
        self.y_true = self.y.copy()
        # The point that a slider moves is the farthest from the line; the line to start from fits the others.
        self.marked = int(np.argmax(np.abs(least_squares(self.x, self.y)(self.x) - self.y)))
        others = np.arange(self.x.size) != self.marked
        self.start = least_squares(self.x[others], self.y[others])
        self._set_ranges()
        super().__init__()

    def _set_ranges(self):
        """How far each slider goes, and from that limits that no square leaves at any of their positions."""
        x, y = self.x, self.y
        wide, high = np.ptp(x), np.ptp(y) or 1.0
        self.origin = 0.0 if abs(x.min()) <= wide else float(x.min())
        slope, level = self.start.slope, float(self.start(self.origin))
        self.slopes = sayable(slope - 0.45 * high / wide, slope + 0.35 * high / wide)
        self.intercepts = sayable(level - 0.15 * high, level + 0.25 * high)
        self.heights = sayable(y.min() - 0.1 * high, y.max() + 0.1 * high)
        ends = [level + slope * (x - self.origin) for slope in self.slopes for level in self.intercepts]
        self.bottom = min(self.heights[0], np.min(ends)) - 0.04 * high
        self.top = max(self.heights[1], np.max(ends)) + 0.04 * high
        self.left = min(self.origin, x.min()) - 0.04 * wide
        self.right = x.max() + 0.5 * wide
        self.side = _BOX * (self.right - self.left) / (self.top - self.bottom)  # so wide is 1 of y on the screen

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.55, 1))
        self._build_data(left)
        self._build_shares(right)

    def _build_data(self, ax):
        ax.set_title("Each error is a length |e| and an area e²")
        ax.set_xlabel("x")
        ax.set_ylabel("target y, prediction ŷ")
        ax.set_xlim(self.left, self.right)
        ax.set_ylim(self.bottom, self.top)
        ax.set_box_aspect(_BOX)
        ax.axvline(self.x[self.marked], color=style.MUTED, linewidth=0.8, linestyle=(0, (2, 3)))
        area, length = style.of(squared_error)["color"], style.of(absolute_error)["color"]
        self.squares = self.move(_patch(ax, area, _FAINT, edge=area))
        self.largest_square = self.move(_patch(ax, area, _STRONG, edge=area))
        self.line = self.move(ax.plot([], [], color=style.INK, linewidth=2)[0])
        self.lengths = self.move(ax.plot([], [], color=length, linewidth=3)[0])
        self.points = self.move(ax.plot([], [], "o", color=style.DATA, markersize=6)[0])
        self.moved_point = self.move(ax.plot([], [], "D", color=style.DATA, markersize=8, markeredgecolor="white")[0])

    def _build_shares(self, ax):
        ax.set_title("Each error's share of the sum")
        ax.set_xlim(-0.45, 1.45)
        ax.set_ylim(0, 100)
        ax.set_ylabel("percent of the sum")
        ax.set_xticks([0, 1], ["lengths: Σ|e|", "areas: Σe²"])
        ax.tick_params(axis="x", length=0)
        ax.grid(False)
        colours = [style.of(loss)["color"] for loss in (absolute_error, squared_error)]
        for label, colour in zip(ax.get_xticklabels(), colours, strict=True):
            label.set_color(colour)
        self.bars = [self.move(_patch(ax, colour, _FAINT, edge="white")) for colour in colours]
        self.largest_bars = [self.move(_patch(ax, colour, 1.0, edge="white")) for colour in colours]
        self.joins = self.move(ax.plot([], [], color=style.MUTED, linewidth=0.8)[0])

    def update(self, *, slope, intercept, height):
        self.slope, self.intercept = slope, intercept
        self.y_true[self.marked] = height
        predicted = intercept + slope * (self.x - self.origin)
        self.lost = [loss(self.y_true, predicted) for loss in (absolute_error, squared_error)]
        size = self.lost[0]
        self.order = np.argsort(-size, kind="stable")
        self.shares = [100 * lost[self.order] / (lost.sum() or 1.0) for lost in self.lost]
        self._move_data(slope, intercept, predicted, size)
        self._move_shares()

    def _move_data(self, slope, intercept, predicted, size):
        first, rest = self.order[:1], self.order[1:]
        across = size * self.side
        left = np.minimum(self.x, self.right - across)  # a square that would leave the panel moves back into it
        low = np.minimum(self.y_true, predicted)
        self.squares.set_path(_rectangles(left[rest], low[rest], across[rest], size[rest]))
        self.largest_square.set_path(_rectangles(left[first], low[first], across[first], size[first]))
        ends = np.array([min(self.origin, self.x.min()), self.x.max()])
        self.line.set_data(ends, intercept + slope * (ends - self.origin))
        gaps = np.full_like(self.x, np.nan)
        self.lengths.set_data(np.repeat(self.x, 3), np.column_stack([self.y_true, predicted, gaps]).ravel())
        self.points.set_data(np.delete(self.x, self.marked), np.delete(self.y_true, self.marked))
        self.moved_point.set_data([self.x[self.marked]], [self.y_true[self.marked]])

    def _move_shares(self):
        ends = []
        for place, shares in enumerate(self.shares):
            top = np.cumsum(shares)
            left, wide = np.full_like(top, place - _BAR / 2), np.full_like(top, _BAR)
            self.largest_bars[place].set_path(_rectangles(left[:1], [0.0], wide[:1], shares[:1]))
            self.bars[place].set_path(_rectangles(left[1:], top[:-1], wide[1:], shares[1:]))
            ends.append(top[:-1])
        across = np.tile([_BAR / 2, 1 - _BAR / 2, np.nan], ends[0].size)
        self.joins.set_data(across, np.column_stack([*ends, np.full_like(ends[0], np.nan)]).ravel())

    def describe(self):
        (length, area), (mae, mse) = self._shares_and_means()
        return (
            f"Left, {self.x.size} points and the line of slope {self.slope:g} that starts at {self.intercept:g}; the "
            f"movable point stands at {self.y_true[self.marked]:g}. Each error e = ŷ − y is drawn as a vertical length "
            f"|e| and as a square of area e². Right, two bars of 100 percent: the lengths and the areas laid end to "
            f"end. The largest error, {self._largest():.3g}, makes {length:.0f} percent of the lengths and {area:.0f} "
            f"percent of the areas. The mean absolute error is {mae:.4g}, the mean squared error {mse:.4g}."
        )

    def readout(self):
        (length, area), (mae, mse) = self._shares_and_means()
        return (
            f"MAE {mae:.3f} · MSE {mse:.3f} · the largest error, {self._largest():.2f}, makes {length:.0f} % of Σ|e| "
            f"and {area:.0f} % of Σe²"
        )

    def _shares_and_means(self):
        return [shares[0] for shares in self.shares], [lost.mean() for lost in self.lost]

    def _largest(self):
        return self.lost[0][self.order[0]]


def _patch(ax, colour, opacity, edge):
    return ax.add_patch(
        PathPatch(_rectangles([], [], [], []), facecolor=(colour, opacity), edgecolor=edge, linewidth=1)
    )


def _rectangles(left, bottom, wide, high):
    """One path of many rectangles: an artist each would cost as many draws."""
    left, bottom, wide, high = (np.asarray(side, dtype=float) for side in (left, bottom, wide, high))
    right, top = left + wide, bottom + high
    corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
    vertices = np.stack([np.stack(corner, axis=-1) for corner in corners], axis=1).reshape(-1, 2)
    codes = np.tile(np.array([1, 2, 2, 2, 79], dtype=Path.code_type), left.size)
    return Path(vertices, codes)
