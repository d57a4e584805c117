"""One answer to a segmentation, judged by four losses, while the background around the object grows."""

import numpy as np
from matplotlib.patches import Rectangle

from ..fitting.drawn_digits import drawn_digits
from ..losses import binary_crossentropy, class_weighted_crossentropy, dice, tversky
from . import style
from .mosaic import inked, show_pixels
from .scene import Scene

SIDES = tuple(range(8, 41, 2))
MASKS = "a digit", "empty"
MOST_FALSE = 0.2
MISSED = 0.7  # β of the Tversky loss, the weight of missed pixels; false alarms have the rest
_DIGIT = 8
_TOP = 2.6

LOSSES = {
    "pixel CE": style.of(binary_crossentropy),
    "weighted CE": style.of(class_weighted_crossentropy),
    "Dice": style.of(dice),
    "Tversky": style.of(tversky),
}
"""What is compared, and how each is drawn."""


def costs(mask, found, false, *, smooth=1.0):
    """What an answer costs under each loss, for a square picture of each side that holds the mask.

    Parameters
    ----------
    mask : ndarray of 0 and 1
        The true mask of the smallest picture; the larger ones have 0 around it.
    found, false : float
        The probability that the answer gives to each pixel of the object, and to each other one.
    smooth : float
        Of Dice and Tversky.

    Returns
    -------
    dict
        Name → one number for each of `SIDES`. The weighted cross-entropy gives object and background half of the weight
        each; where there is no object it is the plain one.
    """
    sizes = np.array(SIDES) ** 2
    objects = int(mask.sum())
    hit, rest = binary_crossentropy(1.0, found), binary_crossentropy(0.0, false)
    share = objects / sizes
    plain = share * hit + (1 - share) * rest
    # Pixels beyond a picture's end are 0 in truth and answer, which adds nothing to any overlap.
    flat = np.arange(sizes[-1])
    truth = np.tile(flat < objects, (len(sizes), 1)).astype(float)
    answer = np.where(truth == 1, found, np.where(flat < sizes[:, None], false, 0.0))
    return {
        "pixel CE": plain,
        "weighted CE": np.full(len(sizes), (hit + rest) / 2) if objects else plain,
        "Dice": dice(truth, answer, smooth=smooth),
        "Tversky": tversky(truth, answer, alpha=1 - MISSED, beta=MISSED, smooth=smooth),
    }


class MaskLossesScene(Scene):
    """A mask on its background beside an answer; four losses of that answer over the side of the picture.

    `image` is a digit, 64 pixels from 0 to 1; its mask is where it is at least ½.
    """

    title = "One answer, four losses, more and more background"
    size = (800, 380)

    def __init__(self, image=None):
        image = drawn_digits(4)[0][3] if image is None else np.asarray(image, dtype=float)
        self.digit = image.reshape(_DIGIT, _DIGIT) >= 0.5
        super().__init__()

    def build(self):
        grid = self.figure.add_gridspec(2, 2, width_ratios=(1, 2.6))
        self.pictures = []
        for row, title in enumerate(("True mask", "Answer")):
            ax = self.figure.add_subplot(grid[row, 0])
            ax.set_title(title)
            self.pictures.append(self.move(show_pixels(ax, (1, 1))))
            ax.add_patch(Rectangle((-0.5, -0.5), 1, 1, facecolor="none", edgecolor=style.MUTED))
            ax.set_xlim(-0.51, 0.51)
            ax.set_ylim(0.51, -0.51)
        curves = self.figure.add_subplot(grid[:, 1])
        curves.set_title("What this answer costs")
        curves.set_xlabel("side of the picture, in pixels")
        curves.set_ylabel("loss ℓ")
        curves.set_xlim(SIDES[0] - 0.7, SIDES[-1] + 0.7)
        curves.set_ylim(0, _TOP)
        self.lines = {name: self.move(curves.plot([], [], **look)[0]) for name, look in LOSSES.items()}
        self.cursor = self.move(curves.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        colours = [look["color"] for look in LOSSES.values()]
        self.dots = self.move(curves.scatter([0.0] * 4, [0.0] * 4, s=60, c=colours, edgecolors="white"))
        self.figure.legend(self.lines.values(), list(LOSSES), loc="outside upper right", ncols=4, handlelength=3)

    def update(self, *, side, found, false, mask):
        self.side, self.found, self.false, self.mask = int(side), found, false, mask
        digit = self.digit if mask == MASKS[0] else np.zeros_like(self.digit)
        self._show(digit)
        of = costs(digit, found, false)
        at = SIDES.index(self.side)
        self.now = {name: float(of[name][at]) for name in LOSSES}
        for name, line in self.lines.items():
            line.set_data(SIDES, np.minimum(of[name], 2 * _TOP))
        self.dots.set_offsets([(self.side, min(loss, _TOP)) for loss in self.now.values()])
        self.cursor.set_xdata([self.side, self.side])
        pixels = self.side**2
        self.share = digit.sum() / pixels
        # Thresholded at ½ the answer is all or nothing, in the object and around it.
        right = digit.sum() * (found >= 0.5) + (pixels - digit.sum()) * (false < 0.5)
        self.accuracy = right / pixels

    def _show(self, digit):
        truth = np.zeros((self.side, self.side))
        inner = (self.side - _DIGIT) // 2
        truth[inner : inner + _DIGIT, inner : inner + _DIGIT] = digit
        for picture, shares in zip(self.pictures, (truth, np.where(truth == 1, self.found, self.false)), strict=True):
            picture.set_data(inked(shares))

    def _in_words(self):
        losses = ", ".join(f"{name} {loss:.3f}" for name, loss in self.now.items())
        return (
            f"mask: {self.mask}, {self.share:.1%} of {self.side} × {self.side} pixels · p = {self.found:g} in the "
            f"object, {self.false:g} around it: {losses} · pixel accuracy at ½: {self.accuracy:.1%}"
        )

    def describe(self):
        return (
            f"Left, a true mask on its background and below it the probabilities of an answer. Right, four losses of "
            f"that answer over the side of the picture from {SIDES[0]} to {SIDES[-1]} pixels. Now: {self._in_words()}."
        )

    def readout(self):
        return self._in_words()
