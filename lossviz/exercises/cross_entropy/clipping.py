"""log 0: clipping, and what it does to the slope."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def safe_loss(y, p, epsilon=1e-7):
    """Categorical cross-entropy of probabilities that are kept away from 0 and 1."""
    kept = np.clip(p, epsilon, 1 - epsilon)
    return -(y * np.log(kept)).sum(axis=-1)


_PERFECT = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])


ALL = [
    Function(
        key="03-safe",
        title="repair a clip that protects nothing",
        level=2,
        minutes=5,
        topics=("T29", "M01", "M31"),
        diagnoses="the clip unused, two rescues at once, one side only, the clip around the logarithm",
        reference=safe_loss,
        names=("y", "p"),
        cases=(
            Case(_PERFECT, np.array([[0.0, 1.0, 0.0], [0.0, 0.5, 0.5]]), epsilon=1e-7),
            Case(np.array([0.0, 1.0]), np.array([0.4, 0.6]), epsilon=1e-3),
            Case(np.array([[0.0, 1.0]]), np.array([[0.0, 1.0]]), epsilon=1e-2),
        ),
        wrong=(
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(y * np.log(np.clip(p, epsilon, 1 - epsilon)), axis=1),
                "For rows it is right. A single example has one axis only: axis=-1 is the last, however many there "
                "are.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(y * np.log(p), axis=-1),
                "The logarithm is still taken of the unclipped p: a perfect prediction gives nan, by 0 · log 0.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(y * np.log(np.clip(p, epsilon, 1 - epsilon) + epsilon), axis=-1),
                "Two rescues on top of each other: clip, or add ε, not both.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(y * np.log(p + epsilon), axis=-1),
                "Adding ε keeps the logarithm finite, but it is another convention: a perfect prediction goes "
                "below 0. Clip instead.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(y * np.log(np.maximum(p, epsilon)), axis=-1),
                "The lower side is safe. The clip has an upper side too, 1 − ε.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(y * np.clip(np.log(p), epsilon, 1 - epsilon), axis=-1),
                "You clip the logarithm. Clip the probability, then take its logarithm.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(np.clip(y, epsilon, 1 - epsilon) * np.log(p), axis=-1),
                "You clip the target. It is the probability whose logarithm is taken.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: -np.sum(y * np.log(np.clip(p, 1e-7, 1 - 1e-7)), axis=-1),
                "It takes ε and does not use it.",
            ),
            Wrong(
                lambda y, p, epsilon=1e-7: np.nan_to_num(-np.sum(y * np.log(p), axis=-1)),
                "Turning nan into a number hides the accident and forgets the example. Keep the accident from "
                "happening: clip p.",
            ),
        ),
        hints=(
            "np.clip returns a new array and leaves p as it is. Which of the two goes into the logarithm?",
            "np.clip(p, epsilon, 1 - epsilon), then np.log of that.",
        ),
        explanation="The clipped numbers have to be the ones whose logarithm is taken. A linter would have told: "
        "assigned, but never "
        "used.",
    ),
    Number(
        key="03-two-rescues",
        title="spot the mistake: clip and add",
        level=1,
        minutes=3,
        topics=("T29", "M31"),
        diagnoses="two conventions on top of each other",
        answer=8.5172,
        within=0.006,
        wrong=(
            Wrong(9.2103, "That is the clip alone. Adding ε once more makes 2ε of it."),
            Wrong(9.9035, "More ε makes the worst loss smaller: it is −log(2ε)."),
            Wrong(18.4207, "It is ε that doubles, not the loss."),
            Wrong(15.4249, "That is for ε = 10⁻⁷. Here it is 10⁻⁴."),
            Wrong(-8.5172, "The size is right; a loss is minus the logarithm."),
        ),
        hints=("p = 0 is clipped to ε, and then ε is added.", "−log(2 · 10⁻⁴)"),
        explanation="−log(2ε) = 8.52 instead of 9.21: two conventions on top of each other are a third one, "
        "whose numbers compare with "
        "neither.",
    ),
    Choice(
        key="03-harmless",
        title="clipping is harmless",
        level=3,
        minutes=3,
        topics=("T29",),
        diagnoses="the value rescued, the slope silenced",
        answer="c",
        wrong=(
            Wrong("a", "It is finite. Learning feels the slope: look at the right panel below ε."),
            Wrong("b", "99 small losses and one of 16.12 have a finite mean; it is the slope that is gone."),
            Wrong("d", "The slope just above ε is −10⁷, and below it is 0: not small but gone."),
        ),
        hints=("What is the slope of a constant?", "Below ε the clipped p does not move when p does."),
        explanation="A clipped p is a constant and has slope 0: the worst mistakes pull not at all. Losses that "
        "take logits need no "
        "clip.",
    ),
]
