"""The costs of a miss and of a false alarm, and the threshold they imply."""

from ..figures.decision_costs import COST_STEP, COSTS, THRESHOLDS, DecisionCostsScene
from .controls import Slider
from .explorer import Explorer


def decision_costs(probabilities=None, labels=None, **start):
    """The explorer of two costs and a threshold, on a classifier's `probabilities` and `labels`; `start` sets where its
    sliders begin."""
    controls = [
        Slider("miss", "cost of a miss c_miss", *COSTS, COST_STEP, 5.0, digits=1),
        Slider("alarm", "cost of a false alarm c_fa", *COSTS, COST_STEP, 1.0, digits=1),
        Slider("threshold", "your threshold t", *THRESHOLDS, 0.01, 0.5),
    ]
    explorer = Explorer(DecisionCostsScene(probabilities, labels), controls, "decision_costs")
    explorer.set(**start)
    return explorer
