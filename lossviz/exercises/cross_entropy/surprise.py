"""Surprise, its minus sign, and binary cross-entropy."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def binary_loss(y, p):
    """The surprise of what happened: p for label 1, 1 - p for label 0."""
    return -(y * np.log(p) + (1 - y) * np.log1p(-p))


ALL = [
    Number(
        key="03-ten-pictures",
        title="ten surprises added up",
        level=1,
        minutes=3,
        topics=("T22",),
        diagnoses="one for ten, another logarithm, 1 − p for −log p",
        answer=1.0536,
        within=0.006,
        wrong=(
            Wrong(0.10536, "That is one picture. Ten surprises add up."),
            Wrong(-1.0536, "The size is right. A cost is positive: it is minus the logarithm."),
            Wrong(0.4576, "That is with log₁₀. Losses use the natural logarithm, np.log."),
            Wrong(1.52, "That is in bits, with log₂. Losses use the natural logarithm, np.log."),
            Wrong(1.0, "Ten times 1 − p. Close, for p near 1, but the price is −log p."),
            Wrong(0.3487, "That is the product of the ten probabilities. The cost is minus its logarithm."),
        ),
        hints=("What does one of them cost?", "−log 0.9, ten times; np.log is the natural logarithm."),
        explanation="Ten times −log 0.9 is 1.054, the surprise of 0.9¹⁰ = 0.349. A single picture with p = 0.3 "
        "costs more: 1.204.",
    ),
    Choice(
        key="03-minus",
        title="spot the mistake: a loss without its minus",
        level=3,
        minutes=3,
        topics=("T22", "M34"),
        diagnoses="negative loss for negative logarithm",
        answer="b",
        wrong=(
            Wrong("a", "Descent makes numbers smaller: log p gets smaller as p goes to 0."),
            Wrong("c", "The base of the logarithm is a positive factor: it turns nothing round."),
            Wrong("d", "It runs without a complaint. That is what makes it dangerous."),
        ),
        hints=("Descent makes the loss smaller. When is log p smallest?", "Where does p go, from 0.5?"),
        explanation="Minimising log p drives p to 0 and unlearns the right answer. It is the logarithm that is "
        "negated; the loss "
        "−log p is 0 or more.",
    ),
    Choice(
        key="03-exponentially",
        title="spot the mistake: it penalises exponentially",
        level=3,
        minutes=3,
        topics=("T22", "M12"),
        diagnoses="steep taken for exponential; p and logit confused",
        answer="c",
        wrong=(
            Wrong("a", "From p = 0.1 to 0.01 to 0.001 the loss goes 2.3, 4.6, 6.9: equal steps, not equal factors."),
            Wrong("b", "In the logit it is a straight line on the wrong side: look at the left end of the picture."),
            Wrong("d", "It is unbounded, and still grows slowly: −log of 10⁻¹⁰⁰ is 230."),
        ),
        hints=(
            "What is added to the loss each time p is divided by ten?",
            "And in the logit z, far on the wrong side: straight or curved?",
        ),
        explanation="In p the loss is a logarithm: each tenth adds 2.303. In the logit of a bad mistake it is a "
        "straight line of "
        "slope −1. The exponential loss is another one.",
    ),
    Function(
        key="03-binary",
        title="binary cross-entropy, both terms",
        level=2,
        minutes=6,
        topics=("T23", "M04", "M10"),
        diagnoses="the second term, the minus, the +, the mean, another logarithm",
        reference=binary_loss,
        names=("y", "p"),
        cases=(
            Case(np.array([1.0, 1.0, 0.0, 0.0]), np.array([0.8, 0.5, 0.5, 0.99])),
            Case(np.array([1.0, 0.0, 0.3]), np.array([0.001, 0.2, 0.6])),
        ),
        wrong=(
            Wrong(
                lambda y, p: np.where(y == 1, -np.log(p), -np.log(1 - p)),
                "For labels 0 and 1 it is right. A soft label such as 0.3 pays a part of both surprises: let y and "
                "1 − y weigh them.",
            ),
            Wrong(
                lambda y, p: -np.log(1 - np.abs(y - p)),
                "For labels 0 and 1 it is right. A soft label such as 0.3 pays a part of both surprises: let y and "
                "1 − y weigh them.",
            ),
            Wrong(
                lambda y, p: -y * np.log(p),
                "With label 0 yours is 0, whatever p is: then shouting 1 at everything is free. Label 0 pays "
                "−log(1 − p).",
            ),
            Wrong(
                lambda y, p: y * np.log(p) + (1 - y) * np.log(1 - p),
                "The minus is missing: log p is never above 0, and descent would make it ever smaller.",
            ),
            Wrong(
                lambda y, p: -y * np.log(p) + (1 - y) * np.log(1 - p),
                "The minus reaches the first term only. Put both in brackets, or give the second its own.",
            ),
            Wrong(
                lambda y, p: -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)),
                "The formula is right. You return the mean: return one loss for each example, and leave the mean "
                "to the caller.",
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)),
                "The formula is right. You return the sum: return one loss for each example.",
            ),
            Wrong(
                lambda y, p: -(y * np.log2(p) + (1 - y) * np.log2(1 - p)),
                "Those are bits. Losses are in nats: np.log, the natural logarithm.",
            ),
            Wrong(
                lambda y, p: -(y * np.log10(p) + (1 - y) * np.log10(1 - p)),
                "That is log₁₀. Losses use the natural logarithm, np.log.",
            ),
            Wrong(
                lambda y, p: -(y * np.log(p)(1 - y) * np.log(1 - p)),
                "The + between the two terms is missing: Python reads `np.log(p) (1 - y)` as a call. The two "
                "terms add.",
            ),
            Wrong(
                lambda y, p: -(y * np.log(p) * (1 - y) * np.log(1 - p)),
                "The two terms add. Multiplied, they are 0 for every label of 0 or 1.",
            ),
            Wrong(
                lambda y, p: -(p * np.log(y + 1e-12) + (1 - p) * np.log(1 - y + 1e-12)),
                "Label and probability are exchanged: the logarithm is taken of p.",
            ),
            Wrong(
                lambda y, p: -((1 - y) * np.log(p) + y * np.log(1 - p)),
                "The labels are exchanged: label 1 pays −log p, label 0 pays −log(1 − p).",
            ),
            Wrong(
                lambda y, p: -np.log(p) if y == 1 else -np.log(1 - p),
                "An if asks one question; an array has many answers. Let y and 1 − y switch the two terms.",
            ),
        ),
        hints=(
            "Label 1 pays −log p, label 0 pays −log(1 − p).",
            "y switches the first term on, 1 − y the second; they add.",
            "One minus in front of both: −(y log p + (1 − y) log(1 − p)).",
        ),
        explanation="One of the two terms is multiplied by 0 for each label, and a soft label keeps a part of both.",
        curve=Case(np.full(99, 0.7), np.linspace(0.01, 0.99, 99)),
    ),
    Choice(
        key="03-digit-one",
        title="spot the mistake: what Python says about le-7",
        level=3,
        minutes=2,
        topics=("T23", "M04"),
        diagnoses="reading an error message word by word",
        answer="b",
        wrong=(
            Wrong("a", "NumPy is there: the name that is missing is `le`."),
            Wrong("c", "Too small is no problem: 1e-7 is a fine number."),
            Wrong("d", "A name that was removed is an attribute error on its module; here it is a bare name."),
        ),
        hints=("Which name is not defined?", "Compare the l of `le` with the 1 of `1e-7`."),
        explanation="`le-7` is the name `le` minus 7; `1e-7`, with the digit, is a number. The message names "
        "exactly what is missing.",
    ),
    Choice(
        key="03-drops-the-log",
        title="spot the mistake: a label of 0 drops the log",
        level=3,
        minutes=3,
        topics=("T23", "M10"),
        diagnoses="the categorical sentence said of the binary case",
        answer="d",
        wrong=(
            Wrong("a", "With one output there is no other class whose term could charge it."),
            Wrong("b", "It does matter: for the 90 % zeros of a rare disease it is most of the cost."),
            Wrong("c", "The mean divides; it brings no missing term back."),
        ),
        hints=("One output: what does a label of 0 pay if the term is dropped?", "Which p has the least cost then?"),
        explanation="With the first term alone p = 1 for everything is free. In the categorical formula every "
        "class has an output "
        "and a term of its own; with a single output, label 0 needs the second term.",
    ),
]
