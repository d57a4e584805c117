"""Three items whose order is known and whose scores are not: the pairwise ranking loss and its pulls."""

import itertools

import numpy as np

from ..losses import pairwise_ranking
from . import style
from .axis import Span
from .scene import Scene

ITEMS = ("A", "B", "C")  # from best to worst
SCORE = Span(-3.0, 3.0, 0.1, 0.0)
STARTS = (-0.5, 1.0, 0.5)

_PAIRS = list(itertools.combinations(range(len(ITEMS)), 2))  # the first of a pair should score higher
_ARROW = 4.0  # length of a pull of 1, in scores
_GAP = 6.2
_COLOURS = (style.PALETTE[0], style.PALETTE[1], style.PALETTE[2])


class RankingScene(Scene):
    """Items on rows from best to worst at their scores, with their pulls; and each pair's loss over its gap."""

    title = "Only the order is known: the ranking loss"
    size = (800, 340)

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.25, 1))
        self._build_scores(left)
        self._build_pairs(right)
        names = [f"{ITEMS[better]} above {ITEMS[worse]}" for better, worse in _PAIRS]
        self.figure.legend(self.dots, names, loc="outside upper left", ncols=3)

    def _build_scores(self, ax):
        ax.set_title("Arrows: where each score is pulled")
        ax.set_xlabel("score s")
        ax.set_xlim(-2 * SCORE.high - 1.4, 2 * SCORE.high + 1.4)
        ax.set_ylim(len(ITEMS) - 0.4, -0.6)
        ax.set_yticks(range(len(ITEMS)), ["A: best", "B", "C: worst"])
        ax.tick_params(axis="y", length=0)
        self.way = self.move(ax.plot([], [], color=style.MUTED, linewidth=1.2)[0])
        pulls = {"color": style.ACCENT, "angles": "xy", "scale_units": "xy", "scale": 1 / _ARROW, "width": 0.011}
        rows = np.arange(len(ITEMS), dtype=float)
        self.pulls = self.move(ax.quiver(rows, rows, 0 * rows, 0 * rows, **pulls))
        self.scores = self.move(
            ax.plot([], [], "o", color=style.DATA, markersize=11, markeredgecolor="white", linestyle="none")[0]
        )

    def _build_pairs(self, ax):
        ax.set_title("Each pair's loss over its gap")
        ax.set_xlabel("gap s⁺ − s⁻, right order to the right")
        ax.set_ylabel("loss ℓ")
        ax.set_xlim(-_GAP, _GAP)
        ax.set_ylim(-0.15, 6.4)
        gaps = np.linspace(-_GAP, _GAP, 81)
        ax.plot(gaps, pairwise_ranking(gaps, np.zeros_like(gaps)), **style.of(pairwise_ranking))
        ax.axvline(0, color=style.MUTED, linewidth=1)
        look = {"linestyle": "none", "markersize": 10, "markeredgecolor": "white"}
        self.dots = [
            self.move(ax.plot([], [], mark, color=colour, **look)[0])
            for mark, colour in zip("osD", _COLOURS, strict=True)
        ]

    def update(self, *, a, b, c, added):
        self.added = added
        self.given = np.array([a, b, c])
        scores = self.given + added
        better, worse = (scores[list(places)] for places in zip(*_PAIRS, strict=True))
        self.losses = pairwise_ranking(better, worse)
        self.cost = float(self.losses.mean())
        slopes = np.zeros(len(ITEMS))
        for places, side in zip(zip(*_PAIRS, strict=True), pairwise_ranking.gradient(better, worse), strict=True):
            np.add.at(slopes, list(places), side / len(_PAIRS))
        self.slopes = slopes
        rows = np.arange(len(ITEMS))
        self.way.set_data(scores, rows)
        self.scores.set_data(scores, rows)
        self.pulls.set_offsets(np.column_stack([scores, rows]))
        self.pulls.set_UVC(-slopes, 0 * slopes)
        for dot, gap, loss in zip(self.dots, better - worse, self.losses, strict=True):
            dot.set_data([gap], [loss])
        self.wrong = sum(self.given[better] <= self.given[worse] for better, worse in _PAIRS)

    def _listed(self):
        return ", ".join(f"{name} {score:+.1f}" for name, score in zip(ITEMS, self.given + self.added, strict=True))

    def describe(self):
        pairs = ", ".join(
            f"{ITEMS[better]} above {ITEMS[worse]} {loss:.3f}"
            for (better, worse), loss in zip(_PAIRS, self.losses, strict=True)
        )
        return (
            f"Left, three items from best to worst at their scores, {self.added:+g} added to each: {self._listed()}; "
            f"arrows against the slopes {self._slopes()}. Right, the loss of each pair over the gap between its "
            f"scores: {pairs}. The mean is {self.cost:.3f}."
        )

    def readout(self):
        return (
            f"scores with {self.added:+g} added: {self._listed()} · {self.wrong} of {len(_PAIRS)} pairs in the wrong "
            f"order · mean loss J = {self.cost:.3f} · slopes {self._slopes()}, their sum 0"
        )

    def _slopes(self):
        return ", ".join(f"{name} {slope:+.3f}" for name, slope in zip(ITEMS, self.slopes, strict=True))
