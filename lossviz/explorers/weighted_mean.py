"""Weighted losses and what different libraries divide them by."""

from ..figures.weighted_mean import COMMON, RARE, RARE_STEP, WEIGHT_STEP, WEIGHTS, WeightedMeanScene
from .controls import Slider
from .explorer import Explorer


def weighted_mean(common=COMMON, **start):
    """The explorer of one rare example among `common` ones, given by the probabilities of what is true; `start` sets
    where its sliders begin."""
    controls = [
        Slider("weight", "weight w of the rare example", *WEIGHTS, WEIGHT_STEP, 4.0, digits=1),
        Slider("probability", "its probability of what is true", *RARE, RARE_STEP, 0.1),
    ]
    explorer = Explorer(WeightedMeanScene(common), controls, "weighted_mean")
    explorer.set(**start)
    return explorer
