"""Three logits under the hand: probabilities, p − y and the loss."""

from ..figures.softmax_bars import CLASSES, LOGITS, SoftmaxBarsScene
from .controls import Choice, Slider
from .explorer import Explorer


def softmax_bars(**start):
    """The explorer of softmax over three classes; `start` sets where its controls begin."""
    controls = [
        Slider("z1", f"{CLASSES[0]} z₁", *LOGITS, 0.1, 1.0, 1),
        Slider("z2", f"{CLASSES[1]} z₂", *LOGITS, 0.1, 2.0, 1),
        Slider("z3", f"{CLASSES[2]} z₃", *LOGITS, 0.1, -0.5, 1),
        Choice("truth", "true class", CLASSES, CLASSES[0]),
    ]
    explorer = Explorer(SoftmaxBarsScene(), controls, "softmax_bars")
    explorer.set(**start)
    return explorer
