"""The cost over intercept and slope, and gradient descent on it under three losses."""

import numpy as np

from ..figures.loss_surface import STEPS, LossSurfaceScene
from .controls import Slider
from .explorer import Explorer


def loss_surface(x=None, y=None, delta=1.0, **start):
    """The explorer of descent paths on the data `x`, `y`; `delta` is Huber's, `start` sets where its sliders begin."""
    scene = LossSurfaceScene(x, y, delta)
    low, high = scene.rates[[0, -1]].tolist()
    digits = max(0, -int(np.floor(np.log10(low))))
    controls = [
        Slider("step", "steps taken", 0, STEPS, 1, 20, digits=0),
        Slider("rate", "learning rate", low, high, low, float(scene.rates[14]), digits),
    ]
    explorer = Explorer(scene, controls, "loss_surface")
    explorer.set(**start)
    return explorer
