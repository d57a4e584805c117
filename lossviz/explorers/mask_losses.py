"""One answer to a segmentation under four losses."""

from ..figures.mask_losses import MASKS, MOST_FALSE, SIDES, MaskLossesScene
from .controls import Choice, Slider
from .explorer import Explorer


def mask_losses(image=None, **start):
    """The explorer of losses of a mask; `image` is a digit of 64 pixels, `start` sets where its controls begin."""
    controls = [
        Slider("side", "side of the picture", SIDES[0], SIDES[-1], SIDES[1] - SIDES[0], 16, digits=0),
        Slider("found", "p in the object", 0.01, 0.99, 0.01, 0.1),
        Slider("false", "p around it", 0.0, MOST_FALSE, 0.005, 0.02, digits=3),
        Choice("mask", "true mask", MASKS, MASKS[0]),
    ]
    explorer = Explorer(MaskLossesScene(image), controls, "mask_losses")
    explorer.set(**start)
    return explorer
