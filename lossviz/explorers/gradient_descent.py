"""Gradient descent on one parameter, with the learning rate, the steps and the start under the learner's hand."""

from ..figures.gradient_descent import STEPS, GradientDescentScene
from .controls import Slider, slider_over
from .explorer import Explorer


def gradient_descent(x=None, y=None, **start):
    """The explorer of descent for ŷ = w · x over points `x`, `y`; `start` sets where its sliders begin."""
    scene = GradientDescentScene(x, y)
    low, high = scene.rates
    controls = [
        Slider("rate", "learning rate", low, high, low, round(3 * low, 10)),
        Slider("step", "steps taken", 0, STEPS, 1, 6, digits=0),
        slider_over("start", "start at w", *scene.starts, scene.starts[0] + 0.4),
    ]
    explorer = Explorer(scene, controls, "gradient_descent")
    explorer.set(**start)
    return explorer
