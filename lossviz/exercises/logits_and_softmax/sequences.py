"""Sequences: masks and perplexity."""

import numpy as np

from ..exercise import Case, Function, Number, Wrong


def masked_mean(losses, mask):
    """The mean over the places that are real."""
    return (losses * mask).sum() / mask.sum()


_LOSSES = np.array([[1.0, 2.0, 0.5, 0.1], [3.0, 0.2, 0.0, 0.0], [2.0, 1.0, 4.0, 0.3]])
_MASK = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 1, 1, 1]])


ALL = [
    Function(
        key="04-masked-mean",
        title="the mean loss over real tokens",
        level=2,
        minutes=5,
        topics=("T70",),
        diagnoses="padding counted in, mean of means, the sum",
        reference=masked_mean,
        names=("losses", "mask"),
        cases=(
            Case(_LOSSES, _MASK),
            Case(np.array([[0.4, 0.6, 9.0], [1.0, 2.0, 3.0]]), np.array([[1, 1, 0], [1, 0, 0]])),
        ),
        wrong=(
            Wrong(
                lambda losses, mask: losses.mean(),
                "The padding is counted in. Multiply by the mask, and divide by its sum.",
            ),
            Wrong(
                lambda losses, mask: (losses * mask).mean(),
                "The padding is silenced and still counted: divide by the sum of the mask, not by the number of "
                "places.",
            ),
            Wrong(
                lambda losses, mask: losses[mask].mean(),
                "As an index, numbers 1 and 0 pick rows 1 and 0. Write losses[mask == 1], or multiply by the mask.",
            ),
            Wrong(lambda losses, mask: (losses * mask).sum(), "That is the sum. Divide by the number of real places."),
            Wrong(
                lambda losses, mask: np.mean((losses * mask).sum(axis=1) / mask.sum(axis=1)),
                "That is the mean of the rows' means: tokens of short rows count more. Asked is the mean over tokens.",
            ),
            Wrong(
                lambda losses, mask: (losses * mask).sum(axis=1) / mask.sum(axis=1),
                "Those are the means of the rows. Asked is one number for all tokens.",
            ),
            Wrong(
                lambda losses, mask: (losses * mask).sum() / len(mask),
                "You divide by the number of rows. Divide by the number of real tokens.",
            ),
            Wrong(
                lambda losses, mask: np.exp((losses * mask).sum() / mask.sum()),
                "That is the perplexity, e to the mean. Asked is the mean.",
            ),
        ),
        hints=("The mask is 1 where a token is real, 0 where it fills up.", "Masked sum over the sum of the mask."),
        explanation="Masked sum over the sum of the mask: padding neither pays nor counts. losses[mask == "
        "1].mean() is the same.",
    ),
    Number(
        key="04-perplexity",
        title="from bits per character to perplexity",
        level=1,
        minutes=2,
        topics=("T70",),
        diagnoses="e for 2",
        answer=2.8284,
        within=0.004,
        wrong=(
            Wrong(4.4817, "e to the power is for nats. Bits are logarithms to base 2."),
            Wrong(1.5, "That is the loss. Perplexity is 2 to that power."),
            Wrong(3.0, "2 to the power 1.5, not times 1.5."),
            Wrong(1.0397, "That is the loss in nats. Perplexity is e to that power."),
        ),
        hints=("Bits are logarithms to base 2.", "2^1.5"),
        explanation="2^1.5 = 2.83: as if it chose among 2.83 equally likely characters. In nats 1.04, and e^1.04 "
        "is the same number.",
    ),
]
