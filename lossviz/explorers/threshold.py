"""A threshold that turns confidences into decisions, and the counts and metrics of those decisions."""

from ..figures.threshold import ThresholdScene
from .controls import Slider
from .explorer import Explorer


def threshold(p=None, labels=None, **start):
    """The explorer of a threshold on confidences `p` for pictures with `labels`; `start` sets where it begins."""
    scene = ThresholdScene(p, labels)
    explorer = Explorer(scene, [Slider("threshold", "threshold t", 0.0, 1.0, 0.01, 0.5)], "threshold")
    explorer.set(**start)
    return explorer
