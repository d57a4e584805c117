"""lossviz: loss functions with their gradients and facts, and explorers that show both as a slider moves."""

import importlib
from typing import TYPE_CHECKING

from . import losses
from .losses import *  # noqa: F403  every loss and helper under its own name

if TYPE_CHECKING:
    from .exercises import check, hint, predict, progress, solution
    from .explorers import EXPLORERS, explore
    from .losses.custom import loss

_ON_FIRST_USE = {
    "EXPLORERS": ".explorers",
    "check": ".exercises",
    "explore": ".explorers",
    "hint": ".exercises",
    "loss": ".losses.custom",
    "predict": ".exercises",
    "progress": ".exercises",
    "solution": ".exercises",
}

__all__ = [*losses.__all__, "EXPLORERS", "check", "explore", "hint", "loss", "predict", "progress", "solution"]


def __getattr__(name):
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_ON_FIRST_USE[name], __name__), name)


def __dir__():
    return sorted({*globals(), *_ON_FIRST_USE})
