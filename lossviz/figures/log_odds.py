"""One logit as a probability, as the slope of the sigmoid, and as odds."""

import numpy as np

from ..losses import sigmoid
from . import style
from .scene import Scene

LOGITS = (-6.0, 6.0)

_ROOM = 1.35  # the hollow dot stands one to the right of the slider's end
_SLOPES_TOP = 0.27  # the slope p (1 − p) is at most ¼
_ODDS = {1 / 1000: "1 : 1000", 1 / 100: "1 : 100", 1 / 10: "1 : 10", 1: "1 : 1", 10: "10 : 1", 100: "100 : 1"}
_ODDS |= {1000: "1000 : 1"}


def odds(logit):
    """How many times likelier yes is than no at this logit: p / (1 − p) = exp(z).

    Examples
    --------
    >>> odds(0.0), round(odds(2.0), 3)
    (1.0, 7.389)
    """
    return float(np.exp(logit))


class LogOddsScene(Scene):
    """The sigmoid with its tangent, its slope, and the odds on a logarithmic axis, with a cursor on all three."""

    title = "One logit: probability, slope and odds"
    size = (800, 330)

    def build(self):
        self.panels = self.figure.subplots(1, 3, width_ratios=(1.1, 0.9, 1.1))
        titles = ("Probability p = σ(z)", "Slope of the S: p (1 − p)", "Odds p : (1 − p), log scale")
        z = np.linspace(LOGITS[0], LOGITS[1] + _ROOM, 121)
        p = sigmoid(z)
        self.colour = style.PALETTE[0]
        for ax, title, heights in zip(self.panels, titles, (p, p * (1 - p), z), strict=True):
            ax.set_title(title)
            ax.set_xlabel("logit z")
            ax.set_xlim(LOGITS[0] - 0.3, LOGITS[1] + _ROOM)
            ax.set_xticks([-6, -4, -2, 0, 2, 4, 6])
            ax.plot(z, heights, color=self.colour, linewidth=3)
            ax.axvline(0, color=style.MUTED, linewidth=0.8)
        left, middle, right = self.panels
        left.set_ylim(-0.03, 1.03)
        left.set_yticks([0, 0.25, 0.5, 0.75, 1])
        middle.set_ylim(-0.008, _SLOPES_TOP)
        right.set_ylim(-7.4, 7.4)
        right.set_yticks(np.log(list(_ODDS)), list(_ODDS.values()))
        self._build_moving()

    def _build_moving(self):
        left, middle, right = self.panels
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in self.panels
        ]
        self.tangent = self.move(left.plot([], [], color=style.ACCENT, linewidth=2.2)[0])
        self.stem = self.move(middle.plot([], [], color=style.ACCENT, linewidth=3)[0])
        hollow = {"color": style.INK, "markerfacecolor": "white", "markevery": [2], "linewidth": 1.4, "linestyle": "-"}
        self.steps = [self.move(ax.plot([], [], "o", markersize=8, **hollow)[0]) for ax in (left, right)]
        dot = {"color": style.CURSOR, "markersize": 9, "markeredgecolor": "white"}
        self.dots = [self.move(ax.plot([], [], "o", **dot)[0]) for ax in self.panels]

    def update(self, *, logit):
        self.logit = logit
        self.p, self.p_next = (float(p) for p in sigmoid([logit, logit + 1]))
        self.q = float(sigmoid(-logit))  # 1 − p without the digits that the subtraction loses
        self.slope = self.p * self.q
        heights = (self.p, self.slope, logit)
        for cursor, dot, height in zip(self.cursors, self.dots, heights, strict=True):
            cursor.set_xdata([logit, logit])
            dot.set_data([logit], [height])
        reach = 1.6
        self.tangent.set_data(
            [logit - reach, logit + reach], [self.p - reach * self.slope, self.p + reach * self.slope]
        )
        self.stem.set_data([logit, logit], [0, self.slope])
        for step, low, high in zip(self.steps, (self.p, logit), (self.p_next, logit + 1), strict=True):
            step.set_data([logit, logit + 1, logit + 1], [low, low, high])

    def describe(self):
        return (
            f"Three panels over the logit z from {LOGITS[0]:g} to {LOGITS[1]:g}: the S of the sigmoid; its slope, a "
            f"bell of height ¼; and the odds on a logarithmic axis, a straight line. At z = {self.logit:g} p is "
            f"{self.p:.4f}, the slope {self.slope:.4f} and the odds {_spoken(odds(self.logit))}; one further right p "
            f"is {self.p_next:.4f} and the odds {_spoken(odds(self.logit + 1))}."
        )

    def readout(self):
        return (
            f"z = {self.logit:g}: p = {self.p:.3f}, odds {_spoken(odds(self.logit))}, slope {self.slope:.3f} · "
            f"○ z + 1: p = {self.p_next:.3f}, {self.p_next - self.p:+.3f}; odds {_spoken(odds(self.logit + 1))}, "
            f"× {np.e:.3f}"
        )


def _spoken(ratio):
    """Odds as people say them, the smaller side as 1."""
    larger = max(ratio, 1 / ratio)
    words = f"{larger:.0f}" if larger >= 100 else f"{larger:.3g}"
    return f"{words} : 1" if ratio >= 1 else f"1 : {words}"
