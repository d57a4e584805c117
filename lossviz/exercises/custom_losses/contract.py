"""The contract of a loss, and what it carries."""

import numpy as np

from ..exercise import Case, Choice, Function, Numbers, Wrong


def tolerant(y_true, y_pred, free=5.0):
    """Nothing up to an error of free, then the square of what exceeds it."""
    return np.maximum(np.abs(y_pred - y_true) - free, 0.0) ** 2


ALL = [
    Function(
        key="05-tolerant",
        title="errors up to five are free, then squares",
        level=2,
        minutes=6,
        topics=("T41", "M03"),
        diagnoses="a branch on an array, a square of what is below, the jump, the mean",
        reference=tolerant,
        cases=(
            Case(np.zeros(6), np.array([-9.0, -5.0, -1.0, 0.0, 4.0, 7.0]), free=5.0),
            Case(np.array([10.0, 20.0]), np.array([8.0, 23.0]), free=1.0),
        ),
        wrong=(
            Wrong(
                lambda y_true, y_pred, free=5.0: (np.abs(y_pred - y_true) - free) ** 2,
                "The square turns what is below the limit positive again: an error of 0 costs 25. Cut off at 0 "
                "first, by np.maximum.",
            ),
            Wrong(
                lambda y_true, y_pred, free=5.0: np.maximum(np.abs(y_pred - y_true) - free, 0.0),
                "The free part is right. What exceeds it shall be squared.",
            ),
            Wrong(
                lambda y_true, y_pred, free=5.0: np.where(np.abs(y_pred - y_true) > free, (y_pred - y_true) ** 2, 0.0),
                "Your loss jumps from 0 to 25 at the limit. Square what exceeds it, |e| − free.",
            ),
            Wrong(
                lambda y_true, y_pred, free=5.0: np.maximum(y_pred - y_true - free, 0.0) ** 2,
                "Too low is free in yours, however low. Take the size of the error.",
            ),
            Wrong(
                lambda y_true, y_pred, free=5.0: np.mean(np.maximum(np.abs(y_pred - y_true) - free, 0.0) ** 2),
                "The formula is right. You return the mean: the mean belongs to the caller.",
            ),
            Wrong(
                lambda y_true, y_pred, free=5.0: (
                    (np.abs(y_pred - y_true) - free) ** 2 if np.abs(y_pred - y_true) > free else 0.0
                ),
                "An if asks one question; an array has many answers. np.maximum(…, 0) settles each by its own.",
            ),
            Wrong(
                lambda y_true, y_pred, free=5.0: np.maximum((y_pred - y_true) ** 2 - free**2, 0.0),
                "You take squares off squares. Take free off the size, then square: at an error of 6 that is 1, "
                "not 11.",
            ),
            Wrong(
                lambda y_true, y_pred, free=5.0: np.maximum(np.abs(y_pred - y_true) - 5.0, 0.0) ** 2,
                "It takes free and does not use it.",
            ),
        ),
        hints=(
            "By how much does the size of the error exceed the limit?",
            "np.maximum(excess, 0.0) is 0 where it does not.",
            "Then the square of that.",
        ),
        explanation="Cut off at 0, then square: the loss is flat inside, leaves the floor without a corner, and "
        "has no jump.",
        curve=Case(np.zeros(161), np.linspace(-12, 12, 161), free=5.0),
    ),
    Choice(
        key="05-five-clauses",
        title="spot the mistake: five clauses of a contract",
        level=3,
        minutes=4,
        topics=("T41", "M33"),
        diagnoses="order of arguments, lists, state, side effects, ignored flags",
        answer="a",
        wrong=(
            Wrong("b", "It wants (output, target), and gets the target first: the order is broken."),
            Wrong("c", "It returns a list, which cannot be halved: the second clause is broken as well."),
            Wrong("d", "It differs in what it charges for one question asked twice: that is a side effect."),
        ),
        hints=("Ask it the same question twice.", "Divide its answer by 2. Exchange target and prediction."),
        explanation="None of the five: the order is turned, it returns a list, one example's price depends on "
        "those before it, it changes "
        "its own prices, and its slope belongs to the wrong argument.",
    ),
    Choice(
        key="05-mean-inside",
        title="what a caller loses when the loss averages",
        level=3,
        minutes=3,
        topics=("T41",),
        diagnoses="loss and cost",
        answer="c",
        wrong=(
            Wrong("a", "The order is as it should be, target first."),
            Wrong("b", "Nothing is changed in place; abs makes a new array."),
            Wrong("d", "Slope and minimum are fine; what is missing is the single example."),
        ),
        hints=(
            "How many numbers come back for a thousand predictions?",
            "What can one do with an array that one cannot with its mean?",
        ),
        explanation="One number comes back: the caller can no longer weigh examples, leave out padding, or show "
        "which one was expensive.",
    ),
    Numbers(
        key="05-late-binding",
        title="when a loss looks its tunable up",
        level=1,
        minutes=3,
        topics=("T42",),
        diagnoses="when a closure looks its names up",
        answer=(1.0, 9.0, 1.0),
        within=0.0005,
        wrong=(
            Wrong(
                (1.0, 1.0, 1.0), "So it was meant. But `thrifty` looks cap up when it is called, and by then it is 9."
            ),
            Wrong((1.0, 9.0, 9.0), "`make_capped` fixed the value when the loss was made: 1."),
            Wrong((9.0, 9.0, 9.0), "Before, cap is 1: nine is cut down to it."),
            Wrong((3.0, 3.0, 3.0), "It is the square of the error that is capped: 9, cut down to cap."),
        ),
        hints=(
            "When does a function look cap up: when it is made or when it is called?",
            "And the inner function of make_capped?",
        ),
        explanation="1 before and 9 after: the name is looked up at each call. `made_now` stays 1, for the value "
        "was fixed when the "
        "loss was made.",
    ),
    Choice(
        key="05-two-arguments",
        title="spot the mistake: no more than two arguments",
        level=3,
        minutes=3,
        topics=("T42", "M21"),
        diagnoses="what a loss has and how it is called",
        answer="b",
        wrong=(
            Wrong("a", "A third with a default was accepted by the caller above."),
            Wrong("c", "A class is one of three ways; a default or partial does as well."),
            Wrong("d", "Callers pass two by place, whatever the third is called."),
        ),
        hints=("What did the caller do with the third that has a default?", "With how many arguments does it call?"),
        explanation="What is fixed is how the framework calls: with two. A third with a default works; what has "
        "none is wrapped first.",
    ),
]
