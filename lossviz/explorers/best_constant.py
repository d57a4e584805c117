"""The best constant under squared, absolute and pinball loss: mean, median, quantile."""

from ..figures.best_constant import QUANTILES, BestConstantScene
from .controls import Slider, slider_over
from .explorer import Explorer


def best_constant(y=None, quantity=None, **start):
    """The explorer of one guess for all targets `y`; `quantity` names them, `start` sets where its sliders begin."""
    scene = BestConstantScene(y, quantity)
    controls = [
        slider_over("guess", "guess c", scene.low, scene.high, (scene.low + scene.high) / 2),
        Slider("quantile", "quantile τ", *QUANTILES, 0.05, 0.8),
    ]
    explorer = Explorer(scene, controls, "best_constant")
    explorer.set(**start)
    return explorer
