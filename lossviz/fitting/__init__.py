"""Fits computed by named methods: lines, constants, descent. Needs NumPy only and draws nothing."""

from .absolute import least_absolute
from .constant import best_constant
from .descent import cost, cost_gradient, descend
from .hubers import huber_line
from .line import Line
from .scale import median_absolute_deviation
from .squares import least_squares

__all__ = [
    "Line",
    "best_constant",
    "cost",
    "cost_gradient",
    "descend",
    "huber_line",
    "least_absolute",
    "least_squares",
    "median_absolute_deviation",
]
