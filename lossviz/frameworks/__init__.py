"""Losses of this package in PyTorch and Keras, and both beside their own: what notebook 07 is made of.

Importing this loads no framework; the first call that needs one does. They come with the extra `frameworks`.
"""

from .bridge import keras_loss, torch_loss
from .builtin import builtin_losses
from .counterparts import counterparts
from .extra import MissingLibrary
from .side_by_side import overview, side_by_side

__all__ = [
    "MissingLibrary",
    "builtin_losses",
    "counterparts",
    "keras_loss",
    "overview",
    "side_by_side",
    "torch_loss",
]
