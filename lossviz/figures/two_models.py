"""Two classifiers on the same ten pictures: the one with the lower cost has the lower accuracy."""

import numpy as np

from ..losses import binary_crossentropy_from_logits, sigmoid
from . import style
from .scene import Scene

LOGITS = {
    "A": (0.7, 0.5, 0.9, 0.6, 0.8, 0.4, 0.7, 0.6, 0.5, -4.0),
    "B": (2.6, 3.0, 2.4, 3.4, 2.8, -0.2, 2.5, 3.1, -0.3, 2.7),
}
"""For each picture the logit of the class it truly has: above 0 the decision is right."""
BOLDNESS = (0.05, 3.0)
_LOOKS = {
    "A": {"color": style.PALETTE[2], "linestyle": style.DASHES[1]},
    "B": {"color": style.PALETTE[3], "linestyle": style.DASHES[0]},
}


class TwoModelsScene(Scene):
    """How sure two classifiers are of the true class of each picture, and their costs over how bold they are.

    Boldness multiplies every logit of a classifier: it moves confidences and no decision.
    """

    title = "Lower cost, lower accuracy: two classifiers of the same pictures"
    size = (800, 350)

    def __init__(self):
        self.logits = {name: np.array(each) for name, each in LOGITS.items()}
        self.ones = np.ones(len(LOGITS["A"]))
        self.right = {name: int((each >= 0).sum()) for name, each in self.logits.items()}
        super().__init__()

    def cost(self, name, boldness):
        """The mean cross-entropy of a classifier whose logits are multiplied by `boldness`."""
        return float(binary_crossentropy_from_logits(self.ones, boldness * self.logits[name]).mean())

    def build(self):
        *strips, costs = self.figure.subplots(1, 3, width_ratios=(1, 1, 1.15))
        self.sure, self.wrong = {}, {}
        for ax, name in zip(strips, LOGITS, strict=True):
            self._build_strip(ax, name)
        strips[0].set_ylabel("probability p of the true class")
        self._build_costs(costs)

    def _build_strip(self, ax, name):
        count = self.ones.size
        colour = _LOOKS[name]["color"]
        ax.set_title(f"{name}: {self.right[name]} of {count} right", color=colour)
        ax.set_xlabel("picture")
        ax.set_xlim(0.3, count + 0.7)
        ax.set_ylim(-0.02, 1.02)
        ax.set_xticks(range(1, count + 1))
        ax.grid(False, axis="x")
        ax.axhline(0.5, color=style.INK, linewidth=1.2)
        ax.text(0.45, 0.02, "below ½: wrong", color=style.ACCENT, va="bottom")
        line = {"linewidth": 9, "solid_capstyle": "butt"}
        self.sure[name] = self.move(ax.plot([], [], color=colour, **line)[0])
        self.wrong[name] = self.move(ax.plot([], [], color=style.ACCENT, **line)[0])

    def _build_costs(self, ax):
        ax.set_title("Cost J over boldness")
        ax.set_xlabel("boldness: what multiplies the logits")
        ax.set_ylabel("mean cross-entropy J")
        ax.set_xlim(0, BOLDNESS[1] + 0.05)
        grid = np.linspace(*BOLDNESS, 80)
        for name, look in _LOOKS.items():
            costs = [self.cost(name, boldness) for boldness in grid]
            ax.plot(grid, costs, **look)
            ax.text(grid[-8], costs[-8] + 0.05, name, color=look["color"], ha="right", va="bottom", fontweight="bold")
        ax.set_ylim(0, 1.08 * max(self.cost(name, BOLDNESS[1]) for name in LOGITS))
        colours = [look["color"] for look in _LOOKS.values()]
        self.dots = self.move(ax.scatter([0.0] * 2, [0.0] * 2, s=90, c=colours, edgecolors="white"))

    def update(self, *, boldness_a, boldness_b):
        self.boldness = dict(zip(LOGITS, (boldness_a, boldness_b), strict=True))
        self.costs = {name: self.cost(name, boldness) for name, boldness in self.boldness.items()}
        self.p = {name: sigmoid(boldness * self.logits[name]) for name, boldness in self.boldness.items()}
        for name, p in self.p.items():
            right = self.logits[name] >= 0
            for sticks, mine in ((self.sure[name], right), (self.wrong[name], ~right)):
                places, gaps = np.flatnonzero(mine) + 1, np.full(mine.sum(), np.nan)
                heights = np.column_stack([np.full(mine.sum(), 0.5), p[mine], gaps])
                sticks.set_data(np.column_stack([places, places, gaps]).ravel(), heights.ravel())
        self.dots.set_offsets([(self.boldness[name], self.costs[name]) for name in LOGITS])

    def describe(self):
        models = " ".join(
            f"{name} at boldness {self.boldness[name]:g} is right on {self.right[name]} of {self.ones.size} pictures; "
            f"its probability of the true class runs from {p.min():.3f} to {p.max():.3f} and its mean cross-entropy is "
            f"{self.costs[name]:.3f}."
            for name, p in self.p.items()
        )
        return f"Two panels of bars from ½ to the probability of the true class, and the cost over boldness. {models}"

    def readout(self):
        models = " · ".join(
            f"{name}: boldness {self.boldness[name]:.2f}, accuracy {self.right[name] / self.ones.size:.2f}, "
            f"cost {self.costs[name]:.3f}"
            for name in LOGITS
        )
        return f"{models} · B is cheaper, A more accurate"
