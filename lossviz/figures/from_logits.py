"""Training with logits and the wrong loss: what the log shows, what the model can do, and what it claims."""

import numpy as np

from ..fitting import LinearModel, train_linear
from ..losses import categorical_crossentropy_from_logits
from . import style
from .scene import Scene
from .wrong_chains import CHAINS, floor

STEPS, EVERY = 300, 5
_RATE = 2.0
_BINS = np.linspace(0, 1, 21)
_LOWEST, _HIGHEST = 0.02, 20.0


def three_clouds():
    """Two times sixty points of three classes in the plane: for training, and held out."""
    rng = np.random.default_rng(3)
    labels = np.tile(np.arange(3), 40)
    angles = 2 * np.pi * labels / 3
    x = 1.6 * np.column_stack([np.cos(angles), np.sin(angles)]) + 0.7 * rng.normal(size=(120, 2))
    return x[:60], labels[:60], x[60:], labels[60:]


class FromLogitsScene(Scene):
    """A linear model trained once for each mistake: its loss as logged, its accuracy, and the probabilities it states.

    The data are inputs of shape (n, d) with class numbers, for training and held out; `track` goes through the runs, as
    a progress bar does.
    """

    title = "Logits meet the wrong loss: what the training log shows"
    size = (800, 350)

    def __init__(self, x=None, labels=None, x_test=None, labels_test=None, track=iter):
        if x is None:
            x, labels, x_test, labels_test = three_clouds()
        self.x, self.x_test = np.asarray(x, dtype=float), np.asarray(x_test, dtype=float)
        self.labels, self.labels_test = np.asarray(labels), np.asarray(labels_test)
        self.classes = int(self.labels.max()) + 1
        self.steps = np.arange(0, STEPS + 1, EVERY)
        self.runs = {name: self._run(CHAINS[name]) for name in track(CHAINS)}
        self.floors = {name: floor(name, self.classes) for name in CHAINS}
        super().__init__()

    def _run(self, chain):
        """Loss on the training data, accuracy and stated probabilities on the others, after every fifth step."""
        target, held_out = np.eye(self.classes)[self.labels], np.eye(self.classes)[self.labels_test]
        weights = np.random.default_rng(0).normal(scale=0.1, size=(self.x.shape[1], self.classes))
        path = train_linear(
            self.x,
            lambda z: chain.slope(target, z),
            start=LinearModel(weights, np.zeros(self.classes)),
            rate=_RATE,
            steps=STEPS,
        )
        models = path[::EVERY]
        losses = np.array([chain.loss(target, model(self.x)).mean() for model in models])
        outputs = [model(self.x_test) for model in models]
        accuracy = np.array([(z.argmax(axis=-1) == self.labels_test).mean() for z in outputs])
        stated = np.array([(held_out * chain.stated(z)).sum(axis=-1) for z in outputs])
        counts = np.array([np.histogram(row, _BINS)[0] for row in stated]) / len(self.labels_test)
        return {"loss": losses, "accuracy": accuracy, "stated": stated.mean(axis=-1), "counts": counts}

    def build(self):
        left, middle, right = self.figure.subplots(1, 3, width_ratios=(1.25, 1, 1))
        self.colour = style.of(categorical_crossentropy_from_logits)["color"]
        self._build_losses(left)
        self._build_accuracy(middle)
        self._build_stated(right)
        self.figure.legend(
            [self.reference, self.loss], ["no mistake", "with the chosen mistake"], loc="outside upper left", ncols=2
        )

    def _build_losses(self, ax):
        ax.set_title("Training loss, as logged")
        ax.set_xlabel("steps")
        ax.set_ylabel("mean loss J (log scale)")
        ax.set_yscale("log")
        ax.set_ylim(_LOWEST, _HIGHEST)
        ax.set_yticks([0.1, 1, 10], ["0.1", "1", "10"])
        ax.set_xlim(-0.02 * STEPS, 1.03 * STEPS)
        least = self.floors["softmax twice"]
        ax.axhline(least, color=style.ACCENT, linewidth=1, linestyle=(0, (4, 3)))
        words = f"floor {least:.3f} for outputs\nsquashed into 0 to 1"
        ax.text(STEPS, 0.9 * least, words, color=style.ACCENT, ha="right", va="top", size=10.5)
        self.reference = ax.plot(self.steps, self.runs["none"]["loss"], color=self.colour, alpha=0.45, linewidth=5)[0]
        self.loss, self.loss_dot = self._curve(ax)

    def _build_accuracy(self, ax):
        ax.set_title("Accuracy, held out")
        ax.set_xlabel("steps")
        ax.set_xlim(-0.02 * STEPS, 1.03 * STEPS)
        ax.set_ylim(0, 1.04)
        ax.plot(self.steps, self.runs["none"]["accuracy"], color=self.colour, alpha=0.45, linewidth=5)
        self.accuracy, self.accuracy_dot = self._curve(ax)

    def _curve(self, ax):
        line = self.move(ax.plot([], [], color=style.ACCENT)[0])
        return line, self.move(ax.plot([], [], "o", color=style.ACCENT, markeredgecolor="white", markersize=9)[0])

    def _build_stated(self, ax):
        ax.set_title("p stated for the true class")
        ax.set_xlabel("probability p, held out")
        ax.set_ylabel("share of the examples")
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        ones = np.ones(len(_BINS) - 1)
        self.right_bars = self.move(ax.stairs(0 * ones, _BINS, color=self.colour, alpha=0.45, linewidth=4))
        self.bars = self.move(ax.stairs(0 * ones, _BINS, fill=True, color=style.ACCENT, alpha=0.75))

    def update(self, *, step, mistake):
        self.step, self.mistake = int(step), mistake
        self.place = self.step // EVERY
        run = self.runs[mistake]
        gone = slice(0, self.place + 1)
        colour = self.colour if mistake == "none" else style.ACCENT
        for name, line, dot in (("loss", self.loss, self.loss_dot), ("accuracy", self.accuracy, self.accuracy_dot)):
            line.set_data(self.steps[gone], run[name][gone])
            dot.set_data([self.step], [run[name][self.place]])
            line.set_color(colour)
            dot.set_color(colour)
            dot.set_markeredgecolor("white")
        self.right_bars.set_data(self.runs["none"]["counts"][self.place])
        self.bars.set_data(run["counts"][self.place])
        self.bars.set_color(colour)

    def describe(self):
        return (
            f"Three panels: the training loss over the steps, the accuracy on held-out data, and a histogram of the "
            f"probability stated for the true class, for {self.classes} classes, each with the run without a mistake "
            f"in pale. Mistake: {self.mistake}. {self._in_words()}."
        )

    def readout(self):
        return f"mistake: {self.mistake} · {self._in_words()}"

    def _in_words(self):
        now = {key: self.runs[self.mistake][key][self.place] for key in ("loss", "accuracy", "stated")}
        well = {key: self.runs["none"][key][self.place] for key in now}
        return (
            f"after {self.step} steps the log says {now['loss']:.3f} (without mistake {well['loss']:.3f}, "
            f"floor {self.floors[self.mistake]:.3f}), accuracy {now['accuracy']:.2f} ({well['accuracy']:.2f}), mean p "
            f"of the true class {now['stated']:.2f} ({well['stated']:.2f})"
        )
