"""Choosing Huber's δ on data."""

import numpy as np

from ..figures.delta_scan import STEP, DeltaScanScene
from .controls import Slider
from .explorer import Explorer


def delta_scan(x=None, y=None, *, xlabel="x", ylabel="target y", **start):
    """The explorer of δ on the data `x`, `y`; `start` sets where its slider, log₁₀ δ, begins."""
    scene = DeltaScanScene(x, y, xlabel, ylabel)
    low, high = scene.reach
    rule = low + STEP * round((np.log10(scene.rule) - low) / STEP)
    explorer = Explorer(scene, [Slider("log_delta", "log₁₀ δ", low, high, STEP, round(rule, 2))], "delta_scan")
    explorer.set(**start)
    return explorer
