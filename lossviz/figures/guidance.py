"""A code that gradient steps take towards a label: its way through the plane, its picture, and the two terms."""

import numpy as np
from contourpy import contour_generator
from matplotlib import colormaps

from ..fitting import LinearModel, train_linear
from ..fitting.drawn_digits import SIDE, drawn_digits
from ..losses import softmax, sparse_categorical_crossentropy_from_logits
from . import style
from .scene import Scene

STEPS = 60
WEIGHTS = (0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)

_TILES = 11  # pictures along each side of the plane
_GRID = 61  # places along each side at which the classifier is asked
_GREYS = colormaps["gray_r"].resampled(16)
_STAND_IN = (0, 1, 4, 7)


def linear_stand_in():
    """A decoder along two principal components of drawn digits 0, 1, 4 and 7, and a linear classifier of the four.

    Returns
    -------
    decode, logits : callable
    codes : ndarray, shape (n, 2)
        Of the drawn digits, in units of their standard deviation.
    names : tuple of int
        The digit of each logit.

    Examples
    --------
    >>> decode, logits, codes, names = linear_stand_in()
    >>> logits(decode(codes[:3])).shape, names
    ((3, 4), (0, 1, 4, 7))
    """
    images, digits = drawn_digits(300)
    chosen = np.isin(digits, _STAND_IN)
    images, labels = images[chosen], np.searchsorted(_STAND_IN, digits[chosen])
    middle = images.mean(axis=0)
    _, sizes, directions = np.linalg.svd(images - middle, full_matrices=False)
    plane = directions[:2] * sizes[:2, None] / np.sqrt(len(images))
    codes = (images - middle) @ np.linalg.pinv(plane)
    slope = sparse_categorical_crossentropy_from_logits.gradient
    start = LinearModel(np.zeros((images.shape[1], len(_STAND_IN))), np.zeros(len(_STAND_IN)))
    model = train_linear(images, lambda z: slope(labels, z), start=start, rate=0.3, steps=100)[-1]
    return lambda z: middle + z @ plane, lambda x: x @ model.weights + model.bias, codes, _STAND_IN


class GuidanceScene(Scene):
    """The plane of codes with its pictures, the way of one code, its picture before and now, and the cost of each step.

    `decode` takes codes (n, 2) to pictures (n, 64) and `logits` those to logits (n, C), both written with
    `autograd.numpy`; `starts` are codes (k, 2) to begin from; `reach` is how far the plane is shown on each side;
    `names` are the digits of the logits. Every way is walked here, once.
    """

    title = "Guidance: steps of a code towards a label"
    size = (800, 410)

    def __init__(self, decode=None, logits=None, starts=None, reach=3.0, names=tuple(range(10))):
        if decode is None:
            decode, logits, codes, names = linear_stand_in()
            starts = codes[:4]
        self.decode, self.logits, self.names = decode, logits, tuple(names)
        self.starts, self.reach = np.asarray(starts, dtype=float), reach
        self._walk()
        super().__init__()

    def _walk(self):
        """All ways at once: for each start, label and weight."""
        from ..networks.guidance import guidance_cost, guided  # autograd takes a tenth of a second to load

        shape = len(self.starts), len(self.names), len(WEIGHTS)
        at = [place.ravel() for place in np.indices(shape)]
        starts, weights = self.starts[at[0]], np.array(WEIGHTS)[at[2]]
        path = guided(starts, at[1], weights, self.decode, self.logits, steps=STEPS)
        terms = np.array([guidance_cost(z, starts, at[1], weights, self.decode, self.logits) for z in path])
        self.path = path.reshape(STEPS + 1, *shape, 2)
        self.terms = terms.reshape(STEPS + 1, 2, *shape)

    def _probabilities(self, codes):
        return softmax(self.logits(self.decode(np.atleast_2d(codes))))

    def build(self):
        plane, pictures, terms = self.figure.subplots(1, 3, width_ratios=(1.45, 0.62, 1))
        self._build_plane(plane)
        self._build_pictures(pictures)
        self._build_terms(terms)

    def _build_plane(self, ax):
        ax.set_title("The plane of codes, decoded")
        ax.set_xlabel("z₁")
        ax.set_ylabel("z₂")
        ax.set_aspect("equal")
        ax.grid(False)
        reach = self.reach
        ax.set_xlim(-reach, reach)
        ax.set_ylim(-reach, reach)
        middles = reach * (2 * (np.arange(_TILES) + 0.5) / _TILES - 1)
        across, up = np.meshgrid(middles, middles[::-1])
        tiles = np.clip(self.decode(np.column_stack([across.ravel(), up.ravel()])), 0, 1)
        mosaic = tiles.reshape(_TILES, _TILES, SIDE, SIDE).transpose(0, 2, 1, 3).reshape(_TILES * SIDE, _TILES * SIDE)
        ax.imshow(
            0.45 * mosaic, cmap="gray_r", vmin=0, vmax=1, extent=(-reach, reach, -reach, reach), interpolation="none"
        )
        self.borders = self._borders()
        self.border = self.move(ax.plot([], [], color=style.PALETTE[0], linewidth=1.6, linestyle=style.DASHES[1])[0])
        self.way = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2.4)[0])
        self.begin = self.move(ax.plot([], [], "s", color=style.INK, markersize=9, markeredgecolor="white")[0])
        self.now = self.move(ax.plot([], [], "o", color=style.ACCENT, markersize=10, markeredgecolor="white")[0])
        handles = [self.begin, self.now, self.border]
        names = ["start z₀", "code z now", "p of the label is ½"]
        self.figure.legend(handles, names, loc="outside upper left", ncols=3, handlelength=2.4)

    def _borders(self):
        """For each label the line on which the classifier gives it one half, with gaps between its parts."""
        places = np.linspace(-self.reach, self.reach, _GRID)
        across, up = np.meshgrid(places, places)
        p = self._probabilities(np.column_stack([across.ravel(), up.ravel()])).reshape(_GRID, _GRID, -1)
        borders = []
        for label in range(p.shape[-1]):
            parts = contour_generator(places, places, p[..., label]).lines(0.5)
            gap = np.full((1, 2), np.nan)
            borders.append(np.concatenate([gap, *(each for part in parts for each in (part, gap))]).T)
        return borders

    def _build_pictures(self, ax):
        ax.set_title("Its picture")
        ax.set_xlim(-0.2, SIDE + 0.2)
        ax.set_ylim(2 * SIDE + 2.6, -0.2)
        ax.set_aspect("equal")
        ax.set_axis_off()
        picture = {"cmap": _GREYS, "vmin": 0, "vmax": 1, "interpolation": "none"}
        extents = (0, SIDE, SIDE, 0), (0, SIDE, 2 * SIDE + 1.4, SIDE + 1.4)
        self.images = [self.move(ax.imshow(np.zeros((SIDE, SIDE)), extent=each, **picture)) for each in extents]
        ax.text(SIDE / 2, SIDE + 0.2, "at the start", ha="center", va="top", fontsize=11)
        ax.text(SIDE / 2, 2 * SIDE + 1.6, "now", ha="center", va="top", fontsize=11)

    def _build_terms(self, ax):
        ax.set_title("What each step costs")
        ax.set_xlabel("step")
        ax.set_ylabel("cost of this code")
        ax.set_xlim(-0.02 * STEPS, 1.02 * STEPS)
        highest = self.terms.sum(axis=1)
        ax.set_ylim(0, 1.1 * max(5.0, float(np.quantile(highest[0], 0.9))))
        looks = [style.of(sparse_categorical_crossentropy_from_logits), {"color": style.PALETTE[2], "linestyle": "--"}]
        self.lines = [self.move(ax.plot([], [], **look)[0]) for look in looks]
        self.lines.append(self.move(ax.plot([], [], color=style.INK, linewidth=1.4)[0]))
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        names = ["−log p(label)", "½ w MSE(z, z₀)", "sum"]
        self.figure.legend(self.lines, names, loc="outside upper right", ncols=3, handlelength=2.4)

    def update(self, *, step, weight, label, start):
        self.step, self.weight, self.label, self.start = int(step), weight, label, int(start)
        at = self.start - 1, self.names.index(label), WEIGHTS.index(weight)
        path = self.path[(slice(None), *at)]
        terms = self.terms[(slice(None), slice(None), *at)]
        self.code, self.first = path[self.step], path[0]
        self.costs = terms[self.step]
        self.p = self._probabilities(self.code)[0]
        self.border.set_data(*self.borders[at[1]])
        self.way.set_data(*path[: self.step + 1].T)
        self.begin.set_data(self.first[:1], self.first[1:])
        self.now.set_data(self.code[:1], self.code[1:])
        for image, pixels in zip(self.images, self.decode(np.array([self.first, self.code])), strict=True):
            image.set_data(np.clip(pixels, 0, 1).reshape(SIDE, SIDE))
        steps = np.arange(STEPS + 1)
        for line, cost in zip(self.lines, (*terms.T, terms.sum(axis=1)), strict=True):
            line.set_data(steps, cost)
        self.cursor.set_xdata([self.step, self.step])

    def _in_words(self):
        call = self.names[int(self.p.argmax())]
        return f"p({self.label}) = {self.p[self.names.index(self.label)]:.3f}, called {call} with {self.p.max():.2f}"

    def describe(self):
        (x, y), (u, v) = self.first, self.code
        return (
            f"Left, the plane of codes from −{self.reach:g} to {self.reach:g} with the pictures they decode to, a "
            f"dashed "
            f"line where the classifier gives the label {self.label} one half, and the way of a code from ({x:.2f}, "
            f"{y:.2f}) to ({u:.2f}, {v:.2f}) in {self.step} steps. In the middle its picture at the start and now: "
            f"{self._in_words()}. Right, over the steps, −log p of the label, now {self.costs[0]:.3f}, the pull to the "
            f"start with w = {self.weight:g}, now {self.costs[1]:.3f}, and their sum."
        )

    def readout(self):
        far = float(np.linalg.norm(self.code - self.first))
        return (
            f"start {self.start}, towards {self.label}, w = {self.weight:g}, step {self.step} · {self._in_words()} · "
            f"−log p = {self.costs[0]:.3f}, pull {self.costs[1]:.3f}, sum {self.costs.sum():.3f} · {far:.2f} from "
            f"the start"
        )
