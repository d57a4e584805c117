"""Predictions before the explorers of notebook 04."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="04-next-step",
        answer="b",
        wrong=(
            Wrong("a", "The probability cannot go on like that: at 0.96 it would soon pass 1."),
            Wrong("c", "The odds are multiplied by e at every step of 1, wherever you stand."),
        ),
        reveal="The odds grow by the same factor again, e = 2.72. The probability rises by 0.15 only, to 0.88.",
    ),
    Prediction(
        key="04-perfect-log",
        answer=1.461,
        within=0.02,
        wrong=(
            Wrong(0.0, "So it should, and so it would with one softmax."),
            Wrong(2.303, "That is knowing nothing. It does better, but not well."),
        ),
        reveal="1.461: the loss takes 1 and 0 for logits, and softmax makes 0.23 of a perfect answer.",
    ),
    Prediction(
        key="04-tree-and-sun",
        answer=0.693,
        within=0.02,
        wrong=(
            Wrong(0.0, "That would need 1 for both, and softmax has only 1 to share out."),
            Wrong(1.386, "With ½ each the two halves of the target pay log 2 together, not each."),
            Wrong(0.5, "½ is the best probability for each; the loss is its surprise."),
        ),
        reveal="½ each is the best, and log 2 = 0.693 stays on the bill for ever.",
    ),
    Prediction(
        key="04-padding",
        answer="b",
        wrong=(
            Wrong("a", "Padding is easy to predict: it costs next to nothing."),
            Wrong("c", "The mean is taken over many places that cost nothing."),
        ),
        reveal="Far too low: places that cost nothing are counted in, and the more padding the lower it falls.",
    ),
]
