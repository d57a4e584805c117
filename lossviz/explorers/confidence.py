"""The confidences for two pictures, and the one number that each loss makes of them."""

from ..figures.confidence import CONFIDENCES, ConfidenceScene
from .controls import Slider
from .explorer import Explorer


def confidence(**start):
    """The explorer of two confidences, one for a panda and one for an armadillo; `start` sets where they begin."""
    controls = [
        Slider("panda", "confidence for the panda", *CONFIDENCES, 0.01, 0.88),
        Slider("armadillo", "confidence for the armadillo", *CONFIDENCES, 0.01, 0.03),
    ]
    explorer = Explorer(ConfidenceScene(), controls, "confidence")
    explorer.set(**start)
    return explorer
