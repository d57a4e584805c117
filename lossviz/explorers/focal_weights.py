"""Easy and hard examples under focal loss, on predictions really made."""

from ..figures.focal_weights import EASY, GAMMA, FocalWeightsScene
from .controls import Slider
from .explorer import Explorer


def focal_weights(labels=None, logits=None, **start):
    """The explorer of focal loss on the `labels` and a model's `logits`; `start` sets where its sliders begin."""
    scene = FocalWeightsScene(labels, logits)
    controls = [
        Slider("gamma", "focus γ", GAMMA.low, GAMMA.high, GAMMA.step, GAMMA.start, 1),
        Slider("easy", "easy from p_t =", EASY.low, EASY.high, EASY.step, EASY.start),
    ]
    explorer = Explorer(scene, controls, "focal_weights")
    explorer.set(**start)
    return explorer
