"""Labels as numbers, two classes as one output or two."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def sparse_loss(labels, p):
    """The surprise of the class that each label counts off."""
    return -np.log(p[np.arange(len(labels)), labels])


_STATED = np.array([[0.60, 0.25, 0.10, 0.05], [0.55, 0.10, 0.15, 0.20], [0.10, 0.20, 0.30, 0.40]])


ALL = [
    Function(
        key="03-sparse",
        title="sparse categorical cross-entropy by an index",
        level=2,
        minutes=5,
        topics=("T25",),
        diagnoses="rows for classes, a table of pairs, counting from one, the mean",
        reference=sparse_loss,
        names=("label", "p"),
        cases=(
            Case(np.array([0, 2, 3]), _STATED),
            Case(np.array([1, 1]), np.array([[0.3, 0.7], [0.9, 0.1]])),
        ),
        wrong=(
            Wrong(
                lambda labels, p: -np.log(p[:, labels]),
                "p[:, labels] takes those columns of every row, a table. Pair row 0 with label 0: "
                "p[np.arange(n), labels].",
            ),
            Wrong(
                lambda labels, p: -np.log(p[labels]),
                "p[labels] picks whole rows. The label counts classes, within the row of its example.",
            ),
            Wrong(
                lambda labels, p: -np.log(p[np.arange(len(labels)), labels - 1]),
                "Classes count from 0, so nothing is taken off.",
            ),
            Wrong(
                lambda labels, p: -np.mean(np.log(p[np.arange(len(labels)), labels])),
                "The formula is right. You return the mean: return one loss for each example.",
            ),
            Wrong(
                lambda labels, p: np.log(p[np.arange(len(labels)), labels]),
                "The minus is missing: it is −log p.",
            ),
            Wrong(
                lambda labels, p: 1 - p[np.arange(len(labels)), labels],
                "You picked the right probability. Its price is −log p, not 1 − p.",
            ),
            Wrong(
                lambda labels, p: -np.log(p.max(axis=1)),
                "That is the surprise of the class the model likes best. The label says which one counts.",
            ),
        ),
        hints=(
            "Row i of p and label i belong together.",
            "An array of rows and an array of columns, in one pair of brackets, are taken pair by pair.",
            "p[np.arange(len(labels)), labels]",
        ),
        explanation="An index and one logarithm per example: the zeros of a one-hot row are never written down.",
    ),
    Choice(
        key="03-which-loss",
        title="spot the mistake: binary for two, sparse for three or more",
        level=3,
        minutes=3,
        topics=("T25", "M11"),
        diagnoses="sparse taken for a number of classes",
        answer="a",
        wrong=(
            Wrong("b", "With two outputs for two classes, categorical works, and gives the same number as binary."),
            Wrong("c", "One-hot rows of a thousand numbers work as well; they are only longer."),
            Wrong("d", "It does not change the loss by a digit: compare the last two lines that were printed."),
        ),
        hints=(
            "What does sparse describe: the labels, the outputs, or the number of classes?",
            "Which of the five lines agree?",
        ),
        explanation="Sparse is how labels are written: as numbers instead of rows. Categorical and sparse both "
        "serve two classes or "
        "more.",
    ),
    Choice(
        key="03-counting",
        title="spot the mistake: class number 3 of three",
        level=3,
        minutes=3,
        topics=("T25", "M09"),
        diagnoses="counting from one; probabilities that sum to more than 1",
        answer="d",
        wrong=(
            Wrong("a", "Both have to be mended: the label would still ask for a fourth class."),
            Wrong("b", "Both have to be mended: 0.2 + 0.3 + 0.6 is 1.1."),
            Wrong(
                "c",
                "0.606 is what a library says that divides by the sum first, without telling. Mend the input instead.",
            ),
        ),
        hints=("How are three classes counted?", "Add the three probabilities up."),
        explanation="Classes count from 0, so the last of three is number 2; and probabilities sum to 1. "
        "Libraries that divide by "
        "the sum in silence answer 0.606, others 0.511; neither is the loss of a probability.",
    ),
    Number(
        key="03-one-for-two",
        title="one logit that says what two say",
        level=1,
        minutes=2,
        topics=("T26",),
        diagnoses="the order of the difference, a probability for a logit",
        answer=-1.9,
        within=0.004,
        wrong=(
            Wrong(1.9, "That is the logit of class 0. For class 1 it is z₁ − z₀."),
            Wrong(0.5, "That is the sum. Softmax knows differences only."),
            Wrong(0.130, "That is the probability σ(−1.9). Asked is the logit."),
            Wrong(-0.7, "z₁ alone would do if z₀ were 0."),
        ),
        hints=("Adding the same number to both changes nothing. Add −z₀.", "z₁ − z₀"),
        explanation="z = z₁ − z₀ = −1.9, so p₁ = σ(−1.9) = 0.130. Two outputs carry one number too many.",
    ),
    Number(
        key="03-single-softmax",
        title="softmax over a single output",
        level=1,
        minutes=2,
        topics=("T26",),
        diagnoses="softmax over one output, which is always 1",
        answer=0.0,
        within=0.0005,
        wrong=(
            Wrong(5.0067, "That is with a sigmoid. Softmax divides e⁻⁵ by the sum of all outputs, which is e⁻⁵."),
            Wrong(5.0, "Softmax first: e⁻⁵ / e⁻⁵. What is its logarithm?"),
            Wrong(1.0, "That is the probability. Its surprise is −log 1."),
            Wrong(0.6931, "One half is for two equal outputs. Here there is one."),
        ),
        hints=("Write the softmax of a single number down.", "e⁻⁵ / e⁻⁵ = 1"),
        explanation="Softmax over one output is 1 whatever the output, so the loss is 0 and nothing is ever "
        "learned. One output "
        "takes a sigmoid.",
    ),
    Choice(
        key="03-logits-labels",
        title="spot the mistake: logits instead of labels",
        level=3,
        minutes=2,
        topics=("T26", "M34"),
        diagnoses="what logits replace; the order of arguments",
        answer="b",
        wrong=(
            Wrong("a", "Then there would be nothing left to compare the prediction with."),
            Wrong("c", "A logit is any real number; one label would be 2.2."),
            Wrong("d", "It changes the arithmetic, not the loss: both calls gave 0.105."),
        ),
        hints=("Which of the two arguments comes from the model?", "A logit is what stands before the sigmoid."),
        explanation="Logits stand in for the probabilities; the labels stay what they are.",
    ),
]
