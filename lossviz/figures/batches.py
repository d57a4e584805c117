"""A batch of pictures: the loss of each, and the sum and the mean that a batch makes of them."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from ..losses import binary_crossentropy
from . import style
from .classifier import confidences
from .scene import Scene


class BatchScene(Scene):
    """The loss of each picture as a bar with the batch marked, beside it sum and mean over the size of the batch.

    `p` are confidences and `labels` what is true, 1 or 0; the course's hundred pictures where they are left out. A
    batch that reaches the last picture goes on with the first.
    """

    title = "Loss of one picture, sum and mean of a batch"
    size = (800, 360)

    def __init__(self, p=None, labels=None):
        p, labels = confidences() if p is None else (p, labels)
        self.losses = binary_crossentropy(np.asarray(labels, dtype=float), np.asarray(p, dtype=float))
        self.count = self.losses.size
        self.cost = float(self.losses.mean())
        super().__init__()

    def build(self):
        grid = self.figure.add_gridspec(2, 2, width_ratios=(1.25, 1), height_ratios=(1, 1.4))
        self.look = style.of(binary_crossentropy)
        self._build_losses(self.figure.add_subplot(grid[:, 0]))
        self._build_totals(self.figure.add_subplot(grid[0, 1]), self.figure.add_subplot(grid[1, 1]))

    def _build_losses(self, ax):
        ax.set_title("The loss ℓ of each picture; the batch is shaded")
        ax.set_xlabel("number of the picture")
        ax.set_ylabel("cross-entropy ℓ")
        ax.set_xlim(0, self.count + 1)
        self.top = 1.08 * self.losses.max()
        ax.set_ylim(0, self.top)
        ax.grid(False, axis="x")
        ax.bar(np.arange(1, self.count + 1), self.losses, width=0.75, color=self.look["color"])
        self.batch = self.move(
            ax.add_patch(PathPatch(_columns([]), facecolor=(style.DATA, 0.16), edgecolor=style.DATA, linewidth=1))
        )
        self.level = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2.4)[0])

    def _build_totals(self, sums, means):
        self.sizes = np.arange(1, self.count + 1)
        each = np.lib.stride_tricks.sliding_window_view(np.tile(self.losses, 2), self.count)[: self.count]
        self.sums = np.cumsum(each, axis=1)  # by first picture and size
        self.means = self.sums / self.sizes
        sums.set_title("Sum: grows with the batch")
        sums.set_ylabel("Σ ℓ")
        sums.set_ylim(0, 1.08 * self.sums.max())
        means.set_title("Mean: stays, and steadies")
        means.set_ylabel("mean of ℓ")
        means.set_xlabel("batch size n")
        means.set_ylim(0, self.top)
        means.axhline(self.cost, color=style.MUTED, linewidth=1.2, linestyle=(0, (4, 3)))
        words = {"color": style.MUTED, "ha": "right", "va": "bottom"}
        means.text(self.count, self.cost + 0.1, f"cost J of all {self.count}: {self.cost:.3f}", **words)
        self.curves, self.dots, self.cursors = [], [], []
        for ax in (sums, means):
            ax.set_xlim(0, self.count + 1)
            self.curves.append(self.move(ax.plot([], [], color=style.ACCENT)[0]))
            self.cursors.append(self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")))
            dot = {"color": style.CURSOR, "markeredgecolor": "white", "markersize": 9}
            self.dots.append(self.move(ax.plot([], [], "o", **dot)[0]))

    def update(self, *, size, first):
        self.n, self.first = int(size), int(first)
        self.sum, self.mean = self.sums[self.first - 1, self.n - 1], self.means[self.first - 1, self.n - 1]
        last = self.first + self.n - 1
        parts = [(self.first, min(last, self.count))]
        if last > self.count:
            parts.append((1, last - self.count))
        self.batch.set_path(_columns(parts, self.top))
        gaps = [(left - 0.5, right + 0.5, np.nan) for left, right in parts]
        self.level.set_data(np.ravel(gaps), np.ravel([(self.mean, self.mean, np.nan)] * len(parts)))
        rows = self.sums[self.first - 1], self.means[self.first - 1]
        for curve, cursor, dot, row in zip(self.curves, self.cursors, self.dots, rows, strict=True):
            curve.set_data(self.sizes, row)
            cursor.set_xdata([self.n, self.n])
            dot.set_data([self.n], [row[self.n - 1]])

    def describe(self):
        return (
            f"Left, {self.count} bars, the cross-entropy of each picture from {self.losses.min():.2g} to "
            f"{self.losses.max():.3g}; shaded, a batch of {self.n} from picture {self.first} on. Right, over the batch "
            f"size, the sum of its losses, now {self.sum:.2f}, and their mean, now {self.mean:.3f}; the mean of all "
            f"{self.count} is {self.cost:.3f}."
        )

    def readout(self):
        return (
            f"batch of {self.n} from picture {self.first} on · sum {self.sum:.2f} · mean {self.sum:.2f} / {self.n} = "
            f"{self.mean:.3f} · cost J of all {self.count}: {self.cost:.3f}"
        )


def _columns(parts, top=0.0):
    """One path of a rectangle around the bars of each part, given by its first and its last number."""
    vertices = [
        corner
        for left, right in parts
        for corner in (
            (left - 0.5, 0),
            (right + 0.5, 0),
            (right + 0.5, top),
            (left - 0.5, top),
            (left - 0.5, 0),
        )
    ]
    return Path(np.reshape(vertices, (-1, 2)), [1, 2, 2, 2, 79] * len(parts))
