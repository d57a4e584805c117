"""Masks that networks found under four losses."""

from ..figures.segmentation import THRESHOLDS, SegmentationScene
from .controls import Slider
from .explorer import Explorer
from .stops import Stops


def segmentation(runs=None, **start):
    """The explorer of trained masks; `runs` are those of `SegmentationScene`, `start` sets where its sliders begin.

    Where `runs` is left out, small networks learn to find drawn digits.
    """
    if runs is None:
        from ..networks.samples import mask_runs  # training starts only where nothing trained is given

        runs = mask_runs()
    scene = SegmentationScene(runs)
    sides = tuple(scene.runs)
    count = min(len(run["pictures"]) for run in scene.runs.values())
    low, high = float(THRESHOLDS[0]), float(THRESHOLDS[-1])
    controls = [
        Stops("side", "side of the pictures", sides, sides[len(sides) // 2]),
        Slider("threshold", "called from p =", low, high, 0.02, 0.5),
        Slider("picture", "picture", 1, min(count, 24), 1, 1, digits=0),
    ]
    explorer = Explorer(scene, controls, "segmentation")
    explorer.set(**start)
    return explorer
