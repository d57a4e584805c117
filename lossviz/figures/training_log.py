"""The log of a training run that was really made, with what each number of it means as a probability."""

import numpy as np

from ..fitting import LinearModel, train_linear
from ..losses import arguments, categorical_crossentropy, softmax, sparse_categorical_crossentropy_from_logits
from . import style
from .scene import Scene

STEPS = 200
UNITS = {"nats": 1.0, "bits": float(np.log(2))}  # how many nats one unit is
_BINS = 10
_NAMED = 0.62  # where along the steps the two lines of reference have their names


def base_rate_entropy(labels):
    """The mean cross-entropy, in nats, of whoever states the share of each class for every example.

    Parameters
    ----------
    labels : array_like of whole numbers, shape (n,)
        Class numbers.

    Returns
    -------
    float
        ln C where the C classes are equally frequent, less where they are not.

    Examples
    --------
    >>> round(base_rate_entropy([0, 1, 0, 1]), 4), round(base_rate_entropy([0, 0, 0, 1]), 4)
    (0.6931, 0.5623)
    """
    _, counts = np.unique(labels, return_counts=True)
    shares = counts / counts.sum()
    return float(categorical_crossentropy(shares, shares))


def four_groups():
    """Inputs and labels of 60 points for training, then of 240 held out: four overlapping groups of unequal size."""
    rng = np.random.default_rng(3)
    labels = np.repeat([0, 1, 2, 3], [120, 90, 60, 30])[rng.permutation(300)]
    centres = np.zeros((4, 8))  # the groups differ in the first half of the inputs; the other half is noise
    centres[:, :4] = rng.normal(scale=1.1, size=(4, 4))
    x = centres[labels] + rng.normal(size=(300, 8))
    return x[:60], labels[:60], x[60:], labels[60:]


class TrainingLogScene(Scene):
    """The training and the held-out loss of softmax regression over the steps, on a ruler in nats and one in bits;
    beside it, the probability that the right class of each held-out example gets."""

    title = "Reading a training log: nats, bits and probabilities"
    size = (800, 360)

    def __init__(self, x=None, labels=None, held_x=None, held_labels=None, rate=0.5):
        if x is None:
            x, labels, held_x, held_labels = four_groups()
        labels, held_labels = (arguments.as_array("labels", each).astype(int) for each in (labels, held_labels))
        self.classes = int(max(labels.max(), held_labels.max())) + 1
        self.nothing, self.frequencies = float(np.log(self.classes)), base_rate_entropy(held_labels)
        loss = sparse_categorical_crossentropy_from_logits
        start = LinearModel(np.zeros((np.shape(x)[1], self.classes)), np.zeros(self.classes))
        path = train_linear(x, lambda z: loss.gradient(labels, z), start=start, rate=rate, steps=STEPS)
        logits = [model(held_x) for model in path]
        self.losses = {
            "training": np.array([loss(labels, model(x)).mean() for model in path]),
            "held out": np.array([loss(held_labels, z).mean() for z in logits]),
        }
        right = np.array([softmax(z)[np.arange(len(z)), held_labels] for z in logits])
        self.edges = np.linspace(0, 1, _BINS + 1)
        self.shares = np.array([np.histogram(p, self.edges)[0] for p in right]) / len(held_labels)
        self.accuracy = [float((z.argmax(axis=1) == held_labels).mean()) for z in logits]
        self.counts = len(labels), len(held_labels)
        super().__init__()

    def build(self):
        curves, probabilities = self.figure.subplots(1, 2, width_ratios=(1.45, 1))
        self.sides = -0.02 * STEPS, 1.02 * STEPS  # where the rulers stand
        self.top = 1.12 * max(self.nothing, *(losses.max() for losses in self.losses.values()))
        self._build_curves(curves)
        self._build_probabilities(probabilities)

    def _build_curves(self, ax):
        ax.set_title("The mean loss J, on two rulers")
        ax.set_xlabel("step (one pass through the training data)")
        ax.set_ylabel("J in nats")
        ax.set_xlim(*self.sides)
        ax.set_ylim(0, self.top)
        bits = ax.secondary_yaxis("right", functions=(_to_bits, _to_nats))
        bits.set_ylabel("J in bits")
        self._build_references(ax)
        looks = [style.of(sparse_categorical_crossentropy_from_logits), {"color": style.PALETTE[0], "linestyle": "-"}]
        lines = [ax.plot(losses, **look)[0] for losses, look in zip(self.losses.values(), looks, strict=True)]
        labels = [f"{name}: {count} examples" for name, count in zip(self.losses, self.counts, strict=True)]
        self.figure.legend(lines, labels, loc="outside upper left", ncols=2, handlelength=3)
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        colours = [line.get_color() for line in lines]
        self.readings = [self.move(ax.plot([], [], color=colour, linewidth=1.2)[0]) for colour in colours]
        self.dots = [
            self.move(ax.plot([], [], "o", color=colour, markersize=9, markeredgecolor="white")[0])
            for colour in colours
        ]

    def _build_references(self, ax):
        """Lines for whoever knows nothing and whoever knows how frequent the classes are; one where they coincide."""
        heights = {
            f"knowing nothing: ln {self.classes}": self.nothing,
            "knowing the frequencies only": self.frequencies,
        }
        if self.nothing - self.frequencies < 0.01 * self.top:
            heights = {f"knowing nothing: ln {self.classes}": self.nothing}
        for (words, height), below in zip(heights.items(), (False, True), strict=False):
            ax.axhline(height, color=style.MUTED, linewidth=1.4, linestyle=(0, (5, 2)))
            ax.annotate(
                words,
                (_NAMED, height),
                xycoords=ax.get_yaxis_transform(),
                xytext=(0, -3 if below else 3),
                textcoords="offset points",
                ha="center",
                va="top" if below else "bottom",
                color=style.MUTED,
            )

    def _build_probabilities(self, ax):
        ax.set_title("Held out: p of the right class")
        ax.set_xlabel("probability p of the right class")
        ax.set_ylabel("share of the held-out examples")
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        self.bars = self.move(
            ax.stairs(np.zeros(_BINS), self.edges, fill=True, facecolor="#b9c9dd", edgecolor=style.PALETTE[0])
        )
        self.mean = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2.4)[0])
        self.figure.legend([self.mean], ["geometric mean of p = exp(−J)"], loc="outside upper right", handlelength=2)

    def update(self, *, step, unit):
        self.step, self.unit = int(step), unit
        self.now = {name: float(losses[self.step]) for name, losses in self.losses.items()}
        ruler = self.sides[list(UNITS).index(unit)]
        self.cursor.set_xdata([self.step, self.step])
        for reading, dot, height in zip(self.readings, self.dots, self.now.values(), strict=True):
            reading.set_data([ruler, self.step], [height, height])
            dot.set_data([self.step], [height])
        self.bars.set_data(self.shares[self.step])
        self.typical = float(np.exp(-self.now["held out"]))
        self.mean.set_data([self.typical, self.typical], [0, 1])

    def describe(self):
        full = [f"{share:.2f}" for share in self.shares[self.step]]
        return (
            f"Left, the mean cross-entropy of {self.classes} classes over {STEPS} steps of training, on "
            f"{self.counts[0]} training and {self.counts[1]} held-out examples, with a ruler in nats and one in bits. "
            f"Lines of reference: knowing nothing {self._in_unit(self.nothing)}, knowing the frequencies only "
            f"{self._in_unit(self.frequencies)}. Right, the shares of held-out examples whose right class has a "
            f"probability from 0 to 1, in steps of 0.1: {', '.join(full)}. Now: {self._in_words()}."
        )

    def readout(self):
        return self._in_words()

    def _in_words(self):
        held = self.now["held out"]
        base = "e" if self.unit == "nats" else "2"
        number = f"{held / UNITS[self.unit]:.3f}"
        return (
            f"step {self.step} · training {self._in_unit(self.now['training'])}, held out {self._in_unit(held)} · "
            f"{base}^−{number} = {self.typical:.3f}, the geometric mean probability of the right class "
            f"(1/C = {1 / self.classes:.3g}) · accuracy held out {self.accuracy[self.step]:.1%}"
        )

    def _in_unit(self, nats):
        return f"{nats / UNITS[self.unit]:.3f} {self.unit}"


def _to_bits(nats):
    return nats / UNITS["bits"]


def _to_nats(bits):
    return bits * UNITS["bits"]
