"""Training and validation loss of polynomials of growing degree."""

from ..figures.overfitting import DEGREES, POINTS, OverfittingScene
from .controls import Slider
from .explorer import Explorer


def overfitting(**start):
    """The explorer of a polynomial's degree and the number of its training points; `start` sets the sliders."""
    controls = [
        Slider("degree", "degree of the polynomial", 0, DEGREES, 1, 3, digits=0),
        Slider("count", "training points", *POINTS, 1, 16, digits=0),
    ]
    explorer = Explorer(OverfittingScene(), controls, "overfitting")
    explorer.set(**start)
    return explorer
