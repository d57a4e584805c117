"""Three GANs at play on a line: fakes on the loss that the discriminator has learned, and how far they are off."""

import numpy as np

from ..fitting.adversaries import DATA, WAYS, play
from ..losses import sigmoid
from . import style
from .gan_slopes import look
from .scene import Scene

EVERY = 5
_FAKES = np.linspace(-2, 2, 13)  # the noise of the fakes that are drawn
_PLACES = np.linspace(-5, 6, 89)
_ARROW = 1.8  # how long an arrow is, in places, for a pull of 1
_SHORTEST, _LONGEST = 0.12, 3.0


class GanTrainingScene(Scene):
    """Fakes on the curve of what the generator pays at each place; the distance from fakes to data over the steps.

    `path` holds the states of the three games after each step, as `lossviz.fitting.adversaries.play` gives them; they
    are played here where none is given.
    """

    title = "A loss that is learned: three GANs on a line"
    size = (800, 390)

    def __init__(self, path=None):
        self.path = play() if path is None else path
        self.distance = np.array([state.distance() for state in self.path[::EVERY]])  # (snapshot, way, seed)
        super().__init__()

    @property
    def steps(self):
        """How many steps were played."""
        return len(self.path) - 1

    @property
    def seeds(self):
        """How many games of each way."""
        return self.distance.shape[2]

    def build(self):
        play_ground, progress = self.figure.subplots(1, 2, width_ratios=(1.35, 1))
        self._build_ground(play_ground)
        self._build_progress(progress)

    def _build_ground(self, ax):
        ax.set_title("What a fake costs at each place, as learned so far")
        ax.set_xlabel("place x of a number")
        ax.set_ylabel("loss ℓ of the generator at x")
        ax.set_xlim(_PLACES[0], _PLACES[-1])
        ax.set_ylim(-9.4, 9.4)
        hill = -9.4 + 3.2 * np.exp(-(((_PLACES - DATA.mean) / DATA.stdev) ** 2) / 2)
        ax.fill_between(_PLACES, -9.4, hill, color=style.MUTED, alpha=0.35, linewidth=0)
        ax.text(DATA.mean, -9.1, "data", ha="center", va="bottom")
        self.curve = self.move(ax.plot([], [], color=style.INK, linewidth=2)[0])
        self.pulls = self.move(
            ax.quiver(
                *np.zeros((4, len(_FAKES))), angles="xy", scale_units="xy", scale=1, width=0.005, color=style.ACCENT
            )
        )
        self.fakes = self.move(
            ax.plot([], [], "o", color=style.ACCENT, markersize=8, markeredgecolor="white", linestyle="none")[0]
        )
        self.figure.legend([self.fakes], ["fakes, each with its pull"], loc="outside upper left")

    def _build_progress(self, ax):
        ax.set_title("How far the fakes are from the data")
        ax.set_xlabel("step of the generator")
        ax.set_ylabel("mean distance to the data")
        ax.set_xlim(-0.02 * self.steps, 1.02 * self.steps)
        ax.set_ylim(0, 1.1 * self.distance[0].max())
        at = np.arange(0, self.steps + 1, EVERY)
        lines = []
        for place, way in enumerate(WAYS):
            of_way = self.distance[:, place]
            colour = look(way)["color"]
            ax.fill_between(at, of_way.min(axis=1), of_way.max(axis=1), color=colour, alpha=0.18, linewidth=0)
            lines += ax.plot(at, of_way.mean(axis=1), **look(way))
        self.figure.legend(lines, list(WAYS), loc="outside upper right", ncols=3, handlelength=3)
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dot = self.move(ax.plot([], [], "o", markersize=10, markeredgecolor="white")[0])

    def update(self, *, step, way, seed):
        self.step, self.way, self.seed = int(step), way, int(seed)
        at = list(WAYS).index(way), self.seed - 1
        state = self.path[self.step]
        x = state.fakes(_FAKES)[at]
        everywhere, on_fakes, slopes = self._seen(state, at, x)
        cost = WAYS[way].cost
        self.curve.set_data(_PLACES, cost(everywhere))
        self.curve.set_color(look(way)["color"])
        self.fakes.set_data(x, cost(on_fakes))
        pull = -WAYS[way].generator(on_fakes) * slopes
        self.pulls.set_offsets(np.column_stack([x, cost(on_fakes)]))
        self.pulls.set_UVC(_lengths(pull), np.zeros_like(pull))
        self.pull = float(np.abs(pull).mean())
        self.judged = float((on_fakes if WAYS[way].clipped else sigmoid(on_fakes)).mean())
        self.now = float(state.distance()[at])
        self.numbers = float(state.mean[at]), abs(float(state.deviation[at]))
        self.cursor.set_xdata([self.step, self.step])
        self.dot.set_data([self.step], [self.now])
        self.dot.set_color(look(way)["color"])

    def _seen(self, state, at, x):
        """The judge's outputs along the axis and on the fakes, and its slopes on the fakes, in one game."""
        count = len(_PLACES)
        both = np.concatenate([_PLACES, x])
        outputs = state.output(both)[at]
        return outputs[:count], outputs[count:], state.slope(x)[at]

    def _judgement(self):
        if WAYS[self.way].clipped:
            return f"the critic's mean score of the fakes is {self.judged:.2f}"
        return f"mean D of the fakes is {self.judged:.2g}"

    def describe(self):
        mean, deviation = self.numbers
        return (
            f"Left, over the place x from −5 to 6, what the generator pays in the {self.way} game after {self.step} "
            f"steps, with 13 fakes on that curve, each with an arrow as long as its pull, {self.pull:.3g} on average; "
            f"a grey hill marks the data around {DATA.mean:g}. The fakes have mean {mean:.2f} and standard deviation "
            f"{deviation:.2f}; {self._judgement()}. Right, the mean distance from fakes to data over {self.steps} "
            f"steps for three ways, with bands over {self.seeds} seeds; in this game it is {self.now:.2f}. After "
            f"{self.step} steps: {self._all_ways()}."
        )

    def _all_ways(self):
        row = self.distance[self.step // EVERY]
        return ", ".join(f"{way} {of.min():.1f} to {of.max():.1f}" for way, of in zip(WAYS, row, strict=True))

    def readout(self):
        mean, deviation = self.numbers
        return (
            f"{self.way}, step {self.step}, seed {self.seed} · fakes: mean {mean:.2f}, deviation {deviation:.2f} "
            f"(data {DATA.mean:g} and {DATA.stdev:g}) · {self._judgement()}, mean pull {self.pull:.3g} · distance "
            f"{self.now:.2f}"
        )


def _lengths(pull):
    """Arrows for the pulls, none too long for the picture, and none where one would be shorter than its own head."""
    length = np.clip(_ARROW * pull, -_LONGEST, _LONGEST)
    return np.where(np.abs(length) < _SHORTEST, 0.0, length)
