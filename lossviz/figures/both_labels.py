"""Binary cross-entropy for both labels on one axis: the loss left, its slope right."""

import numpy as np

from ..losses import binary_crossentropy, sigmoid
from . import style
from .scene import Scene

PROBABILITIES = (0.02, 0.98)

_LOGIT = 4.6  # of p = 0.99
_REACH = 0.1  # half the length of a tangent


class BothLabelsScene(Scene):
    """The curves of label 1 and label 0, the chosen one thick, with a cursor that reads value and slope."""

    title = "Binary cross-entropy for both labels"
    size = (800, 340)

    def build(self):
        left, right = self.figure.subplots(1, 2)
        # Evenly in the logit, so that the steep ends get most of the points.
        self.grid = sigmoid(np.linspace(-_LOGIT, _LOGIT, 61))
        looks = ((left, "Loss ℓ: each label has its own curve", (-0.1, 4.3)), (right, "Its slope dℓ/dp", (-53, 53)))
        for ax, title, limits in looks:
            ax.set_title(title)
            ax.set_xlabel("probability p of label 1")
            ax.set_xlim(-0.02, 1.02)
            ax.set_ylim(*limits)
            ax.axhline(0, color=style.MUTED, linewidth=1)
        look = style.of(binary_crossentropy)
        self.curves = {label: self._curve(label) for label in (0, 1)}
        for value, slope in self.curves.values():
            left.plot(self.grid, value, **look | {"linewidth": 1.2})
            right.plot(self.grid, slope, **look | {"linewidth": 1.2})
        left.text(0.12, 3.2, "y = 1:\n−log p", color=look["color"], va="center")
        left.text(0.88, 3.2, "y = 0:\n−log(1 − p)", color=look["color"], ha="right", va="center")
        right.text(0.1, -34, "y = 1: −1/p", color=look["color"], va="center")
        right.text(0.9, 34, "y = 0: 1/(1 − p)", color=look["color"], ha="right", va="center")
        self.chosen = [
            self.move(ax.plot([], [], **look | {"linewidth": 3.4, "linestyle": "-"})[0]) for ax in (left, right)
        ]
        self.cursor = self.move(left.plot([], [], color=style.CURSOR, linewidth=1, linestyle=":")[0])
        self.tangent = self.move(left.plot([], [], color=style.ACCENT, linewidth=2.2)[0])
        self.stem = self.move(right.plot([], [], color=style.ACCENT, linewidth=3)[0])
        dot = {"marker": "o", "linestyle": "none", "color": style.CURSOR}
        self.other = self.move(left.plot([], [], markersize=7, markerfacecolor="white", **dot)[0])
        self.dots = [
            self.move(ax.plot([], [], markersize=9, markeredgecolor="white", **dot)[0]) for ax in (left, right)
        ]

    def _curve(self, label):
        labels = np.full_like(self.grid, label)
        return binary_crossentropy(labels, self.grid), binary_crossentropy.gradient(labels, self.grid)

    def update(self, *, probability, label):
        self.p, self.label = p, label = probability, label
        self.costs = [float(binary_crossentropy(each, p)) for each in (0, 1)]
        self.loss = self.costs[label]
        self.slope = float(binary_crossentropy.gradient(label, p))
        for line, heights in zip(self.chosen, self.curves[label], strict=True):
            line.set_data(self.grid, heights)
        for dot, height in zip(self.dots, (self.loss, self.slope), strict=True):
            dot.set_data([p], [height])
        self.cursor.set_data([p, p], [0, max(self.costs)])
        self.other.set_data([p], [self.costs[1 - label]])
        rise = _REACH * self.slope
        self.tangent.set_data([p - _REACH, p + _REACH], [self.loss - rise, self.loss + rise])
        self.stem.set_data([p, p], [0, self.slope])

    def describe(self):
        return (
            f"Two panels over the probability p of label 1. Left, the loss: −log p for label 1 falls to 0 at p = 1, "
            f"−log(1 − p) for label 0 rises from 0 at p = 0. Right, their slopes, one below 0 and one above. At "
            f"p = {self.p:g} the chosen label {self.label} costs {self.loss:.4g} with slope {self.slope:+.4g}; label "
            f"{1 - self.label} would cost {self.costs[1 - self.label]:.4g}."
        )

    def readout(self):
        y = self.label
        return (
            f"y = {y}, p = {self.p:g}: ℓ = y (−log p) + (1 − y) (−log(1 − p)) = {y} · {self.costs[1]:.3f} + {1 - y} · "
            f"{self.costs[0]:.3f} = {self.loss:.3f}, slope {self.slope:+.2f}"
        )
