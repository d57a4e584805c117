"""The same logits through sigmoids and through softmax, for a picture of one thing or several."""

from ..figures.multi_label import LOGITS, SHOWN, MultiLabelScene
from .controls import Choice, Slider
from .explorer import Explorer


def multi_label(**start):
    """The explorer of multi-label against exclusive outputs; `start` sets where its controls begin."""
    controls = [
        Slider("sun", "sun z", *LOGITS, 0.1, 1.0, 1),
        Slider("tree", "tree z", *LOGITS, 0.1, 2.0, 1),
        Slider("house", "house z", *LOGITS, 0.1, -2.0, 1),
        Choice("shown", "the picture shows", tuple(SHOWN), "tree and sun"),
    ]
    explorer = Explorer(MultiLabelScene(), controls, "multi_label")
    explorer.set(**start)
    return explorer
