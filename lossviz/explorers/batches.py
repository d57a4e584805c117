"""The sum and the mean that a batch makes of the losses of its pictures."""

from ..figures.batches import BatchScene
from .controls import Slider
from .explorer import Explorer


def batches(p=None, labels=None, **start):
    """The explorer of a batch of pictures with confidences `p` and `labels`; `start` sets where its sliders begin."""
    scene = BatchScene(p, labels)
    controls = [
        Slider("size", "batch size n", 1, scene.count, 1, min(8, scene.count), digits=0),
        Slider("first", "first picture of the batch", 1, scene.count, 1, 1, digits=0),
    ]
    explorer = Explorer(scene, controls, "batches")
    explorer.set(**start)
    return explorer
