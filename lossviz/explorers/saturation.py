"""Squared error and cross-entropy after a sigmoid, trained side by side from a wrong start."""

from ..figures.saturation import BIAS_STEP, BIASES, STEPS, SaturationScene
from .controls import Slider
from .explorer import Explorer


def saturation(**start):
    """The explorer of two training runs from the same wrong start; `start` sets where its sliders begin."""
    controls = [
        Slider("step", "step", 0, STEPS, 1, 40, digits=0),
        Slider("bias", "start: bias b", *BIASES, BIAS_STEP, -6.0),
    ]
    explorer = Explorer(SaturationScene(), controls, "saturation")
    explorer.set(**start)
    return explorer
