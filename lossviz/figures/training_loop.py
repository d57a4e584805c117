"""The training loop as a diagram: what predicts, what compares, what differentiates, what updates."""

import numpy as np
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, PathPatch
from matplotlib.path import Path

from ..fitting import LinearModel, train_linear
from ..losses import binary_crossentropy, binary_crossentropy_from_logits, sigmoid
from . import style
from .animals import panda, place
from .numerals import Numerals
from .scene import Scene

ROUNDS = 12
INPUTS = (0.62, 0.1)
"""Two measurements of the panda's picture: how dark around the eyes, how much shell, each from 0 to 1."""
STAGES = ("predict", "compare", "differentiate", "update")
RATES = (0.1, 3.0)

_WIDE, _HIGH = 784, 252
# Left, bottom, width and height of each box; the boxes of the four stages in their order after the data.
_DATA = (4, 134, 150, 92)
_BOXES = ((232, 134, 210, 92), (560, 134, 190, 92), (560, 8, 190, 92), (232, 8, 210, 92))
_HEADS = ("① data", "② architecture", "③ loss", "backpropagation", "④ optimiser")
_FORMULAS = (
    "z = w₁x₁ + w₂x₂ + b\np = σ(z) =",
    "compares p with y\nℓ(y, p) =",
    "slopes, back to front\ndℓ/dz =",
    "w ← w − rate · dℓ/dw\nnew w₁ =",
)
_SHIFTS = (86, 82, 72, 80)  # where in its box a number stands
_FILLS = ("#eef3f9", "#eef3f9", "#f8e9e4", "#f4f4f4", "#eef3f9")


class TrainingLoopScene(Scene):
    """A diagram of the loop with the stage at work framed, and below it the confidence and the loss after each round.

    One picture of a panda is learned by a model of two inputs, from weights 0, under binary cross-entropy.
    """

    title = "The training loop: predict, compare, differentiate, update"
    size = (800, 400)

    def __init__(self):
        self._paths = {}
        super().__init__()

    def build(self):
        grid = self.figure.add_gridspec(2, 2, height_ratios=(1.75, 1))
        self._build_diagram(self.figure.add_subplot(grid[0, :]))
        self._build_progress(self.figure.add_subplot(grid[1, 0]), self.figure.add_subplot(grid[1, 1]))

    def _build_diagram(self, ax):
        ax.set_axis_off()
        ax.set_xlim(0, _WIDE)
        ax.set_ylim(0, _HIGH)
        for box, head, fill in zip((_DATA, *_BOXES), _HEADS, _FILLS, strict=True):
            x, y, wide, high = box
            ax.add_patch(
                FancyBboxPatch(
                    (x, y), wide, high, boxstyle="round,pad=0,rounding_size=8", facecolor=fill, edgecolor=style.MUTED
                )
            )
            ax.text(x + 10, y + high - 8, head, va="top", fontweight="bold")
        for (x, y, _, _), formula in zip(_BOXES, _FORMULAS, strict=True):
            first, second = formula.split("\n")
            ax.text(x + 10, y + 43, first, va="center")
            ax.text(x + 10, y + 18, second, va="center")
        x, y, _, _ = _DATA
        place(ax, panda, (x + 46, y + 34), 54)
        ax.text(x + 82, y + 48, "picture x", va="center")
        ax.text(x + 82, y + 24, "label y = 1", va="center", fontsize=11)
        self._build_arrows(ax)
        self.frame = self.move(
            ax.add_patch(PathPatch(_outline(_BOXES[0]), facecolor="none", edgecolor=style.ACCENT, linewidth=3))
        )
        self.numbers = Numerals(ax, align="left", weight="bold")
        self.move(self.numbers.patch)

    def _build_arrows(self, ax):
        model, loss, back, optimiser = _BOXES
        arrow = {"arrowstyle": "-|>", "mutation_scale": 14, "color": style.INK, "shrinkA": 0, "shrinkB": 1}
        middle, low, top = model[1] + 46, back[1] + 46, _DATA[1] + _DATA[3]
        ways = [
            ((_DATA[0] + _DATA[2], middle), (model[0], middle), "x"),
            ((model[0] + model[2], middle), (loss[0], middle), "p"),
            ((loss[0] + 95, loss[1]), (back[0] + 95, back[1] + back[3]), ""),
            ((back[0], low), (optimiser[0] + optimiser[2], low), "dℓ/dw, dℓ/db"),
            ((optimiser[0] + 105, optimiser[1] + optimiser[3]), (model[0] + 105, model[1]), ""),
            ((loss[0] + 95, top + 14), (loss[0] + 95, top), ""),
        ]
        for start, end, word in ways:
            ax.add_patch(FancyArrowPatch(start, end, **arrow))
            ax.text((start[0] + end[0]) / 2, start[1] + 5, word, ha="center", va="bottom")
        ax.plot(
            [80, 80, loss[0] + 95], [top, top + 14, top + 14], color=style.INK, linewidth=1, solid_joinstyle="miter"
        )
        ax.text(193, top + 10, "y", ha="center", va="top")
        ax.text(optimiser[0] + 113, 117, "new w and b", va="center")
        ax.text(4, low, "Your choices: ① to ④.\nTraining goes round\nthe loop.", va="center", linespacing=1.5)

    def _build_progress(self, left, right):
        left.set_title("Prediction p, target y = 1 dashed", fontsize=11.5)
        right.set_title("Loss ℓ", fontsize=11.5)
        look = style.of(binary_crossentropy)
        self.rows = []
        for ax, top, colour in ((left, 1.06, {"color": style.DATA}), (right, 0.75, look)):
            ax.set_xlim(-0.3, ROUNDS + 0.3)
            ax.set_ylim(0, top)
            ax.set_xlabel("rounds done")
            self.rows.append(self.move(ax.plot([], [], marker="o", markersize=8, markevery=[-1], **colour)[0]))
        left.axhline(1, color=style.DATA, linewidth=1.4, linestyle=(0, (4, 3)))

    def path(self, rate):
        """The model before the first round and after each, and under each the picture's logit, p and loss."""
        if rate not in self._paths:
            target = np.ones(1)
            models = train_linear(
                [INPUTS],
                lambda z: binary_crossentropy_from_logits.gradient(target, z),
                start=LinearModel(np.zeros(2), 0.0),
                rate=rate,
                steps=ROUNDS,
            )
            z = np.array([model([INPUTS])[0] for model in models])
            self._paths[rate] = models, z, sigmoid(z), binary_crossentropy_from_logits(np.ones(z.size), z)
        return self._paths[rate]

    def update(self, *, stage, rate):
        self.round, self.stage = divmod(int(stage) - 1, len(STAGES))
        self.rate = rate
        models, z, p, losses = self.path(rate)
        self.before, self.after = models[self.round], models[self.round + 1]
        self.z, self.p, self.loss = float(z[self.round]), float(p[self.round]), float(losses[self.round])
        self.pull = float(binary_crossentropy_from_logits.gradient(1.0, self.z))
        self.frame.set_path(_outline(_BOXES[self.stage]))
        said = [
            f"{self.p:.2f}",
            f"{self.loss:.2f}",
            f"{self.pull:.2f}".replace("-", "−"),
            f"{self.after.weights[0]:.2f}",
        ]
        places = [(x + shift, y + 18) for (x, y, _, _), shift in zip(_BOXES, _SHIFTS, strict=True)]
        self.numbers.show(places[: self.stage + 1], said[: self.stage + 1])
        done = self.round + 1 + (self.stage == len(STAGES) - 1)
        for row, heights in zip(self.rows, (p, losses), strict=True):
            row.set_data(np.arange(done), heights[:done])

    def describe(self):
        return (
            "A diagram of five boxes. Data gives a picture x to the architecture, z = w₁x₁ + w₂x₂ + b and p = σ(z), "
            "and its label y to the loss. The loss compares p with y; backpropagation takes its slope back to w and b; "
            "the optimiser changes w and b, and the loop begins anew. Data, architecture, loss and optimiser are "
            "numbered as the four choices. Below, the prediction and the loss after each round. Now framed: "
            f"{self.readout()}."
        )

    def readout(self):
        return f"round {self.round + 1}, rate {self.rate:g} · {STAGES[self.stage]}: {self._doing()}"

    def _doing(self):
        if self.stage == 0:
            w1, w2 = self.before.weights
            return (
                f"w = ({w1:.3f}, {w2:.3f}), b = {self.before.bias:.3f}, so z = {self.z:.3f} and p = σ(z) = {self.p:.3f}"
            )
        if self.stage == 1:
            return f"p = {self.p:.3f} against y = 1, so ℓ = −log p = {self.loss:.3f}"
        if self.stage == 2:
            s1, s2 = (self.pull * x for x in INPUTS)
            return (
                f"dℓ/dz = p − y = {self.pull:.3f}, times x gives dℓ/dw = ({s1:.3f}, {s2:.3f}); dℓ/db = {self.pull:.3f}"
            )
        w1, w2 = self.after.weights
        return f"minus rate times slope gives w = ({w1:.3f}, {w2:.3f}), b = {self.after.bias:.3f}"


def _outline(box):
    x, y, wide, high = box
    return Path([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)], [1, 2, 2, 2, 79])
