"""A distribution over classes and what each class adds to the cross-entropy: nothing, except the true one."""

import numpy as np

from ..losses import categorical_crossentropy, sparse_categorical_crossentropy
from . import style
from .bars import boxes, name_places, outline, shapes, show
from .scene import Scene

NAMES = ("cat", "dog", "fox", "owl")
WEIGHTS = (1.0, 100.0)

_PLACES = np.arange(len(NAMES))
_TOP = 6.0  # a weight of 1 against three of 100 is a surprise of 5.7


class ClassDistributionScene(Scene):
    """Left the probabilities beside the one-hot target, right each class's surprise and the part that is charged."""

    title = "Four classes: only the true one's term survives"
    size = (800, 350)

    def build(self):
        left, right = self.figure.subplots(1, 2)
        look = style.of(categorical_crossentropy)["color"]
        for ax in (left, right):
            name_places(ax, [f"{number}: {name}" for number, name in enumerate(NAMES)])
            ax.tick_params(axis="x", length=0)
        left.set_title("Probabilities pₖ, dashed the target yₖ")
        left.set_ylim(0, 1.03)
        right.set_title("Surprises −log pₖ; filled: counted, times yₖ")
        right.set_ylim(0, _TOP)
        self.bars, self.terms = (self.move(shapes(ax, look)) for ax in (left, right))
        frame = {"color": style.INK, "linewidth": 1.4, "linestyle": (0, (3, 2))}
        self.target = self.move(left.plot([], [], **frame)[0])
        self.surprises = self.move(right.plot([], [], color=look, linewidth=1.4)[0])

    def update(self, *, true_class, **weights):
        self.true_class = int(true_class)
        weights = np.array([weights[name] for name in NAMES])
        self.p = weights / weights.sum()
        self.y = (self.true_class == _PLACES).astype(float)
        self.loss = float(categorical_crossentropy(self.y, self.p))
        self.slope = float(categorical_crossentropy.gradient(self.y, self.p)[self.true_class])
        surprises = sparse_categorical_crossentropy(_PLACES, np.tile(self.p, (len(NAMES), 1)))
        self.sparse = surprises[self.true_class]
        show(self.bars, boxes(self.p))
        self.target.set_data(*outline(self.y))
        self.surprises.set_data(*outline(surprises))
        show(self.terms, boxes(self.y * surprises))

    def describe(self):
        rows = ", ".join(f"{name} {p:.3f}" for name, p in zip(NAMES, self.p, strict=True))
        return (
            f"Left, bars of the probabilities {rows}, beside a target bar of height 1 for class {self.true_class}, "
            f"{NAMES[self.true_class]}. Right, each class's surprise as an outline; filled is only that of class "
            f"{self.true_class}, {self.loss:.4g}, which is the loss."
        )

    def readout(self):
        p, y = (", ".join(f"{value:.{digits}f}" for value in row) for row, digits in ((self.p, 3), (self.y, 0)))
        return (
            f"p = [{p}] · target [{y}], as a class number {self.true_class} · loss from the row {self.loss:.3f}, "
            f"from the number {self.sparse:.3f} · slope in p of the {NAMES[self.true_class]} {self.slope:.2f}, "
            f"in the others 0"
        )
