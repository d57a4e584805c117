"""Rare classes, weighted means, and thresholds."""

import numpy as np

from ..exercise import Case, Function, Number, Wrong


def weighted_mean(losses, labels, weights):
    """The mean of the losses in which each example counts by the weight of its class."""
    counts = weights[labels]
    return (counts * losses).sum() / counts.sum()


ALL = [
    Function(
        key="03-weighted-mean",
        title="a mean that divides by the weights",
        level=2,
        minutes=5,
        topics=("T31",),
        diagnoses="the plain mean, dividing by n or by the sum over classes, weights left out",
        reference=weighted_mean,
        names=("losses", "labels", "weights"),
        cases=(
            Case(np.array([0.2, 1.0, 0.4, 3.0]), np.array([0, 1, 0, 1]), np.array([1.0, 13.0])),
            Case(np.array([0.5, 0.5, 2.0]), np.array([2, 0, 1]), np.array([1.0, 2.0, 4.0])),
        ),
        wrong=(
            Wrong(
                lambda losses, labels, weights: (weights[labels] * losses).mean(),
                "That divides by the number of examples, as Keras does. Asked is the other mean: divide by the "
                "sum of the weights.",
            ),
            Wrong(
                lambda losses, labels, weights: (weights[labels] * losses).sum() / weights.sum(),
                "You divide by the sum over the classes. Add up the weights of the examples: a class counts as "
                "often as it occurs.",
            ),
            Wrong(lambda losses, labels, weights: losses.mean(), "The weights do not enter: that is the plain mean."),
            Wrong(
                lambda losses, labels, weights: (weights[labels] * losses).sum(),
                "That is the weighted sum. Divide by the sum of the weights of the examples.",
            ),
            Wrong(
                lambda losses, labels, weights: weights[labels] * losses / weights[labels].sum(),
                "Those are the terms. Add them up: a mean is one number.",
            ),
            Wrong(
                lambda losses, labels, weights: (labels * losses).sum() / labels.sum(),
                "The label is the number of a class, not its weight: weights[labels] looks the weights up.",
            ),
        ),
        hints=(
            "weights[labels] gives one weight for each example.",
            "Weighted losses added up, over those weights added up.",
        ),
        explanation="Doubled weights cancel here, and do not where one divides by n. Say which mean a number is.",
    ),
    Number(
        key="03-other-mean",
        title="one run, two programs",
        level=1,
        minutes=4,
        topics=("T31",),
        diagnoses="mean with class weights taken for a plain mean",
        answer=0.65,
        within=0.004,
        wrong=(
            Wrong(0.5, "The two divide by different numbers: Keras by n, PyTorch by the sum of the weights."),
            Wrong(
                0.3846, "The other way round: n is smaller than the sum of the weights, so Keras's number is larger."
            ),
            Wrong(2.0, "Not times 4: only 10 of the 100 samples have that weight."),
            Wrong(65.0, "That is the weighted sum. Divide by n = 100."),
        ),
        hints=("The sum of the weights: 90 · 1 + 10 · 4.", "0.50 · 130 / 100"),
        explanation="Σ w = 90 + 4 · 10 = 130, so the weighted sum is 0.50 · 130 = 65, and divided by 100 it is 0.65.",
    ),
    Number(
        key="03-umbrella",
        title="the threshold that two costs imply",
        level=1,
        minutes=2,
        topics=("T69",),
        diagnoses="the ratio for the share, the costs exchanged",
        answer=0.2,
        within=0.0005,
        wrong=(
            Wrong(0.25, "That is the ratio of the two costs. The threshold is the first's share in their sum."),
            Wrong(0.8, "The two are exchanged: getting wet costs more, so carry it early."),
            Wrong(0.5, "One half is for equal costs."),
            Wrong(4.0, "A threshold on a probability lies between 0 and 1."),
        ),
        hints=("Carrying it in vain costs 1 · (1 − p), leaving it costs 4 · p.", "1 / (1 + 4)"),
        explanation="Carry it where (1 − p) · 1 ≤ p · 4: from p = 0.2. If a forecast of 20 % turns out to mean "
        "40 %, it is the forecast "
        "that has to be mended first.",
    ),
]
