"""Binary cross-entropy for label 1 and label 0 on one axis."""

from ..figures.both_labels import PROBABILITIES, BothLabelsScene
from .controls import Choice, Slider
from .explorer import Explorer


def both_labels(**start):
    """The explorer of both curves of binary cross-entropy; `start` sets where its controls begin."""
    controls = [
        Slider("probability", "probability p", *PROBABILITIES, 0.01, 0.8),
        Choice("label", "label y", (0, 1), 1),
    ]
    explorer = Explorer(BothLabelsScene(), controls, "both_labels")
    explorer.set(**start)
    return explorer
