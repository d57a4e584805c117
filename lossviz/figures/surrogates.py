"""Margin losses above, or below, the 0–1 loss, and how hard each pushes."""

import numpy as np

from ..losses import exponential, hinge, logistic, perceptron, squared_hinge
from . import style
from .scene import Scene

MARGINS = (-2.5, 3.0)
UNITS = ("nats", "bits")

NAMES = {
    hinge: "hinge",
    squared_hinge: "squared hinge",
    exponential: "exponential",
    logistic: "logistic",
    perceptron: "perceptron",
}
_BIT = np.log(2)
_TOP = 4.2
_POINTS = 56
_BESIDE = 1e-9


def zero_one(margin):
    """1 where the sign of the score is wrong, a score of 0 included, and 0 where it is right.

    Examples
    --------
    >>> zero_one([-2.0, 0.0, 0.5])
    array([1., 1., 0.])
    """
    return np.where(np.asarray(margin) > 0, 0.0, 1.0)


def unit_of(loss, unit):
    """What the loss is divided by: log 2 where it is a logistic loss in bits, else 1."""
    return _BIT if loss is logistic and unit == "bits" else 1.0


def bounds(loss, unit):
    """Whether the loss lies on or above the 0–1 loss at every margin of the figure.

    Examples
    --------
    >>> bounds(hinge, "nats"), bounds(perceptron, "nats"), bounds(logistic, "nats"), bounds(logistic, "bits")
    (True, False, False, True)
    """
    margins = np.append(np.linspace(*MARGINS, _POINTS), 0.0)
    values = loss(np.ones_like(margins), margins) / unit_of(loss, unit)
    return bool((values >= zero_one(margins) - 1e-12).all())


class SurrogateScene(Scene):
    """Five margin losses and the 0–1 step on the left, their slopes on the right, with a cursor on both."""

    title = "Margin losses and the 0–1 loss"
    size = (800, 370)

    def build(self):
        left, right = self.figure.subplots(1, 2)
        kinks = [place + side * _BESIDE for place in (0.0, 1.0) for side in (-1, 1)]
        self.margins = np.sort(np.append(np.linspace(*MARGINS, _POINTS), kinks))
        titles = ("Losses: who lies above the black step?", "Slopes: who still pushes at m > 1?")
        for ax, title in zip((left, right), titles, strict=True):
            ax.set_title(title)
            ax.set_xlabel("margin m = y · f(x):  wrong < 0 < right")
            ax.set_xlim(MARGINS[0] - 0.1, MARGINS[1] + 0.1)
            ax.axvline(0, color=style.MUTED, linewidth=0.8)
        left.set_ylabel("loss ℓ")
        left.set_ylim(-0.15, _TOP)
        right.set_ylabel("slope dℓ/dm")
        right.set_ylim(-_TOP, 0.15)
        right.axhline(0, color=style.MUTED, linewidth=1)
        left.fill_between([MARGINS[0] - 0.1, 0], [1, 1], color=style.GRID, linewidth=0)
        step = left.plot([MARGINS[0] - 0.1, 0, 0, MARGINS[1] + 0.1], [1, 1, 0, 0], color=style.INK, linewidth=3.4)[0]
        lines = [self._pair(loss, (left, right)) for loss in NAMES]
        labels = ["0–1", *NAMES.values()]
        self.figure.legend([step, *lines], labels, loc="outside upper left", ncols=6, handlelength=2.6)
        self.below = {unit: [name for loss, name in NAMES.items() if not bounds(loss, unit)] for unit in UNITS}
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in (left, right)
        ]
        colours = [style.of(loss)["color"] for loss in NAMES]
        places = np.zeros(len(NAMES))
        self.dots = [self.move(ax.scatter(places, places, s=60, c=colours, edgecolors="white")) for ax in (left, right)]

    def _pair(self, loss, panels):
        """Loss and slope; those of the logistic loss move with its unit."""
        ones = np.ones_like(self.margins)
        curves = loss(ones, self.margins), loss.gradient(ones, self.margins)
        lines = [ax.plot(self.margins, y, **style.of(loss))[0] for ax, y in zip(panels, curves, strict=True)]
        if loss is logistic:
            self.logistic = [(self.move(line), line.get_ydata()) for line in lines]
        return lines[0]

    def update(self, *, margin, unit):
        self.margin, self.unit = margin, unit
        for line, y in self.logistic:
            line.set_ydata(y / unit_of(logistic, unit))
        self.losses = [float(loss(1.0, margin)) / unit_of(loss, unit) for loss in NAMES]
        self.slopes = [float(loss.gradient(1.0, margin)) / unit_of(loss, unit) for loss in NAMES]
        for dots, cursor, heights in zip(self.dots, self.cursors, (self.losses, self.slopes), strict=True):
            dots.set_offsets([(margin, height) for height in heights])
            cursor.set_xdata([margin, margin])

    def describe(self):
        read = ", ".join(
            f"{name} {loss:.4g} with slope {slope:+.4g}"
            for name, loss, slope in zip(NAMES.values(), self.losses, self.slopes, strict=True)
        )
        return (
            f"Left five losses over the margin above a step, the 0–1 loss; right their slopes. The logistic loss is in "
            f"{self.unit}. At m = {self.margin:g} the 0–1 loss is {float(zero_one(self.margin)):g}; {read}. Not "
            f"everywhere above the step: {', '.join(self.below[self.unit])}."
        )

    def readout(self):
        read = ", ".join(
            f"{name} {loss:.2f} ({slope:+.2f})"
            for name, loss, slope in zip(NAMES.values(), self.losses, self.slopes, strict=True)
        )
        return (
            f"m = {self.margin:g}: 0–1 loss {float(zero_one(self.margin)):g}; loss (slope): {read} · "
            f"no upper bound: {', '.join(self.below[self.unit])}"
        )
