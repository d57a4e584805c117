"""Surprise: −log p beside the log p it mirrors, the coin tosses it is worth, and its slope."""

import numpy as np

from ..losses import binary_crossentropy
from . import style
from .scene import Scene

PROBABILITIES = (0.01, 1.0)

_TOP = 4.9
_COINS = np.log(2) * (np.arange(7) + 0.5)  # the middles of seven coins, each as high as one toss is surprising
_REACH = 0.1  # half the length of a tangent


class SurpriseScene(Scene):
    """Left −log p and log p, beside them a pile of coins as high as the surprise, right the slope −1/p."""

    title = "Surprise: −log p"
    size = (800, 360)

    def build(self):
        left, coins, right = self.figure.subplots(1, 3, width_ratios=(1.1, 0.13, 1))
        p = np.exp(-np.linspace(0, _TOP, 61))
        ones = np.ones_like(p)
        self._build_value(left, p, binary_crossentropy(ones, p))
        self._build_coins(coins)
        self._build_slope(right, p, binary_crossentropy.gradient(ones, p))
        for ax in (left, right):
            ax.set_xlabel("probability p of what came true")
            ax.set_xlim(-0.02, 1.03)
        dot = {"marker": "o", "markersize": 9, "markeredgecolor": "white", "color": style.CURSOR, "linestyle": ":"}
        self.mirror = self.move(left.plot([], [], linewidth=1.2, **dot)[0])
        self.level = self.move(left.plot([], [], color=style.DATA, linewidth=1, linestyle=(0, (4, 2)))[0])
        self.tangent = self.move(left.plot([], [], color=style.ACCENT, linewidth=2.2)[0])
        self.pile = self.move(coins.plot([], [], "o", markersize=14, color=style.DATA)[0])
        self.stem = self.move(right.plot([], [], color=style.ACCENT, linewidth=3)[0])
        self.dot = self.move(right.plot([], [], **dot)[0])

    def _build_value(self, ax, p, surprise):
        ax.set_title("The minus sign turns log p into a cost")
        ax.set_ylim(-_TOP, _TOP)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        look = style.of(binary_crossentropy)
        ax.plot(p, surprise, **look | {"linewidth": 3})
        ax.plot(p, -surprise, color=style.MUTED, linewidth=1.6, linestyle=style.DASHES[1])
        # Away from the curves, where cursor and level pass but at one position.
        ax.text(0.12, 4.4, "−log p: the surprise, 0 or more", color=look["color"], va="center")
        ax.text(0.12, -3.6, "log p: 0 or less", color=style.MUTED, va="center")

    def _build_coins(self, ax):
        ax.set_title("coins", fontsize=11.5, loc="center")
        ax.set_ylim(-_TOP, _TOP)
        ax.set_xlim(-1, 1)
        ax.axis("off")
        ax.plot(np.zeros(7), _COINS, "o", markersize=14, color="white", markeredgecolor=style.DATA)

    def _build_slope(self, ax, p, slope):
        ax.set_title("Its slope −1/p: steep only near 0")
        ax.set_ylim(-106, 4)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        ax.set_ylabel("slope dℓ/dp", labelpad=2)
        ax.plot(p, slope, **style.of(binary_crossentropy))

    def update(self, *, probability):
        self.p = p = probability
        self.surprise = float(binary_crossentropy(1.0, p))
        self.slope = float(binary_crossentropy.gradient(1.0, p))
        self.tosses = self.surprise / np.log(2)
        self.mirror.set_data([p, p], [self.surprise, -self.surprise])
        self.level.set_data([p, 1.03], [self.surprise] * 2)
        rise = _REACH * self.slope
        self.tangent.set_data([p - _REACH, p + _REACH], [self.surprise - rise, self.surprise + rise])
        full = _COINS[: int(self.tosses + 1e-9)]
        self.pile.set_data(np.zeros(full.size), full)
        self.stem.set_data([p, p], [0, self.slope])
        self.dot.set_data([p], [self.slope])

    def describe(self):
        return (
            f"Left, −log p falls from above {_TOP:g} near p = 0 to 0 at p = 1, and log p is its mirror image below the "
            f"axis. At p = {self.p:g} the surprise −log p is {self.surprise:.4g}, as high as {self.tosses:.3g} of the "
            f"seven coins piled up beside it. Right, the slope −1/p, {self.slope:+.4g} there."
        )

    def readout(self):
        return (
            f"p = {self.p:g} · log p = {0 - self.surprise:.3f}, so the surprise −log p = {self.surprise:.3f} · slope "
            f"−1/p = {self.slope:.2f} · {self._in_coins()}"
        )

    def _in_coins(self):
        if self.tosses == 0:
            return "no surprise: it was certain"
        if self.tosses < 1:
            return f"as surprising as {self.tosses:.2f} of a fair coin toss"
        return f"as surprising as {self.tosses:.2f} fair coin tosses in a row that all come up heads"
