"""One logit, its probability and its odds."""

from ..figures.log_odds import LOGITS, LogOddsScene
from .controls import Slider
from .explorer import Explorer


def log_odds(**start):
    """The explorer of one logit; `start` sets where its slider begins."""
    explorer = Explorer(LogOddsScene(), [Slider("logit", "logit z", *LOGITS, 0.1, 1.4, 1)], "log_odds")
    explorer.set(**start)
    return explorer
