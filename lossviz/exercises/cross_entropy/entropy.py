"""Entropy, divergence, and scores that reward the truth."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def divergence(y, p):
    """The extra cost of stating p where y is true."""
    return (y * (np.log(y) - np.log(p))).sum(axis=-1)


ALL = [
    Function(
        key="03-divergence",
        title="the Kullback–Leibler divergence",
        level=2,
        minutes=5,
        topics=("T27", "M07"),
        diagnoses="the direction, cross-entropy for divergence, the sum",
        reference=divergence,
        names=("y", "p"),
        cases=(
            Case(np.array([[0.5, 0.3, 0.2], [0.1, 0.1, 0.8]]), np.array([[0.2, 0.3, 0.5], [0.25, 0.25, 0.5]])),
            Case(np.array([0.5, 0.5]), np.array([0.1, 0.9])),
        ),
        wrong=(
            Wrong(
                lambda y, p: np.sum(p * np.log(p / y), axis=-1),
                "That is the other direction, KL(p‖y). What is true weighs the sum: y stands in front.",
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(p), axis=-1),
                "That is the cross-entropy. The divergence is what is left of it after taking off the entropy of y.",
            ),
            Wrong(
                lambda y, p: np.sum(y * np.log(p / y), axis=-1),
                "The sign is turned round: with log(y/p), or with the minus alone, a divergence is never negative.",
            ),
            Wrong(
                lambda y, p: np.sum(y * np.log(y / p), axis=1),
                "For rows it is right. A single distribution has one axis only: axis=-1 is the last, however many "
                "there are.",
            ),
            Wrong(lambda y, p: np.sum(np.log(y / p), axis=-1), "Each term is weighed by y, what is true."),
            Wrong(
                lambda y, p: y * np.log(y / p), "Those are the terms of the classes: add them up along the last axis."
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(y), axis=-1),
                "That is the entropy of y, the floor. The divergence is what lies above it.",
            ),
            Wrong(
                lambda y, p: np.sum((y - p) * np.log(y / p), axis=-1),
                "That adds both directions. The divergence has one.",
            ),
        ),
        hints=(
            "Cross-entropy less entropy: both are sums over the classes weighed by y.",
            "y log y − y log p, class by class.",
        ),
        explanation="What is true weighs, what is stated is judged. It is 0 only at p = y, and not the same the "
        "other way round.",
    ),
    Choice(
        key="03-distance",
        title="spot the mistake: cross-entropy as a distance",
        level=3,
        minutes=3,
        topics=("T27", "M07"),
        diagnoses="symmetry and zero, for cross-entropy and for the divergence",
        answer="c",
        wrong=(
            Wrong("a", "From a to a it is 0.693: a distance would be 0."),
            Wrong("b", "It is 0 between equals, but the two directions differ: 0.511 and 0.368."),
            Wrong("d", "One of the two passes one of the two tests: look at a to a."),
        ),
        hints=(
            "Two tests: 0 between equals, and the same both ways.",
            "Read the three columns for each of the two measures.",
        ),
        explanation="Cross-entropy fails both tests. The divergence is 0 between equals and not symmetric: no "
        "distance either, but "
        "the part of the cost that is yours.",
    ),
    Number(
        key="03-floor",
        title="the loss of a perfect prediction of a soft label",
        level=1,
        minutes=3,
        topics=("T27",),
        diagnoses="a perfect prediction taken to cost 0",
        answer=0.5004,
        within=0.002,
        wrong=(
            Wrong(0.0, "Only a certain target can be predicted for nothing. Put y = p = 0.8 into the formula."),
            Wrong(0.2231, "That is the first term's surprise, −log 0.8. Weigh both terms: 0.8 and 0.2."),
            Wrong(0.1785, "That is the first term. The label 0.8 leaves 0.2 for the second."),
            Wrong(0.7219, "That is in bits. Losses are in nats."),
        ),
        hints=("The least is at p = y, and both terms count there.", "−0.8 log 0.8 − 0.2 log 0.2"),
        explanation="With y = 0.8 the least possible loss is the entropy, 0.500. A loss that stops there may be "
        "perfect.",
    ),
    Choice(
        key="03-kl-negative",
        title="how to notice probabilities where log-probabilities are wanted",
        level=3,
        minutes=3,
        topics=("T27",),
        diagnoses="KL with probabilities where log-probabilities are expected",
        answer="a",
        wrong=(
            Wrong("b", "It raises nothing: numbers from 0 to 1 are valid log-probabilities for all it knows."),
            Wrong("c", "A mean divides by a positive number: it cannot turn the sign."),
            Wrong("d", "Exchanging two distributions gives another positive number."),
        ),
        hints=("What is the least value a divergence can have?", "−1.06 is below it. Which formula can go there?"),
        explanation="A divergence is never below 0. Σ y (log y − p) is, if p is handed over where log p is "
        "wanted: a negative KL is "
        "the sign to look for.",
    ),
    Choice(
        key="03-examiner",
        title="points for probabilities",
        level=3,
        minutes=4,
        topics=("T68",),
        diagnoses="a linear score taken for an honest one",
        answer="b",
        wrong=(
            Wrong("a", "That would be honest, and earns 0.30 on average. Compare it with the others."),
            Wrong("c", "That earns 0.25. Compare it with putting more on the first answer."),
            Wrong("d", "That earns 0.35. Can you do better still?"),
        ),
        hints=("The expected points are 0.4 p₁ + 0.3 p₂ + 0.2 p₃ + 0.1 p₄.", "Where does each hundredth earn most?"),
        explanation="Linear in p, so everything goes to the largest belief: 0.40 points expected. Graded by log "
        "p she would write "
        "what she believes.",
    ),
    Choice(
        key="03-true-probability",
        title="spot the mistake: the true probabilities are 0 or 1",
        level=3,
        minutes=4,
        topics=("T68", "M29"),
        diagnoses="label for probability given x; scores for probabilities",
        answer="d",
        wrong=(
            Wrong("a", "Labels are 0 or 1. Between 14 and 15 the share of malignant samples is neither."),
            Wrong("b", "More data pin the share down; they do not move it to 0 or 1."),
            Wrong("c", "A score may lie anywhere, and its sigmoid is no probability: look at 10 % and 40 %."),
        ),
        hints=("At one radius there are samples of both kinds.", "What did the hinge loss want for 10 % and for 40 %?"),
        explanation="Labels are certain, the probability of a label given what the model sees need not be. And a "
        "support vector "
        "machine gives scores, which no sigmoid turns into probabilities.",
    ),
]
