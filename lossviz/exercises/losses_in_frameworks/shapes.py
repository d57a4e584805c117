"""Who reduces, over what, and which shapes fit."""

import numpy as np

from ..exercise import Case, Function, Number, Numbers, Wrong


def keras_squares(y_true, y_pred):
    """The mean over the last axis: one number for each row."""
    return np.mean((y_pred - y_true) ** 2, axis=-1)


ALL = [
    Function(
        key="07-keras-squares",
        title="squared error with the mean where Keras's function takes it",
        level=2,
        minutes=4,
        topics=("T61", "M05"),
        diagnoses="no mean, the mean over everything or over the wrong axis, a sum, half",
        reference=keras_squares,
        cases=(
            Case(np.zeros((2, 3)), np.array([[1.0, 2.0, 3.0], [0.0, 4.0, 0.0]])),
            Case(np.array([[1.0], [2.0], [4.0]]), np.array([[3.0], [2.0], [1.0]])),
        ),
        wrong=(
            Wrong(
                lambda y_true, y_pred: (y_pred - y_true) ** 2,
                "These are the squares, without any mean. The name says mean: over the last axis, as in the table.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean((y_pred - y_true) ** 2),
                "That is the mean over everything, as Keras's class takes it. The function leaves one number a row.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean((y_pred - y_true) ** 2, axis=0),
                "You average over the rows, that is over examples. Average each row over its columns.",
            ),
            Wrong(
                lambda y_true, y_pred: np.sum((y_pred - y_true) ** 2, axis=-1),
                "That is the sum of each row. Divide by the number of columns.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean((y_pred - y_true) ** 2, axis=-1) / 2,
                "The ½ is in Optax's l2_loss and in scikit-learn's HalfSquaredError, not here.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean(np.abs(y_pred - y_true), axis=-1),
                "The axis is right. Square the errors before you average them.",
            ),
        ),
        hints=("Two rows of three columns become two numbers.", "np.mean(…, axis=-1)"),
        explanation="The function averages over the last axis and leaves one number for each example; the class then "
        "averages those.",
    ),
    Numbers(
        key="07-two-means",
        title="the weighted mean in PyTorch and in Keras",
        level=1,
        minutes=4,
        topics=("T61",),
        diagnoses="a plain mean, one denominator for both, the two exchanged",
        answer=(2.25, 4.5),
        within=0.01,
        wrong=(
            Wrong(
                (4.5, 2.25), "Exchanged: PyTorch divides by the sum of the weights, Keras by the number of examples."
            ),
            Wrong((2.25, 2.25), "That is PyTorch's for both. Keras divides by 3, the number of examples."),
            Wrong((4.5, 4.5), "That is Keras's for both. PyTorch divides by 6, the sum of the weights."),
            Wrong((1.5, 1.5), "That is the mean without weights."),
            Wrong((13.5, 13.5), "That is the sum of the weighted losses. Divide it, in two ways."),
        ),
        hints=("Weighted losses: 0.5 + 1 + 4 · 3.", "Divide by the weights' sum, 1 + 1 + 4, and by the 3 examples."),
        explanation="13.5 / 6 = 2.25 and 13.5 / 3 = 4.5. The slopes differ by the same factor, so the same "
        "learning rate "
        "takes steps twice as long.",
    ),
    Number(
        key="07-column",
        title="a column of predictions beside a row of targets",
        level=1,
        minutes=4,
        topics=("T61",),
        diagnoses="perfect predictions expected to cost 0, the sum, the error of size",
        answer=4.5,
        within=0.01,
        wrong=(
            Wrong(0.0, "It should be 0, and in Keras it is. Here each prediction meets each target: four differences."),
            Wrong(18.0, "That is the sum of the four squares. Divide by 4."),
            Wrong(9.0, "You divide the sum of four squares by 2; the mean goes over all four."),
            Wrong(1.5, "That is the mean of the absolute differences. Square them first."),
            Wrong(2.25, "That is half of it, or one square of 9 among four. There are two: 0 − 3 and 3 − 0."),
        ),
        hints=(
            "(2, 1) minus (2,) is a table of 2 × 2 differences.",
            "The differences are 0 twice, 3 once, −3 once.",
        ),
        explanation="(0 + 9 + 9 + 0) / 4 = 4.5. A perfect model seems to be wrong, and training pulls all predictions "
        "to the mean.",
    ),
]
