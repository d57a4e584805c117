"""Margin losses."""

from ..exercise import Choice, Wrong

ALL = [
    Choice(
        key="04-wild-label",
        title="one wrong label at a margin of −10",
        level=3,
        minutes=3,
        topics=("T40",),
        diagnoses="how fast surrogates grow",
        answer="d",
        wrong=(
            Wrong("a", "Perceptron charges 10: it grows like the margin."),
            Wrong("b", "Logistic charges 10: far on the wrong side it is a straight line."),
            Wrong("c", "Squared hinge charges 121: much, but not the most."),
        ),
        hints=("Put m = −10 into each formula.", "max(0, 10), log(1 + e¹⁰), 11², e¹⁰"),
        explanation="e¹⁰ = 22026: the exponential loss would listen to that one example more than to all others. "
        "This is the "
        "exponential punishment that −log p is not.",
    ),
    Choice(
        key="04-guarantee",
        title="what a mean logistic loss of 0.069 promises",
        level=3,
        minutes=3,
        topics=("T40",),
        diagnoses="which surrogates bound the error rate",
        answer="b",
        wrong=(
            Wrong(
                "a", "In nats the logistic loss is 0.693 at m = 0, below the step's 1: a mistake may cost less than 1."
            ),
            Wrong("c", "You have multiplied by log 2. A mistake costs 0.693 or more: divide."),
            Wrong("d", "In nats it dips below, and still a mistake never costs less than 0.693."),
        ),
        hints=("What does a mistake cost at least, in nats?", "Divide by log 2: now the curve stays above the step."),
        explanation="A mistake costs log 2 = 0.693 nats or more, so the share of mistakes is at most 0.069 / 0.693 = "
        "0.0995: the loss in bits is the bound.",
    ),
    Choice(
        key="04-logistic",
        title="spot the mistake: logistic loss beside cross-entropy",
        level=3,
        minutes=3,
        topics=("T40", "M36"),
        diagnoses="one function under two names",
        answer="c",
        wrong=(
            Wrong("a", "On the 569 samples they differed by nothing, in value and slope."),
            Wrong("b", "Both are of logits; the labels are written differently."),
            Wrong("d", "That factor makes it a bound of the 0–1 loss; the two losses are both in nats."),
        ),
        hints=("What is −log σ(z), written out?", "For y = −1: −log(1 − σ(z)) = −log σ(−z)."),
        explanation="log(1 + e^−yz) with labels ±1 is binary cross-entropy of logits with labels 0/1. What you "
        "choose is how to write "
        "the labels.",
    ),
]
