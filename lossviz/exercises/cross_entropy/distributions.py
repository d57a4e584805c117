"""Categorical cross-entropy, and what a distribution is."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def categorical_loss(y, p):
    """Each class's surprise, weighed by its target and added up over the classes."""
    return -(y * np.log(p)).sum(axis=-1)


_ONE_HOT = np.array([[1.0, 0, 0, 0], [1.0, 0, 0, 0], [0, 0, 0, 1.0]])
_STATED = np.array([[0.60, 0.25, 0.10, 0.05], [0.60, 0.05, 0.10, 0.25], [0.10, 0.20, 0.30, 0.40]])


ALL = [
    Function(
        key="03-categorical",
        title="categorical cross-entropy, one loss for each example",
        level=2,
        minutes=6,
        topics=("T24", "M06"),
        diagnoses="the axis, the mean, the minus, the target left out",
        reference=categorical_loss,
        names=("y", "p"),
        cases=(
            Case(_ONE_HOT, _STATED),
            Case(np.array([[0.0, 0.9, 0.1]]), np.array([[0.2, 0.3, 0.5]])),
            Case(np.array([0.0, 1.0]), np.array([0.25, 0.75])),
        ),
        wrong=(
            Wrong(
                lambda y, p: -np.sum(y * np.log(p), axis=1),
                "For rows it is right. A single example has one axis only: axis=-1 is the last, however many there "
                "are.",
            ),
            Wrong(
                lambda y, p: -np.log(np.sum(y * p, axis=-1)),
                "For one-hot targets it is right. A soft target keeps a part of several surprises: first the "
                "logarithm, then the target, then the sum.",
            ),
            Wrong(
                lambda y, p: -np.log(p[y == 1]),
                "For one-hot targets it is right. A soft target holds no 1 to look for: multiply each surprise by "
                "its target, and add.",
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(p), axis=0),
                "You sum over the examples. The sum runs over the classes, the last axis, and leaves one loss "
                "per example.",
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(p)),
                "You sum over everything. Sum over the classes only, axis=-1: one loss for each example.",
            ),
            Wrong(
                lambda y, p: -np.mean(np.sum(y * np.log(p), axis=-1)),
                "The formula is right. You return the mean: return one loss for each example.",
            ),
            Wrong(
                lambda y, p: -np.mean(y * np.log(p), axis=-1),
                "A mean over the classes is too small by the factor C. The terms of the classes add.",
            ),
            Wrong(
                lambda y, p: -y * np.log(p),
                "Those are the terms, one for each class. Add them up along the last axis.",
            ),
            Wrong(
                lambda y, p: np.sum(y * np.log(p), axis=-1),
                "The minus is missing: a loss of this kind is 0 or more.",
            ),
            Wrong(
                lambda y, p: -np.sum(np.log(p), axis=-1),
                "Every class pays in yours. The target switches on the true class's term only.",
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p), axis=-1),
                "That is a binary cross-entropy for each class. Categorical has the first term only: the others "
                "sum to 1 − p anyway.",
            ),
            Wrong(
                lambda y, p: -np.log(np.sum(p, axis=-1)),
                "The logarithm of the sum is 0, for probabilities sum to 1. First the logarithm, then the "
                "target, then the sum.",
            ),
        ),
        hints=(
            "Each class's surprise is multiplied by its target.",
            "The sum runs over the classes: the last axis.",
            "-(…).sum(axis=-1)",
        ),
        explanation="With a one-hot target one term survives: −log of the true class's probability. axis=-1 "
        "works for one example "
        "and for a batch.",
    ),
    Number(
        key="03-ten-classes",
        title="what a uniform guess over ten classes costs",
        level=1,
        minutes=2,
        topics=("T24", "T30"),
        diagnoses="another logarithm, the class taken to matter",
        answer=2.3026,
        within=0.004,
        wrong=(
            Wrong(1.0, "That is log₁₀ 10. Losses use the natural logarithm."),
            Wrong(3.3219, "That is in bits. Losses are in nats."),
            Wrong(0.1054, "That is −log 0.9; the true class got 0.1."),
            Wrong(-2.3026, "The size is right; a cost is positive."),
            Wrong(0.1, "That is the probability. The loss is minus its logarithm."),
        ),
        hints=("What probability did the true class get?", "−log 0.1"),
        explanation="−log 0.1 = log 10 = 2.303, whichever class is true. Many training logs begin there.",
    ),
    Choice(
        key="03-distribution",
        title="spot the mistake: a distribution that is none",
        level=3,
        minutes=3,
        topics=("T24", "M08"),
        diagnoses="sum, shape, one-hot",
        answer="c",
        wrong=(
            Wrong("a", "Its five targets do not fit four probabilities, and two of them are 1."),
            Wrong("b", "The four numbers sum to 1.9: no softmax puts that out."),
            Wrong("d", "The target has two ones. For several labels at once, ask a yes-or-no question each."),
        ),
        hints=(
            "Three checks: equal lengths, probabilities that sum to 1, a single 1 in the target.",
            "0.29 + 0.11 + 0.24 + 0.36 = ?",
        ),
        explanation="Four probabilities that sum to 1, and one true class of four. The other pairs each break "
        "one of the three rules.",
    ),
]
