"""What a card says, in numbers."""

import numpy as np

from ...losses import absolute_error, absolute_percentage_error, poisson, squared_error
from ..exercise import Case, Choice, Function, Number, Wrong

TARGETS = np.array([1.0, 3.0, 4.0, 5.0, 12.0])
CANDIDATES = np.linspace(0.5, 12.0, 24)


def best_constant(loss, y, candidates):
    """The candidate that costs least on average when it is predicted for every target."""
    costs = [loss(y, np.full(y.shape, candidate)).mean() for candidate in candidates]
    return candidates[np.argmin(costs)]


def _exchanged(loss, y, candidates):
    return candidates[np.argmin([loss(np.full(y.shape, each), y).mean() for each in candidates])]


ALL = [
    Number(
        key="08-far-slope",
        title="the slope far out, read from a card",
        level=1,
        minutes=2,
        topics=("T63",),
        diagnoses="loss and slope confused, the default for the value in use, the square continued",
        answer=2.5,
        within=0.01,
        wrong=(
            Wrong(1.0, "That is the slope at the default δ = 1. Yours is 2.5."),
            Wrong(40.0, "That is the square continued: beyond δ the slope no longer grows with the error."),
            Wrong(96.875, "That is the loss, δ(|e| − δ/2). Asked is its slope."),
            Wrong(100.0, "That is δ times the error. Asked is how much one more unit of error costs."),
        ),
        hints=("Look at the right panel of the card: what height does the line reach?", "Beyond δ it is δ or −δ."),
        explanation="Beyond δ the slope is ±δ, however far the error is: that is what 'bounded slope: yes' means.",
    ),
    Function(
        key="08-best-constant",
        title="the best constant of any loss",
        level=2,
        minutes=6,
        topics=("T63",),
        diagnoses="cost, place and candidate confused; target and prediction exchanged; one target only",
        reference=best_constant,
        names=("loss", "y", "candidates"),
        cases=(
            Case(squared_error, TARGETS, CANDIDATES),
            Case(absolute_error, TARGETS, CANDIDATES),
            Case(absolute_percentage_error, TARGETS, CANDIDATES),
            Case(poisson, TARGETS, CANDIDATES),
        ),
        wrong=(
            Wrong(
                lambda loss, y, candidates: min(loss(y, np.full(y.shape, each)).mean() for each in candidates),
                "That is the least cost. Asked is the candidate that has it: argmin says where it stands.",
            ),
            Wrong(
                lambda loss, y, candidates: np.argmin([loss(y, np.full(y.shape, c)).mean() for c in candidates]),
                "That is the place of the best candidate in the list. Return the candidate itself: candidates[…].",
            ),
            Wrong(
                lambda loss, y, candidates: candidates[
                    np.argmax([loss(y, np.full(y.shape, each)).mean() for each in candidates])
                ],
                "That is the worst of them: argmin, not argmax.",
            ),
            Wrong(
                _exchanged,
                "Target and prediction are exchanged. For squares nobody notices; a percentage is of the target.",
            ),
            Wrong(
                lambda loss, y, candidates: y.mean(),
                "That is the answer for squares, and need not be a candidate. Which one is best depends on the loss.",
            ),
            Wrong(
                lambda loss, y, candidates: candidates[
                    np.argmin([loss(y, np.full(y.shape, each)).max() for each in candidates])
                ],
                "That makes the worst example as cheap as possible. The best constant has the least mean.",
            ),
        ),
        hints=(
            "np.full(y.shape, c) predicts c for every target.",
            "One mean loss for each candidate, in a list; np.argmin gives the place of the least.",
            "return candidates[np.argmin(costs)]",
        ),
        explanation="For the targets 1, 3, 4, 5, 12 it is the mean 5 under squares and Poisson, the median 4 under "
        "absolute errors, and 1 under percentages: what the cards say.",
    ),
    Choice(
        key="08-tukey-start",
        title="a fit that does not move",
        level=3,
        minutes=3,
        topics=("T63",),
        diagnoses="a small slope for none, the step size blamed, bounded taken for safe",
        answer="c",
        wrong=(
            Wrong("a", "A hundred times 0 is still 0: the step size is not what is missing."),
            Wrong("b", "A convex loss would have moved. Read the line 'shape' again: convex: no."),
            Wrong("d", "Bounded values are no trouble by themselves; it is the slope that a descent walks on."),
        ),
        hints=("What is the error of a target of 1000 under a model that starts at 0?", "Read 'not when' on its card."),
        explanation="Beyond c the loss is flat and its slope exactly 0, so nothing says which way to go. Start from "
        "the fit of a convex loss, such as the Huber loss.",
    ),
]
