"""The weight of a rare class: line of decision, recall, and what "mean" then means."""

from ..figures.class_weights import CLASSES, WEIGHT_STEP, WEIGHTS, ClassWeightsScene
from .controls import Slider
from .explorer import Explorer


def class_weights(x=None, labels=None, names=("x₁", "x₂"), classes=CLASSES, **start):
    """The explorer of a weighted class 1 over two measurements, the columns of `x`; `names` are theirs, `classes` those
    of label 0 and 1, and `start` sets where its sliders begin."""
    controls = [
        Slider("weight", "weight w of the rare class", *WEIGHTS, WEIGHT_STEP, 1.0, digits=1),
        Slider("threshold", "threshold t", 0.02, 0.98, 0.02, 0.5),
    ]
    explorer = Explorer(ClassWeightsScene(x, labels, names, classes), controls, "class_weights")
    explorer.set(**start)
    return explorer
