"""One output or two: the same two probabilities, the same loss, term by term."""

import numpy as np

from ..losses import binary_crossentropy, categorical_crossentropy
from . import style
from .bars import boxes, name_places, outline, shapes, show
from .scene import Scene

PROBABILITIES = (0.05, 0.95)
TARGETS = (0.0, 1.0)

_TOP = 3.15


class TwoOutputsScene(Scene):
    """One probability with its target, two with theirs, and the terms of both losses piled up side by side."""

    title = "One output or two: the same loss"
    size = (800, 350)

    def build(self):
        one, two, cost = self.figure.subplots(1, 3, width_ratios=(0.55, 1, 1.1))
        binary, categorical = (style.of(loss)["color"] for loss in (binary_crossentropy, categorical_crossentropy))
        panels = (
            (one, "One output", ["p"], 1.06),
            (two, "Two outputs", ["p₀ = 1 − p", "p₁ = p"], 1.06),
            (cost, "The loss, term by term", ["binary", "categorical"], _TOP),
        )
        for ax, title, names, top in panels:
            ax.set_title(title)
            ax.set_ylim(0, top)
            name_places(ax, names)
            ax.tick_params(axis="x", length=0)
        self.single = self.move(shapes(one, binary))
        self.pair = self.move(shapes(two, categorical))
        self.lower = [self.move(shapes(cost, colour)) for colour in (binary, categorical)]
        self.upper = self.move(cost.plot([], [], color=style.INK, linewidth=1.4)[0])
        frame = {"color": style.INK, "linewidth": 1.4, "linestyle": (0, (3, 2))}
        self.targets = [self.move(ax.plot([], [], **frame)[0]) for ax in (one, two)]
        self.level = self.move(cost.axhline(np.nan, color=style.CURSOR, linewidth=1.2, linestyle=":"))
        names = ("target", "class 1's term −y log p", "on top, class 0's term −(1 − y) log(1 − p)")
        keys = (self.targets[0], self.lower[0], self.upper)
        self.figure.legend(keys, names, loc="outside upper left", ncols=3, handlelength=2)

    def update(self, *, probability, target):
        self.p, self.y = p, y = probability, target
        self.rows = np.array([1 - y, y]), np.array([1 - p, p])
        self.binary = float(binary_crossentropy(y, p))
        self.categorical = float(categorical_crossentropy(*self.rows))
        self.terms = self.rows[0] * [float(binary_crossentropy(label, p)) for label in (0, 1)]
        show(self.single, boxes([p]))
        show(self.pair, boxes(self.rows[1]))
        for patch, box in zip(self.lower, boxes([self.terms[1]] * 2), strict=True):
            show(patch, [box])
        self.upper.set_data(*outline([self.binary, self.categorical]))
        for line, each in zip(self.targets, ([y], self.rows[0]), strict=True):
            line.set_data(*outline(each))
        self.level.set_ydata([self.binary] * 2)

    def describe(self):
        return (
            f"Left, one bar p = {self.p:g} with its target {self.y:g}. Middle, two bars {1 - self.p:g} and {self.p:g} "
            f"with targets {1 - self.y:g} and {self.y:g}. Right, two columns of equal height: class 1's term "
            f"{self.terms[1]:.4g} below class 0's term {self.terms[0]:.4g}. Binary cross-entropy {self.binary:.5f}, "
            f"categorical {self.categorical:.5f}."
        )

    def readout(self):
        return (
            f"one output: y = {self.y:g}, p = {self.p:g}, binary cross-entropy {self.binary:.5f} · two outputs: "
            f"y = [{1 - self.y:g}, {self.y:g}], p = [{1 - self.p:g}, {self.p:g}], categorical cross-entropy "
            f"{self.categorical:.5f}"
        )
