"""Losses with their gradients and facts. Needs NumPy only and draws nothing."""

from .catalogue import LOSSES, find
from .links import log_softmax, logsumexp, sigmoid, softmax, softplus

globals().update(LOSSES)  # each loss under its own name: nobody lists losses twice

__all__ = ["LOSSES", "find", "log_softmax", "logsumexp", "sigmoid", "softmax", "softplus", *LOSSES]
