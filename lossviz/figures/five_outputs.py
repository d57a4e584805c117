"""Five output numbers under several losses: what a log shows, what is named rightly, what the numbers say."""

import numpy as np

from ..losses import arguments, binary_crossentropy, categorical_crossentropy
from . import bars, style
from .mosaic import inked, show_pixels
from .scene import Scene

SHOWN = 20  # pictures to walk through
_SIDE = 8
_LOWEST = 2e-4
_OTHERS = (style.ACCENT, "#77620a")


def _taken_as_they_are(hot, stated):
    return -np.log((hot * stated).sum(axis=-1))


def _divided_by_their_sum(hot, stated):
    return _taken_as_they_are(hot, stated / stated.sum(axis=-1, keepdims=True))


def _one_each(hot, stated):
    return binary_crossentropy(hot, np.clip(stated, 0, 1)).sum(axis=-1)


PAIRINGS = {
    "softmax + CE": categorical_crossentropy,
    "sigmoids + CE": _taken_as_they_are,
    "sigmoids ÷ sum + CE": _divided_by_their_sum,
    "sigmoids + BCE": _one_each,
}
"""Outputs and loss → the loss of one-hot targets and of the numbers that the outputs state."""

LOOKS = {
    "softmax + CE": style.of(categorical_crossentropy),
    "sigmoids + CE": {"color": _OTHERS[0], "linestyle": style.DASHES[0]},
    "sigmoids ÷ sum + CE": {"color": _OTHERS[1], "linestyle": style.DASHES[1]},
    "sigmoids + BCE": style.of(binary_crossentropy),
}


class FiveOutputsScene(Scene):
    """Loss and accuracy over the epochs for each way to pair outputs and loss; one picture with its output numbers.

    `images` (n, 64) and `labels` (n,) are held-out pictures; `runs` maps the names of `PAIRINGS` to the numbers that
    the outputs state, of shape (epochs + 1, n, classes).
    """

    title = "Output layer and loss: a pair that fits, and one that does not"
    size = (800, 380)

    def __init__(self, images, labels, runs):
        self.images = np.asarray(images, dtype=float).reshape(-1, _SIDE, _SIDE)
        self.labels = arguments.as_array("labels", labels).astype(int)
        self.runs = {name: np.asarray(stated) for name, stated in runs.items()}
        self.epochs, _, self.classes = (
            size - (at == 0) for at, size in enumerate(next(iter(self.runs.values())).shape)
        )
        self.hot = np.eye(self.classes)[self.labels]
        self.losses = {
            name: np.array([PAIRINGS[name](self.hot, each).mean() for each in stated])
            for name, stated in self.runs.items()
        }
        self.accuracy = {name: (stated.argmax(-1) == self.labels).mean(-1) for name, stated in self.runs.items()}
        super().__init__()

    def build(self):
        grid = self.figure.add_gridspec(2, 3, width_ratios=(1.15, 1, 1), height_ratios=(1, 1.9))
        self._build_losses(self.figure.add_subplot(grid[:, 0]))
        self._build_accuracy(self.figure.add_subplot(grid[:, 1]))
        self._build_picture(self.figure.add_subplot(grid[0, 2]))
        self._build_outputs(self.figure.add_subplot(grid[1, 2]))

    def _build_losses(self, ax):
        ax.set_title("Loss, held out")
        ax.set_ylabel("mean loss J (log scale)")
        ax.set_yscale("log")
        ax.set_ylim(_LOWEST, 8)
        ax.set_yticks([0.001, 0.01, 0.1, 1], ["0.001", "0.01", "0.1", "1"])
        ax.minorticks_off()
        self.loss_dot = self._curves(ax, self.losses)
        self.figure.legend(self.lines, list(self.runs), loc="outside upper left", ncols=4, handlelength=3)

    def _build_accuracy(self, ax):
        ax.set_title("Named rightly, held out")
        ax.set_ylabel("share")
        ax.set_ylim(0, 1.02)
        chance = 1 / self.classes
        ax.axhline(chance, color=style.MUTED, linewidth=1.2, linestyle=(0, (5, 2)))
        ax.text(self.epochs, chance - 0.02, "chance", ha="right", va="top", color=style.MUTED)
        self.accuracy_dot = self._curves(ax, self.accuracy)

    def _curves(self, ax, of):
        ax.set_xlabel("epoch")
        ax.set_xlim(-0.02 * self.epochs, 1.02 * self.epochs)
        self.lines = [ax.plot(np.arange(self.epochs + 1), of[name], **LOOKS[name])[0] for name in self.runs]
        return self.move(ax.plot([], [], "o", markersize=9)[0])

    def _build_picture(self, ax):
        ax.set_title("A held-out picture")
        self.picture = self.move(show_pixels(ax, (_SIDE, _SIDE)))

    def _build_outputs(self, ax):
        ax.set_title("Its outputs; dashed, the target")
        bars.name_places(ax, range(self.classes))
        ax.set_xlabel("class")
        ax.set_ylim(0, 1.05)
        self.filled = self.move(bars.shapes(ax, style.PALETTE[0]))
        self.target = self.move(ax.plot([], [], color=style.DATA, linestyle=(0, (3, 2)), linewidth=1.8)[0])

    def update(self, *, epoch, picture, outputs):
        self.epoch, self.shown, self.outputs = int(epoch), int(picture), outputs
        at = self.shown - 1
        self.stated = self.runs[outputs][self.epoch, at]
        self.now = float(self.losses[outputs][self.epoch]), float(self.accuracy[outputs][self.epoch])
        colour = LOOKS[outputs]["color"]
        for dot, height in zip((self.loss_dot, self.accuracy_dot), self.now, strict=True):
            dot.set_data([self.epoch], [max(height, _LOWEST)])
            dot.set(markerfacecolor=colour, markeredgecolor="white")
        self.picture.set_data(inked(self.images[at]))
        self.filled.set_facecolor(colour)
        bars.show(self.filled, bars.boxes(self.stated))
        self.target.set_data(*bars.outline(self.hot[at]))

    def _in_words(self):
        numbers = ", ".join(f"{number:.2f}" for number in self.stated)
        total = self.runs[self.outputs][self.epoch].sum(axis=-1).mean()
        return (
            f"epoch {self.epoch} · loss {self.now[0]:.4f}, right {self.now[1]:.3f} · picture {self.shown} is a "
            f"{self.labels[self.shown - 1]}: outputs {numbers}, sum {self.stated.sum():.2f} (mean sum {total:.2f})"
        )

    def describe(self):
        ends = "; ".join(f"{name} {self.losses[name][-1]:.4f} and {self.accuracy[name][-1]:.3f}" for name in self.runs)
        return (
            f"Mean loss and share named rightly over {self.epochs} epochs for {len(self.runs)} pairs of outputs and "
            f"loss, at the end: {ends}. Right, a picture and the numbers that the {self.classes} outputs of "
            f"{self.outputs} state. Now: {self._in_words()}."
        )

    def readout(self):
        return f"{self.outputs}, {self._in_words()}"
