"""Fits computed by named methods: lines, constants, linear models, descent. Needs NumPy only and draws nothing."""

from .absolute import least_absolute
from .constant import best_constant
from .descent import cost, cost_gradient, descend
from .hubers import huber_line
from .line import Line
from .linear import LinearModel, standardised, train_linear
from .logistic import logistic_regression
from .noisy_labels import flipped, train_on_labels
from .quantiles import quantile_lines
from .regularised import regularised_logistic
from .scale import median_absolute_deviation
from .squares import least_squares

__all__ = [
    "Line",
    "LinearModel",
    "best_constant",
    "cost",
    "cost_gradient",
    "descend",
    "flipped",
    "huber_line",
    "least_absolute",
    "least_squares",
    "logistic_regression",
    "median_absolute_deviation",
    "quantile_lines",
    "regularised_logistic",
    "standardised",
    "train_linear",
    "train_on_labels",
]
