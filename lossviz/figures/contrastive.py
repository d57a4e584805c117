"""Ten pictures against ten words: their similarities, the shares at a temperature, the pulls, and the loss."""

import numpy as np
from matplotlib import colormaps
from matplotlib.colors import LinearSegmentedColormap

from ..fitting.drawn_digits import SIDE
from ..losses import contrastive_similarity, log_softmax, softmax
from . import style
from .numerals import Numerals
from .scene import Scene

WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEMPERATURES = tuple(float(f"{t:.2g}") for t in np.geomspace(0.01, 3, 31))
VIEWS = ("rows", "columns", "pulls")
"""Shares of the words for each picture, of the pictures for each word, and minus the slope in each similarity."""

_COUNT = len(WORDS)
_COLOURS = LinearSegmentedColormap.from_list("pulls", [style.PALETTE[1], "white", style.PALETTE[0]], N=31)
_GREYS = colormaps["gray_r"].resampled(12)  # few colours make short pictures
_THUMBNAILS = {"cmap": _GREYS, "vmin": 0, "vmax": 1, "extent": (-1.85, -0.65, _COUNT - 0.5, -0.5)}


def mean_losses(similarity):
    """The mean contrastive loss of these similarities at each of `TEMPERATURES`, all at once.

    Examples
    --------
    >>> s = np.eye(3)
    >>> mean_losses(s)[-1].round(4), contrastive_similarity(s, temperature=TEMPERATURES[-1]).mean().round(4)
    (np.float64(0.8892), np.float64(0.8892))
    """
    cooled = similarity / np.array(TEMPERATURES)[:, None, None]
    rows, columns = (log_softmax(each) for each in (cooled, cooled.swapaxes(1, 2)))
    return -np.trace(rows + columns, axis1=1, axis2=2) / 2 / len(similarity)


class ContrastiveScene(Scene):
    """Held-out pictures against words after some epochs of training, and the loss over the temperature.

    `similarity` holds, after each epoch and for each set of ten pictures, the similarities of its pictures (rows) with
    the ten words (columns), shape (epochs + 1, sets, 10, 10); `pictures` are those sets, shape (sets, 10, 64).
    """

    title = "Which word belongs to which picture?"
    size = (800, 400)

    def __init__(self, similarity, pictures):
        self.similarity, self.pictures = np.asarray(similarity, dtype=float), np.asarray(pictures, dtype=float)
        super().__init__()

    @property
    def epochs(self):
        """The number of the last epoch."""
        return len(self.similarity) - 1

    def build(self):
        left, middle, right = self.figure.subplots(1, 3, width_ratios=(1.13, 1, 0.85))
        for ax in (left, middle):
            ax.set_aspect("equal")
            ax.grid(False)
            ax.set_xticks(range(_COUNT), WORDS, rotation=90)
            ax.set_yticks([])
            ax.tick_params(length=0)
            ax.spines[:].set_visible(False)
        left.set_title("Similarity of picture and word")
        left.set_ylabel("picture")
        extent = (-0.5, _COUNT - 0.5, _COUNT - 0.5, -0.5)
        matrix = {"cmap": _COLOURS, "vmin": -1, "vmax": 1, "extent": extent, "interpolation": "none"}
        empty = np.zeros((_COUNT, _COUNT))
        self.thumbnails = self.move(left.imshow(np.zeros((1, 1)), **(matrix | _THUMBNAILS)))
        self.table = self.move(left.imshow(empty, **matrix))
        self.shown = self.move(middle.imshow(empty, **matrix))
        for ax in (left, middle):
            ax.set_xlim(-0.6 - 1.4 * (ax is left), _COUNT - 0.4)
            ax.set_ylim(_COUNT - 0.4, -0.6)
            self.move(ax.plot(*_diagonal(), color=style.INK, linewidth=0.9)[0])
        middle.set_title("What the loss makes of it:")
        self.name = Numerals(middle, align="right", size=12.5)
        self.move(self.name.patch)
        bar = self.figure.colorbar(self.table, ax=[left, middle], orientation="horizontal", shrink=0.5, aspect=40)
        bar.set_ticks([-1, -0.5, 0, 0.5, 1])
        bar.set_label("similarity, share, or pull in parts of the strongest", fontsize=11)
        self._build_loss(right)

    def _build_loss(self, ax):
        ax.set_title("Mean loss over T")
        ax.set_xlabel("temperature T")
        ax.set_ylabel("mean loss J of the ten pairs")
        ax.set_xscale("log")
        ax.set_xlim(0.9 * TEMPERATURES[0], 1.1 * TEMPERATURES[-1])
        ax.set_xticks([0.01, 0.1, 1], ["0.01", "0.1", "1"])
        ax.minorticks_off()
        ax.set_ylim(0, 5)
        level = ax.axhline(np.log(_COUNT), color=style.MUTED, linewidth=1.4, linestyle=(0, (5, 2)))
        self.figure.legend([level], ["knowing nothing: ln 10"], loc="outside upper right", handlelength=3)
        self.curve = self.move(ax.plot([], [], **style.of(contrastive_similarity))[0])
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dot = self.move(ax.plot([], [], "o", color=style.CURSOR, markersize=9, markeredgecolor="white")[0])

    def update(self, *, temperature, epoch, chosen, view):
        self.temperature, self.epoch, self.view = temperature, int(epoch), view
        self.chosen = int(chosen) - 1
        self.s = self.similarity[self.epoch, self.chosen]
        costs = mean_losses(self.s)
        self.cost = float(contrastive_similarity(self.s, temperature=temperature).mean())
        self.pull = -contrastive_similarity.gradient(self.s, temperature=temperature) / _COUNT
        self.shares = softmax(self.s, temperature=temperature), softmax(self.s.T, temperature=temperature).T
        self.right = [int((np.argmax(self.s, axis=axis) == np.arange(_COUNT)).sum()) for axis in (1, 0)]
        self.thumbnails.set_data(_column(self.pictures[self.chosen]))
        self.table.set_data(self.s)
        self.shown.set_data(self._view())
        self.name.show([(_COUNT - 0.5, -0.98)], [view])
        self.curve.set_data(TEMPERATURES, costs)
        self.cursor.set_xdata([temperature, temperature])
        self.dot.set_data([temperature], [self.cost])

    def _view(self):
        place = VIEWS.index(self.view)
        return self.shares[place] if place < 2 else self.pull / np.abs(self.pull).max()

    def _view_in_words(self):
        place = VIEWS.index(self.view)
        if place < 2:
            own = np.diagonal(self.shares[place])
            lowest = int(own.argmin())
            kind = ("row", "column")[place]
            return (
                f"shares in each {kind}: the partner's is {own.mean():.2f} on average, least for "
                f"{WORDS[lowest]}, {own[lowest]:.2f}"
            )
        pushed = np.where(np.eye(_COUNT, dtype=bool), 0.0, -self.pull)
        row, column = np.unravel_index(pushed.argmax(), pushed.shape)
        part = pushed.max() / pushed.sum()
        return (
            f"pulls: of all pushing apart {part:.0%} goes into one cell, picture {WORDS[row]} and word {WORDS[column]}"
        )

    def describe(self):
        return (
            f"Left, the similarities of ten held-out pictures, one of each digit, with ten words, after epoch "
            f"{self.epoch} of {self.epochs}, as a table of colours from −1 to 1; the partners on the diagonal "
            f"have {np.diagonal(self.s).mean():.2f} on average, the others {self._others():.2f}. In the middle "
            f"{self._view_in_words()}. Right, the mean loss over the temperature, {self.cost:.3f} at T = "
            f"{self.temperature:g}; knowing nothing costs ln 10 = 2.303. Set {self.chosen + 1} of {len(self.pictures)}."
        )

    def _others(self):
        return (self.s.sum() - np.trace(self.s)) / (_COUNT * (_COUNT - 1))

    def readout(self):
        return (
            f"T = {self.temperature:g}, epoch {self.epoch}, set {self.chosen + 1} · J = {self.cost:.3f} (ln 10 = "
            f"2.303) · "
            f"{self.right[0]} of 10 pictures find their word, {self.right[1]} of 10 words their picture · "
            f"{self._view_in_words()}"
        )


def _diagonal():
    """A frame around each cell of the diagonal, as one line with gaps."""
    corners = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5), (np.nan, np.nan)])
    return np.concatenate([corners + at for at in range(_COUNT)]).T


def _column(pictures):
    """The pictures one below the other, with a white margin."""
    framed = np.pad(pictures.reshape(-1, SIDE, SIDE), ((0, 0), (1, 1), (1, 1)))
    return framed.reshape(-1, SIDE + 2)
