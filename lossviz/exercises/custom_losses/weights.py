"""Lopsided costs, easy examples, wrong labels, costly confusions."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def focal_loss(y, p, gamma=2.0):
    """The surprise of the true label, weighed by what is still missing to certainty."""
    of_truth = y * p + (1 - y) * (1 - p)
    return -((1 - of_truth) ** gamma) * np.log(of_truth)


def credit_slope(label, z, matrix):
    """The slope of the cross-entropy with a matrix of credits, in the logits."""
    powers = np.exp(z - z.max())
    p = powers / powers.sum()
    return p * matrix[label].sum() - matrix[label]


def _truth(y, p):
    return np.where(y == 1, p, 1 - p)


def _softmax(z):
    return np.exp(z) / np.exp(z).sum()


_CREDIT = np.array([[1.0, 0.4, 0.0], [0.2, 1.0, 0.1], [0.5, 0.0, 3.0]])


ALL = [
    Number(
        key="05-one-in-ten",
        title="the cost ratio for one miss in ten",
        level=1,
        minutes=2,
        topics=("T46",),
        diagnoses="the share for the ratio",
        answer=9.0,
        within=0.01,
        wrong=(
            Wrong(10.0, "The share of misses is 1 / (1 + r), so 1 + r = 10."),
            Wrong(0.1, "That is τ, the share of misses. Asked is the ratio r."),
            Wrong(0.1111, "Upside down: a minute too late costs r minutes of waiting, more than 1."),
            Wrong(0.9, "That is 1 − τ. Asked is the ratio r."),
        ),
        hints=("At the best line you are late for a share of 1 / (1 + r).", "1 / (1 + r) = 0.1"),
        explanation="1 / (1 + r) = 0.1 gives r = 9, and τ = 0.1.",
    ),
    Function(
        key="05-focal",
        title="focal loss",
        level=2,
        minutes=6,
        topics=("T46",),
        diagnoses="p for the probability of the truth, the weight turned round, γ as a factor, the minus",
        reference=focal_loss,
        names=("y", "p"),
        cases=(
            Case(np.array([1.0, 1.0, 1.0, 0.0, 0.0]), np.array([0.8, 0.5, 0.1, 0.3, 0.95]), gamma=2.0),
            Case(np.array([1.0, 0.0]), np.array([0.25, 0.25]), gamma=0.5),
        ),
        wrong=(
            Wrong(
                lambda y, p, gamma=2.0: -((1 - p) ** gamma) * np.log(p),
                "That is right for label 1. For label 0 the truth has probability 1 − p: first work out the "
                "probability of the truth.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: -((1 - p) ** gamma) * np.log(_truth(y, p)),
                "The logarithm is right, the weight only for label 1. For label 0 it is p to the power γ.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: -(_truth(y, p) ** gamma) * np.log(_truth(y, p)),
                "The weight is turned round: easy examples get the most of it. It is (1 − p) to the power γ.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: -gamma * (1 - _truth(y, p)) * np.log(_truth(y, p)),
                "γ is the power of the weight, not a factor: (1 − p) ** gamma.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: (1 - _truth(y, p)) ** gamma * np.log(_truth(y, p)),
                "The minus is missing: the logarithm of a probability is 0 or less.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: -((1 - _truth(y, p)) ** 2.0) * np.log(_truth(y, p)),
                "It takes γ and does not use it.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: -np.log(_truth(y, p)),
                "That is cross-entropy, γ = 0. Multiply it by (1 − p) ** gamma.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: -0.25 * (1 - _truth(y, p)) ** gamma * np.log(_truth(y, p)),
                "There is a factor ¼ in yours, the α of some libraries. Leave it out here.",
            ),
            Wrong(
                lambda y, p, gamma=2.0: np.mean(-((1 - _truth(y, p)) ** gamma) * np.log(_truth(y, p))),
                "The formula is right. You return the mean: return one loss for each example.",
            ),
        ),
        hints=(
            "First the probability of the true label: p for label 1, 1 − p for label 0.",
            "Cross-entropy is −log of it; the weight is (1 − it) to the power γ.",
        ),
        explanation="Cross-entropy weighed by what is missing to certainty, to the power γ: easy examples fall silent.",
        curve=Case(np.ones(99), np.linspace(0.01, 0.99, 99), gamma=2.0),
    ),
    Number(
        key="05-gamma",
        title="the γ that leaves a tenth",
        level=1,
        minutes=2,
        topics=("T46",),
        diagnoses="the power and its base",
        answer=1.0,
        within=0.005,
        wrong=(
            Wrong(2.0, "With γ = 2 it keeps a hundredth: 0.1²."),
            Wrong(0.1, "0.1 to the power γ shall be 0.1."),
            Wrong(21.85, "You may have taken 0.9 to the power γ. The weight is (1 − 0.9) to the power γ."),
        ),
        hints=("(1 − 0.9) to the power γ", "0.1 to which power is 0.1?"),
        explanation="(1 − 0.9)¹ = 0.1. With γ = 2 it keeps a hundredth.",
    ),
    Number(
        key="05-disbelief",
        title="how much a ceiling weakens a pull",
        level=1,
        minutes=2,
        topics=("T45", "T46"),
        diagnoses="the factor p to the power q",
        answer=0.1,
        within=0.0005,
        wrong=(
            Wrong(0.01, "That is q = 1. Here q is one half: a root."),
            Wrong(0.005, "q is a power, not a factor."),
            Wrong(10.0, "It weakens: the factor is below 1."),
            Wrong(0.5, "That is q. The factor is p to the power q."),
        ),
        hints=("The pull is p_y to the power q, times p − y.", "√0.01"),
        explanation="0.01 to the power ½ is 0.1: to a tenth. So a wrong label that the others contradict hardly pulls.",
    ),
    Function(
        key="05-credit-slope",
        title="the slope of a cross-entropy with credits",
        level=2,
        minutes=6,
        topics=("T47",),
        diagnoses="the row sum, the sign, one-hot for credits",
        reference=credit_slope,
        names=("label", "z", "matrix"),
        cases=(
            Case(0, np.array([0.0, 1.0, -0.5]), _CREDIT),
            Case(2, np.array([0.3, -0.2, 0.1]), _CREDIT),
            Case(1, np.array([2.0, 0.0, 0.0]), np.eye(3)),
        ),
        wrong=(
            Wrong(
                lambda label, z, matrix: _softmax(z) - matrix[label],
                "p has to be multiplied by the sum of the row: the credits of a label need not sum to 1.",
            ),
            Wrong(
                lambda label, z, matrix: z * matrix[label].sum() - matrix[label],
                "First softmax: p is not z. Then p ΣH − H.",
            ),
            Wrong(
                lambda label, z, matrix: _softmax(z) * matrix.sum(axis=0) - matrix[label],
                "ΣH is one number, the sum of the label's own row: matrix[label].sum().",
            ),
            Wrong(
                lambda label, z, matrix: matrix[label] - _softmax(z) * matrix[label].sum(),
                "The sign is turned round: p ΣH − H.",
            ),
            Wrong(
                lambda label, z, matrix: _softmax(z) - np.eye(len(z))[label],
                "That is plain cross-entropy. The matrix does not enter.",
            ),
            Wrong(
                lambda label, z, matrix: matrix[label] * (_softmax(z) - np.eye(len(z))[label]),
                "The credits do not multiply p − y term by term: weigh the slopes p − (one-hot j) by H and add.",
            ),
            Wrong(
                lambda label, z, matrix: _softmax(z) * matrix[:, label].sum() - matrix[:, label],
                "You take the column. The row of the true label says what each answer is worth.",
            ),
            Wrong(
                lambda label, z, matrix: _softmax(z) - matrix[label] / matrix[label].sum(),
                "The best answer is right, the size is not: multiply all of it by the sum of the row.",
            ),
            Wrong(
                lambda label, z, matrix: -matrix[label] / _softmax(z),
                "That is the slope in p. In the logits softmax's own slope comes along.",
            ),
        ),
        hints=(
            "−log pⱼ has the slope p − (one-hot j) in the logits. Weigh by H and add over j.",
            "p times the sum of the row, minus the row.",
        ),
        explanation="p ΣH − H, which is 0 at p = H / ΣH. With the identity it is p − y.",
    ),
    Choice(
        key="05-threefold-row",
        title="a row of credits times three",
        level=3,
        minutes=3,
        topics=("T47",),
        diagnoses="scale and shares of a row",
        answer="d",
        wrong=(
            Wrong("a", "H / ΣH does not change when a row is multiplied."),
            Wrong("b", "The best p is H / ΣH, the same shares as before."),
            Wrong("c", "p ΣH − H grows threefold, so training does notice."),
        ),
        hints=("The best p is H / ΣH.", "And the slope p ΣH − H?"),
        explanation="The best p stays, H / ΣH; loss and slopes are three times as large. The label has a class "
        "weight of 3.",
    ),
]
