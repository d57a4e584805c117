"""A threshold on a classifier's confidences: four counts, and four metrics made of them."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ..losses import arguments
from ..metrics import confusion
from . import style
from .animals import SHAPES, place
from .classifier import confidences
from .numerals import Numerals
from .scene import Scene

METRICS = ("accuracy", "precision", "recall", "f1")
THRESHOLDS = np.round(np.linspace(0, 1, 101), 2)
_SAID = {"f1": "F1"}
_COLUMN = 0.025  # confidences nearer than that are stacked
_LEAST, _HEAD = 9.0, 3.0  # a half's least height, and room above its dots, in dots
_EDGES = (-0.03, 1.03)
_FUR = ("#7a5c3e", style.DATA)  # armadillos, pandas
_RIGHT, _WRONG = style.PALETTE[0], style.ACCENT
_SIGNS = (_WRONG, _RIGHT, _RIGHT, _WRONG)


class ThresholdScene(Scene):
    """Confidences as dots, pandas above and armadillos below, cut by a threshold; beside it metrics over the threshold.

    `p` are the confidences and `labels` what is true, 1 or 0; the course's hundred pictures where they are left out.
    """

    title = "A threshold makes decisions of confidences"
    size = (800, 370)

    def __init__(self, p=None, labels=None):
        p, labels = confidences() if p is None else (p, labels)
        self.p, self.labels = arguments.as_array("p", p).astype(float), arguments.as_array("labels", labels)
        self.counts = [confusion(self.labels, self.p >= t) for t in THRESHOLDS]
        super().__init__()

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.45, 1))
        self._build_dots(left)
        self._build_metrics(right)

    def _build_dots(self, ax):
        ax.set_title(f"{self.p.size} pictures: pandas above, armadillos below")
        ax.set_xlabel("confidence p that it is a panda")
        ax.set_yticks([])
        ax.grid(False)
        ax.spines["left"].set_visible(False)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        self.ends = []
        for label, side in ((0, -1), (1, 1)):
            p = self.p[self.labels == label]
            heights = side * _stacked(p)
            ax.plot(p, heights, "o", color=_FUR[label], markersize=6)
            self.ends.append(side * max(_LEAST, np.abs(heights).max(initial=0) + _HEAD))
            place(ax, SHAPES[label], (0.26, 0.5 * self.ends[-1]), 56)
        ax.set_xlim(*_EDGES)
        ax.set_ylim(*self.ends)
        bottom, top = self.ends[0] + 0.8, self.ends[1] - 0.8
        self.corners = [(0.25, top), (0.93, top), (0.25, bottom), (0.93, bottom)]
        words = ("missed: FN =", "found: TP =", "left alone: TN =", "false alarm: FP =")
        for (x, y), word, colour in zip(self.corners, words, _SIGNS, strict=True):
            ax.text(x, y, f"{word} ", ha="right", va="center", color=colour)
        self.fields = [
            self.move(
                ax.add_patch(PathPatch(_fields(0, (0, 0), (0, 0)), facecolor=(colour, opacity), edgecolor="none"))
            )
            for colour, opacity in ((_RIGHT, 0.1), (_WRONG, 0.13))
        ]
        self.counted = Numerals(ax, align="left", weight="bold")
        self.move(self.counted.patch)
        self.cut = self.move(ax.plot([], [], color=style.CURSOR, linewidth=2)[0])

    def _build_metrics(self, ax):
        ax.set_title("Four metrics over the threshold t")
        ax.set_xlabel("threshold t: p ≥ t is called a panda")
        ax.set_xlim(*_EDGES)
        ax.set_ylim(-0.03, 1.06)
        self.looks = {}
        for number, metric in enumerate(METRICS):
            values = [getattr(counts, metric) for counts in self.counts]
            self.looks[metric] = {"color": style.PALETTE[number], "linestyle": style.DASHES[number]}
            ax.plot(THRESHOLDS, values, label=_SAID.get(metric, metric), **self.looks[metric])
        ax.legend(loc="lower left", handlelength=3)
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.colours = np.array([to_rgba(look["color"]) for look in self.looks.values()])
        self.dots = self.move(ax.scatter([0.0] * 4, [0.0] * 4, s=70, c=self.colours, edgecolors="white"))

    def update(self, *, threshold):
        self.threshold = threshold
        called = self.p >= threshold
        self.now = confusion(self.labels, called)
        (bottom, top), (left, right) = self.ends, _EDGES
        self.fields[0].set_path(_fields(threshold, (right, top), (left, bottom)))
        self.fields[1].set_path(_fields(threshold, (left, top), (right, bottom)))
        now = self.now
        self.counted.show(self.corners, [str(n) for n in (now.fn, now.tp, now.tn, now.fp)])
        self.cut.set_data([threshold, threshold], [self.corners[3][1] + 0.8, self.corners[0][1] - 0.8])
        self.cursor.set_xdata([threshold, threshold])
        values = np.array([getattr(now, metric) for metric in METRICS])
        there = ~np.isnan(values)
        self.dots.set_offsets(np.column_stack([np.full(4, threshold), values])[there])
        self.dots.set_facecolor(self.colours[there])

    def describe(self):
        now = self.now
        return (
            f"Left, the confidences of {self.p.size} pictures as dots, pandas above a line and armadillos below. "
            f"From the threshold {self.threshold:g} on they are called pandas. Found pandas, true positives: {now.tp}; "
            f"false alarms, false positives: {now.fp}; missed pandas, false negatives: {now.fn}; armadillos left "
            f"alone, true negatives: {now.tn}. Right, four metrics over the threshold; here {self._in_words()}."
        )

    def readout(self):
        now = self.now
        return f"t = {self.threshold:.2f} · TP {now.tp}, FP {now.fp}, FN {now.fn}, TN {now.tn} · {self._in_words()}"

    def _in_words(self):
        values = {metric: getattr(self.now, metric) for metric in METRICS}
        said = [f"{_SAID.get(name, name)} {v:.2f}" for name, v in values.items() if not np.isnan(v)]
        if np.isnan(values["precision"]):
            said.append("precision undefined (nothing is called a panda)")
        return ", ".join(said)


def _stacked(p):
    """The heights at which dots at `p` lie on top of one another, from 0.7 on."""
    column = np.floor(p / _COLUMN + 1e-9)
    order = np.argsort(column, kind="stable")
    heights = np.empty(p.size)
    heights[order] = np.arange(p.size) - np.searchsorted(column[order], column[order]) + 0.7
    return heights


def _fields(cut, *corners):
    """Two rectangles as one path, each from the cut on the zero line to a corner (x, y)."""
    vertices = [[(cut, 0), (x, 0), (x, y), (cut, y), (cut, 0)] for x, y in corners]
    return Path(np.concatenate(vertices), [1, 2, 2, 2, 79] * 2)
