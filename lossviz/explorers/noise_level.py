"""A band whose width is learned by the Gaussian negative log-likelihood."""

from ..figures.noise_level import NoiseLevelScene
from .controls import slider_over
from .explorer import Explorer


def noise_level(x=None, y=None, **start):
    """The explorer of a noise level around points `x`, `y`; `start` sets where its sliders begin."""
    scene = NoiseLevelScene(x, y)
    controls = [
        slider_over("growth", "growth b", *scene.growths, 0.0),
        slider_over("level", "log variance a at the middle", *scene.levels, scene.constant),
    ]
    explorer = Explorer(scene, controls, "noise_level")
    explorer.set(**start)
    return explorer
