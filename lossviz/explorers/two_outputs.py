"""One probability or two that sum to 1: the same cross-entropy."""

from ..figures.two_outputs import PROBABILITIES, TARGETS, TwoOutputsScene
from .controls import Slider
from .explorer import Explorer


def two_outputs(**start):
    """The explorer of binary against two-class categorical cross-entropy; `start` sets where its sliders begin."""
    controls = [
        Slider("probability", "probability p of class 1", *PROBABILITIES, 0.01, 0.9),
        Slider("target", "target y", *TARGETS, 0.05, 1.0),
    ]
    explorer = Explorer(TwoOutputsScene(), controls, "two_outputs")
    explorer.set(**start)
    return explorer
