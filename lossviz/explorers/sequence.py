"""A name, character by character: loss, running mean, perplexity, and what padding does to them."""

from ..figures.sequence import MEANS, SMOOTHINGS, SequenceScene
from .controls import Choice, Slider
from .explorer import Explorer
from .stops import Stops


def sequence(names=None, shown=None, **start):
    """The explorer of a character model of `names`, of which those in `shown` can be chosen; `start` sets controls."""
    scene = SequenceScene(names, shown)
    longest = max(scene.shown, key=len)
    controls = [
        Slider("position", "position", 1, len(longest) + 1, 1, 4, digits=0),
        Stops("smoothing", "smoothing k", SMOOTHINGS, 0.1),
        Choice("name", "name", scene.shown, longest),
        Choice("mean", "mean over", tuple(MEANS), next(iter(MEANS))),
    ]
    explorer = Explorer(scene, controls, "sequence")
    explorer.set(**start)
    return explorer
