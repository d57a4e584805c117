"""The stability walk: a logit far out, and what four ways to write the loss make of it."""

from ..figures.stability import WALK, StabilityScene
from ..figures.written_forms import DTYPES, FORMS
from .controls import Choice
from .explorer import Explorer
from .stops import Stops


def stability(**start):
    """The explorer of one logit's walk from −1000 to 1000; `start` sets where its controls begin."""
    controls = [
        Stops("logit", "logit z", WALK, 20.0),
        Choice("form", "written as", tuple(FORMS), next(iter(FORMS))),
        Choice("dtype", "numbers", tuple(DTYPES), "float32"),
    ]
    explorer = Explorer(StabilityScene(), controls, "stability")
    explorer.set(**start)
    return explorer
