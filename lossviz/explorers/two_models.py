"""Two classifiers, of which the one with the lower cost has the lower accuracy."""

from ..figures.two_models import BOLDNESS, TwoModelsScene
from .controls import Slider
from .explorer import Explorer


def two_models(**start):
    """The explorer of two classifiers and how bold each is; `start` sets where its sliders begin."""
    controls = [
        Slider("boldness_a", "boldness of A", *BOLDNESS, 0.05, 1.0),
        Slider("boldness_b", "boldness of B", *BOLDNESS, 0.05, 1.0),
    ]
    explorer = Explorer(TwoModelsScene(), controls, "two_models")
    explorer.set(**start)
    return explorer
