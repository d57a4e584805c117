"""The catalogue as data: filters in code."""

import numpy as np

from ...losses import (
    absolute_error,
    cauchy,
    dice,
    hinge,
    huber,
    log_cosh,
    logistic,
    squared_error,
    triplet,
    welsch,
)
from ..exercise import Case, Function, Wrong


def gentle(losses):
    """For each loss: is it for numbers, smooth, and with a slope that stays bounded?"""
    return np.array(["number" in loss.suits and loss.smooth and loss.slope_bounded for loss in losses])


def _where(test):
    return lambda losses: np.array([test(loss) for loss in losses])


ALL = [
    Function(
        key="08-gentle",
        title="a filter in one line",
        level=2,
        minutes=5,
        topics=("T63",),
        diagnoses="and for or, the value for its slope, the task forgotten, a count for answers",
        reference=gentle,
        names=("losses",),
        cases=(
            Case([squared_error, huber, absolute_error, welsch, log_cosh]),
            Case([logistic, hinge, dice, cauchy, triplet]),
        ),
        wrong=(
            Wrong(
                _where(lambda loss: "number" in loss.suits and loss.smooth),
                "The slope is left out: squared_error is smooth, and its slope grows without end.",
            ),
            Wrong(
                _where(lambda loss: "number" in loss.suits and loss.slope_bounded),
                "Smoothness is left out: absolute_error has a bounded slope, and a corner.",
            ),
            Wrong(
                _where(lambda loss: loss.smooth and loss.slope_bounded),
                "The task is left out: logistic is smooth with a bounded slope, and for yes or no.",
            ),
            Wrong(
                _where(lambda loss: "number" in loss.suits and loss.smooth and loss.bounded),
                "`bounded` is about the loss itself. The slope has a fact of its own: `slope_bounded`.",
            ),
            Wrong(
                _where(lambda loss: "number" in loss.suits or loss.smooth or loss.slope_bounded),
                "With `or` one of the three is enough. All of them are asked for.",
            ),
            Wrong(
                lambda losses: sum("number" in loss.suits and loss.smooth and loss.slope_bounded for loss in losses),
                "You count them. Give one True or False for each loss.",
            ),
        ),
        hints=(
            '`"number" in loss.suits` says whether a loss is for numbers.',
            "Two more facts: loss.smooth and loss.slope_bounded; join the three by `and`.",
            "[… for loss in losses] goes through the list.",
        ),
        explanation="What the checkboxes ask is one expression over facts, so a new loss answers it as well.",
    ),
]
