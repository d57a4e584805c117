"""Losses added up: λ, and the two terms of a VAE."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def kl_to_normal(mean, log_variance):
    """The divergence of N(mean, exp(log_variance)) from N(0, 1), added up over the entries of each code."""
    return 0.5 * (mean**2 + np.exp(log_variance) - 1 - log_variance).sum(axis=-1)


ALL = [
    Number(
        key="05-lambda",
        title="one λ in other units",
        level=1,
        minutes=4,
        topics=("T48", "M22"),
        diagnoses="sum and mean, bits and nats, which way round",
        answer=28.854,
        within=0.1,
        wrong=(
            Wrong(20.0, "That takes care of the sum. In bits the first term is larger still, by 1 / ln 2."),
            Wrong(13.863, "Bits make the number larger, not smaller: divide by ln 2."),
            Wrong(0.02, "The first term has become 1443 times as large; λ has to follow."),
        ),
        hints=("How many times larger is the colleague's first term?", "1000 for the sum, 1 / ln 2 for the bits."),
        explanation="0.02 · 1000 / ln 2 = 28.9. λ is an exchange rate between two units.",
    ),
    Choice(
        key="05-bits-beside-nats",
        title="spot the mistake: base 2 makes no difference",
        level=3,
        minutes=3,
        topics=("T48", "M22"),
        diagnoses="a common factor and a factor of one term",
        answer="b",
        wrong=(
            Wrong("a", "Alone it moves no minimum. Here a penalty stands beside it, and the weights did change."),
            Wrong("c", "The number reported changes, and the balance of the two terms with it."),
            Wrong("d", "The learning rate scales both terms alike."),
        ),
        hints=("Compare the two rows of weights.", "Which of the two terms does the factor hit?"),
        explanation="True for a loss that stands alone. In a sum the factor hits one term: λ beside bits is λ · "
        "ln 2 beside nats.",
    ),
    Number(
        key="05-beta",
        title="spot the mistake: a weight of 0.01 that is not 0.01",
        level=1,
        minutes=3,
        topics=("T49", "M19"),
        diagnoses="means over different counts",
        answer=0.98,
        within=0.006,
        wrong=(
            Wrong(0.245, "That is for 28 × 28 pixels. Now there are 3136."),
            Wrong(0.01, "Both terms are means over different counts; what remains is 0.01 · D / d."),
            Wrong(0.49, "Twice as long a side makes four times the pixels."),
            Wrong(0.000102, "Upside down: 0.01 · D / d, with D = 3136 pixels and d = 32 entries."),
        ),
        hints=("β = 0.01 · D / d", "56 · 56 = 3136"),
        explanation="0.01 · 3136 / 32 = 0.98: four times the pixels, four times β, and nobody has touched the 0.01.",
    ),
    Function(
        key="05-kl",
        title="the KL term of a VAE",
        level=2,
        minutes=6,
        topics=("T49", "M19"),
        diagnoses="mean for sum, deviation for variance, the ½, signs, another model's variables",
        reference=kl_to_normal,
        names=("μ", "log σ²"),
        cases=(
            Case(np.array([[0.0, 0.0], [1.0, -0.5]]), np.array([[0.0, 0.0], [-0.7, 0.3]])),
            Case(np.array([0.5, -1.0, 2.0]), np.array([0.1, -2.0, 1.0])),
        ),
        wrong=(
            Wrong(
                lambda mean, log_variance: 0.5 * np.mean(mean**2 + np.exp(log_variance) - 1 - log_variance, axis=-1),
                "A mean over the entries makes β depend on the size of the code. Add them up.",
            ),
            Wrong(
                lambda mean, log_variance: 0.5 * np.mean(mean**2 + np.exp(log_variance) - 1 - log_variance),
                "A mean over every entry of every example hides two counts. Sum over the entries: one KL for "
                "each example.",
            ),
            Wrong(
                lambda mean, log_variance: 0.5 * np.sum(mean**2 + np.exp(log_variance) - 1 - log_variance),
                "Sum over the entries of each code only, axis=-1: one KL for each example.",
            ),
            Wrong(
                lambda mean, log_variance: np.sum(mean**2 + np.exp(log_variance) - 1 - log_variance, axis=-1),
                "The ½ in front is missing.",
            ),
            Wrong(
                lambda mean, log_variance: -0.5 * np.sum(mean**2 + np.exp(log_variance) - 1 - log_variance, axis=-1),
                "The sign is turned round: a divergence is never negative. (−½ goes with 1 + log σ² − μ² − σ².)",
            ),
            Wrong(
                lambda mean, log_variance: (
                    0.5 * np.sum(mean**2 + np.exp(log_variance) ** 2 - 1 - log_variance, axis=-1)
                ),
                "exp(log σ²) is the variance already; do not square it again.",
            ),
            Wrong(
                lambda mean, log_variance: 0.5 * np.sum(mean**2 + log_variance - 1 - np.log(log_variance), axis=-1),
                "The second argument is log σ², not σ²: take its exponential where σ² stands.",
            ),
            Wrong(
                lambda mean, log_variance: 0.5 * np.sum(mean + np.exp(log_variance) - 1 - log_variance, axis=-1),
                "The mean enters by its square.",
            ),
            Wrong(
                lambda mean, log_variance: 0.5 * (mean**2 + np.exp(log_variance) - 1 - log_variance),
                "Those are the entries. Add them up along the last axis.",
            ),
        ),
        hints=(
            "σ² is the exponential of the second argument.",
            "½ (μ² + σ² − 1 − log σ²), for each entry.",
            "And the sum along the last axis.",
        ),
        explanation="Sum over the entries, one KL for each example; the mean over examples is the caller's. It "
        "is 0 at μ = 0, σ = 1.",
    ),
]
