"""Absolute error: its mean, its slope, its corner."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def mean_absolute_error(y_true, y_pred):
    """The mean size of the errors."""
    return np.mean(np.abs(y_pred - y_true))


ALL = [
    Function(
        key="02-mae",
        title="the cost of a set of predictions: the mean absolute error",
        level=2,
        minutes=4,
        topics=("T12", "M26"),
        diagnoses="signed errors that cancel, sum for mean, loss for cost, root mean square",
        reference=mean_absolute_error,
        cases=(
            Case(np.array([2.0, 5.0, 9.0, 4.0]), np.array([2.5, 4.0, 6.0, 4.0])),
            Case(np.array([1.0, -1.0, 3.0]), np.array([0.0, 1.0, 7.0])),
            Case(np.array([1e6, 0.0]), np.array([1e6 + 1.0, -3.0])),
        ),
        wrong=(
            Wrong(
                lambda y_true, y_pred: np.mean(y_pred - y_true),
                "Signed errors cancel: +3 and −3 make 0. Take the size of each error before you average.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean(y_true - y_pred),
                "Signed errors cancel: +3 and −3 make 0. Take the size of each error before you average.",
            ),
            Wrong(
                lambda y_true, y_pred: np.abs(np.mean(y_pred - y_true)),
                "The size comes too late: errors have cancelled in the mean. First abs, then mean.",
            ),
            Wrong(
                lambda y_true, y_pred: np.sum(np.abs(y_pred - y_true)),
                "That is the sum. Divide by the number of examples, so that twice the data do not cost twice as much.",
            ),
            Wrong(
                lambda y_true, y_pred: np.abs(y_pred - y_true),
                "Those are the losses, one for each example. The cost is their mean, one number.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean((y_pred - y_true) ** 2),
                "You square the errors: that is the MSE. The MAE takes their size as it is.",
            ),
            Wrong(
                lambda y_true, y_pred: np.sqrt(np.mean((y_pred - y_true) ** 2)),
                "That is the RMSE, the root of a mean of squares. The MAE averages sizes; nothing is squared.",
            ),
            Wrong(
                lambda y_true, y_pred: np.median(np.abs(y_pred - y_true)),
                "That is the median of the absolute errors; the M of MAE is the mean.",
            ),
        ),
        hints=(
            "Three steps, from the inside out: the errors, their sizes, one number.",
            "np.abs gives the sizes, np.mean the number.",
        ),
        explanation="Each error counts by its length, whichever side it lies on, and the mean makes one number "
        "of them.",
    ),
    Number(
        key="02-mae-slope",
        title="the fall of the MAE, from the slope alone",
        level=1,
        minutes=3,
        topics=("T12",),
        diagnoses="forgetting the mean, signs, squares",
        answer=0.125,
        within=0.0005,
        wrong=(
            Wrong(0.5, "By that much the loss of one example falls; the MAE is the mean over four."),
            Wrong(-0.125, "The size is right; asked is how far it falls, a positive number."),
            Wrong(0.25, "You may have divided by 2: there are four examples."),
            Wrong(1.0, "That is the MAE afterwards; asked is by how much it fell."),
            Wrong(
                0.6875,
                "That is by how much the MSE would fall. The slope of |e| is −1 there, at every step of the way.",
            ),
        ),
        hints=(
            "What is the slope of |e| at e = −3?",
            "Slope times step is the change of one loss; the mean divides it by the number of examples.",
        ),
        explanation="The slope is −1, the step 0.5, and the mean divides by 4: from 1.125 to 1. On a straight "
        "piece the slope "
        "tells the whole truth.",
    ),
    Choice(
        key="02-corner",
        title="spot the mistake: no slope at the corner, so no training",
        level=3,
        minutes=4,
        topics=("T12", "M13"),
        diagnoses="the corner of |e| taken for an error, or for harmless",
        answer="c",
        wrong=(
            Wrong(
                "a", "The division by zero comes from writing the slope as e/|e|. Written as sign(e), nothing divides."
            ),
            Wrong(
                "b", "Nothing has to be rewritten: any slope between −1 and 1 serves at the corner; libraries pick one."
            ),
            Wrong(
                "d", "Look at the hopping path once more: a slope that never shrinks has its price near the minimum."
            ),
        ),
        hints=(
            "Which lines through the corner stay below the V?",
            "Compare the two paths of 12 steps: what is it that hurts in practice?",
        ),
        explanation="At the corner every slope from −1 to 1 is a subgradient and any will do. What hurts is that "
        "the slope stays "
        "±1 all the way down: with a fixed step, descent hops.",
    ),
]
