"""Segmentation: overlap, empty masks, and thresholds."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def dice_loss(y, p, smooth=1.0):
    """One minus twice the overlap over the total, with a few pixels added to both."""
    overlap = (y * p).sum(axis=-1)
    return 1 - (2 * overlap + smooth) / (y.sum(axis=-1) + p.sum(axis=-1) + smooth)


_MASKS = np.array([[1.0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [1, 1, 1, 0, 0, 1]])
_ANSWERS = np.array([[0.9, 0.4, 0.2, 0.0, 0.1, 0.0], [0.1, 0.0, 0.0, 0.3, 0.0, 0.0], [1.0, 1, 0.5, 0.2, 0, 0.7]])


ALL = [
    Number(
        key="06-nothing-found",
        title="the pixel accuracy of an answer that finds nothing",
        level=1,
        minutes=2,
        topics=("T55",),
        diagnoses="the share of the mask for that of the rest",
        answer=0.975,
        within=0.0026,
        wrong=(
            Wrong(0.025, "That is the share of the mask. All other pixels are called rightly."),
            Wrong(0.0, "It finds nothing, and yet most pixels are no mask and are called so."),
            Wrong(0.5, "Count the pixels that are called rightly."),
        ),
        hints=("How many of the 1,600 pixels are not in the mask?", "1560 / 1600"),
        explanation="1560 of 1600 pixels, 97.5 %: an accuracy that says how much background there is, and "
        "nothing else.",
    ),
    Function(
        key="06-dice",
        title="the Dice loss",
        level=2,
        minutes=6,
        topics=("T55",),
        diagnoses="the 2, the smoothing on one side only, the axis, score for loss",
        reference=dice_loss,
        names=("y", "p"),
        cases=(Case(_MASKS, _ANSWERS, smooth=1.0), Case(_MASKS[0], _ANSWERS[0], smooth=0.5)),
        wrong=(
            Wrong(
                lambda y, p, smooth=1.0: (
                    1 - (np.sum(y * p, axis=-1) + smooth) / (np.sum(y, axis=-1) + np.sum(p, axis=-1) + smooth)
                ),
                "The overlap stands twice above, for below it is counted in both masks.",
            ),
            Wrong(
                lambda y, p, smooth=1.0: (
                    (2 * np.sum(y * p, axis=-1) + smooth) / (np.sum(y, axis=-1) + np.sum(p, axis=-1) + smooth)
                ),
                "That is the score, 1 for a perfect answer. The loss is 1 minus it.",
            ),
            Wrong(
                lambda y, p, smooth=1.0: (
                    1 - 2 * np.sum(y * p, axis=-1) / (np.sum(y, axis=-1) + np.sum(p, axis=-1) + smooth)
                ),
                "Smoothing below only: a perfect answer to an empty mask then costs 1. Add it above as well.",
            ),
            Wrong(
                lambda y, p, smooth=1.0: (
                    1 - (2 * np.sum(y * p) + smooth) / (np.sum(y) + np.sum(p) + smooth) + 0 * np.sum(y, axis=-1)
                ),
                "You add up over all pictures. One loss for each picture: sum over the last axis only.",
            ),
            Wrong(
                lambda y, p, smooth=1.0: 1 - (2 * np.sum(y * p) + smooth) / (np.sum(y) + np.sum(p) + smooth),
                "One number for all pictures. Sum over the last axis only: one loss for each.",
            ),
            Wrong(
                lambda y, p, smooth=1.0: (
                    1
                    - (np.sum(y * p, axis=-1) + smooth)
                    / (np.sum(y, axis=-1) + np.sum(p, axis=-1) - np.sum(y * p, axis=-1) + smooth)
                ),
                "That is one minus the intersection over the union, a relative: Dice does not take the overlap "
                "off below.",
            ),
            Wrong(
                lambda y, p, smooth=1.0: (
                    1
                    - (2 * np.sum(y * (p >= 0.5), axis=-1) + smooth)
                    / (np.sum(y, axis=-1) + np.sum(p >= 0.5, axis=-1) + smooth)
                ),
                "A threshold has no slope. Put the probabilities in as they are.",
            ),
            Wrong(
                lambda y, p, smooth=1.0: (
                    1 - (2 * np.sum(y * p, axis=-1) + 1.0) / (np.sum(y, axis=-1) + np.sum(p, axis=-1) + 1.0)
                ),
                "It takes smooth and does not use it.",
            ),
        ),
        hints=(
            "The overlap of two soft masks is Σ y p.",
            "Twice the overlap over the sum of both masks, smooth added above and below.",
            "1 minus that, over the last axis.",
        ),
        explanation="1 − (2Σyp + s) / (Σy + Σp + s), over the pixels of each picture. Background that nobody "
        "calls does "
        "not enter, however much there is.",
    ),
    Choice(
        key="06-empty-mask",
        title="a Dice loss without smoothing meets an empty mask",
        level=3,
        minutes=3,
        topics=("T55",),
        diagnoses="value and slope where there is nothing to overlap",
        answer="a",
        wrong=(
            Wrong("b", "It costs 1, the most there is. What is missing is something that pushes."),
            Wrong("c", "The total is not 0: the answer gives p = 0.1 to every pixel."),
            Wrong("d", "The loss is the same for p = 0.1 and p = 0.9, so nothing pushes p down."),
        ),
        hints=("With Σy = 0 the overlap is 0, whatever p is.", "1 − 0 / Σp: how does it change with p?"),
        explanation="1 − 0/Σp is 1 for every p above 0: the highest price, and no direction. A smoothing s makes it "
        "Σp/(Σp + s), which falls as p does.",
    ),
    Choice(
        key="06-finds-half",
        title="sure enough of half of the pixels",
        level=3,
        minutes=4,
        topics=("T55",),
        diagnoses="a loss blamed for a threshold",
        answer="b",
        wrong=(
            Wrong("a", "Its Dice score at another threshold is as good as the best: look at the paths."),
            Wrong("c", "More background makes its pixels rarer and its p smaller still."),
            Wrong("d", "It calls too few pixels, not too many: a higher threshold calls fewer."),
        ),
        hints=("Move the threshold and follow the circle.", "On which path do the other markers lie?"),
        explanation="Its probabilities are right; ½ is the wrong place to cut if a missed pixel costs more than "
        "a false "
        "one. The losses differ less in what they learn than in where on one path they put you.",
    ),
]
