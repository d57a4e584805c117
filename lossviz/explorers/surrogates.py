"""Margin losses beside the 0–1 loss that they stand in for."""

from ..figures.surrogates import MARGINS, UNITS, SurrogateScene
from .controls import Choice, Slider
from .explorer import Explorer


def surrogates(**start):
    """The explorer of margin losses; `start` sets where its controls begin."""
    controls = [
        Slider("margin", "margin m", *MARGINS, 0.05, -0.5),
        Choice("unit", "logistic loss in", UNITS, UNITS[0]),
    ]
    explorer = Explorer(SurrogateScene(), controls, "surrogates")
    explorer.set(**start)
    return explorer
