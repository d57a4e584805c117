"""The same errors under absolute and squared error, as lengths and as areas."""

from ..figures.residuals import ResidualScene
from .controls import slider_over
from .explorer import Explorer


def residuals(x=None, y=None, **start):
    """The explorer of lengths and areas over points `x`, `y`; `start` sets where its sliders begin."""
    scene = ResidualScene(x, y)
    level = f"height of the line at x = {scene.origin:g}" if scene.origin else "intercept of the line"
    controls = [
        slider_over("height", "height of the ◆ point", *scene.heights, scene.y[scene.marked]),
        slider_over("slope", "slope of the line", *scene.slopes, scene.start.slope),
        slider_over("intercept", level, *scene.intercepts, scene.start(scene.origin)),
    ]
    explorer = Explorer(scene, controls, "residuals")
    explorer.set(**start)
    return explorer
