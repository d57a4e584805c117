"""What focal loss does to easy and hard examples: their shares of the loss and of the slope."""

import numpy as np
from matplotlib.patches import Patch

from ..fitting import logistic_regression
from ..losses import arguments, binary_crossentropy, binary_focal, binary_focal_from_logits, sigmoid
from . import style
from .axis import Span
from .bars import shapes, show
from .scene import Scene

GAMMA = Span(0.0, 5.0, 0.1, 2.0)
EASY = Span(0.55, 0.99, 0.01, 0.9)

_COLOURS = (style.ACCENT, style.PALETTE[3], style.PALETTE[2])
_FAINT = 0.13
_BINS = np.linspace(0, 1, 26)
_ROWS = ("examples", "loss, cross-entropy", "loss, focal", "slope in z, cross-entropy", "slope in z, focal")
_HEIGHT = 0.72


def rare_class():
    """Labels and logits of 1000 examples, 5 percent of them positive, under a model fitted to 1000 others."""
    rng = np.random.default_rng(3)
    labels = (np.arange(2000) % 20 == 0).astype(float)
    x = rng.normal(size=(2000, 2)) + 1.6 * labels[:, None]
    fitted = np.arange(2000) % 40 < 20
    return labels[~fitted], logistic_regression(x[fitted], labels[fitted])(x[~fitted])


class FocalWeightsScene(Scene):
    """Cross-entropy and focal loss over p_t, the probability of the true label, with the examples that there are.

    Beside it the shares of three groups, wrong, unsure and easy examples, in the number, the loss and the slope.
    """

    title = "Who makes the loss: easy or hard examples?"
    size = (800, 370)

    def __init__(self, labels=None, logits=None):
        if labels is None:
            labels, logits = rare_class()
        self.labels, self.logits = (
            arguments.as_array(name, value).astype(float) for name, value in (("labels", labels), ("logits", logits))
        )
        if self.labels.shape != self.logits.shape or self.labels.ndim != 1:
            raise ValueError(f"labels has shape {self.labels.shape} and logits {self.logits.shape}: give two lists")
        if not np.isin(self.labels, (0, 1)).all():
            raise ValueError("labels must hold 0 and 1 only")
        self.right = sigmoid(np.where(self.labels == 1, self.logits, -self.logits))
        self.plain = self._loss_and_slope(0.0)
        super().__init__()

    def _loss_and_slope(self, gamma):
        slope = binary_focal_from_logits.gradient(self.labels, self.logits, gamma=gamma)
        return binary_focal_from_logits(self.labels, self.logits, gamma=gamma), np.abs(slope)

    def build(self):
        grid = self.figure.add_gridspec(2, 2, height_ratios=(2.1, 1), width_ratios=(1, 1.15))
        curves = self.figure.add_subplot(grid[0, 0])
        counts = self.figure.add_subplot(grid[1, 0])
        shares = self.figure.add_subplot(grid[:, 1])
        for ax in (curves, counts):
            ax.set_xlim(0, 1)
            ax.axvline(0.5, color=style.MUTED, linewidth=1, linestyle=":")
        _zone(curves, _COLOURS[0]).set_xy(_box(0, 0.5, 0.5, 1))
        self._build_curves(curves)
        self._build_counts(counts)
        self._build_shares(shares)
        self.zones = [self.move(_zone(curves, colour)) for colour in _COLOURS[1:]]
        self.bound = self.move(counts.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.line = self.move(curves.plot([], [], **style.of(binary_focal))[0])
        names = ("wrong: p_t below ½", "unsure", "easy: p_t at least the bound")
        handles = [self.fixed, self.line, *(Patch(color=colour) for colour in _COLOURS)]
        self.figure.legend(
            handles, ["cross-entropy", "focal", *names], loc="outside upper left", ncols=5, columnspacing=1.2
        )

    def _build_curves(self, ax):
        ax.set_title("Focal loss: less for what is right")
        ax.set_ylabel("loss ℓ")
        ax.set_ylim(0, 4)
        ax.tick_params(labelbottom=False)
        self.p = np.concatenate([np.geomspace(0.01, 0.1, 12), np.linspace(0.12, 1, 45)])
        plain = binary_crossentropy(np.ones_like(self.p), self.p)
        (self.fixed,) = ax.plot(self.p, plain, **style.of(binary_crossentropy))

    def _build_counts(self, ax):
        ax.set_xlabel("p_t, probability of the true label")
        ax.set_ylabel("examples")
        ax.set_yscale("log")
        ax.hist(self.right, bins=_BINS, color=style.DATA, edgecolor="white", linewidth=0.5)
        ax.set_yticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
        ax.set_ylim(0.7, 1.8 * np.histogram(self.right, _BINS)[0].max())
        ax.minorticks_off()

    def _build_shares(self, ax):
        ax.set_title("Who makes loss and slope? (percent)")
        ax.set_xlim(0, 100)
        ax.set_ylim(len(_ROWS) - 0.5, -0.5)
        ax.set_yticks(range(len(_ROWS)), _ROWS)
        ax.tick_params(axis="y", length=0)
        ax.grid(False)
        ax.spines["left"].set_visible(False)
        self.bars = [self.move(shapes(ax, colour)) for colour in _COLOURS]

    def update(self, *, gamma, easy):
        self.gamma, self.easy = gamma, easy
        groups = np.digitize(self.right, (0.5, easy))
        amounts = [np.ones_like(self.right)]
        for pair in zip(self.plain, self._loss_and_slope(gamma), strict=True):
            amounts += pair
        sums = np.array([np.bincount(groups, weights=amount, minlength=3) for amount in amounts])
        self.count = sums[0].astype(int)
        self.shares = 100 * sums / sums.sum(axis=1, keepdims=True)
        ends = np.column_stack([np.zeros(len(_ROWS)), self.shares.cumsum(axis=1)])
        for group, bars in enumerate(self.bars):
            show(bars, [_box(*ends[row, group : group + 2], row, _HEIGHT) for row in range(len(_ROWS))])
        self.line.set_data(self.p, binary_focal(np.ones_like(self.p), self.p, gamma=gamma))
        for zone, ends in zip(self.zones, ((0.5, easy), (easy, 1)), strict=True):
            zone.set_xy(_box(*ends, 0.5, 1))
        self.bound.set_xdata([easy, easy])
        self.weight = (1 - easy) ** gamma

    def describe(self):
        rows = "; ".join(
            f"{name} {wrong:.1f}, {unsure:.1f} and {easy:.1f}"
            for name, (wrong, unsure, easy) in zip(_ROWS, self.shares, strict=True)
        )
        return (
            f"Left, cross-entropy and focal loss at γ = {self.gamma:g} over p_t, the probability of the true label, "
            f"above a histogram of {len(self.right)} examples: {self.count[0]} wrong, {self.count[1]} unsure and "
            f"{self.count[2]} easy ones, with p_t at least {self.easy:g}. Right, the percentages of wrong, unsure and "
            f"easy examples: {rows}."
        )

    def readout(self):
        _, loss, focal_loss, slope, focal_slope = self.shares
        return (
            f"γ = {self.gamma:g} · {self.count[2]} of {len(self.right)} examples are easy (p_t ≥ {self.easy:g}): they "
            f"make {loss[2]:.1f} % of cross-entropy and {focal_loss[2]:.1f} % of focal loss, {slope[2]:.1f} % and "
            f"{focal_slope[2]:.1f} % of the slope · wrong ones: {slope[0]:.1f} % and {focal_slope[0]:.1f} % of the "
            f"slope · weight at the bound (1 − p_t)^γ = {self.weight:.2g}"
        )


def _zone(ax, colour):
    look = {"color": colour, "alpha": _FAINT, "linewidth": 0}
    return ax.fill([0, 1, 1], [0, 0, 1], transform=ax.get_xaxis_transform(), **look)[0]


def _box(left, right, middle, height):
    low, high = middle - height / 2, middle + height / 2
    return [(left, low), (right, low), (right, high), (left, high)]
