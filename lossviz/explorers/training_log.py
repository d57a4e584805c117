"""A training log and what its numbers mean."""

from ..figures.training_log import STEPS, UNITS, TrainingLogScene
from .controls import Choice, Slider
from .explorer import Explorer


def training_log(x=None, labels=None, held_x=None, held_labels=None, *, rate=0.5, **start):
    """The explorer of softmax regression's log, trained on `x` and `labels` and judged on the held-out pair; `start`
    sets where its controls begin."""
    controls = [
        Slider("step", "step", 0, STEPS, 1, 20, digits=0),
        Choice("unit", "read in", tuple(UNITS), "nats"),
    ]
    explorer = Explorer(TrainingLogScene(x, labels, held_x, held_labels, rate), controls, "training_log")
    explorer.set(**start)
    return explorer
