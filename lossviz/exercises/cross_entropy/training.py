"""Squared error after a sigmoid, and what a training log says."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def squared_slope(y, z):
    """The slope of (p - y)² in the logit, where p is the sigmoid of z."""
    p = 1 / (1 + np.exp(-z))
    return 2 * (p - y) * p * (1 - p)


def _p(z):
    return 1 / (1 + np.exp(-z))


ALL = [
    Function(
        key="03-squared-slope",
        title="the slope of squared error through a sigmoid",
        level=2,
        minutes=6,
        topics=("T28",),
        diagnoses="the factor σ′, the factor 2, cross-entropy's slope",
        reference=squared_slope,
        names=("y", "z"),
        cases=(
            Case(np.ones(5), np.array([-6.0, -3.0, 0.0, 1.0, 4.0])),
            Case(np.array([0.0, 0.0, 1.0]), np.array([-2.0, 0.5, 0.5])),
        ),
        wrong=(
            Wrong(
                lambda y, z: 2 * (_p(z) - y),
                "That is the slope in p. The model learns through z: multiply by the sigmoid's slope, p (1 − p).",
            ),
            Wrong(
                lambda y, z: (_p(z) - y) * _p(z) * (1 - _p(z)),
                "The 2 of the square is missing: the slope of (p − y)² in p is 2 (p − y).",
            ),
            Wrong(
                lambda y, z: _p(z) - y,
                "That is the slope of cross-entropy, where σ′ cancels. Here it stays.",
            ),
            Wrong(
                lambda y, z: 2 * (y - _p(z)) * _p(z) * (1 - _p(z)),
                "The sign is turned round: the slope of (p − y)² in p is 2 (p − y).",
            ),
            Wrong(
                lambda y, z: 2 * (_p(z) - y) * z * (1 - z),
                "The sigmoid's slope is p (1 − p), with p = σ(z), not z (1 − z).",
            ),
            Wrong(
                lambda y, z: 2 * (z - y) * z * (1 - z),
                "First p = 1 / (1 + exp(−z)); z is the logit, not the probability.",
            ),
            Wrong(
                lambda y, z: (_p(z) - y) ** 2,
                "That is the loss. Asked is its slope in z, by the chain rule.",
            ),
        ),
        hints=(
            "Chain rule: the slope in p, times the slope of p in z.",
            "The slope of the sigmoid is p (1 − p).",
            "2 (p − y) times p (1 − p)",
        ),
        explanation="The factor p (1 − p) goes to 0 on both sides: whoever is sure learns nothing, right or "
        "wrong. Cross-entropy has "
        "1 / (p (1 − p)) in its slope, and the two cancel.",
    ),
    Choice(
        key="03-who-learns",
        title="spot the mistake: who goes on learning",
        level=3,
        minutes=3,
        topics=("T28", "M17"),
        diagnoses="right extremes for wrong ones",
        answer="c",
        wrong=(
            Wrong("a", "A sure and right example pulls by 0.0025, and should: nothing is left to learn from it."),
            Wrong("b", "Its slope in the logit is p − y, never more than 1."),
            Wrong("d", "At 0.5 both losses learn. The difference is at the extremes, on one side."),
        ),
        hints=(
            "Four pulls were printed. Which two differ most between the losses?",
            "Sure and wrong: 0.005 against 0.998.",
        ),
        explanation="It is the sure and wrong examples that squared error gives up on and cross-entropy does "
        "not. Sure and right ones "
        "should pull next to nothing, and do.",
    ),
    Number(
        key="03-bits",
        title="from nats to bits",
        level=1,
        minutes=2,
        topics=("T30", "M22"),
        diagnoses="the direction of the conversion",
        answer=1.2984,
        within=0.004,
        wrong=(
            Wrong(0.6238, "Times ln 2 leads from bits to nats. Bits are the smaller unit, so there are more of them."),
            Wrong(0.9, "The number depends on the unit: divide by ln 2."),
            Wrong(0.3909, "That is log₁₀: divide by ln 2, not by ln 10."),
            Wrong(0.4066, "That is the probability e⁻⁰·⁹."),
        ),
        hints=("One bit is the surprise of a coin toss: ln 2 = 0.693 nats.", "0.9 / ln 2"),
        explanation="0.9 nats are 0.9 / ln 2 = 1.298 bits. Two logs in different units show a gap that is not there.",
    ),
    Choice(
        key="03-value-speaks",
        title="spot the mistake: the value only says better or worse",
        level=3,
        minutes=3,
        topics=("T30", "M27"),
        diagnoses="a cross-entropy read without its marks",
        answer="b",
        wrong=(
            Wrong("a", "Two models with one loss on different data can have learned much and nothing."),
            Wrong("c", "0.25 is below ln 2, knowing nothing; knowing the frequencies only costs 0.254 here."),
            Wrong("d", "It is a fine loss for rare classes; it has to be read beside the entropy of their shares."),
        ),
        hints=(
            "Which number does one get who states the class shares for everyone?",
            "0.254 nats in the second data set.",
        ),
        explanation="The value is a negative log-likelihood in nats, with two marks beside it: ln C for knowing "
        "nothing, the entropy of "
        "the class shares for knowing the frequencies only.",
    ),
    Choice(
        key="03-three-logs",
        title="three training logs",
        level=3,
        minutes=4,
        topics=("T30",),
        diagnoses="a start above ln C, a loss that stays there",
        answer="d",
        wrong=(
            Wrong("a", "A starts at ln 10 and falls: a sound run."),
            Wrong(
                "b", "B never leaves ln 10: it has learned nothing, but it has not been sure of wrong things either."
            ),
            Wrong("c", "Only one of the two began worse than knowing nothing."),
        ),
        hints=("ln 10 = 2.303: who begins there?", "What probability did the right class get in the first line of C?"),
        explanation="C begins at 14.8, e^−14.8 for the right class: large first weights make it sure of wrong "
        "classes, and its first "
        "steps go into unlearning that.",
    ),
    Choice(
        key="03-two-logarithms",
        title="spot the mistake: log₂ in one term, ln in the other",
        level=3,
        minutes=3,
        topics=("T30", "M22"),
        diagnoses="a factor that is harmless alone and not in a sum",
        answer="a",
        wrong=(
            Wrong("b", "A common factor moves no minimum; a factor on one of two terms does."),
            Wrong("c", "In bits the first term is louder, so the penalty is heard less and weights grow."),
            Wrong("d", "The learning rate scales both terms alike; their balance stays off."),
        ),
        hints=("Multiply one term of a sum by 1.443. Does the minimum stay?", "Compare the two rows of weights."),
        explanation="Alone log₂ is a factor. Beside a second term it changes the balance: cross-entropy in bits "
        "speaks 1.443 times as "
        "loud.",
    ),
]
