"""A data cost and a penalty in one sum, and what λ trades between them."""

from ..figures.pareto import LOG_LAMBDA, NORMS, STEP, UNITS, ParetoScene
from .controls import Choice, Slider
from .explorer import Explorer


def pareto(x=None, labels=None, names=None, **start):
    """The explorer of penalised logistic regression on inputs `x` called `names`; `start` sets where it begins."""
    scene = ParetoScene(x, labels, names)
    controls = [
        Slider("log_lambda", "log₁₀ λ", *LOG_LAMBDA, STEP, -1.5),
        Choice("norm", "penalty", NORMS, NORMS[0]),
        Choice("unit", "data cost in", UNITS, UNITS[0]),
    ]
    explorer = Explorer(scene, controls, "pareto")
    explorer.set(**start)
    return explorer
