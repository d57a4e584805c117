"""Classifiers of pictures: a fair comparison of two losses, and outputs that do not fit theirs."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def divided_loss(y, s):
    """Minus the logarithm of the true class's share in the sum of all outputs."""
    shares = s / s.sum(axis=-1, keepdims=True)
    return -(y * np.log(shares)).sum(axis=-1)


_HOT = np.array([[1.0, 0, 0, 0, 0], [0, 0, 1.0, 0, 0], [0, 0, 0, 0, 1.0]])
_STATED = np.array([[0.9, 0.8, 0.1, 0.3, 0.4], [0.02, 0.01, 0.05, 0.01, 0.03], [0.99, 0.98, 0.97, 0.99, 0.98]])


ALL = [
    Number(
        key="06-first-square",
        title="the squared error before the first step",
        level=1,
        minutes=2,
        topics=("T51",),
        diagnoses="sum and mean over the outputs, the error for its square",
        answer=0.25,
        within=0.002,
        wrong=(
            Wrong(2.5, "That is the sum over the ten outputs. The cost above takes their mean."),
            Wrong(0.5, "That is the error of each output. Square it."),
            Wrong(2.3026, "That is ln 10, the start of cross-entropy after a softmax."),
            Wrong(0.1, "Sigmoids at 0 give ½, not a tenth: they do not share out 1."),
            Wrong(0.09, "That would be outputs of a tenth. A sigmoid at 0 gives ½."),
        ),
        hints=(
            "What does a sigmoid give for a logit of 0?",
            "Each of the ten is off by ½, whether its target is 1 or 0.",
        ),
        explanation="Every output is ½ and off by ½, so each square is ¼, and so is their mean.",
    ),
    Choice(
        key="06-one-rate",
        title="a comparison of two losses that is not fair",
        level=3,
        minutes=3,
        topics=("T51",),
        diagnoses="the scale of a loss taken for its quality",
        answer="c",
        wrong=(
            Wrong("a", "It does reach it, with a rate of its own: the third run shows it."),
            Wrong("b", "A larger data set does not make its slopes larger. Its rate does."),
            Wrong("d", "Both start from the same weights; that is what the seeds are for."),
        ),
        hints=(
            "What happens to the slopes of a loss that you divide by ten?",
            "The third run has the same loss and another rate.",
        ),
        explanation="A mean over ten outputs and the factor σ′ make its slopes some twenty times smaller; one rate for "
        "both compares step lengths, not losses. Each loss needs a rate of its own before you compare.",
    ),
    Choice(
        key="06-almost-zero",
        title="spot the mistake: five sigmoids and a loss of nearly 0",
        level=3,
        minutes=3,
        topics=("T52", "M18"),
        diagnoses="a small loss taken for a good model",
        answer="b",
        wrong=(
            Wrong("a", "The other runs are right 99 times in a hundred at a loss some twenty times as large."),
            Wrong("c", "More training takes all outputs still nearer to 1."),
            Wrong("d", "Sigmoids are a fine output layer, with a loss for each: see the fourth run."),
        ),
        hints=(
            "Which outputs does −log of the true class's output look at?",
            "What do all five go to, and does anything hold them back?",
        ),
        explanation="The loss charges the true class's output alone and relies on the others to sum to what is left. "
        "Sigmoids make no such promise, so all outputs rise to 1: the loss goes to 0 and says nothing about the "
        "naming.",
    ),
    Function(
        key="06-divided",
        title="what a library does that divides by the sum",
        level=2,
        minutes=5,
        topics=("T52", "M18"),
        diagnoses="the sum's axis, a softmax on top, the division left out",
        reference=divided_loss,
        names=("y", "s"),
        cases=(Case(_HOT, _STATED), Case(np.array([0.0, 1.0]), np.array([0.3, 0.3]))),
        wrong=(
            Wrong(
                lambda y, s: -np.sum(y * np.log(s), axis=-1),
                "That is the loss of the outputs as they are. Divide by their sum first.",
            ),
            Wrong(
                lambda y, s: -np.sum(y * np.log(s / np.sum(s)), axis=-1),
                "You divide by the sum over all pictures. Each picture's outputs sum to 1 afterwards: axis=-1, "
                "keepdims=True.",
            ),
            Wrong(
                lambda y, s: -np.sum(y * np.log(s / np.mean(s, axis=-1, keepdims=True)), axis=-1),
                "You divide by the mean: the shares then sum to the number of classes. Divide by the sum.",
            ),
            Wrong(
                lambda y, s: -np.sum(y * np.log(np.exp(s) / np.sum(np.exp(s), axis=-1, keepdims=True)), axis=-1),
                "That is a softmax over the outputs: a squeeze after a squeeze. Divide by the sum, without exp.",
            ),
            Wrong(
                lambda y, s: np.sum(y * np.log(s / np.sum(s, axis=-1, keepdims=True)), axis=-1),
                "The minus is missing: a share is at most 1 and its logarithm at most 0.",
            ),
            Wrong(
                lambda y, s: np.mean(-np.sum(y * np.log(s / np.sum(s, axis=-1, keepdims=True)), axis=-1)),
                "The formula is right. You return the mean: return one loss for each picture.",
            ),
            Wrong(
                lambda y, s: -np.sum(y * np.log(s), axis=-1) / np.sum(s, axis=-1),
                "You divide the loss. It is the outputs that are divided, before the logarithm.",
            ),
        ),
        hints=(
            "s.sum(axis=-1, keepdims=True) is one sum for each picture.",
            "Divide, then −log of the true class's share.",
        ),
        explanation="−log of the true class's share. Multiply all outputs by the same number and nothing "
        "changes: such a "
        "loss trains, and leaves outputs that are no probabilities.",
    ),
]
