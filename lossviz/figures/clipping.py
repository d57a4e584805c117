"""What a clip at ε does to −log p and to its slope, and what adding ε on top of it does."""

import numpy as np

from ..losses import binary_crossentropy
from . import style
from .scene import Scene

EXPONENTS_OF_P = (-20.0, 0.0)
EXPONENTS_OF_EPSILON = (-16.0, -1.0)
CONVENTIONS = {1e-7: "Keras, 1e-7", float(np.finfo(float).eps): "scikit-learn, 2.2e-16"}

_LOW = 10.0 ** EXPONENTS_OF_P[0]
_BEYOND = np.array([1.0, 1.5, 2.5, 5.0, 15.0, 100.0])  # times ε: where the curve with ε added bends
_BESIDE = 1e-9  # how far to either side of the clip the slope is read
_BOTH = {"color": style.PALETTE[0], "linestyle": style.DASHES[1]}


def clip_and_add(p, epsilon):
    """Clip to [ε, 1 − ε] and then add ε inside the log as well: value and slope of what that charges for label 1.

    Examples
    --------
    >>> value, slope = clip_and_add([0.0, 0.5, 1.0], epsilon=0.25)
    >>> value.round(3), slope.round(3)
    (array([0.693, 0.288, 0.   ]), array([ 0.   , -1.333,  0.   ]))
    """
    p = np.asarray(p, dtype=float)
    raised = np.minimum(np.clip(p, epsilon, 1 - epsilon) + epsilon, 1.0)
    labels = np.ones_like(p)
    inside = (epsilon <= p) & (p <= 1 - epsilon)
    return binary_crossentropy(labels, raised), np.where(inside, binary_crossentropy.gradient(labels, raised), 0.0)


def _height(steepness):
    """Where a steepness is drawn: by powers of ten from 1 on, and evenly below, so that 0 has a place too."""
    steepness = np.asarray(steepness, dtype=float)
    return np.where(steepness > 1, 1 + np.log10(np.maximum(steepness, 1)), steepness)


class ClippingScene(Scene):
    """−log p and its steepness over p from 1e-20 to 1: as it is, clipped at ε, and clipped with ε added."""

    title = "A clip at ε: the value stops, the slope vanishes"
    size = (800, 370)

    def build(self):
        left, right = self.figure.subplots(1, 2)
        for ax, title in ((left, "Value: −log p stops rising at ε"), (right, "Steepness |dℓ/dp|: 1/p, and 0 below ε")):
            ax.set_title(title)
            # The numbers drawn are logarithms already: an axis that takes them costs a millisecond a step.
            ax.set_xlim(EXPONENTS_OF_P[0] - 0.3, EXPONENTS_OF_P[1] + 0.3)
            ax.set_xticks([-20, -15, -10, -5, 0], ["1e-20", "1e-15", "1e-10", "1e-5", "1"])
            ax.set_xlabel("probability p of what came true")
        left.set_ylim(-1, 50)
        ticks = ("0", "1", "1e5", "1e10", "1e15", "1e20")
        right.set_ylim(-0.35, 22)
        right.set_yticks(_height([float(tick) for tick in ticks]), ticks)
        look = style.of(binary_crossentropy)
        ends, thin = np.array([_LOW, 1.0]), {"color": style.MUTED, "linewidth": 1.4}
        plain = left.plot(EXPONENTS_OF_P, binary_crossentropy(np.ones(2), ends), **thin)[0]  # straight on these axes
        right.plot(EXPONENTS_OF_P, _height(-binary_crossentropy.gradient(np.ones(2), ends)), **thin)
        self._mark_conventions(left)
        self.clipped = [
            self.move(ax.plot([], [], **look | {"linestyle": "-", "linewidth": 3.2})[0]) for ax in (left, right)
        ]
        self.both = [self.move(ax.plot([], [], **_BOTH)[0]) for ax in (left, right)]
        line = {"color": style.CURSOR, "linewidth": 1, "linestyle": ":"}
        self.cursors = [self.move(ax.plot([], [], **line)[0]) for ax in (left, right)]
        self.ghosts = [self._dots(ax, markerfacecolor="white", color=style.MUTED) for ax in (left, right)]
        self.dots = [self._dots(ax, markeredgecolor="white", color=style.CURSOR) for ax in (left, right)]
        names = ("−log p, unclipped", "p clipped to [ε, 1 − ε]", "clipped, and ε added inside the log")
        self.figure.legend(
            (plain, self.clipped[0], self.both[0]), names, loc="outside upper left", ncols=3, handlelength=3
        )

    def _dots(self, ax, **look):
        return self.move(ax.plot([], [], "o", markersize=9, **look)[0])

    def _mark_conventions(self, ax):
        """The ceilings that libraries choose, each with its name at the right, where no curve comes so high."""
        words = {"ha": "right", "va": "bottom", "fontsize": 11, "color": style.MUTED}
        for epsilon, name in CONVENTIONS.items():
            height = float(binary_crossentropy(1.0, 0.0, epsilon=epsilon))
            ax.axhline(height, color=style.MUTED, linewidth=1, linestyle=(0, (2, 2)))
            ax.text(0.15, height, name, **words)
        ax.text(0.15, 46.3, "PyTorch: up to 100, at p = 4e-44", **words)

    def _curves(self, p):
        ones = np.ones_like(p)
        slope = binary_crossentropy.gradient(ones, p, epsilon=self.epsilon)
        return (binary_crossentropy(ones, p, epsilon=self.epsilon), -slope), clip_and_add(p, self.epsilon)

    def update(self, *, log_p, log_epsilon):
        self.p, self.epsilon = p, epsilon = 10.0**log_p, 10.0**log_epsilon
        ends = np.array([1 - epsilon, min(1.0, (1 - epsilon) * (1 + _BESIDE)), 1.0])
        bend = epsilon * np.append(1 - _BESIDE, _BEYOND)
        places = np.concatenate([[_LOW], bend[bend < 1 - epsilon], ends])
        (value, steep), (both, both_slope) = self._curves(np.append(places, p))
        x = np.log10(places)
        for lines, heights in zip((self.clipped, self.both), ((value, steep), (both, -both_slope)), strict=True):
            lines[0].set_data(x, heights[0][:-1])
            lines[1].set_data(x, _height(heights[1][:-1]))
        self.value, self.steep, self.value_of_both = float(value[-1]), float(steep[-1]), float(both[-1])
        self.plain = float(binary_crossentropy(1.0, p)), -float(binary_crossentropy.gradient(1.0, p))
        plain, now = (self.plain[0], _height(self.plain[1])), (self.value, _height(self.steep))
        for line, ghost, dot, high, low in zip(self.cursors, self.ghosts, self.dots, plain, now, strict=True):
            line.set_data([log_p, log_p], [0, high])
            ghost.set_data([log_p], [high])
            dot.set_data([log_p], [low])

    def describe(self):
        return (
            f"Two panels over p from 1e-20 to 1. Left, −log p falls in a straight line from 46 to 0; clipped at ε = "
            f"{self.epsilon:.3g} it is flat below ε. Right, its steepness 1/p, which drops to 0 below ε. "
            f"{self._at_p()}. Marked are the ceilings 16.12 of Keras and 36.04 of scikit-learn."
        )

    def readout(self):
        return f"ε = {self.epsilon:.2g} · {self._at_p()}"

    def _at_p(self):
        value, steep = self.plain
        return (
            f"p = {self.p:.2g}: −log p = {value:.4g} with slope {-steep:.3g}, clipped {self.value:.4g} with slope "
            f"{-self.steep:.3g}, clipped with ε added {self.value_of_both:.4g}"
        )
