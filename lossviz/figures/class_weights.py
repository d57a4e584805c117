"""A rare class that counts more: the line of decision, what it finds of each class, and two meanings of a mean."""

import numpy as np

from ..fitting import logistic_regression, standardised
from ..losses import binary_crossentropy_from_logits, sigmoid
from ..metrics import confusion
from . import style
from .scene import Scene

WEIGHTS = (1.0, 40.0)
WEIGHT_STEP = 0.5
CLASSES = ("class 0", "class 1")
_FAR = 20  # standard deviations: where the line of decision ends, outside the panel
_COLOURS = (style.PALETTE[0], style.PALETTE[1])
_MEANS = {"Σ wℓ / n (Keras)": "-", "Σ wℓ / Σ w (PyTorch)": (0, (4, 1.5))}


def weighted_means(labels, logits, weight):
    """The two numbers that are called the mean of a class-weighted cross-entropy.

    Parameters
    ----------
    labels : array_like of 0 and 1, shape (n,)
        The classes.
    logits : array_like, shape (n,)
        A model's logits z of class 1.
    weight : float
        w, what an example of class 1 counts; one of class 0 counts 1.

    Returns
    -------
    tuple of float
        Σ wℓ / n, as Keras has it, and Σ wℓ / Σ w, as PyTorch and scikit-learn have it.

    Examples
    --------
    >>> by_number, by_weight = weighted_means([0, 0, 0, 1], [0.0, 0.0, 0.0, 0.0], 5.0)
    >>> round(by_number, 4), round(by_weight, 4)
    (1.3863, 0.6931)
    """
    weights = np.where(np.asarray(labels) == 1, weight, 1.0)
    losses = weights * binary_crossentropy_from_logits(labels, logits)
    return float(losses.mean()), float(losses.sum() / weights.sum())


def two_clouds():
    """120 points of class 0 and 12 of class 1, two overlapping clouds: (points, labels)."""
    rng = np.random.default_rng(2)
    common, rare = rng.normal(size=(120, 2)), rng.normal(size=(12, 2))
    return np.concatenate([common * [1.0, 1.2], rare + np.array([1.7, 1.1])]).round(2), np.repeat([0, 1], [120, 12])


class ClassWeightsScene(Scene):
    """Two classes in the plane with a line of decision; the recall of each over the weight; and the mean loss.

    `x` has two columns and `labels` holds 0 and 1, the rare class; `names` are those of the columns.
    """

    title = "What the weight of a rare class does"
    size = (800, 370)

    def __init__(self, x=None, labels=None, names=("x₁", "x₂"), classes=CLASSES):
        self.x, self.labels = two_clouds() if x is None else (np.asarray(x, dtype=float), np.asarray(labels))
        self.names, self.classes = names, classes
        self.counts = [int((self.labels == each).sum()) for each in (0, 1)]
        self.middle, self.spread = self.x.mean(axis=0), self.x.std(axis=0)
        self.weights = np.linspace(*WEIGHTS, round((WEIGHTS[1] - WEIGHTS[0]) / WEIGHT_STEP) + 1)
        self.inputs = standardised(self.x)
        self.models = [self._fit(weight) for weight in self.weights]
        self.logits = np.array([model(self.inputs) for model in self.models])
        self.means = np.array(
            [weighted_means(self.labels, z, weight) for z, weight in zip(self.logits, self.weights, strict=True)]
        )
        super().__init__()

    def _fit(self, weight):
        return logistic_regression(self.inputs, self.labels, weights=np.where(self.labels == 1, weight, 1.0))

    def build(self):
        self.cursors = []
        plane, recalls, means = self.figure.subplots(1, 3, width_ratios=(1.35, 1, 1))
        self._build_plane(plane)
        self._build_recalls(recalls)
        self._build_means(means)

    def _build_plane(self, ax):
        ax.set_title("The line where p equals the threshold t", fontsize=11.5)
        ax.set_xlabel(self.names[0])
        ax.set_ylabel(self.names[1])
        low, high = self.x.min(axis=0), self.x.max(axis=0)
        room = 0.05 * (high - low)
        self.low, self.high = low - room, high + room
        ax.set_xlim(self.low[0], self.high[0])
        ax.set_ylim(self.low[1], self.high[1])
        looks = (
            {"markersize": 4, "alpha": 0.55},
            {"markersize": 5.5, "markeredgecolor": "white", "markeredgewidth": 0.6},
        )
        points = [
            ax.plot(*self.x[self.labels == each].T, marker, linestyle="none", color=_COLOURS[each], **looks[each])[0]
            for each, marker in enumerate("oD")
        ]
        labels = [f"{name}: {count}" for name, count in zip(self.classes, self.counts, strict=True)]
        self.side = self.move(ax.fill([0, 0, 0, 0], [0, 0, 0, 0], color=_COLOURS[1], alpha=0.1, linewidth=0)[0])
        self.line = self.move(ax.plot([], [], color=style.INK, linewidth=2.4)[0])
        labels.append(f"p ≥ t: “{self.classes[1]}”")
        self.figure.legend([*points, self.side], labels, loc="outside upper left", ncols=3, markerscale=1.4)

    def _build_recalls(self, ax):
        ax.set_title("Recall of each class", fontsize=11.5)
        self._over_weights(ax)
        ax.set_ylim(0, 1.04)
        ax.set_ylabel("share found")
        self.recalls = [
            self.move(ax.plot([], [], color=colour, linestyle=dashes, linewidth=1.8)[0])
            for colour, dashes in zip(_COLOURS, ("-", style.DASHES[1]), strict=True)
        ]
        self.recall_dots = [self._dot(ax, colour) for colour in _COLOURS]

    def _build_means(self, ax):
        ax.set_title("Two “means” of one loss", fontsize=11.5)
        self._over_weights(ax)
        ax.set_ylim(0, 1.35 * self.means.max())
        ax.set_ylabel("mean loss in nats")
        colour = style.PALETTE[2]
        for (name, dashes), means in zip(_MEANS.items(), self.means.T, strict=True):
            ax.plot(self.weights, means, color=colour, linestyle=dashes, linewidth=1.8, label=name)
        ax.legend(loc="upper left", fontsize=11, handlelength=2, borderpad=0.1)
        self.mean_dots = self.move(ax.plot([], [], "o", color=colour, markersize=8, markeredgecolor="white")[0])

    def _over_weights(self, ax):
        ax.set_xlabel("weight w of the rare class")
        ax.set_xlim(WEIGHTS[0] - 1.5, WEIGHTS[1] + 1.5)
        self.cursors.append(self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")))

    def _dot(self, ax, colour):
        return self.move(ax.plot([], [], "o", color=colour, markersize=8, markeredgecolor="white")[0])

    def update(self, *, weight, threshold):
        self.weight, self.threshold = weight, threshold
        place = int(np.argmin(np.abs(self.weights - weight)))
        known = np.isclose(self.weights[place], weight)
        model = self.models[place] if known else self._fit(weight)
        self.z = self.logits[place] if known else model(self.inputs)
        cut = np.log(threshold / (1 - threshold))
        self.found = confusion(self.labels, self.z >= cut)
        self.mean = weighted_means(self.labels, self.z, weight)
        self._draw_line(model, cut)
        shares = self._recalls(self.logits, cut)
        self.now = self._recalls(self.z[None], cut)[:, 0]
        for line, dot, along, here in zip(self.recalls, self.recall_dots, shares, self.now, strict=True):
            line.set_data(self.weights, along)
            dot.set_data([weight], [here])
        self.mean_dots.set_data([weight, weight], self.mean)
        for line in self.cursors:
            line.set_xdata([weight, weight])

    def _recalls(self, logits, cut):
        """The share of each class that each row of logits finds: those of class 0 below the cut, of class 1 above."""
        positive = logits >= cut
        return np.array([1 - positive[:, self.labels == 0].mean(axis=1), positive[:, self.labels == 1].mean(axis=1)])

    def _draw_line(self, model, cut):
        """The line z = cut with the side of class 1 tinted, long enough to leave the panel at both ends."""
        size = np.hypot(*model.weights)
        across = model.weights / size
        foot = across * (cut - model.bias) / size
        ends = foot + _FAR * np.outer((-1, 1), (-across[1], across[0]))
        corners = np.concatenate([ends, ends[::-1] + _FAR * across]) * self.spread + self.middle
        self.line.set_data(*corners[:2].T)
        self.side.set_xy(corners)

    def describe(self):
        return (
            f"Left, {self.counts[0]} points of {self.classes[0]} and {self.counts[1]} of {self.classes[1]} over "
            f"{self.names[0]} and {self.names[1]}, with the line where the probability is t = {self.threshold:g} for a "
            f"model whose {self.classes[1]} examples weigh w = {self.weight:g}. In the middle the recall of each class "
            f"over w, right the mean loss over w, divided by the number of examples or by their weight. "
            f"Now: {self._in_words()}."
        )

    def readout(self):
        return f"w = {self.weight:g}, t = {self.threshold:g} · {self._in_words()}"

    def _in_words(self):
        found, (common, rare) = self.found, self.now
        return (
            f"{self.classes[1]}: {found.tp} found, {found.fn} missed, recall {rare:.1%} · {self.classes[0]}: "
            f"{found.tn} right, {found.fp} false alarms, recall {common:.1%} · mean loss {self.mean[0]:.3f} (÷ n) or "
            f"{self.mean[1]:.3f} (÷ Σ w) · mean p {sigmoid(self.z).mean():.3f}, true share {self.labels.mean():.3f}"
        )
