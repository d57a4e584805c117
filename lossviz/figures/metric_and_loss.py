"""One weight of the picture classifier: accuracy goes in steps with it, the cost in a curve, and so do their slopes."""

import numpy as np

from ..losses import binary_crossentropy, sigmoid, squared_error
from . import style
from .classifier import BIAS, pictures
from .scene import Scene

WEIGHTS = (1.0, 1.6)
_REACH = 0.06  # half the length of a tangent, in the unit of w
_COSTS = {binary_crossentropy: "cross-entropy", squared_error: "squared error"}
_METRIC = {"color": style.PALETTE[2], "linestyle": "-"}
_DIGITS = 9  # a picture that the boundary meets is a panda, whatever rounding makes of w · x + b


class MetricAndLossScene(Scene):
    """Accuracy on the left, two costs on the right, each over the weight w; below each its slope in w.

    `x` and `labels` are the pictures, `bias` the classifier's; the course's own where they are left out.
    """

    title = "One weight moves accuracy in steps and the cost in a curve"
    size = (800, 380)

    def __init__(self, x=None, labels=None, bias=BIAS):
        self.x, self.labels = pictures() if x is None else (np.asarray(x, dtype=float), np.asarray(labels))
        self.y = self.labels.astype(float)
        self.bias = bias
        jumps = np.unique(-bias / self.x[self.x > 0])
        self.jumps = jumps[(jumps > WEIGHTS[0]) & (jumps < WEIGHTS[1])]
        super().__init__()

    def build(self):
        self.panels = self.figure.subplots(2, 2, sharex=True, height_ratios=(1.25, 1)).T
        (stairs, flat), (costs, slopes) = self.panels
        for ax, title in (
            (stairs, "Accuracy: a staircase"),
            (flat, "Its slope: 0, or none at all (○)"),
            (costs, "Cost J: a curve"),
            (slopes, "Its slope: a direction at every w"),
        ):
            ax.set_title(title)
            ax.set_xlim(WEIGHTS[0] - 0.01, WEIGHTS[1] + 0.01)
        flat.set_xlabel("weight w")
        slopes.set_xlabel("weight w")
        stairs.set_ylabel("accuracy")
        flat.set_ylabel("slope in w")
        costs.set_ylabel("cost J")
        slopes.set_ylabel("slope dJ/dw")
        self._build_accuracy(stairs, flat)
        self._build_costs(costs, slopes)
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in self.panels.flat
        ]
        tangent = {"color": style.ACCENT, "linewidth": 2.4}
        self.tangents = [self.move(ax.plot([], [], **tangent)[0]) for ax in (stairs, costs)]
        self.stem = self.move(slopes.plot([], [], color=style.ACCENT, linewidth=3)[0])
        dots = {"color": style.CURSOR, "markeredgecolor": "white", "markersize": 8, "linestyle": "none", "marker": "o"}
        self.dots = [self.move(ax.plot([], [], **dots)[0]) for ax in self.panels.flat]

    def _build_accuracy(self, stairs, flat):
        edges = np.concatenate([[WEIGHTS[0]], self.jumps, [WEIGHTS[1]]])
        heights = [self.accuracy(middle) for middle in (edges[1:] + edges[:-1]) / 2]
        stairs.plot(edges, [*heights, heights[-1]], drawstyle="steps-post", color=_METRIC["color"], linewidth=0.8)
        gaps = np.full(len(heights), np.nan)
        across = np.column_stack([edges[:-1], edges[1:], gaps]).ravel()
        stairs.plot(across, np.column_stack([heights, heights, gaps]).ravel(), **_METRIC)
        flat.plot(across, np.where(np.isnan(across), np.nan, 0), **_METRIC)
        ring = {"color": _METRIC["color"], "markerfacecolor": "white", "markersize": 5, "linestyle": "none"}
        flat.plot(self.jumps, np.zeros(self.jumps.size), "o", **ring)
        flat.set_ylim(-1, 1)
        room = 0.1 * np.ptp(heights)
        stairs.set_ylim(min(heights) - room, max(heights) + room)

    def _build_costs(self, costs, slopes):
        weights = np.linspace(*WEIGHTS, 121)
        drawn = []
        for loss, name in _COSTS.items():
            read = np.array([self.cost(loss, weight) for weight in weights])
            costs.plot(weights, read[:, 0], label=name, **style.of(loss))
            slopes.plot(weights, read[:, 1], **style.of(loss))
            drawn.append(read)
            place = len(weights) // 2
            costs.text(
                weights[place], read[place, 0] + 0.035, name, color=style.of(loss)["color"], ha="center", va="bottom"
            )
        costs.set_ylim(0, 1.12 * max(read[:, 0].max() for read in drawn))
        reach = 1.15 * max(np.abs(read[:, 1]).max() for read in drawn)
        slopes.set_ylim(-reach, reach)
        slopes.axhline(0, color=style.MUTED, linewidth=1)

    def accuracy(self, weight):
        """The share of pictures that w · x + b puts on the right side of 0."""
        return float((((weight * self.x + self.bias).round(_DIGITS) >= 0) == (self.labels == 1)).mean())

    def cost(self, loss, weight):
        """The mean loss of the classifier with this weight, and by the chain rule its slope in the weight."""
        p = sigmoid(weight * self.x + self.bias)
        return float(loss(self.y, p).mean()), float((loss.gradient(self.y, p) * p * (1 - p) * self.x).mean())

    def update(self, *, weight):
        self.weight = weight
        self.share = self.accuracy(weight)
        self.on_step = bool(np.isclose(self.jumps, weight, atol=1e-9).any())
        self.costs = {loss: self.cost(loss, weight) for loss in _COSTS}
        values, slopes = zip(*self.costs.values(), strict=True)
        for line in self.cursors:
            line.set_xdata([weight, weight])
        ends = np.array([weight - _REACH, weight + _REACH])
        self.tangents[0].set_data([] if self.on_step else ends, [] if self.on_step else [self.share, self.share])
        rises = [(value - _REACH * slope, value + _REACH * slope) for value, slope in zip(values, slopes, strict=True)]
        self.tangents[1].set_data([*ends, np.nan, *ends], [*rises[0], np.nan, *rises[1]])
        self.stem.set_data([weight, weight], [0, slopes[0]])
        flat = [] if self.on_step else [0.0]
        for dot, heights in zip(self.dots, ([self.share], flat, values, slopes), strict=True):
            dot.set_data([weight] * len(heights), heights)

    def describe(self):
        return (
            f"Four panels over the weight w from {WEIGHTS[0]:g} to {WEIGHTS[1]:g}. Left, the accuracy on "
            f"{self.x.size} pictures, a staircase of {self.jumps.size} steps, and its slope: 0, and none at the steps. "
            f"Right, two costs as smooth curves with one lowest place each, and their slopes. At {self._in_words()}."
        )

    def readout(self):
        return self._in_words()

    def _in_words(self):
        costs = ", ".join(
            f"{name} {value:.4f} with slope {slope:+.3f}"
            for name, (value, slope) in zip(_COSTS.values(), self.costs.values(), strict=True)
        )
        slope = "on a step, with no slope" if self.on_step else "with slope 0"
        return f"w = {self.weight:.3f} · accuracy {self.share:.2f} {slope} · {costs}"
