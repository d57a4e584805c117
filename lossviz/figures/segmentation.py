"""Masks that networks found under four losses: one picture, and recall and precision over all."""

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from . import style
from .mask_losses import LOSSES
from .mosaic import inked
from .scene import Scene

THRESHOLDS = np.round(np.linspace(0.02, 0.98, 49), 2)
_BETWEEN = 0.25  # gaps between the pictures, as a share of their side
_FOUND, _MISSED, _FALSE = (20, 27, 38), (11, 92, 173), (214, 80, 80)
_MARKERS = dict(zip(LOSSES, "osD^", strict=True))


def overlap_counts(masks, probabilities, thresholds):
    """Pixels found, missed and falsely called, for each threshold: an array of shape (thresholds, 3).

    Examples
    --------
    >>> overlap_counts(np.array([1, 1, 0, 0]), np.array([0.9, 0.4, 0.6, 0.1]), [0.5, 0.05])
    array([[1, 1, 1],
           [2, 0, 2]])
    """
    truth, p = np.ravel(masks) == 1, np.ravel(probabilities)
    inside, outside = np.sort(p[truth]), np.sort(p[~truth])
    found = len(inside) - np.searchsorted(inside, thresholds)
    false = len(outside) - np.searchsorted(outside, thresholds)
    return np.column_stack([found, len(inside) - found, false])


def dice_score(counts):
    """2·found / (2·found + missed + false), the share of overlap; 1 where there is nothing to find and nothing called.

    Examples
    --------
    >>> dice_score(np.array([[3, 1, 1], [0, 0, 0]]))
    array([0.75, 1.  ])
    """
    found, missed, false = np.moveaxis(np.asarray(counts, dtype=float), -1, 0)
    total = 2 * found + missed + false
    return np.where(total == 0, 1.0, 2 * found / np.maximum(total, 1))


class SegmentationScene(Scene):
    """A picture, its mask and four answers; beside them recall and precision of all pictures, one marker a loss.

    `runs` maps each side of the pictures, rising, to a dict with "pictures" and "masks" (n, side, side), and "answers":
    a dict from the names of `LOSSES` to probabilities (seeds, n, side, side). The first seed's are shown, all counted.
    """

    title = "Trained on four losses: which pixels are called"
    size = (800, 390)

    def __init__(self, runs):
        self.runs = dict(runs)
        self.counts = {
            side: {
                name: np.array([overlap_counts(run["masks"], each, THRESHOLDS) for each in answers])
                for name, answers in run["answers"].items()
            }
            for side, run in self.runs.items()
        }
        super().__init__()

    def build(self):
        pictures, scores = self.figure.subplots(1, 2, width_ratios=(1.2, 1))
        self._build_pictures(pictures)
        self._build_scores(scores)

    def _build_pictures(self, ax):
        ax.set_axis_off()
        ax.set_xlim(-0.01, 3 + 2 * _BETWEEN + 0.01)
        ax.set_ylim(2 + _BETWEEN + 0.01, -_BETWEEN)
        ax.set_aspect("equal")
        for place, title in enumerate(("picture", "mask", *LOSSES)):
            down, right = (index * (1 + _BETWEEN) for index in divmod(place, 3))
            colour = LOSSES[title]["color"] if title in LOSSES else style.INK
            ax.text(right, down - 0.03, title, color=colour, va="bottom", size=12)
            ax.add_patch(Rectangle((right, down), 1, 1, facecolor="none", edgecolor=style.MUTED))
        ends = 0, 3 + 2 * _BETWEEN, 2 + _BETWEEN, 0
        self.image = self.move(ax.imshow(np.zeros((2, 2, 4)), interpolation="none", extent=ends))
        ax.set_xlim(-0.01, 3 + 2 * _BETWEEN + 0.01)
        ax.set_ylim(2 + _BETWEEN + 0.01, -_BETWEEN)

    def _build_scores(self, ax):
        ax.set_title("All held-out pictures")
        ax.set_xlabel("recall: share of the mask that is found")
        ax.set_ylabel("precision: share of the called that is mask")
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1.02)
        recall = np.linspace(0.02, 1, 200)
        for score in (0.2, 0.4, 0.6, 0.8):
            with np.errstate(divide="ignore"):
                precision = score * recall / (2 * recall - score)
            inside = (precision > 0) & (precision <= 1)
            ax.plot(recall[inside], precision[inside], color=style.GRID, linewidth=1.6)
            place = {"color": style.MUTED, "size": 11, "ha": "left", "va": "bottom"}
            ax.text(1.01, score / (2 - score), f"{score:g}", clip_on=False, **place)
        ax.text(1.01, 0.83, "Dice\nscore", color=style.MUTED, size=11, va="bottom", clip_on=False)
        self.paths = {
            name: self.move(ax.plot([], [], color=look["color"], linewidth=1.2, alpha=0.6)[0])
            for name, look in LOSSES.items()
        }
        self.marks = {
            name: self.move(
                ax.plot([], [], _MARKERS[name], color=look["color"], markersize=8, markeredgecolor="white")[0]
            )
            for name, look in LOSSES.items()
        }
        self.figure.legend(self.marks.values(), list(LOSSES), loc="outside upper right", ncols=4)
        square = {"marker": "s", "linestyle": "none", "markersize": 9}
        keys = [Line2D([], [], color=np.array(colour) / 255, **square) for colour in (_FOUND, _MISSED, _FALSE)]
        self.figure.legend(keys, ["found", "missed", "falsely called"], loc="outside upper left", ncols=3)

    def update(self, *, side, threshold, picture):
        self.side, self.threshold, self.picture = side, threshold, int(picture)
        run, at = self.runs[side], self.picture - 1
        picture, mask = run["pictures"][at], run["masks"][at] == 1
        images = [inked(picture), inked(mask)]
        cut = int(np.argmin(np.abs(THRESHOLDS - threshold)))
        self.now, self.here = {}, {}
        for name in LOSSES:
            called = run["answers"][name][0, at] >= threshold
            images.append(_coloured(mask, called))
            self.here[name] = int(called.sum())
            counts = self.counts[side][name]
            recall, precision = _recall_and_precision(counts)
            self.paths[name].set_data(recall.mean(axis=0), precision.mean(axis=0))
            self.now[name] = recall[:, cut].mean(), precision[:, cut].mean(), dice_score(counts[:, cut]).mean()
            self.marks[name].set_data([self.now[name][0]], [self.now[name][1]])
        self.image.set_data(_side_by_side(images))
        self.size_here = int(mask.sum())
        self.share = float(run["masks"].mean())

    def _in_words(self):
        scores = ", ".join(f"{name} {score:.2f}" for name, (_, _, score) in self.now.items())
        called = ", ".join(str(count) for count in self.here.values())
        return (
            f"{self.side} × {self.side} pixels, {self.share:.1%} of them mask · called from p = "
            f"{self.threshold:g} on · "
            f"Dice score: {scores} · picture {self.picture}: {self.size_here} mask pixels, called {called}"
        )

    def describe(self):
        pairs = "; ".join(f"{name} {now[0]:.2f} and {now[1]:.2f}" for name, now in self.now.items())
        return (
            f"A noisy picture, its mask, and what networks trained on four losses call. Right, recall and precision "
            f"over all held-out pictures, each network with its path over all thresholds: {pairs}. Now: "
            f"{self._in_words()}."
        )

    def readout(self):
        return self._in_words()


def _recall_and_precision(counts):
    found, missed, false = np.moveaxis(counts.astype(float), -1, 0)
    called = found + false
    return found / np.maximum(found + missed, 1), np.where(called == 0, 1.0, found / np.maximum(called, 1))


def _side_by_side(images):
    """Six images in two rows as one, with gaps that one can see through."""
    side = len(images[0])
    gap = round(_BETWEEN * side)
    whole = np.zeros((2 * side + gap, 3 * side + 2 * gap, 4), dtype=np.uint8)
    for place, image in enumerate(images):
        down, right = (index * (side + gap) for index in divmod(place, 3))
        whole[down : down + side, right : right + side, :3] = image
        whole[down : down + side, right : right + side, 3] = 255
    return whole


def _coloured(mask, called):
    """The answer as colours: found, missed, falsely called, and white for the rest."""
    image = np.full((*mask.shape, 3), 255, dtype=np.uint8)
    image[mask & called], image[mask & ~called], image[~mask & called] = _FOUND, _MISSED, _FALSE
    return image
