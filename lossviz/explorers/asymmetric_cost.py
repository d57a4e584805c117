"""A real decision with unequal costs: when to be back at the geyser."""

from ..figures.asymmetric_cost import RATIOS, AsymmetricCostScene
from .controls import Slider
from .explorer import Explorer


def asymmetric_cost(x=None, y=None, **start):
    """The explorer of waits `y` after eruptions of `x` minutes; `start` sets where its sliders begin."""
    scene = AsymmetricCostScene(x, y)
    low, high = scene.reach
    ratio_step = float(RATIOS[1] - RATIOS[0])
    controls = [
        Slider("ratio", "a late minute costs r early ones, r", float(RATIOS[0]), float(RATIOS[-1]), ratio_step, 5.0, 1),
        Slider("eruption", "the eruption lasted x (minutes)", low, high, 0.1, round((low + high) / 2, 1), 1),
    ]
    explorer = Explorer(scene, controls, "asymmetric_cost")
    explorer.set(**start)
    return explorer
