"""Walking along a name: what each character costs, the mean on the way, and what padding does to it."""

import numpy as np

from ..losses import sparse_categorical_crossentropy
from . import style
from .bigram import END, LETTERS, OUTCOMES, START, Rows, pairs, probabilities
from .scene import Scene

SMOOTHINGS = tuple(
    round(step * 10.0**power, 4) for power in (-2, -1, 0) for step in (1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8)
)
MEANS = {"characters": False, "characters and padding": True}
_NAMES = (
    "hydrogen helium lithium beryllium boron carbon nitrogen oxygen fluorine neon sodium magnesium aluminium silicon "
    "phosphorus sulfur chlorine argon potassium calcium scandium titanium vanadium chromium manganese iron cobalt "
    "nickel copper zinc gallium germanium arsenic selenium bromine krypton"
)
_EVERY = 5  # every fifth name is held out
_TO_COME = "#c9d0d8"
_WIDE = 730  # points, about: the width of the panels


def _few(names, held_out):
    """Held-out names from the shortest to the longest, and one name from training."""
    by_length = sorted(held_out, key=len)
    places = np.linspace(0, len(by_length) - 1, min(4, len(by_length))).round().astype(int)
    return (*(by_length[place] for place in places), next(name for name in names if name not in held_out))


class SequenceScene(Scene):
    """One name with the loss of each character and the running mean; what was expected next; perplexity over k.

    `names` are of letters a to z; every fifth is held out from counting. `shown` are those to choose from.
    """

    title = "Along a name, character by character"
    size = (800, 480)

    def __init__(self, names=None, shown=None):
        self.names = tuple(names or _NAMES.split())
        self.held_out = self.names[_EVERY - 1 :: _EVERY]
        self.shown = tuple(shown or _few(self.names, self.held_out))
        for name in self.shown:
            if name not in self.names:
                raise ValueError(f"shown holds {name!r}, which is not among the names")
        self.length = max(map(len, self.names)) + 1
        parts = {"training": [name for name in self.names if name not in self.held_out], "held out": self.held_out}
        self.parts = {key: Rows.of(part, self.length) for key, part in parts.items()}
        counts = pairs(self.parts["training"])
        self.tables = {k: probabilities(counts, k) for k in SMOOTHINGS}
        self.walks = {name: Rows.of([name], self.length) for name in self.shown}
        self.losses = {(name, k): self.walks[name].losses(self.tables[k])[0] for name in self.shown for k in SMOOTHINGS}
        self.perplexities = {}
        for key, rows in self.parts.items():
            losses = [rows.losses(self.tables[k]) for k in SMOOTHINGS]
            for padding in (False, True):
                self.perplexities[key, padding] = [np.exp(rows.chosen(each, padding).mean()) for each in losses]
        super().__init__()

    def build(self):
        grid = self.figure.add_gridspec(3, 2, width_ratios=(1.5, 1), height_ratios=(1.1, 0.52, 1))
        self.colour = style.of(sparse_categorical_crossentropy)["color"]
        walk = self.figure.add_subplot(grid[0, :])
        self._build_walk(walk)
        self._build_names(self.figure.add_subplot(grid[1, :], sharex=walk))
        self._build_expected(self.figure.add_subplot(grid[2, 0]))
        self._build_perplexity(self.figure.add_subplot(grid[2, 1]))

    def _build_walk(self, ax):
        ax.set_title("Loss of each character, −log p (bars), and the mean so far (line)")
        ax.set_ylabel("loss ℓ (nats)")
        ax.set_xlim(0.4, self.length + 2.4)
        ax.set_ylim(0, 1.08 * max(each.max() for each in self.losses.values()))
        ax.tick_params(axis="x", length=0, labelbottom=False)
        ax.grid(axis="x", visible=False)
        ax.axhline(np.log(OUTCOMES), color=style.MUTED, linewidth=1, linestyle=(0, (4, 3)))
        words = f"ln {OUTCOMES}: no\nknowledge"
        ax.text(self.length + 2.35, np.log(OUTCOMES) + 0.15, words, color=style.MUTED, ha="right", size=10.5)
        looks = {"to come": _TO_COME, "gone": self.colour, "padding": style.ACCENT}
        width = 0.6 * _WIDE / (self.length + 2)
        self.bars = {key: self._sticks(ax, colour, width) for key, colour in looks.items()}
        self.mean = self.move(ax.plot([], [], color=style.INK, marker="o", markersize=5, linewidth=1.8)[0])

    def _build_names(self, ax):
        """The names to choose from, one below the other, each letter below its bar."""
        ax.set_axis_off()
        ax.set_ylim(len(self.shown) - 0.4, -0.6)
        for row, name in enumerate(self.shown):
            for place in range(self.length):
                inside = place < len(name)
                sign, colour = (name[place], style.INK) if inside else ("·", style.MUTED)
                ax.text(place + 1, row, sign, color=colour, ha="center", va="center")
            words = "held out" if name in self.held_out else "training"
            ax.text(self.length + 2.35, row, words, color=style.MUTED, ha="right", va="center", size=10.5)
        self.row_box, self.place_box = (
            self.move(ax.plot([], [], color=style.CURSOR, linewidth=width, solid_joinstyle="miter")[0])
            for width in (1, 2.4)
        )

    def _build_expected(self, ax):
        ax.set_title("p of each next character (● the one that comes)")
        ax.set_ylabel("probability p")
        ax.set_xlim(-0.8, OUTCOMES - 0.2)
        ax.set_ylim(0, 1.06)
        ax.set_xticks(range(OUTCOMES), f"{LETTERS}·")
        ax.tick_params(axis="x", length=0)
        ax.grid(axis="x", visible=False)
        looks = {"others": style.MUTED, "true": self.colour}
        self.expected = {key: self._sticks(ax, colour, 0.45 * _WIDE / OUTCOMES) for key, colour in looks.items()}
        self.expected["true"].set(marker="o", markersize=8, markeredgecolor="white", markevery=[1])

    def _sticks(self, ax, colour, width):
        return self.move(ax.plot([], [], color=colour, linewidth=width, solid_capstyle="butt")[0])

    def _build_perplexity(self, ax):
        ax.set_title("Perplexity of all names")
        ax.set_xlabel("smoothing k (log scale)")
        self.at = np.log10(SMOOTHINGS)
        ax.set_xlim(self.at[0] - 0.1, self.at[-1] + 0.1)
        ax.set_xticks([-2, -1, 0], ["0.01", "0.1", "1"])
        ax.set_ylim(0, 1.45 * max(map(max, self.perplexities.values())))
        looks = {"held out": "-", "training": style.DASHES[1]}
        self.lines = {
            key: self.move(ax.plot([], [], color=self.colour, linestyle=dashes)[0]) for key, dashes in looks.items()
        }
        ax.legend(self.lines.values(), self.lines, loc="upper left", ncols=2, handlelength=2, columnspacing=1.2)
        self.now = self.move(ax.plot([], [], "o", color=style.CURSOR, markersize=8, markeredgecolor="white")[0])

    def update(self, *, position, smoothing, name, mean):
        self.name, self.smoothing, self.padding = name, smoothing, MEANS[mean]
        rows = self.walks[name]
        real = int(rows.mask.sum())
        self.place = min(int(position), self.length if self.padding else real) - 1
        self.token, self.before = rows.tokens[0, self.place], rows.before[0, self.place]
        losses = self.losses[name, smoothing]
        self.row = self.tables[smoothing][self.before]
        self._update_walk(losses, real)
        others = np.arange(OUTCOMES) != self.token
        _stand(self.expected["others"], np.flatnonzero(others), self.row[others])
        _stand(self.expected["true"], [self.token], [self.row[self.token]])
        k = SMOOTHINGS.index(smoothing)
        for key, line in self.lines.items():
            line.set_data(self.at, self.perplexities[key, self.padding])
        self.now.set_data([self.at[k]] * 2, [self.perplexities[key, self.padding][k] for key in self.lines])

    def _update_walk(self, losses, real):
        shown = self.length if self.padding else real
        along = np.arange(1, shown + 1)
        gone, padding = along <= self.place + 1, along > real
        for key, chosen in (("to come", ~gone), ("gone", gone & ~padding), ("padding", gone & padding)):
            _stand(self.bars[key], along[chosen], losses[:shown][chosen])
        self.loss = losses[self.place]
        self.so_far = np.cumsum(losses)[: self.place + 1] / along[: self.place + 1]
        self.mean.set_data(along[: self.place + 1], self.so_far)
        row = self.shown.index(self.name)
        self.row_box.set_data(*_box(0.5, shown + 0.5, row))
        self.place_box.set_data(*_box(self.place + 0.6, self.place + 1.4, row))

    def describe(self):
        return (
            f"Above, the name {self.name} with a bar for the loss of each character and a line for the mean so far, "
            f"over {'characters and padding' if self.padding else 'its characters and its end'}. Below left, the "
            f"probability of each next character; below right, perplexity of training and held-out names over the "
            f"smoothing k. {self._in_words()}."
        )

    def readout(self):
        return self._in_words()

    def _in_words(self):
        part = "held out" if self.name in self.held_out else "training"
        sign = "padding" if self.before == END else "the end" if self.token == END else LETTERS[self.token]
        before = "the start" if self.before == START else "the end" if self.before == END else LETTERS[self.before]
        k = SMOOTHINGS.index(self.smoothing)
        every = ", ".join(f"{key} {self.perplexities[key, self.padding][k]:.2f}" for key in self.lines)
        counted = "characters and padding" if self.padding else "characters"
        return (
            f"{self.name} ({part}), k = {self.smoothing:g} · {self.place + 1}: {sign} after {before} has p = "
            f"{self.row[self.token]:.3f} and costs {self.loss:.2f} · mean so far {self.so_far[-1]:.2f}, perplexity "
            f"{np.exp(self.so_far[-1]):.2f} · perplexity over the {counted} of all names: {every}"
        )


def _stand(line, x, heights):
    """Give a thick line with gaps the shape of bars, which is faster to draw than bars."""
    x, heights = np.asarray(x, dtype=float), np.asarray(heights)
    gap = np.full(len(x), np.nan)
    line.set_data(np.column_stack([x, x, gap]).ravel(), np.column_stack([0 * x, heights, gap]).ravel())


def _box(left, right, row):
    return [left, right, right, left, left], [row - 0.48, row - 0.48, row + 0.48, row + 0.48, row - 0.48]
