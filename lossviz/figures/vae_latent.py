"""The plane of a variational autoencoder's codes: what each place decodes to, and where the pictures lie."""

import numpy as np
from matplotlib.patches import Circle

from ..losses import arguments
from . import bars, style
from .mosaic import inked, mosaic, show_pixels
from .scene import Scene

REACH = 3.0  # of the plane that is shown, to each side of 0
_ENDS = -REACH, REACH
_CELLS = 13  # pictures along each side of the plane
_SIDE = 8
_MOST = 250  # pictures whose places are shown


class VaeLatentScene(Scene):
    """The pictures that a plane of codes decodes to, the codes of held-out pictures, and the picture of one code.

    `decode` takes codes of shape (n, 2) and gives pictures of shape (n, 64), from 0 to 1. `codes` (n, 2) and `labels`
    (n,) are those of held-out pictures. `classify` takes pictures and gives the probabilities of the classes.
    """

    title = "A plane of codes, and the picture of each"
    size = (800, 390)

    def __init__(self, decode, codes, labels, classify):
        self.decode, self.classify = decode, classify
        self.codes = np.asarray(codes, dtype=float)[:_MOST]
        self.labels = arguments.as_array("labels", labels).astype(int)[:_MOST]
        super().__init__()

    def build(self):
        grid = self.figure.add_gridspec(2, 3, width_ratios=(1.25, 1.25, 0.85), height_ratios=(1, 1))
        self._build_plane(self.figure.add_subplot(grid[:, 0]))
        self._build_codes(self.figure.add_subplot(grid[:, 1]))
        self._build_picture(self.figure.add_subplot(grid[0, 2]))
        self._build_classes(self.figure.add_subplot(grid[1, 2]))

    def _axes_of_codes(self, ax, reach):
        ax.set_xlabel("z₁")
        ax.set_ylabel("z₂")
        ax.set_xlim(-reach, reach)
        ax.set_ylim(-reach, reach)
        ax.set_xticks([-2, 0, 2], ["−2", "0", "2"])
        ax.set_yticks([-2, 0, 2], ["−2", "0", "2"])
        ax.set_aspect("equal")
        ax.grid(False)

    def _build_plane(self, ax):
        ax.set_title("What each code decodes to")
        cell = 2 * REACH / _CELLS
        middles = -REACH + cell * (np.arange(_CELLS) + 0.5)
        z1, z2 = np.meshgrid(middles, middles[::-1])
        pictures = self.decode(np.column_stack([z1.ravel(), z2.ravel()])).reshape(-1, _SIDE, _SIDE)
        ends = -REACH, REACH - cell / (_SIDE + 1), -REACH + cell / (_SIDE + 1), REACH
        ax.imshow(mosaic(pictures, _CELLS), extent=ends, interpolation="none")
        self._axes_of_codes(ax, REACH)
        self.box = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2.4)[0])
        self.half = cell / 2

    def _build_codes(self, ax):
        ax.set_title("Codes of held-out pictures")
        self._axes_of_codes(ax, REACH)
        for radius in (1, 2):
            ax.add_patch(Circle((0, 0), radius, facecolor="none", edgecolor=style.GRID, linewidth=1.4))
        for (x, y), label in zip(self.codes, self.labels, strict=True):
            if max(abs(x), abs(y)) < REACH - 0.1:
                colour = style.PALETTE[label % len(style.PALETTE)]
                ax.text(x, y, str(label), color=colour, size=10.5, ha="center", va="center")
        self.cross = self.move(ax.plot([], [], color=style.CURSOR, linewidth=1, linestyle=":")[0])
        self.dot = self.move(ax.plot([], [], "o", color=style.ACCENT, markersize=10, markeredgecolor="white")[0])

    def _build_picture(self, ax):
        ax.set_title("Decoded now")
        self.picture = self.move(show_pixels(ax, (_SIDE, _SIDE)))

    def _build_classes(self, ax):
        ax.set_title("What it is taken for")
        bars.name_places(ax, range(self.classify(np.zeros((1, _SIDE * _SIDE))).shape[1]))
        ax.set_ylim(0, 1.02)
        ax.set_xlabel("digit")
        ax.set_ylabel("p")
        self.filled = self.move(bars.shapes(ax, style.PALETTE[0]))

    def update(self, *, z1, z2):
        self.z = z1, z2
        made = self.decode(np.array([[z1, z2]]))
        self.p = self.classify(made)[0]
        self.ink = float(made.sum())
        self.picture.set_data(inked(made.reshape(_SIDE, _SIDE)))
        bars.show(self.filled, bars.boxes(self.p))
        left, right, below, above = np.clip([z1 - self.half, z1 + self.half, z2 - self.half, z2 + self.half], *_ENDS)
        self.box.set_data([left, right, right, left, left], [below, below, above, above, below])
        self.cross.set_data([-REACH, REACH, np.nan, z1, z1], [z2, z2, np.nan, -REACH, REACH])
        self.dot.set_data([z1], [z2])
        self.near = np.argsort(((self.codes - self.z) ** 2).sum(axis=1), kind="stable")[:5]

    def _in_words(self):
        likely = np.argsort(-self.p, kind="stable")[:2]
        named = f"a {likely[0]} with p = {self.p[likely[0]]:.2f} (a {likely[1]}: {self.p[likely[1]]:.2f})"
        near = ", ".join(str(self.labels[at]) for at in self.near)
        code = f"z = ({self.z[0]:.2f}, {self.z[1]:.2f})".replace("-", "−")
        return f"{code}: taken for {named}, {self.ink:.1f} of 64 pixels inked · nearest held-out codes: {near}"

    def describe(self):
        return (
            f"Left, {_CELLS} × {_CELLS} pictures decoded from codes between −{REACH:g} and {REACH:g} in both "
            f"directions. Middle, the codes of {len(self.codes)} held-out pictures, each written as its digit, "
            f"with circles "
            f"at 1 and 2. Right, the picture of one code and the probabilities that a classifier gives. Now "
            f"{self._in_words()}."
        )

    def readout(self):
        return self._in_words()
