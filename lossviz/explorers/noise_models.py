"""Gaussian and Laplace noise, and the losses that are their negative logarithms."""

from ..figures.noise_models import DEVIATIONS, ERRORS, NoiseModelScene
from .controls import Slider
from .explorer import Explorer


def noise_models(**start):
    """The explorer of two noise models of equal deviation; `start` sets where its sliders begin."""
    controls = [
        Slider("error", "error e", *ERRORS, 0.1, 3.0),
        Slider("deviation", "standard deviation σ of both", *DEVIATIONS, 0.05, 1.0),
    ]
    explorer = Explorer(NoiseModelScene(), controls, "noise_models")
    explorer.set(**start)
    return explorer
