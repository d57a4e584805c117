"""Pictures through an autoencoder's code and back, under squared error and under cross-entropy of each pixel."""

import numpy as np

from ..losses import binary_crossentropy, squared_error
from . import style
from .mosaic import GAP, mosaic, show_pixels
from .scene import Scene

SHOWN = 10
_SIDE = 8
LOOKS = {"MSE": style.of(squared_error), "BCE": style.of(binary_crossentropy)}


class ReconstructionScene(Scene):
    """Held-out pictures, and below each what two autoencoders make of it; beside them, the error over the epochs.

    `pictures` (n, 64) are held out. `runs` maps a code size to a dict from "MSE" and "BCE", the loss that was trained
    on, to reconstructions (epochs + 1, n, 64). Both are judged by the squared error.
    """

    title = "An autoencoder: its target is its input"
    size = (800, 360)

    def __init__(self, pictures, runs):
        self.pictures = np.asarray(pictures, dtype=float)
        self.runs = {code: {name: np.asarray(made) for name, made in of.items()} for code, of in runs.items()}
        self.errors = {
            code: {name: ((made - self.pictures) ** 2).sum(-1).mean(-1) for name, made in of.items()}
            for code, of in self.runs.items()
        }
        self.epochs = len(next(iter(next(iter(self.runs.values())).values()))) - 1
        self.shown = min(SHOWN, len(self.pictures))
        super().__init__()

    def build(self):
        made, curves = self.figure.subplots(1, 2, width_ratios=(1.7, 1))
        self._build_pictures(made)
        self._build_curves(curves)

    def _build_pictures(self, ax):
        ax.set_title("Held-out pictures, and what comes back")
        rows = [("input", style.INK)]
        for name, look in LOOKS.items():
            rows += [(f"{name}\ntrained", look["color"]), ("off by", look["color"])]
        self.image = self.move(show_pixels(ax, (len(rows) * (_SIDE + GAP) - GAP, self.shown * (_SIDE + GAP) - GAP)))
        for row, (words, colour) in enumerate(rows):
            ax.text(-2, row * (_SIDE + GAP) + _SIDE / 2, words, ha="right", va="center", color=colour)

    def _build_curves(self, ax):
        ax.set_title("Squared error of a picture")
        ax.set_xlabel("epoch")
        ax.set_ylabel("held out, sum over 64 pixels")
        ax.set_xlim(-0.02 * self.epochs, 1.02 * self.epochs)
        self.mean = mean = float(((self.pictures - self.pictures.mean(axis=0)) ** 2).sum(-1).mean())
        highest = max(error[1] for of in self.errors.values() for error in of.values())  # before, it is far above
        ax.set_ylim(0, 1.15 * max(highest, mean))
        ax.axhline(mean, color=style.MUTED, linewidth=1.2, linestyle=(0, (5, 2)))
        behind = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        words = {"ha": "right", "va": "bottom", "color": style.MUTED, "bbox": behind}
        ax.text(self.epochs, 1.04 * mean, "always the mean picture", **words)
        self.lines = {name: self.move(ax.plot([], [], **look)[0]) for name, look in LOOKS.items()}
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dots = {
            name: self.move(ax.plot([], [], "o", color=look["color"], markeredgecolor="white", markersize=9)[0])
            for name, look in LOOKS.items()
        }
        self.figure.legend(
            self.lines.values(),
            [f"trained on {name}" for name in LOOKS],
            loc="outside upper right",
            ncols=2,
            handlelength=3,
        )

    def update(self, *, epoch, code):
        self.epoch, self.code = int(epoch), int(code)
        made = self.runs[self.code]
        inputs = self.pictures[: self.shown]
        rows = [inputs]
        for name in LOOKS:
            back = made[name][self.epoch, : self.shown]
            rows += [back, np.abs(back - inputs)]
        self.image.set_data(mosaic(np.concatenate(rows).reshape(-1, _SIDE, _SIDE), self.shown))
        errors = self.errors[self.code]
        self.now = {name: float(errors[name][self.epoch]) for name in LOOKS}
        self.cursor.set_xdata([self.epoch, self.epoch])
        for name in LOOKS:
            self.lines[name].set_data(np.arange(self.epochs + 1), errors[name])
            self.dots[name].set_data([self.epoch], [self.now[name]])

    def _in_words(self):
        return f"code of {self.code} numbers, epoch {self.epoch} · " + ", ".join(
            f"trained on {name}: squared error {error:.2f}" for name, error in self.now.items()
        )

    def describe(self):
        return (
            f"{self.shown} held-out pictures with what two autoencoders make of each, one trained on the squared error "
            f"and one on the binary cross-entropy of each pixel, and by how much each pixel is off. Right, "
            f"the held-out squared error over {self.epochs} epochs; the mean picture has {self.mean:.2f}. Now: "
            f"{self._in_words()}."
        )

    def readout(self):
        return f"{self._in_words()} · always the mean picture: {self.mean:.2f}"
