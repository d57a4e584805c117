"""The surprise −log p and its slope."""

from ..figures.surprise import PROBABILITIES, SurpriseScene
from .controls import Slider
from .explorer import Explorer


def surprise(**start):
    """The explorer of −log p, counted in coin tosses; `start` sets where its slider begins."""
    controls = [Slider("probability", "probability p", *PROBABILITIES, 0.005, 0.2, digits=3)]
    explorer = Explorer(SurpriseScene(), controls, "surprise")
    explorer.set(**start)
    return explorer
