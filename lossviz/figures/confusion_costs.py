"""Cross-entropy with a matrix that says what each confusion is worth: the matrix, the probabilities, the slopes."""

import numpy as np

from ..losses import categorical_crossentropy_from_logits, confusion_weighted_crossentropy, softmax
from . import style
from .bars import boxes, name_places, outline, shapes, show
from .scene import Scene

CLASSES = ("person", "cyclist", "tree")
CREDIT = (0.0, 1.0)
LOGITS = (-4.0, 4.0)

_WIDTH = 0.34  # of one of two bars side by side


def confusion_matrix_of(credit):
    """H: the identity, and `credit` where a person is taken for a cyclist or a cyclist for a person.

    Examples
    --------
    >>> confusion_matrix_of(0.25)
    array([[1.  , 0.25, 0.  ],
           [0.25, 1.  , 0.  ],
           [0.  , 0.  , 1.  ]])
    """
    matrix = np.eye(len(CLASSES))
    matrix[0, 1] = matrix[1, 0] = credit
    return matrix


class ConfusionCostsScene(Scene):
    """The matrix H as squares, the probabilities with those of least loss, and the slopes beside plain ones."""

    title = "Some confusions are nearly right"
    size = (800, 350)

    def build(self):
        left, middle, right = self.figure.subplots(1, 3, width_ratios=(1, 1.05, 1.3))
        self._build_matrix(left)
        self._build_probabilities(middle)
        self._build_slopes(right)

    def _build_matrix(self, ax):
        ax.set_title("H: credit as area")
        ax.set_aspect("equal", anchor="N")
        ax.set_xlim(-0.6, 2.6)
        ax.set_ylim(2.6, -0.6)
        ax.set_xticks(range(3), CLASSES)
        ax.set_yticks(range(3), CLASSES)
        ax.set_xlabel("prediction j")
        ax.set_ylabel("label y")
        ax.tick_params(length=0)
        ax.grid(False)
        self.row = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2)[0])
        self.squares = self.move(shapes(ax, style.of(confusion_weighted_crossentropy)["color"]))

    def _build_probabilities(self, ax):
        ax.set_title("p; dashed: p of least loss")
        name_places(ax, CLASSES)
        ax.set_ylim(0, 1.04)
        ax.set_ylabel("probability p")
        self.bars = self.move(shapes(ax, style.MUTED))
        self.least = self.move(ax.plot([], [], color=style.INK, linewidth=1.6, linestyle=(0, (3, 2)))[0])

    def _build_slopes(self, ax):
        ax.set_title("Slopes dℓ/dz, plain and with H")
        name_places(ax, CLASSES)
        ax.set_ylim(-1.05, 2.05)
        ax.axhline(0, color=style.MUTED, linewidth=1)
        ax.set_ylabel("slope: downhill is the other way")
        losses = categorical_crossentropy_from_logits, confusion_weighted_crossentropy
        self.slopes = [self.move(shapes(ax, style.of(loss)["color"])) for loss in losses]
        names = ["plain cross-entropy: p − y", "with H: p ΣH − H, where H is the row of the label"]
        self.figure.legend(self.slopes, names, loc="outside upper left", ncols=2)

    def update(self, *, label, credit, cyclist, tree):
        self.label, self.credit = label, credit
        self.z = np.array([0.0, cyclist, tree])
        place = CLASSES.index(label)
        matrix = confusion_matrix_of(credit)
        self.p = softmax(self.z)
        self.best = matrix[place] / matrix[place].sum()
        hot = np.eye(len(CLASSES))[place]
        self.plain = float(categorical_crossentropy_from_logits(hot, self.z))
        self.weighted = float(confusion_weighted_crossentropy(place, self.z, matrix=matrix))
        self.plain_slope = categorical_crossentropy_from_logits.gradient(hot, self.z)
        self.slope = confusion_weighted_crossentropy.gradient(place, self.z, matrix=matrix)
        corners = [(-0.55, -0.5), (2.55, -0.5), (2.55, 0.5), (-0.55, 0.5), (-0.55, -0.5)]
        self.row.set_data([x for x, _ in corners], [place + y for _, y in corners])
        show(self.squares, [_square(x, y, matrix[y, x]) for y, x in zip(*np.nonzero(matrix), strict=True)])
        show(self.bars, boxes(self.p))
        self.least.set_data(*outline(self.best))
        for side, (patch, slope) in enumerate(zip(self.slopes, (self.plain_slope, self.slope), strict=True)):
            show(patch, [_bar(at + (side - 1) * _WIDTH, height) for at, height in enumerate(slope)])

    def describe(self):
        return (
            f"Left the matrix H as squares, 1 on the diagonal and {self.credit:g} between person and cyclist, with the "
            f"row of the label {self.label} framed. Middle the probabilities of person, cyclist and tree, "
            f"{_listed(self.p)}, and those of least loss, {_listed(self.best)}. Right the slopes in the logits: plain "
            f"cross-entropy {_listed(self.plain_slope, '+')}, with H {_listed(self.slope, '+')}. The losses are "
            f"{self.plain:.3f} and {self.weighted:.3f}."
        )

    def readout(self):
        return (
            f"label {self.label}, credit h = {self.credit:g}, p = {_listed(self.p)} · plain: loss {self.plain:.3f}, "
            f"slopes {_listed(self.plain_slope, '+')} · with H: loss {self.weighted:.3f}, slopes "
            f"{_listed(self.slope, '+')}, least at p = {_listed(self.best)}"
        )


def _square(x, y, weight):
    half = 0.42 * np.sqrt(weight)
    return [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]


def _bar(left, height):
    return [(left, 0), (left, height), (left + _WIDTH, height), (left + _WIDTH, 0)]


def _listed(numbers, sign=""):
    return ", ".join(f"{number:{sign}.2f}" for number in numbers)
