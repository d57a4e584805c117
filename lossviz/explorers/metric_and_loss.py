"""One weight that moves a metric in steps and a cost in a curve."""

from ..figures.classifier import BIAS
from ..figures.metric_and_loss import WEIGHTS, MetricAndLossScene
from .controls import Slider
from .explorer import Explorer


def metric_and_loss(x=None, labels=None, bias=BIAS, **start):
    """The explorer of accuracy and cost over one weight, for pictures `x` with `labels`; `start` sets the slider."""
    scene = MetricAndLossScene(x, labels, bias)
    explorer = Explorer(scene, [Slider("weight", "weight w", *WEIGHTS, 0.005, 1.1, 3)], "metric_and_loss")
    explorer.set(**start)
    return explorer
