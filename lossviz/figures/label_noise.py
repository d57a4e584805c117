"""Cross-entropy and its bounded generalisation on labels of which some are wrong: what is learned from them."""

import numpy as np

from ..fitting import flipped, train_on_labels
from ..losses import categorical_crossentropy_from_logits, generalized_crossentropy
from . import style
from .scene import Scene

SHARES = np.arange(0.0, 0.65, 0.1)
POWERS = np.arange(0.0, 1.1, 0.25)
SEEDS = 3


def clouds(rng, count):
    """Four overlapping clouds of points in sixteen dimensions, `count` points in all, and the class of each."""
    middles = 2.4 * np.eye(4, 16)
    labels = np.arange(count) % 4
    return middles[labels] + rng.normal(size=(count, 16)), labels


class LabelNoiseScene(Scene):
    """Accuracy on clean held-out labels over the share of flipped training labels, and over q.

    `data` is (inputs, labels) to train on, `held_out` the same to test on. All models are trained here: one for each
    share of flipped labels, q and seed; `track` may wrap the values of q in a progress bar.
    """

    title = "Training on wrong labels"
    size = (800, 370)

    def __init__(self, data=None, held_out=None, rate=2.0, steps=120, track=iter):
        if data is None:
            rng = np.random.default_rng(4)
            data, held_out = clouds(rng, 60), clouds(rng, 600)
        (x, labels), self.held_out = data, held_out
        self.labels, self.classes = np.asarray(labels), int(np.max(labels)) + 1
        given = [[flipped(self.labels, share, self.classes, seed) for seed in range(SEEDS)] for share in SHARES]
        self.given = np.array(given)
        scores = [self._train(x, float(q), rate, steps) for q in track(POWERS)]
        self.accuracy, self.learned = (np.array(kind) for kind in zip(*scores, strict=True))  # (q, share, seed)
        super().__init__()

    def _train(self, x, q, rate, steps):
        """Accuracy on the held-out labels, and the share of the flipped labels that the model predicts as given."""
        columns = self.given.reshape(-1, len(self.labels)).T
        predict = train_on_labels(x, columns, q=q, rate=rate, steps=steps)
        inputs, truth = self.held_out
        right = (predict(inputs) == np.asarray(truth)[:, None]).mean(axis=0)
        flips = columns != self.labels[:, None]
        believed = ((predict(x) == columns) & flips).sum(axis=0) / np.maximum(flips.sum(axis=0), 1)
        return 100 * right.reshape(len(SHARES), SEEDS), 100 * believed.reshape(len(SHARES), SEEDS)

    def build(self):
        over_noise, over_q = self.figure.subplots(1, 2, sharey=True)
        low = 10 * np.floor(self.accuracy.min() / 10)
        over_noise.set_ylim(low, 100)
        over_noise.set_ylabel("right on clean held-out labels (percent)")
        self._name(
            over_noise, "More wrong labels: which line holds?", "flipped training labels (percent)", 100 * SHARES
        )
        self._name(over_q, "At this share: which q?", "q of the loss (1 − p^q)/q; 0 is cross-entropy", POWERS)
        look = style.of(categorical_crossentropy_from_logits)
        self._band(over_noise, look["color"]).set_xy(_around(100 * SHARES, self.accuracy[0]))
        (plain,) = over_noise.plot(100 * SHARES, self.accuracy[0].mean(axis=1), **look)
        look = style.of(generalized_crossentropy)
        self.bands = [self.move(self._band(ax, look["color"])) for ax in (over_noise, over_q)]
        self.lines = [self.move(ax.plot([], [], **look)[0]) for ax in (over_noise, over_q)]
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in (over_noise, over_q)
        ]
        colours = [plain.get_color(), look["color"]]
        self.dots = [
            self.move(ax.scatter([0.0] * 2, [0.0] * 2, s=70, c=colours, edgecolors="white"))
            for ax in (over_noise, over_q)
        ]
        names = ["cross-entropy", "generalised cross-entropy", f"band: from worst to best of {SEEDS} seeds"]
        band = self._band(over_noise, style.MUTED)
        self.figure.legend([plain, self.lines[0], band], names, loc="outside upper left", ncols=3, handlelength=3)

    def _name(self, ax, title, label, places):
        ax.set_title(title)
        ax.set_xlabel(label)
        room = 0.04 * places[-1]
        ax.set_xlim(-room, places[-1] + room)

    def _band(self, ax, colour):
        return ax.fill([np.nan], [np.nan], color=colour, alpha=0.18, linewidth=0)[0]

    def update(self, *, share, q):
        self.share, self.q = share, q
        at_share, at_q = (int(np.argmin(np.abs(every - one))) for every, one in ((100 * SHARES, share), (POWERS, q)))
        self.at = at_q, at_share
        drawn = ((100 * SHARES, self.accuracy[at_q]), (POWERS, self.accuracy[:, at_share]))
        for line, band, (places, accuracy) in zip(self.lines, self.bands, drawn, strict=True):
            line.set_data(places, accuracy.mean(axis=1))
            band.set_xy(_around(places, accuracy))
        plain, ours = (self.accuracy[place, at_share].mean() for place in (0, at_q))
        self.dots[0].set_offsets([(share, plain), (share, ours)])
        self.dots[1].set_offsets([(0.0, plain), (q, ours)])
        for line, at in zip(self.cursors, (share, q), strict=True):
            line.set_xdata([at, at])

    def _said(self, place):
        """Accuracy with its spread, and the share of wrong labels learned, at this q and the present share."""
        accuracy, learned = self.accuracy[place, self.at[1]], self.learned[place, self.at[1]].mean()
        spread = f"{accuracy.min():.0f} to {accuracy.max():.0f}"
        return accuracy.mean(), spread, learned

    def describe(self):
        (plain, spread, learned), (ours, our_spread, ours_learned) = (self._said(place) for place in (0, self.at[0]))
        return (
            f"Two panels with the accuracy on clean held-out labels of models trained on {len(self.labels)} examples. "
            f"Left over the share of flipped labels, for cross-entropy and for generalised cross-entropy at q = "
            f"{self.q:g}; right over q at {self.share:g} percent flipped. There cross-entropy is right for {plain:.0f} "
            f"percent ({spread} over {SEEDS} seeds) and predicts {learned:.0f} percent of the wrong labels as given; "
            f"generalised cross-entropy {ours:.0f} percent ({our_spread}) and {ours_learned:.0f} percent."
        )

    def readout(self):
        (plain, spread, learned), (ours, our_spread, ours_learned) = (self._said(place) for place in (0, self.at[0]))
        return (
            f"{self.share:g} % flipped, q = {self.q:g} · cross-entropy: {plain:.0f} % right ({spread}), takes over "
            f"{learned:.0f} % of the wrong labels · generalised: {ours:.0f} % right ({our_spread}), takes over "
            f"{ours_learned:.0f} %"
        )


def _around(places, numbers):
    """The corners of a band from the least to the greatest number at each place."""
    low, high = numbers.min(axis=1), numbers.max(axis=1)
    return np.column_stack([[*places, *places[::-1]], [*low, *high[::-1]]])
