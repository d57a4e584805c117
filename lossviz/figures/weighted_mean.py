"""The mean of weighted losses, with either denominator: the sum of the weights, or how many there are."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ..losses import binary_crossentropy
from . import style
from .scene import Scene

COMMON = np.array([0.9, 0.8, 0.95, 0.7, 0.85])  # probabilities that the common examples give to what is true
WEIGHTS = (0.0, 6.0)
WEIGHT_STEP = 0.1
RARE = (0.02, 0.98)
RARE_STEP = 0.02

_BY_SUM, _BY_COUNT = style.PALETTE[0], style.PALETTE[1]
_TOP = 4.3


class WeightedMeanScene(Scene):
    """Left the losses as blocks as wide as their weights, right both means over the weight of the rare example.

    `common` are the probabilities of what is true that the other examples have; each of them weighs 1.
    """

    title = "Two means of weighted losses"
    size = (800, 350)

    def __init__(self, common=COMMON):
        self.common = binary_crossentropy(np.ones(len(common)), np.asarray(common, dtype=float))
        self.count = len(common) + 1
        self.grid = np.linspace(*WEIGHTS, 61)
        super().__init__()

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.15, 1))
        left.set_title("A mean is the area, divided by a width")
        left.set_xlabel("weights w, side by side")
        left.set_ylabel("loss ℓ")
        left.set_xlim(-0.3, self.count - 1 + WEIGHTS[1] + 0.3)
        left.set_ylim(0, _TOP)
        edges = np.arange(self.count)
        left.add_patch(_blocks(edges, self.common, style.DATA))
        self.rare = self.move(left.add_patch(_blocks([0, 1], [0], style.ACCENT)))
        self.levels = [
            self.move(left.plot([], [], color=_BY_SUM, linestyle=style.DASHES[0])[0]),
            self.move(left.plot([], [], color=_BY_COUNT, linestyle=style.DASHES[1])[0]),
        ]
        right.set_title("Two means, equal at weight 1 alone")
        right.set_xlabel("weight w of the rare example")
        right.set_ylabel("cost J")
        right.set_xlim(WEIGHTS[0] - 0.15, WEIGHTS[1] + 0.15)
        right.set_ylim(0, _TOP)
        self.curves = [
            self.move(right.plot([], [], color=_BY_SUM, linestyle=style.DASHES[0])[0]),
            self.move(right.plot([], [], color=_BY_COUNT, linestyle=style.DASHES[1])[0]),
        ]
        right.text(0.15, 4.02, "Σwℓ / Σw: PyTorch, scikit-learn", color=_BY_SUM, va="center")
        right.text(0.15, 3.7, "Σwℓ / n: Keras", color=_BY_COUNT, va="center")
        self.cursor = self.move(right.plot([], [], color=style.CURSOR, linewidth=1, linestyle=":")[0])
        dot = {"linestyle": "", "marker": "o", "markersize": 9, "markeredgecolor": "white"}
        self.dots = [self.move(right.plot([], [], color=colour, **dot)[0]) for colour in (_BY_SUM, _BY_COUNT)]

    def update(self, *, weight, probability):
        self.weight = weight
        self.loss = float(binary_crossentropy(1.0, probability))
        total = self.common.sum() + self.grid * self.loss
        over = total / (self.count - 1 + self.grid), total / self.count
        self.total = float(self.common.sum() + weight * self.loss)
        self.sum_of_weights = self.count - 1 + weight
        self.means = self.total / self.sum_of_weights, self.total / self.count
        start = self.count - 1
        self.rare.set_path(_path([start, start + weight], [self.loss]))
        for level, curve, dot, row, mean, wide in zip(
            self.levels, self.curves, self.dots, over, self.means, (self.sum_of_weights, self.count), strict=True
        ):
            level.set_data([0, wide], [mean, mean])
            curve.set_data(self.grid, row)
            dot.set_data([weight], [mean])
        self.cursor.set_data([weight, weight], [0, max(self.means)])

    def describe(self):
        by_sum, by_count = self.means
        return (
            f"Left, {self.count - 1} blocks of width 1, as high as their losses, {self.common.min():.2f} to "
            f"{self.common.max():.2f}, and one of width {self.weight:g} and height {self.loss:.2f}. Two lines show "
            f"means of the area: over the whole width {by_sum:.3f}, over {self.count} examples {by_count:.3f}. Right, "
            f"both over the weight: the first levels off, the second is a straight line; they meet at weight 1."
        )

    def readout(self):
        by_sum, by_count = self.means
        return (
            f"weighted losses in all {self.total:.3f} · divided by the weights, {self.sum_of_weights:g}: {by_sum:.3f} "
            f"· divided by the examples, {self.count}: {by_count:.3f} · the second is "
            f"{self.sum_of_weights / self.count:.2f} times the first, and so is every slope"
        )


def _blocks(edges, heights, colour):
    return PathPatch(_path(edges, heights), facecolor=(colour, 0.25), edgecolor=colour, linewidth=1.2)


def _path(edges, heights):
    """One path of blocks that stand side by side between the edges."""
    blocks = zip(edges[:-1], edges[1:], heights, strict=True)
    corners = [[(a, 0), (a, h), (b, h), (b, 0), (a, 0)] for a, b, h in blocks]
    return Path(np.reshape(corners, (-1, 2)), [1, 2, 2, 2, 79] * len(corners))
