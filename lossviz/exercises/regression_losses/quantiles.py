"""What each loss asks for, and pinball loss."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def pinball_loss(y_true, y_pred, quantile=0.5):
    """What lies below the target costs quantile for each unit, what lies above it the rest."""
    missing = y_true - y_pred
    return np.where(missing >= 0, quantile * missing, (quantile - 1) * missing)


ALL = [
    Choice(
        key="02-budget",
        title="spot the mistake: MAE as a robust MSE",
        level=3,
        minutes=4,
        topics=("T18",),
        diagnoses="MAE taken for MSE with less noise, when it asks for another number",
        answer="d",
        wrong=(
            Wrong("a", "It does resist wild values, but it is not the mean that it keeps: look at what it asks for."),
            Wrong("b", "More data make the median more precise, and it stays the median."),
            Wrong("c", "Squared error asks for the mean, large bills included; that is what a budget needs here."),
        ),
        hints=(
            "What is the best constant under MAE?",
            "Most bills are small and a few are large: where do mean and median lie?",
        ),
        explanation="MAE asks for the median. With a few large bills it lies far below the mean, however "
        "precisely it is found; "
        "times the number of bills it does not pay them.",
    ),
    Function(
        key="02-pinball",
        title="pinball loss with its quantile",
        level=2,
        minutes=7,
        topics=("T18", "T19", "M03"),
        diagnoses="the two sides swapped, a branch on an array, a negative side, the mean taken",
        reference=pinball_loss,
        cases=(
            Case(np.array([10.0, 10.0, 10.0, 0.0]), np.array([8.0, 12.0, 10.0, 0.5]), quantile=0.9),
            Case(np.zeros(3), np.array([-1.0, 0.25, 4.0]), quantile=0.2),
            Case(np.array([1.0, 2.0]), np.array([3.0, 0.0]), quantile=0.5),
        ),
        wrong=(
            Wrong(
                lambda y_true, y_pred, quantile=0.5: np.where(
                    y_true >= y_pred, (1 - quantile) * (y_true - y_pred), quantile * (y_pred - y_true)
                ),
                "The two sides are swapped: for τ = 0.9 a prediction that is too low must cost nine times as much.",
            ),
            Wrong(
                lambda y_true, y_pred, quantile=0.5: np.where(
                    y_true >= y_pred, quantile * (y_true - y_pred), (1 - quantile) * (y_true - y_pred)
                ),
                "Where the prediction is too high your loss is negative: there it is (1 − τ) · (ŷ − y).",
            ),
            Wrong(
                lambda y_true, y_pred, quantile=0.5: np.where(
                    y_true >= y_pred, quantile * (y_true - y_pred), y_pred - y_true
                ),
                "Too low is weighed by τ; too high has a weight as well, 1 − τ.",
            ),
            Wrong(
                lambda y_true, y_pred, quantile=0.5: np.where(y_true >= y_pred, quantile, 1 - quantile),
                "Those are the weights of the two sides. Each has yet to be multiplied by the size of the error.",
            ),
            Wrong(
                lambda y_true, y_pred, quantile=0.5: np.mean(
                    np.maximum(quantile * (y_true - y_pred), (quantile - 1) * (y_true - y_pred))
                ),
                "The formula is right. You return the mean: return one loss for each example, and leave the mean "
                "to the caller.",
            ),
            Wrong(
                lambda y_true, y_pred, quantile=0.5: np.abs(y_true - y_pred) / 2,
                "The quantile never enters: this is the loss for τ = ½ only.",
            ),
            Wrong(
                lambda y_true, y_pred, quantile=0.5: (
                    quantile * (y_true - y_pred) if y_true >= y_pred else (quantile - 1) * (y_true - y_pred)
                ),
                "An if asks one question; an array has many answers. Let np.where choose element by element.",
            ),
        ),
        hints=(
            "Too low (y above ŷ) costs τ for each unit, too high 1 − τ.",
            "np.where(condition, a, b) chooses element by element.",
            "With d = y − ŷ both sides are one formula each: τ · d where d ≥ 0, (τ − 1) · d elsewhere.",
        ),
        explanation="Both sides are straight, with slopes that share one unit: τ and 1 − τ. Where they balance, "
        "a share τ of the "
        "targets lies below the prediction.",
        curve=Case(np.zeros(161), np.linspace(-4, 4, 161), quantile=0.8),
    ),
    Number(
        key="02-shop",
        title="the quantile that two prices imply",
        level=1,
        minutes=3,
        topics=("T18", "T19"),
        diagnoses="ratio for share, the two sides swapped",
        answer=0.75,
        within=0.0005,
        wrong=(
            Wrong(3.0, "That is the ratio of the two costs. τ is the share of the first in their sum."),
            Wrong(0.25, "The two sides are swapped: lacking an item costs more, so order more than the median."),
            Wrong(1 / 3, "The ratio the other way round. τ / (1 − τ) = 3: solve for τ."),
            Wrong(2 / 3, "Which costs go into the sum? 3 for lacking, 1 for left over."),
            Wrong(75.0, "As a share, between 0 and 1."),
        ),
        hints=("Too low costs τ, too high 1 − τ, and their ratio is 3.", "τ / (1 − τ) = 3"),
        explanation="τ / (1 − τ) = 3 gives τ = ¾: order so much that demand stays below it three days in four.",
    ),
]
