"""A line turned about the point of means, its signed errors and their sizes."""

from ..figures.signed_errors import SignedErrorsScene
from .controls import slider_over
from .explorer import Explorer


def signed_errors(x=None, y=None, **start):
    """The explorer of a line's errors over points `x`, `y`; `start` sets where its sliders begin."""
    scene = SignedErrorsScene(x, y)
    controls = [
        slider_over("slope", "slope of the line", *scene.slopes, 0.0),
        slider_over("raised", "raise the line by", *scene.raises, 0.0),
    ]
    explorer = Explorer(scene, controls, "signed_errors")
    explorer.set(**start)
    return explorer
