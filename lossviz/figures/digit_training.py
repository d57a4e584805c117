"""A classifier of pictures trained under several losses: learning curves, confusion matrix, most costly mistakes."""

import numpy as np

from ..losses import arguments
from . import style
from .mosaic import GAP, inked, mosaic, show_pixels
from .numerals import Numerals
from .scene import Scene

COSTLY, _COLUMNS = 9, 3
_SIDE = 8
_LETTERS = 5  # pixels below each picture for what was taken for what
_RIGHT, _WRONG = (np.array(rgb, dtype=float) for rgb in ((11, 92, 173), (176, 42, 60)))
_FADED = 0.55  # how far the colours of the matrix go, so that dark numbers can be read on them
_SHOWY = 10.0  # a cell of errors is fully coloured at a tenth of its row
_LOWEST = 0.4  # accuracy at the foot of the left panel


def confusion_counts(labels, named, classes):
    """How often each class (row) was given each name (column).

    Examples
    --------
    >>> confusion_counts([0, 0, 1], [0, 1, 1], 2)
    array([[1, 1],
           [0, 1]])
    """
    counts = np.zeros((classes, classes), dtype=int)
    np.add.at(counts, (np.asarray(labels), np.asarray(named)), 1)
    return counts


class DigitTrainingScene(Scene):
    """Held-out accuracy over the epochs of several runs; of one of them the confusion matrix and costliest pictures.

    `images` (n, 64) and `labels` (n,) are held-out pictures. `runs` maps a name to a loss of the package and the
    outputs that it was given, of shape (seeds, epochs + 1, n, classes): probabilities, or what sigmoids gave. Details
    are those of the first seed.
    """

    title = "One network, one budget, several losses"
    size = (800, 390)

    def __init__(self, images, labels, runs):
        self.images = np.asarray(images, dtype=float).reshape(-1, _SIDE, _SIDE)
        self.labels = arguments.as_array("labels", labels).astype(int)
        self.runs = {name: (loss, np.asarray(given)) for name, (loss, given) in runs.items()}
        first = next(iter(self.runs.values()))[1]
        self.epochs, self.classes = first.shape[1] - 1, first.shape[-1]
        self.hot = np.eye(self.classes)[self.labels]
        self.accuracy = {name: (given.argmax(-1) == self.labels).mean(-1) for name, (_, given) in self.runs.items()}
        super().__init__()

    def build(self):
        curves, matrix, costly = self.figure.subplots(1, 3, width_ratios=(1.2, 1, 0.85))
        self._build_curves(curves)
        self._build_matrix(matrix)
        self._build_costly(costly)

    def _build_curves(self, ax):
        seeds = len(next(iter(self.accuracy.values())))
        ax.set_title("Right, held out" + (f" (mean and range of {seeds} seeds)" if seeds > 1 else ""))
        ax.set_xlabel("epoch (a pass through the data)")
        ax.set_ylabel("share named rightly")
        ax.set_xlim(-0.02 * self.epochs, 1.02 * self.epochs)
        ax.set_ylim(_LOWEST, 1.005)
        ax.set_xticks(np.unique(np.linspace(0, self.epochs, 5).astype(int)))
        self.looks, lines = {}, []
        for at, (name, (loss, _)) in enumerate(self.runs.items()):
            used = [look["color"] for look in self.looks.values()]
            look = style.of(loss)
            look = look if look["color"] not in used else {"color": style.PALETTE[at + 1], "linestyle": style.DASHES[3]}
            self.looks[name] = look
            curves = self.accuracy[name]
            steps = np.arange(self.epochs + 1)
            ax.fill_between(steps, curves.min(0), curves.max(0), color=look["color"], alpha=0.18, linewidth=0)
            lines += ax.plot(steps, curves.mean(0), **look)
        self.figure.legend(lines, list(self.runs), loc="outside upper left", ncols=4, handlelength=3)
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dot = self.move(ax.plot([], [], "o", markersize=10, markeredgecolor="white")[0])

    def _build_matrix(self, ax):
        ax.set_title("Confusion, mistakes counted")
        self.matrix = self.move(
            ax.imshow(np.full((self.classes, self.classes, 3), 255, np.uint8), interpolation="none")
        )
        ax.set_xlabel("named")
        ax.set_ylabel("is")
        ax.set_xticks(range(self.classes))
        ax.set_yticks(range(self.classes))
        ax.grid(False)
        ax.tick_params(length=0)
        self.counts = Numerals(ax, size=10.5)
        self.move(self.counts.patch)

    def _build_costly(self, ax):
        ax.set_title("The costliest: is → named")
        self.tall = _SIDE + _LETTERS
        rows = -(-COSTLY // _COLUMNS)
        self.costly = self.move(show_pixels(ax, (rows * self.tall, _COLUMNS * (_SIDE + GAP) - GAP)))
        self.names = Numerals(ax, size=11)
        self.move(self.names.patch)
        places = [divmod(at, _COLUMNS) for at in range(COSTLY)]
        middles = [(c * (_SIDE + GAP) + (_SIDE - 1) / 2, r * self.tall + _SIDE + 1.2) for r, c in places]
        self.places = [(x + side * 1.7, y) for x, y in middles for side in (-1, 1)]

    def update(self, *, epoch, network):
        self.epoch, self.network = int(epoch), network
        loss, given = self.runs[network]
        stated = given[0, self.epoch]
        self.named = stated.argmax(-1)
        self._show_matrix()
        self._show_costly(loss(self.hot, stated))
        accuracy = self.accuracy[network]
        self.now = accuracy[:, self.epoch]
        self.cursor.set_xdata([self.epoch, self.epoch])
        self.dot.set_data([self.epoch], [max(self.now.mean(), _LOWEST)])
        self.dot.set_color(self.looks[network]["color"])
        self.dot.set_markeredgecolor("white")

    def _show_matrix(self):
        counts = confusion_counts(self.labels, self.named, self.classes)
        shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
        right = np.eye(self.classes, dtype=bool)
        colour = np.where(right[..., None], _RIGHT, _WRONG)
        strength = _FADED * np.where(right, shares, np.minimum(1, _SHOWY * shares))
        self.matrix.set_data((255 + strength[..., None] * (colour - 255)).astype(np.uint8))
        rows, columns = np.nonzero(counts * ~right)
        self.counts.show(np.column_stack([columns, rows]), [str(counts[at]) for at in zip(rows, columns, strict=True)])

    def _show_costly(self, losses):
        losses = losses if losses.ndim == 1 else losses.sum(axis=-1)
        self.worst = np.argsort(-losses, kind="stable")[:COSTLY]
        self.paid = losses
        rows = -(-COSTLY // _COLUMNS)
        pictures = np.full((COSTLY, self.tall - GAP, _SIDE, 3), 255, np.uint8)
        pictures[:, :_SIDE] = inked(self.images[self.worst])
        image = mosaic(pictures, _COLUMNS)
        below = np.arange(image.shape[0]) % self.tall >= _SIDE
        image[below] = 255
        white = np.full((rows * self.tall, image.shape[1], 3), 255, np.uint8)
        white[: len(image)] = image
        self.costly.set_data(white)
        self.names.show(self.places, [str(each[at]) for at in self.worst for each in (self.labels, self.named)])

    def describe(self):
        runs = "; ".join(
            f"{name} {right[:, self.epoch].mean():.3f}, at the end {right[:, -1].mean():.3f}"
            for name, right in self.accuracy.items()
        )
        pairs = ", ".join(f"{self.labels[at]} named {self.named[at]}" for at in self.worst)
        return (
            f"Left, the share of {len(self.labels)} held-out pictures named rightly over {self.epochs} epochs; "
            f"at epoch {self.epoch}: {runs}. Middle, the confusion matrix of {self.network}, {self._wrong()} of "
            f"{len(self.labels)} off the diagonal. Right, the {COSTLY} pictures that cost most: {pairs}."
        )

    def readout(self):
        spread = f" ({self.now.min():.3f} to {self.now.max():.3f})" if len(self.now) > 1 else ""
        share = np.sort(self.paid)[::-1][: max(1, len(self.paid) // 20)].sum() / self.paid.sum()
        return (
            f"{self.network}, epoch {self.epoch} · right {self.now.mean():.3f}{spread} · {self._wrong()} of "
            f"{len(self.labels)} wrong · the costliest 5 % of the pictures pay {share:.0%} of the loss"
        )

    def _wrong(self):
        return int((self.named != self.labels).sum())
