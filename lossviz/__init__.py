"""lossviz: loss functions with their gradients and facts, and explorers that show both as a slider moves."""

import importlib

from .losses import LOSSES, find, log_softmax, logsumexp, sigmoid, softmax, softplus

globals().update(LOSSES)  # each loss under its own name

_ON_FIRST_USE = {"loss": ".losses.custom", "explore": ".explorers", "EXPLORERS": ".explorers"}

__all__ = ["LOSSES", "find", "log_softmax", "logsumexp", "sigmoid", "softmax", "softplus"]
__all__ += [*LOSSES, *_ON_FIRST_USE]


def __getattr__(name):
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_ON_FIRST_USE[name], __name__), name)


def __dir__():
    return sorted({*globals(), *_ON_FIRST_USE})
