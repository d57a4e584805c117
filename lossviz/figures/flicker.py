"""A clip of a moving digit under a frame-wise loss and a second term that compares neighbouring frames."""

import numpy as np
from matplotlib import colormaps

from ..fitting.clips import changes, moving, rms, spoilt, steadied
from ..fitting.drawn_digits import SIDE, drawn_digits
from . import style
from .scene import Scene

WEIGHTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0, 50.0, 100.0)
PAIRS = {"the same pixel": 0, "the pixel it moved to": 1}
"""What is compared in the next frame → how many pixels farther right that is."""

_LOOKS = {
    name: {"color": style.PALETTE[at], "linestyle": style.DASHES[at]} for name, at in zip(PAIRS, (1, 0), strict=True)
}
_GAP = 1  # white pixels between frames
_GREYS = colormaps["gray_r"].resampled(16)  # few, so that the pictures are short
_TOP = 1.4  # what is drawn in full black; a bright frame exceeds 1


class FlickerScene(Scene):
    """The true, the given and the steadied clip frame by frame; one frame large; total ink; error and flicker.

    `image` is a picture from 0, paper, to 1, ink; it moves one pixel a frame. `seeds` clips are made of it, with noise
    and a brightness that jumps; the first is shown, all are measured.
    """

    title = "A clip: every frame near what was given, and near the frame before"
    size = (800, 420)

    def __init__(self, image=None, seeds=3):
        if image is None:
            image = drawn_digits(4)[0][3]
        self.true = moving(np.reshape(image, (SIDE, SIDE)))
        self.given = [spoilt(self.true, seed) for seed in range(seeds)]
        self.scores = {name: np.array([self._scores(w, shift) for w in WEIGHTS]) for name, shift in PAIRS.items()}
        super().__init__()

    def _scores(self, weight, shift):
        """Error and flicker for each seed, shape (seed, 2)."""
        return [self._score(steadied(given, weight, shift)) for given in self.given]

    def _score(self, clip):
        return rms(clip - self.true), rms(changes(clip, motion=1))

    def build(self):
        grid = self.figure.add_gridspec(2, 3, height_ratios=(1.0, 1.35), width_ratios=(1.25, 1, 1))
        self._build_strip(self.figure.add_subplot(grid[0, :]))
        self._build_frame(self.figure.add_subplot(grid[1, 0]))
        self._build_scores(self.figure.add_subplot(grid[1, 1]), self.figure.add_subplot(grid[1, 2]))

    def _build_strip(self, ax):
        rows, _, height, width = 3, *self.true.shape
        self.wide, self.high = (width + _GAP) * len(self.true) - _GAP, height
        ax.set_xlim(-_GAP, self.wide + _GAP)
        ax.set_ylim(rows * (height + _GAP), -1)
        ax.set_aspect("equal")
        ax.grid(False)
        ax.set_xticks([(width + _GAP) * at + width / 2 for at in range(len(self.true))], range(1, len(self.true) + 1))
        ax.set_yticks([(height + _GAP) * row + height / 2 for row in range(rows)], ["true", "given", "made"])
        ax.tick_params(length=0)
        ax.spines[:].set_visible(False)
        ax.set_title("Frame by frame")
        self.images = [self._image(ax, row) for row in range(rows)]
        for image, clip in zip(self.images, (self.true, self.given[0]), strict=False):
            image.set_data(_strip(clip))
        self.move(self.images[-1])
        self.frame_box = self.move(ax.plot([], [], color=style.ACCENT, linewidth=1.6)[0])

    def _image(self, ax, row):
        top = row * (self.high + _GAP)
        return _picture(ax, (self.high, self.wide), (0, self.wide, top + self.high, top))

    def _build_frame(self, ax):
        _, height, width = self.true.shape
        ax.set_title("This frame, given and made")
        ax.set_xlim(-0.2, width + 0.2)
        ax.set_ylim(2 * height + 1.2, -0.2)
        ax.set_aspect("equal")
        ax.grid(False)
        ax.set_xticks([])
        ax.set_yticks([height / 2, 1.5 * height + 1], ["given", "made"])
        ax.tick_params(length=0)
        ax.spines[:].set_visible(False)
        extents = (0, width, height, 0), (0, width, 2 * height + 1, height + 1)
        self.large = [self.move(_picture(ax, (height, width), extent)) for extent in extents]

    def _build_scores(self, ink, score):
        frames = np.arange(1, len(self.true) + 1)
        ink.set_title("Flicker: ink in each frame")
        ink.set_xlabel("frame")
        ink.set_ylabel("sum of all pixels")
        ink.set_xlim(0.5, len(frames) + 0.5)
        ink.set_xticks(frames[::3])
        level = self.true.sum(axis=(1, 2))
        ink.set_ylim(*self._ink_limits())
        ink.plot(frames, level, color=style.MUTED, linestyle=(0, (4, 3)), linewidth=1.6)
        ink.plot(frames, self.given[0].sum(axis=(1, 2)), "o", color=style.DATA, markersize=5)
        self.ink_made = self.move(ink.plot([], [], color=style.ACCENT)[0])
        self.ink_cursor = self.move(ink.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        score.set_title("Off the true clip")
        score.set_xlabel("weight λ of the second term")
        score.set_ylabel("root mean square error")
        score.set_xscale("symlog", linthresh=0.1)
        score.set_xlim(-0.01, 130)
        score.set_xticks([0, 0.1, 1, 10, 100], ["0", "0.1", "1", "10", "100"])
        score.minorticks_off()
        score.set_ylim(0, 1.12 * max(of[:, :, 0].max() for of in self.scores.values()))
        lines = []
        for name, of in self.scores.items():
            error = of[:, :, 0]
            score.fill_between(
                WEIGHTS, error.min(axis=1), error.max(axis=1), color=_LOOKS[name]["color"], alpha=0.2, linewidth=0
            )
            lines += score.plot(WEIGHTS, error.mean(axis=1), **_LOOKS[name])
        self.score_dot = self.move(score.plot([], [], "o", markersize=9, markeredgecolor="white")[0])
        self.score_cursor = self.move(score.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        names = [f"compared with {name}" for name in PAIRS]
        self.figure.legend(lines, names, loc="outside upper right", ncols=2, handlelength=3)

    def _ink_limits(self):
        ink = self.given[0].sum(axis=(1, 2))
        room = 0.08 * np.ptp(ink)
        return ink.min() - room, ink.max() + room

    def update(self, *, weight, frame, pair):
        self.weight, self.frame, self.pair = weight, int(frame), pair
        given = self.given[0]
        made = steadied(given, weight, PAIRS[pair])
        self.error, self.flicker = self._score(made)
        self.images[-1].set_data(_strip(made))
        for image, clip in zip(self.large, (given, made), strict=True):
            image.set_data(clip[self.frame - 1])
        left = (self.frame - 1) * (self.true.shape[2] + _GAP) - _GAP / 2
        right, low = left + self.true.shape[2] + _GAP, 3 * (self.high + _GAP) - _GAP / 2
        self.frame_box.set_data([left, right, right, left, left], [-_GAP / 2, -_GAP / 2, low, low, -_GAP / 2])
        frames = np.arange(1, len(made) + 1)
        self.ink_made.set_data(frames, made.sum(axis=(1, 2)))
        self.spread = float(given.sum(axis=(1, 2)).std()), float(made.sum(axis=(1, 2)).std())
        self.ink_made.set_color(_LOOKS[pair]["color"])
        self.ink_cursor.set_xdata([self.frame, self.frame])
        self.ink_now = float(given[self.frame - 1].sum()), float(made[self.frame - 1].sum())
        self.score_cursor.set_xdata([weight, weight])
        self.score_dot.set_data([weight], [self.error])
        self.score_dot.set_color(_LOOKS[pair]["color"])

    def describe(self):
        best = {name: WEIGHTS[int(of[:, :, 0].mean(axis=1).argmin())] for name, of in self.scores.items()}
        return (
            f"Above, {len(self.true)} frames of a digit that moves to the right, in three rows: true, given with noise "
            f"and a brightness that jumps, and made with weight λ = {self.weight:g} on the change to {self.pair} "
            f"in the "
            f"next frame. Below, frame {self.frame} large, given with {self.ink_now[0]:.1f} of ink and made with "
            f"{self.ink_now[1]:.1f}; the ink of each frame, whose standard deviation is {self.spread[0]:.2f} as given "
            f"and {self.spread[1]:.2f} as made; and the error over the weight, least at {best['the same pixel']:g} "
            f"for the same pixel and at {best['the pixel it moved to']:g} for the pixel it moved to. Error now "
            f"{self.error:.3f}, flicker {self.flicker:.3f}."
        )

    def readout(self):
        start = self.scores[self.pair][0, 0]
        return (
            f"λ = {self.weight:g}, {self.pair} · error {self.error:.3f} (given {start[0]:.3f}) · "
            f"flicker along the motion {self.flicker:.3f} (given {start[1]:.3f}) · frame {self.frame}: ink "
            f"{self.ink_now[1]:.1f} (given {self.ink_now[0]:.1f}, true {self.true[0].sum():.1f})"
        )


def _picture(ax, shape, extent):
    return ax.imshow(
        np.zeros(shape), cmap=_GREYS, vmin=-0.2, vmax=_TOP, extent=extent, interpolation="none", aspect="equal"
    )


def _strip(clip):
    """The frames side by side, with a white gap between."""
    padded = np.pad(clip, ((0, 0), (0, 0), (0, _GAP)), constant_values=-0.2)
    return np.concatenate(list(padded), axis=1)[:, :-_GAP]
