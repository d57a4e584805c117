"""Three logits, the probabilities that softmax makes of them, and what the true class pays."""

import numpy as np

from ..losses import categorical_crossentropy_from_logits, logsumexp, softmax
from . import style
from .bars import arrows, boxes, name_places, outline, shapes, show
from .scene import Scene

CLASSES = ("cat", "dog", "fox")
LOGITS = (-6.0, 6.0)

_TOP = 13.2  # the loss at z = −6 against twice 6 is 12.7
_POINTS = 33


class SoftmaxBarsScene(Scene):
    """Logits, probabilities with an arrow from p to y on each, and the loss over the logit of the true class."""

    title = "Softmax: three logits, three probabilities, one loss"
    size = (800, 370)

    def build(self):
        left, middle, right = self.figure.subplots(1, 3, width_ratios=(0.9, 1.15, 1.2))
        self._build_logits(left)
        self._build_probabilities(middle)
        self._build_loss(right)

    def _build_logits(self, ax):
        ax.set_title("Logits z")
        name_places(ax, CLASSES)
        ax.set_ylim(LOGITS[0] - 0.4, LOGITS[1] + 0.4)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        self.logit_bars = self.move(shapes(ax, style.MUTED))

    def _build_probabilities(self, ax):
        ax.set_title("Softmax p; arrows: p to y")
        name_places(ax, CLASSES)
        ax.set_ylim(-0.03, 1.06)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        ax.set_yticks([0, 0.25, 0.5, 0.75, 1])
        self.bars = self.move(shapes(ax, style.PALETTE[0]))
        frame = {"color": style.INK, "linewidth": 1.4, "linestyle": (0, (3, 2))}
        self.target = self.move(ax.plot([], [], **frame)[0])
        self.arrows = self.move(shapes(ax, style.ACCENT))

    def _build_loss(self, ax):
        ax.set_title("Loss ℓ = −log p of the true class")
        ax.set_xlabel("logit z of the true class")
        ax.set_xlim(LOGITS[0] - 0.3, LOGITS[1] + 0.3)
        ax.set_ylim(-0.35, _TOP)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        ax.set_xticks([-6, -4, -2, 0, 2, 4, 6])
        words = {"color": style.MUTED, "ha": "right", "va": "top"}
        ax.text(6.1, _TOP - 0.3, "far behind: slope −1,\na straight line (dashed)", **words)
        self.places = np.linspace(*LOGITS, _POINTS)
        line = {"color": style.MUTED, "linewidth": 1.6, "linestyle": (0, (4, 3))}
        self.straight = self.move(ax.plot([], [], **line)[0])
        look = style.of(categorical_crossentropy_from_logits) | {"linestyle": "-", "linewidth": 3}
        self.curve = self.move(ax.plot([], [], **look)[0])
        self.tangent = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2.2)[0])
        dot = {"marker": "o", "markersize": 9, "markeredgecolor": "white", "markevery": [1]}
        self.cursor = self.move(ax.plot([], [], color=style.CURSOR, linewidth=1, linestyle=":", **dot)[0])

    def update(self, *, z1, z2, z3, truth):
        self.z, self.truth = np.array([z1, z2, z3]), truth
        place = CLASSES.index(truth)
        self.y = np.eye(len(CLASSES))[place]
        self.p = softmax(self.z)
        self.pull = categorical_crossentropy_from_logits.gradient(self.y, self.z)
        self.loss = float(categorical_crossentropy_from_logits(self.y, self.z))
        show(self.logit_bars, boxes(self.z))
        show(self.bars, boxes(self.p))
        self.target.set_data(*outline(self.y))
        show(self.arrows, arrows(self.p, self.y))
        self._draw_loss(place)

    def _draw_loss(self, place):
        here, slope = self.z[place], self.pull[place]
        moved = np.tile(self.z, (_POINTS, 1))
        moved[:, place] = self.places
        self.curve.set_data(self.places, categorical_crossentropy_from_logits(np.tile(self.y, (_POINTS, 1)), moved))
        others = float(logsumexp(np.delete(self.z, place)))
        # Where the true class is far behind, the loss is this line; below 0 it is not drawn.
        self.straight.set_data([LOGITS[0], others], [others - LOGITS[0], 0])
        reach = 1.5
        self.tangent.set_data([here - reach, here + reach], [self.loss - reach * slope, self.loss + reach * slope])
        self.cursor.set_data([here, here], [0, self.loss])

    def describe(self):
        logits = ", ".join(f"{name} {z:g}" for name, z in zip(CLASSES, self.z, strict=True))
        bars = ", ".join(f"{name} {p:.4f}" for name, p in zip(CLASSES, self.p, strict=True))
        pulls = ", ".join(f"{pull:+.4f}" for pull in self.pull)
        return (
            f"Three panels. Left the logits {logits}; middle their softmax, {bars}, each with an arrow to its target, "
            f"1 for the true class {self.truth} and 0 for the others: p − y is {pulls}. Right the loss over the logit "
            f"of {self.truth}, a straight line of slope −1 far left that levels off at 0: now {self.loss:.4f} with "
            f"slope {self.pull[CLASSES.index(self.truth)]:+.4f}."
        )

    def readout(self):
        bars = ", ".join(f"{name} {p:.3f}" for name, p in zip(CLASSES, self.p, strict=True))
        pulls = ", ".join(f"{pull:+.3f}" for pull in self.pull)
        return f"p: {bars} · p − y: {pulls}, sum 0 · true class {self.truth}: loss {self.loss:.3f}"
