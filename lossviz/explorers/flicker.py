"""A frame-wise loss and a term that keeps neighbouring frames alike, on a clip of a moving digit."""

from ..figures.flicker import PAIRS, WEIGHTS, FlickerScene
from .controls import Choice, Slider
from .explorer import Explorer
from .stops import Stops


def flicker(image=None, *, seeds=3, **start):
    """The explorer of temporal consistency; `image` is the picture that moves, `start` sets the sliders.

    `seeds` is how many noisy clips of it are measured.
    """
    scene = FlickerScene(image, seeds)
    controls = [
        Stops("weight", "weight λ", WEIGHTS, 0.0),
        Slider("frame", "frame", 1, len(scene.true), 1, 6, 0),
        Choice("pair", "compare with", tuple(PAIRS), "the same pixel"),
    ]
    explorer = Explorer(scene, controls, "flicker")
    explorer.set(**start)
    return explorer
