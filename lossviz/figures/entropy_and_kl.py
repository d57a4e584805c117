"""Cross-entropy as entropy plus divergence, over the probability that a model states."""

import numpy as np

from ..losses import binary_crossentropy, kl_divergence, sigmoid
from . import style
from .scene import Scene

PROBABILITIES = (0.02, 0.98)

_POINTS = 33
_LOGIT = 4.6  # of p = 0.99
_TOP = 4.1
_ENTROPY = style.PALETTE[6]
_OTHER_WAY = {"color": style.PALETTE[3], "linestyle": "-"}


class EntropyAndKlScene(Scene):
    """Left the cross-entropy over the stated p as a pile of H(y) and KL(y‖p), right the divergence both ways."""

    title = "Cross-entropy = entropy + divergence"
    size = (800, 360)

    def build(self):
        left, right = self.figure.subplots(1, 2)
        # Evenly in the logit, so that the steep ends get most of the points.
        self.grid = sigmoid(np.linspace(-_LOGIT, _LOGIT, _POINTS))
        for ax, title in (
            (left, "Cross-entropy: a floor H(y), and KL(y‖p) on it"),
            (right, "The divergence, both ways round"),
        ):
            ax.set_title(title)
            ax.set_xlabel("stated probability p")
            ax.set_xlim(0, 1)
            ax.set_ylim(0, _TOP)
        total, kl = style.of(binary_crossentropy), style.of(kl_divergence)
        self.above = self.move(left.fill_between([0, 1], 0, 0, color=kl["color"], alpha=0.35, linewidth=0))
        self.floor = self.move(left.fill_between([0, 1], 0, 0, color=_ENTROPY, alpha=0.55, linewidth=0))
        self.total = self.move(left.plot([], [], **total)[0])
        self.forward = self.move(right.plot([], [], **kl)[0])
        self.backward = self.move(right.plot([], [], **_OTHER_WAY)[0])
        self.truth = self.move(left.axvline(np.nan, color=style.MUTED, linewidth=1.2))
        self.cursor = self.move(right.axvline(np.nan, color=style.CURSOR, linewidth=1.2, linestyle=":"))
        # The parts at the cursor as two thick bars, so that their sum is seen there.
        bar = {"linewidth": 7, "solid_capstyle": "butt"}
        self.parts = [self.move(left.plot([], [], color=colour, **bar)[0]) for colour in (_ENTROPY, kl["color"])]
        dot = {"marker": "o", "markersize": 9, "markeredgecolor": "white", "linestyle": "none"}
        self.dots = [self.move(right.plot([], [], color=look["color"], **dot)[0]) for look in (kl, _OTHER_WAY)]
        names = ("H(y, p), cross-entropy", "H(y)", "KL(y‖p)", "KL(p‖y), the other way", "true y")
        keys = (self.total, self.floor, self.forward, self.backward, self.truth)
        self.figure.legend(keys, names, loc="outside upper left", ncols=5, handlelength=2.6, columnspacing=1.3)

    def update(self, *, target, probability):
        self.y, self.p = y, p = target, probability
        stated = np.append(self.grid, p)
        true = np.full_like(stated, y)
        total = binary_crossentropy(true, stated)
        rows = [np.stack([1 - each, each], axis=-1) for each in (true, stated)]
        forward, backward = kl_divergence(*rows), kl_divergence(*rows[::-1])
        self.entropy = float(binary_crossentropy(y, y))
        self.cross, self.kl, self.other_kl = (float(curve[-1]) for curve in (total, forward, backward))
        total, forward, backward = (curve[:-1] for curve in (total, forward, backward))
        self.floor.set_verts([[(0, 0), (0, self.entropy), (1, self.entropy), (1, 0)]])
        outline = np.column_stack([self.grid, total])
        self.above.set_verts([np.vstack([outline, [(self.grid[-1], self.entropy), (self.grid[0], self.entropy)]])])
        self.total.set_data(self.grid, total)
        self.forward.set_data(self.grid, forward)
        self.backward.set_data(self.grid, backward)
        self.truth.set_xdata([y, y])
        self.cursor.set_xdata([p, p])
        for part, ends in zip(self.parts, ([0, self.entropy], [self.entropy, self.cross]), strict=True):
            part.set_data([p, p], ends)
        for dot, height in zip(self.dots, (self.kl, self.other_kl), strict=True):
            dot.set_data([p], [height])

    def describe(self):
        return (
            f"Left, over the stated probability p, the cross-entropy of a truth y = {self.y:g}: a flat floor, the "
            f"entropy H(y) = {self.entropy:.4g}, and on it the divergence, which is 0 at p = y only. At p = "
            f"{self.p:g} it adds KL(y‖p) = {self.kl:.4g}, together H(y, p) = {self.cross:.4g}. Right, the divergence "
            f"and the one with truth and statement exchanged, KL(p‖y) = {self.other_kl:.4g}: two different curves."
        )

    def readout(self):
        return (
            f"truth y = {self.y:g}, stated p = {self.p:g} · H(y) + KL(y‖p) = {self.entropy:.3f} + {self.kl:.3f} = "
            f"{self.cross:.3f} = H(y, p) · the other way round KL(p‖y) = {self.other_kl:.3f}"
        )
