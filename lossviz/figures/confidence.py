"""Two pictures with their confidences, the error of each, and the one number that a loss makes of both."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ..losses import absolute_error, binary_crossentropy, squared_error
from . import style
from .animals import SHAPES, place
from .numerals import Numerals
from .scene import Scene

CONFIDENCES = (0.03, 0.97)
LABELS = (1, 0)
LOSSES = {absolute_error: "absolute", squared_error: "squared", binary_crossentropy: "log loss"}
_TOP = 3.8  # room for the highest loss, −log 0.03, and a number above its bar
_ROWS = (1.62, 0.3)  # heights of the two gauges
_BAR = 0.62


class ConfidenceScene(Scene):
    """A gauge of the confidence for a panda and one for an armadillo, the losses over the error, and three costs."""

    title = "From confidence to error to one number"
    size = (800, 350)

    def build(self):
        gauges, curves, bars = self.figure.subplots(1, 3, width_ratios=(1.25, 1, 0.75))
        self._build_gauges(gauges)
        self._build_curves(curves)
        self._build_bars(bars)

    def _build_gauges(self, ax):
        ax.set_title("Confidence p, target y, error e")
        ax.set_xlabel("confidence p that it is a panda")
        ax.set_xlim(-0.05, 1.05)
        ax.set_ylim(0, 2.6)
        ax.set_yticks([])
        ax.spines["left"].set_visible(False)
        for label, height in zip(LABELS, _ROWS, strict=True):
            ax.plot([0, 1], [height, height], color=style.MUTED, linewidth=1)
            ax.plot(label, height, "D", color=style.DATA, markersize=9)
            ax.text(abs(label - 0.03), height + 0.16, f"y = {label}", ha="right" if label else "left", va="bottom")
            place(ax, SHAPES[label], (0.5, height + 0.55), 62)
        self.errors = self.move(ax.plot([], [], color=style.ACCENT, linewidth=5, solid_capstyle="butt")[0])
        self.said = self.move(
            ax.plot([], [], "o", color=style.CURSOR, markeredgecolor="white", markersize=12, linestyle="none")[0]
        )

    def _build_curves(self, ax):
        ax.set_title("The loss ℓ of each picture")
        ax.set_xlabel("size of the error |e|")
        ax.set_ylabel("loss ℓ")
        ax.set_xlim(0, 1)
        ax.set_ylim(0, _TOP)
        sizes = np.linspace(0, 0.97, 98)
        for loss, name in LOSSES.items():
            ax.plot(sizes, loss(np.zeros(sizes.size), sizes), label=name, **style.of(loss))
        ax.legend(loc="upper left", handlelength=3)
        look = {"linestyle": "none", "markeredgecolor": "white", "color": style.CURSOR, "clip_on": False}
        self.dots = [
            self.move(ax.plot([], [], "o", markersize=9, **look)[0]),
            self.move(ax.plot([], [], "s", markersize=8, **look)[0]),
        ]
        for dot in self.dots:
            dot.set_in_layout(False)  # unclipped and empty, it would be taken for a dot in the figure's corner

    def _build_bars(self, ax):
        ax.set_title("One number: the cost J")
        ax.set_xlim(-0.6, 2.6)
        ax.set_ylim(0, _TOP)
        ax.set_xticks(range(3), LOSSES.values())
        ax.tick_params(axis="x", length=0)
        ax.grid(False, axis="x")
        self.bars = []
        for loss in LOSSES:
            patch = PathPatch(_bar(0, 0), facecolor=style.of(loss)["color"], edgecolor="none", clip_on=False)
            self.bars.append(self.move(ax.add_patch(patch)))
        self.numbers = Numerals(ax)
        self.move(self.numbers.patch)

    def update(self, *, panda, armadillo):
        self.p = np.array([panda, armadillo])
        self.y = np.array(LABELS, dtype=float)
        self.e = self.p - self.y
        self.each = {loss: loss(self.y, self.p) for loss in LOSSES}
        self.costs = [float(each.mean()) for each in self.each.values()]
        top, bottom = _ROWS
        self.errors.set_data([1, panda, np.nan, 0, armadillo], [top, top, np.nan, bottom, bottom])
        self.said.set_data(self.p, _ROWS)
        for which, dot in enumerate(self.dots):
            dot.set_data([abs(self.e[which])] * 3, [each[which] for each in self.each.values()])
        for number, (bar, height) in enumerate(zip(self.bars, self.costs, strict=True)):
            bar.set_path(_bar(number, height))
        self.numbers.show([(n, h + 0.13) for n, h in enumerate(self.costs)], [f"{cost:.2g}" for cost in self.costs])

    def describe(self):
        said = " and ".join(
            f"for {name} confidence {p:g}, target {y:g}, error {e:+.2f}"
            for name, p, y, e in zip(("a panda", "an armadillo"), self.p, self.y, self.e, strict=True)
        )
        return (
            f"Left, {said}. Middle, three losses over the size of the error, with a dot for each picture. Right, the "
            f"mean over both pictures as bars: {self._in_words()}."
        )

    def readout(self):
        errors = " and ".join(f"{abs(e):.2f}" for e in self.e)
        return f"errors {errors} · cost J, the mean of both: {self._in_words()}"

    def _in_words(self):
        return ", ".join(f"{name} {cost:.3g}" for name, cost in zip(LOSSES.values(), self.costs, strict=True))


def _bar(middle, height):
    left, right = middle - _BAR / 2, middle + _BAR / 2
    return Path([(left, 0), (right, 0), (right, height), (left, height), (left, 0)], [1, 2, 2, 2, 79])
