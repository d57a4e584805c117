"""Where numbers run out, and one softmax too many."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def stable_loss(y, z):
    """Binary cross-entropy of a logit, with no exponential that can overflow."""
    return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))


def _p(z):
    return 1 / (1 + np.exp(-z))


ALL = [
    Function(
        key="04-stable",
        title="binary cross-entropy that survives any logit",
        level=2,
        minutes=8,
        topics=("T36",),
        diagnoses="sigmoid first, clipping, overflow, digits that are lost",
        reference=stable_loss,
        names=("y", "z"),
        cases=(
            Case(np.array([1.0, 0.0, 1.0, 0.0]), np.array([2.0, 2.0, -1.0, -3.0])),
            Case(np.array([1.0, 0.0, 1.0, 0.0]), np.array([-1000.0, 1000.0, 1000.0, -1000.0])),
            Case(np.array([1.0, 0.0]), np.array([40.0, -40.0])),
        ),
        wrong=(
            Wrong(
                lambda y, z: -(y * np.log(_p(z)) + (1 - y) * np.log(1 - _p(z))),
                "Sigmoid first, logarithm second: at ±1000 the probability is 0 or 1, and you get nan or inf. "
                "Work with z itself.",
            ),
            Wrong(
                lambda y, z: (
                    -(y * np.log(np.clip(_p(z), 1e-7, 1 - 1e-7)) + (1 - y) * np.log(1 - np.clip(_p(z), 1e-7, 1 - 1e-7)))
                ),
                "The clip hides it: a logit of −1000 should cost 1000, not 16.1, and pull with full force.",
            ),
            Wrong(
                lambda y, z: np.log(1 + np.exp(z)) - z * y,
                "Right on paper. In numbers exp(1000) overflows: use max(z, 0) + log1p(exp(−|z|)).",
            ),
            Wrong(
                lambda y, z: np.log1p(np.exp(z)) - z * y,
                "log1p saves small digits; exp(1000) still overflows: use max(z, 0) + log1p(exp(−|z|)).",
            ),
            Wrong(
                lambda y, z: np.maximum(z, 0) - z * y + np.log(1 + np.exp(-np.abs(z))),
                "Nothing overflows. But at z = 40 the 1 swallows e⁻⁴⁰, and the loss is 0: log1p keeps it.",
            ),
            Wrong(
                lambda y, z: np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z))),
                "That is softplus(z), the loss of label 0. Label 1 takes off z: − z · y.",
            ),
            Wrong(
                lambda y, z: np.logaddexp(0, z) + z * y,
                "The label's term has the wrong sign: a large logit is good for label 1, so − z · y.",
            ),
            Wrong(
                lambda y, z: np.mean(np.logaddexp(0, z) - z * y),
                "The formula is right. You return the mean: return one loss for each example.",
            ),
        ),
        hints=(
            "On paper the loss is log(1 + eᶻ) − z y. Which part overflows?",
            "log(1 + eᶻ) = max(z, 0) + log(1 + e^−|z|): the power is never above 1.",
            "And log1p(x) keeps the digits of a small x. (np.logaddexp(0, z) does all of that.)",
        ),
        explanation="max(z, 0) − z y + log1p(e^−|z|): no power above 1, no small number added to 1. "
        "np.logaddexp(0, z) − z y is the "
        "same for moderate z.",
        curve=Case(np.ones(161), np.linspace(-8, 8, 161)),
    ),
    Number(
        key="04-half-precision",
        title="where float16 overflows",
        level=1,
        minutes=2,
        topics=("T36",),
        diagnoses="the largest number taken for the largest logit",
        answer=11.09,
        within=0.02,
        wrong=(
            Wrong(65504.0, "That is the largest number. Which logit has it as its power?"),
            Wrong(88.7, "That is float32."),
            Wrong(16.0, "That is the number of bits, or log₂ of 65504. Take the natural logarithm."),
            Wrong(4.816, "That is log₁₀. The power is of e."),
        ),
        hints=("eᶻ = 65504", "ln 65504"),
        explanation="ln 65504 = 11.09. A logit of 12 is nothing special, so half precision needs the stable form.",
    ),
    Choice(
        key="04-stuck",
        title="a loss that will not go below 3.62",
        level=3,
        minutes=3,
        topics=("T37",),
        diagnoses="a softmax before a loss that takes logits",
        answer="a",
        wrong=(
            Wrong("b", "A floor at exactly ln(1 + 99/e), for a hundred classes, is no matter of the rate."),
            Wrong("c", "Labels that are wrong would spoil the accuracy; it is fine."),
            Wrong("d", "A loss of probabilities that gets logits sits far higher, and the accuracy near chance."),
        ),
        hints=(
            "Which number is ln(1 + (C − 1)/e) for C = 100?",
            "Accuracy fine, loss stuck: what would squeeze the outputs?",
        ),
        explanation="3.62 = ln(1 + 99/e) is the floor of softmax applied twice: take it out of the model, or "
        "tell the loss that it gets "
        "probabilities.",
    ),
    Number(
        key="04-two-sigmoids",
        title="the floor of a second sigmoid",
        level=1,
        minutes=4,
        topics=("T37",),
        diagnoses="one label for both, knowing nothing",
        answer=0.5032,
        within=0.004,
        wrong=(
            Wrong(0.3133, "That is for label 1 alone. Half of the labels are 0, and their best is 0.693."),
            Wrong(0.6931, "That is knowing nothing; label 1 can do better."),
            Wrong(0.0, "The second sigmoid sees numbers from 0 to 1 only: no loss below 0.313."),
            Wrong(1.0064, "Half of the labels are 1 and half 0: take the mean of the two, not the sum."),
        ),
        hints=(
            "For y = 1 the best first output is 1, for y = 0 it is 0.",
            "log(1 + e⁻¹) and log(1 + e⁰): their mean",
        ),
        explanation="log(1 + e⁻¹) = 0.313 and log(1 + e⁰) = 0.693, on average 0.503.",
    ),
]
