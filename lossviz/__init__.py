"""lossviz: loss functions with their gradients and facts, and explorers that show both as a slider moves."""

from .losses.regression import huber as huber
