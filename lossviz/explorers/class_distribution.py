"""A distribution over four classes under the learner's hand, and its cross-entropy."""

from ..figures.class_distribution import NAMES, WEIGHTS, ClassDistributionScene
from .controls import Choice, Slider
from .explorer import Explorer


def class_distribution(**start):
    """The explorer of four class weights, divided by their sum, and the true class; `start` sets where they begin."""
    weights = zip(NAMES, (60.0, 25.0, 10.0, 5.0), strict=True)
    controls = [Slider(name, f"weight of {name}", *WEIGHTS, 1.0, value, digits=0) for name, value in weights]
    controls.append(Choice("true_class", "true class y", tuple(range(len(NAMES))), 0))
    explorer = Explorer(ClassDistributionScene(), controls, "class_distribution")
    explorer.set(**start)
    return explorer
