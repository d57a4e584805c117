"""Robust losses from the half square to Welsch by one shape slider."""

from ..figures.robust_family import ERRORS, SCALES, SHAPES, RobustFamilyScene
from .controls import Slider
from .explorer import Explorer


def robust_family(**start):
    """The explorer of the general robust loss; `start` sets where its sliders begin."""
    controls = [
        Slider("alpha", "shape α", *SHAPES, 0.1, 0.5),
        Slider("scale", "scale c", *SCALES, 0.05, 1.0),
        Slider("error", "error e", *ERRORS, 0.1, 3.0),
    ]
    explorer = Explorer(RobustFamilyScene(), controls, "robust_family")
    explorer.set(**start)
    return explorer
