"""A sum of two terms: cross-entropy and a penalty on the weights, and what λ trades between them."""

import numpy as np
from matplotlib.collections import LineCollection

from ..fitting import LinearModel, logistic_regression, regularised_logistic, standardised
from ..fitting.regularised import PENALTIES
from ..losses import binary_crossentropy_from_logits
from . import style
from .scene import Scene

NORMS = ("L1", "L2")
UNITS = ("nats", "bits")
LOG_LAMBDA = (-3.0, 0.0)
STEP = 0.1

_NATS = {"nats": 1.0, "bits": 1.0 / np.log(2)}  # how many of the unit a nat is
_SYMBOLS = {"L1": "R = Σ|w|", "L2": "R = ½ Σw²"}
_NEAR = 0.005  # of the panel: points of a path nearer to a straight line than this are not drawn


def six_inputs():
    """120 rows of six inputs, the first three of them alike, and labels that depend on four; from a seed."""
    rng = np.random.default_rng(2)
    x = rng.normal(size=(120, 6))
    x[:, 1:3] = x[:, :1] + 0.6 * x[:, 1:3]
    labels = (x @ [1.2, 0.6, 0.0, 1.0, -0.7, 0.0] + rng.logistic(size=120) > 0).astype(float)
    return x, labels, [f"input {number}" for number in range(1, 7)]


class ParetoScene(Scene):
    """The weights at one λ, their paths over λ, and the front: the least data cost for each amount of penalty.

    The inputs are standardised. All models are fitted here, for both penalties and both units of the data cost.
    """

    title = "Two terms in one cost: what λ trades"
    size = (800, 380)

    def __init__(self, x=None, labels=None, names=None):
        if x is None:
            x, labels, names = six_inputs()
        self.x, self.labels = standardised(x), np.asarray(labels, dtype=float)
        count = self.x.shape[1]
        self.names = [f"input {number}" for number in range(1, count + 1)] if names is None else list(names)
        if len(self.names) != count:
            raise ValueError(f"names has {len(self.names)} entries: give one for each of the {count} columns of x")
        self.lambdas = 10.0 ** np.linspace(*LOG_LAMBDA, round((LOG_LAMBDA[1] - LOG_LAMBDA[0]) / STEP) + 1)
        self.fits = {(norm, unit): self._fit(norm, _NATS[unit]) for norm in NORMS for unit in UNITS}
        super().__init__()

    def _fit(self, norm, per_nat):
        """Weights, data cost in nats and penalty at each λ; cost in another unit + λR has its least at λ / per_nat."""
        model = LinearModel(np.zeros(self.x.shape[1]), 0.0)
        rows = []
        for each in self.lambdas[::-1]:
            penalty = each / per_nat
            if norm == "L2":
                model = logistic_regression(self.x, self.labels, penalty=penalty)
            else:
                model = regularised_logistic(self.x, self.labels, penalty=penalty, norm=norm, start=model)
            cost = float(binary_crossentropy_from_logits(self.labels, model(self.x)).mean())
            rows.append((model.weights, cost, float(PENALTIES[norm][0](model.weights))))
        weights, costs, sizes = zip(*rows[::-1], strict=True)
        return np.array(weights) + 0.0, np.array(costs), np.array(sizes)  # + 0.0: nobody wants to read −0

    def build(self):
        bars, paths, front = self.figure.subplots(1, 3, width_ratios=(0.85, 1, 1.15))
        count = len(self.names)
        looks = [(style.PALETTE[i % len(style.PALETTE)], style.DASHES[i % len(style.DASHES)]) for i in range(count)]
        colours = [colour for colour, _ in looks]
        low, high = (pick([pick(weights) for weights, _, _ in self.fits.values()]) for pick in (np.min, np.max))
        room = 0.06 * (high - low)
        bars.set_title("The weights at this λ")
        bars.set_xlabel("weight w")
        bars.set_xlim(low - room, high + room)
        bars.set_ylim(count - 0.4, -0.6)
        bars.set_yticks(range(count), self.names)
        for label, colour in zip(bars.get_yticklabels(), colours, strict=True):
            label.set_color(colour)
        bars.tick_params(axis="y", length=0)
        bars.grid(axis="y", visible=False)
        bars.axvline(0, color=style.MUTED, linewidth=1)
        self.bars = self.move(_lines(bars, colors=colours, linewidths=0.5 * 240 / count))
        paths.set_title("Their way there")
        paths.set_xlabel("λ")
        paths.set_ylabel("weight w")
        paths.set_xscale("log")
        paths.set_xlim(0.9 * self.lambdas[0], 1.12 * self.lambdas[-1])
        paths.set_ylim(low - room, high + room)
        paths.axhline(0, color=style.MUTED, linewidth=1)
        along = np.linspace(0, 1, len(self.lambdas))
        self.drawn = {
            key: [np.column_stack([self.lambdas, path])[_bends(along, path / (high - low))] for path in weights.T]
            for key, (weights, _, _) in self.fits.items()
        }
        self.paths = self.move(_lines(paths, colors=colours, linestyles=[d for _, d in looks], linewidths=1.8))
        self.cursor = self.move(paths.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self._build_front(front)

    def _build_front(self, ax):
        ax.set_title("The front: its slope is −λ")
        ax.set_xlabel("penalty R: Σ|w| or ½ Σw²")
        ax.set_ylabel("data cost J (nats or bits)")
        sizes, costs = ([fit[place].max() for fit in self.fits.values()] for place in (2, 1))
        ax.set_xlim(-0.03 * max(sizes), 1.03 * max(sizes))
        ax.set_ylim(0, 1.05 * max(costs) * _NATS["bits"])
        self.front = self.move(ax.plot([], [], color=style.DATA)[0])
        self.tangent = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2.2)[0])
        self.dot = self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])
        self.reach = 0.2 * max(sizes)

    def update(self, *, log_lambda, norm, unit):
        place = round((log_lambda - LOG_LAMBDA[0]) / STEP)
        self.norm, self.unit, self.penalty = norm, unit, float(self.lambdas[place])
        weights, costs, sizes = self.fits[norm, unit]
        costs = costs * _NATS[unit]
        self.weights, self.cost, self.amount = weights[place], float(costs[place]), float(sizes[place])
        self.bars.set_segments([[(0.0, row), (weight, row)] for row, weight in enumerate(self.weights)])
        self.paths.set_segments(self.drawn[norm, unit])
        self.cursor.set_xdata([self.penalty, self.penalty])
        self.front.set_data(sizes, costs)
        rise = self.penalty * self.reach
        self.tangent.set_data(
            [self.amount - self.reach, self.amount + self.reach], [self.cost + rise, self.cost - rise]
        )
        self.dot.set_data([self.amount], [self.cost])

    def describe(self):
        listed = ", ".join(f"{name} {weight:+.2f}" for name, weight in zip(self.names, self.weights, strict=True))
        return (
            f"Left the weights at λ = {self.penalty:.3g} under the {self.norm} penalty: {listed}. Middle their paths "
            f"over λ. Right the least data cost in {self.unit} for each size of the penalty, falling from left to "
            f"right; at the dot the cost is {self.cost:.3f}, the penalty {self.amount:.2f}, and the front falls with "
            f"slope −{self.penalty:.3g}."
        )

    def readout(self):
        zeros = int((self.weights == 0).sum())
        total = self.cost + self.penalty * self.amount
        return (
            f"λ = {self.penalty:.3g} · data cost J = {self.cost:.3f} {self.unit}, penalty {_SYMBOLS[self.norm]} = "
            f"{self.amount:.2f}, together J + λR = {total:.3f} · {zeros} of {len(self.weights)} weights are 0"
        )


def _bends(x, y):
    """The places of the points that a polyline needs: without the others it stays within `_NEAR` of where it was."""
    away = np.abs(y - np.interp(x, x[[0, -1]], y[[0, -1]]))
    worst = int(np.argmax(away))
    if away[worst] <= _NEAR:
        return [0, len(x) - 1]
    return _bends(x[: worst + 1], y[: worst + 1])[:-1] + [worst + place for place in _bends(x[worst:], y[worst:])]


def _lines(ax, **look):
    return ax.add_collection(LineCollection([], **look), autolim=False)
