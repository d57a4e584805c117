"""Several things in one picture: the same logits through sigmoids, each for itself, and through softmax, sum 1."""

import numpy as np

from ..losses import (
    binary_crossentropy_from_logits,
    categorical_crossentropy,
    categorical_crossentropy_from_logits,
    sigmoid,
    softmax,
)
from . import style
from .bars import boxes, name_places, outline, shapes, show
from .scene import Scene

THINGS = ("house", "tree", "sun")
SHOWN = {"tree": (0, 1, 0), "tree and sun": (0, 1, 1), "all three": (1, 1, 1), "nothing": (0, 0, 0)}
LOGITS = (-4.0, 4.0)

_TOP = 12.6  # three mistakes of 4 each cost 12.05
_POINTS = 33

_LOOKS = [style.of(loss) for loss in (binary_crossentropy_from_logits, categorical_crossentropy_from_logits)]

_WALLS = [(0.9, 1), (0.9, 4.3), (0.4, 4.3), (2.7, 6.4), (5, 4.3), (4.5, 4.3), (4.5, 1)]
_HOUSE = [*_WALLS, (3.2, 1), (3.2, 3), (2.2, 3), (2.2, 1)]
_FIR = [(7, 1), (7, 2), (5.2, 2), (6.6, 4), (5.7, 4), (7.4, 7), (9.1, 4), (8.2, 4), (9.6, 2), (7.8, 2), (7.8, 1)]
_RAYS = np.linspace(0, 2 * np.pi, 25)[:-1]
_SUN = np.column_stack([3.4 + np.cos(_RAYS) * np.tile([1.5, 1.05], 12), 8.4 + np.sin(_RAYS) * np.tile([1.5, 1.05], 12)])
_SHAPES = {"house": (_HOUSE, "#9c4a32"), "tree": (_FIR, "#2f7046"), "sun": (_SUN, "#e0a100")}


def shared(y):
    """The target of softmax, whose shares sum to 1: the things that are true share it. None where nothing is true.

    Examples
    --------
    >>> shared([0, 1, 1])
    array([0. , 0.5, 0.5])
    """
    y = np.asarray(y, dtype=float)
    return y / y.sum() if y.any() else None


class MultiLabelScene(Scene):
    """A picture, what sigmoids and softmax say it shows, and both losses over the logit of one thing."""

    title = "Several things at once, or exactly one?"
    size = (800, 370)

    def build(self):
        picture, one, two, right = self.figure.subplots(1, 4, width_ratios=(0.75, 1, 1, 1.15))
        self._build_picture(picture)
        self.bars, self.outlines = [], []
        titles = ("Sigmoids: each for itself", "Softmax: shares of 1")
        for ax, title, look in zip((one, two), titles, _LOOKS, strict=True):
            ax.set_title(title, color=look["color"], fontsize=12)
            name_places(ax, THINGS)
            ax.set_ylim(0, 1.06)
            ax.set_yticks([0, 0.25, 0.5, 0.75, 1])
            self.bars.append(self.move(shapes(ax, look["color"])))
            dashed = {"color": style.INK, "linewidth": 1.6, "linestyle": (0, (3, 2))}
            self.outlines.append(self.move(ax.plot([], [], **dashed)[0]))
        two.set_yticklabels([])
        self._build_losses(right)

    def _build_picture(self, ax):
        ax.set_title("The picture", fontsize=12)
        ax.set_xlim(0, 10)
        ax.set_ylim(0, 10.4)
        ax.set_aspect("equal", anchor="N")
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(True)
        ax.fill_between([0, 10], [1, 1], color="#dfe7d8", linewidth=0)
        ax.set_facecolor("#eef4fa")
        words = "dashed: target y\n\nSigmoids: yes or no\nfor each thing\n\nSoftmax: one answer,\nso two truths share 1"
        ax.text(0, -0.6, words, color=style.INK, va="top", fontsize=11)
        self.things = self.move(ax.fill_between([], [], linewidth=0))

    def _build_losses(self, ax):
        ax.set_title("Loss over the sun's logit", fontsize=12)
        ax.set_xlabel("logit z of sun")
        ax.set_xlim(LOGITS[0] - 0.25, LOGITS[1] + 0.25)
        ax.set_ylim(-0.3, _TOP)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        self.places = np.linspace(*LOGITS, _POINTS)
        lines = [self.move(ax.plot([], [], **look)[0]) for look in _LOOKS]
        self.curves = dict(zip(("sigmoids", "softmax"), lines, strict=True))
        dots = {"s": 70, "c": [look["color"] for look in _LOOKS], "edgecolors": "white"}
        self.cursor = self.move(ax.plot([], [], color=style.CURSOR, linewidth=1, linestyle=":")[0])
        self.dots = self.move(ax.scatter([0.0, 0.0], [0.0, 0.0], **dots))
        ax.legend(lines, self.curves, loc="upper right", handlelength=2.4, borderpad=0)

    def update(self, *, sun, tree, house, shown):
        self.z, self.shown = np.array([house, tree, sun]), shown
        self.y = np.array(SHOWN[shown], dtype=float)
        self.target = shared(self.y)
        self.each, self.shares = sigmoid(self.z), softmax(self.z)
        for artist, dashed, p, y in zip(
            self.bars, self.outlines, (self.each, self.shares), (self.y, self.target), strict=True
        ):
            show(artist, boxes(p))
            dashed.set_data(*outline([] if y is None else y))
        drawn = [_SHAPES[thing] for thing, there in zip(THINGS, self.y, strict=True) if there]
        self.things.set_verts([corners for corners, _ in drawn])
        self.things.set_facecolor([colour for _, colour in drawn])
        moved = np.vstack([np.tile(self.z, (_POINTS, 1)), self.z])
        moved[:_POINTS, -1] = self.places
        heights = [self._losses(moved, "sigmoids"), self._losses(moved, "softmax")]
        for line, values in zip(self.curves.values(), heights, strict=True):
            line.set_data([] if values is None else self.places, [] if values is None else values[:-1])
        self.losses = [None if values is None else float(values[-1]) for values in heights]
        there = [(sun, loss) for loss in self.losses if loss is not None]
        self.dots.set_offsets(there)
        self.cursor.set_data([sun, sun], [0, max(there)[1]])

    def _losses(self, z, kind):
        if kind == "sigmoids":
            return binary_crossentropy_from_logits(np.tile(self.y, (len(z), 1)), z).sum(axis=1)
        if self.target is None:
            return None
        return categorical_crossentropy_from_logits(np.tile(self.target, (len(z), 1)), z)

    def _floor(self):
        return float(categorical_crossentropy(self.target, self.target))

    def describe(self):
        given = ", ".join(f"{thing} {z:g}" for thing, z in zip(THINGS, self.z, strict=True))
        softmax_loss = (
            "has no target, for no share is to be given"
            if self.target is None
            else f"costs {self.losses[1]:.4f} and at least {self._floor():.4f}"
        )
        return (
            f"A drawing that shows {self.shown}. Logits {given}. Sigmoids give {_row(self.each, 4)}, softmax gives "
            f"{_row(self.shares, 4)}. Right both losses over the logit of the sun: the three sigmoids now cost "
            f"{self.losses[0]:.4f} together, softmax {softmax_loss}."
        )

    def readout(self):
        softmax_loss = (
            "loss none: shares of nothing cannot sum to 1"
            if self.target is None
            else f"loss {self.losses[1]:.3f}, never below {self._floor():.3f}"
        )
        return (
            f"sigmoids {_row(self.each, 2)}, sum {self.each.sum():.2f}, loss {self.losses[0]:.3f} · "
            f"softmax {_row(self.shares, 2)}, sum {self.shares.sum():.0f}, {softmax_loss}"
        )


def _row(p, digits):
    return ", ".join(f"{thing} {share:.{digits}f}" for thing, share in zip(THINGS, p, strict=True))
