"""Gradient steps on a code towards a label, with a pull to the start."""

from ..figures.guidance import STEPS, WEIGHTS, GuidanceScene
from .controls import Choice, Slider
from .explorer import Explorer
from .stops import Stops


def guidance(decode=None, logits=None, starts=None, *, reach=3.0, names=tuple(range(10)), **start):
    """The explorer of guidance; the arguments before `start` as in `GuidanceScene`.

    `start` sets where the sliders begin.
    """
    scene = GuidanceScene(decode, logits, starts, reach, names)
    controls = [
        Slider("step", "step", 0, STEPS, 1, 20, 0),
        Stops("weight", "weight w of the pull to the start", WEIGHTS, 0.0),
        Choice("label", "towards", scene.names, scene.names[-1]),
        Slider("start", "start", 1, len(scene.starts), 1, 1, 0),
    ]
    explorer = Explorer(scene, controls, "guidance")
    explorer.set(**start)
    return explorer
