"""A noise level that is learned: the Gaussian likelihood of a band whose width changes along x."""

import numpy as np

from ..fitting.line import points
from ..fitting.noise import fit_noise
from ..losses import gaussian_nll
from . import style
from .ranges import sayable
from .scene import Scene

_AROUND_LEVEL = 0.7  # how far the sliders reach beyond the best values, in log variance
_AROUND_GROWTH = 0.5  # the same at the end of the data, half its width away from the middle
_GROWTHS, _PLACES = 61, 41


def spreading():
    """Sixty points around the line ŷ = 2 + 0.8x whose standard deviation grows fivefold from left to right."""
    rng = np.random.default_rng(7)
    x = np.linspace(0.1, 9.9, 60).round(1)
    return x, (2 + 0.8 * x + np.exp(0.16 * (x - 5)) * rng.normal(size=60)).round(2)


class NoiseLevelScene(Scene):
    """Data with a line and a band of ±2σ on the left, the mean negative log-likelihood over the band's growth right."""

    title = "A noise level that is learned"
    size = (800, 350)

    def __init__(self, x=None, y=None):
        self.x, self.y = spreading() if x is None else points(x, y)
        self.fit = fit_noise(self.x, self.y)
        self.line = self.fit.line(self.x)
        self.constant = float(np.log(np.mean((self.line - self.y) ** 2)))  # the best level where growth is 0
        self.best_constant = self._cost(self.constant, 0.0)
        self.best = self._cost(self.fit.level, self.fit.growth)
        half = np.ptp(self.x) / 2
        self.levels = sayable(self.fit.level - _AROUND_LEVEL, max(self.fit.level, self.constant) + _AROUND_LEVEL)
        reach = _AROUND_GROWTH / half
        self.growths = sayable(min(self.fit.growth, 0) - reach, max(self.fit.growth, 0) + reach)
        super().__init__()

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.25, 1))
        self.look = style.of(gaussian_nll)
        self._build_data(left)
        self._build_cost(right)

    def _build_data(self, ax):
        ax.set_title("Line ŷ and band ±2σ(x), with log σ² = a + b·(x − x̄)")
        ax.set_xlabel("x")
        ax.set_ylabel("target y, prediction ŷ")
        room = 0.03 * np.ptp(self.x)
        self.places = np.linspace(self.x.min() - room, self.x.max() + room, _PLACES)
        ax.set_xlim(self.places[0], self.places[-1])
        away = 1.25 * np.abs(self.y - self.line).max()
        ax.set_ylim(self.line.min() - away, self.line.max() + away)
        ax.plot(self.places, self.fit.line(self.places), color=self.look["color"])
        dots = {"marker": "o", "linestyle": "none", "markersize": 5.5, "markeredgecolor": style.DATA}
        ax.plot(self.x, self.y, color=style.DATA, **dots)
        self.band = self.move(ax.fill([0], [0], facecolor=(self.look["color"], 0.16), edgecolor=self.look["color"])[0])
        self.outside = self.move(ax.plot([], [], color="white", **dots)[0])

    def _build_cost(self, ax):
        ax.set_title("Cost J: mean Gaussian NLL over b")
        ax.set_xlabel("growth b of the log variance")
        room = 0.02 * (self.growths[1] - self.growths[0])
        ax.set_xlim(self.growths[0] - room, self.growths[1] + room)
        self.grid = np.linspace(*self.growths, _GROWTHS)
        away = self.grid[:, None] * (self.x - self.fit.middle)
        self.pairs = np.broadcast_arrays(self.y, self.line, away)
        highest = max(self._costs(level).max() for level in self.levels)
        height = highest - self.best
        ax.set_ylim(self.best - 0.18 * height, highest + 0.04 * height)
        ax.axvline(0, color=style.MUTED, linewidth=1)
        ax.axhline(self.best, color=style.MUTED, linewidth=1, linestyle=(0, (4, 3)))
        ax.plot(0, self.best_constant, "D", color="white", markeredgecolor=self.look["color"], markersize=7)
        # The curve is high on the side of 0 away from its least point, so the words stand on the other.
        side, at = ("left", room) if self.fit.growth > 0 else ("right", -room)
        words = {"color": style.MUTED, "va": "top", "ha": side}
        ax.text(at, highest, "b = 0: one σ for all,\n◇ least for those", **words)
        ax.text(at, self.best - 0.02 * height, "the least of all", **words)
        self.curve = self.move(ax.plot([], [], **self.look)[0])
        self.least = self.move(ax.plot([], [], "D", color=self.look["color"], markersize=7)[0])
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dot = self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])

    def _costs(self, level):
        """The mean loss at every growth of the grid."""
        y_true, y_pred, away = self.pairs
        return gaussian_nll(y_true, y_pred, variance=np.exp(level + away)).mean(axis=1)

    def _cost(self, level, growth):
        variance = np.exp(level + growth * (self.x - self.fit.middle))
        return float(gaussian_nll(self.y, self.line, variance=variance).mean())

    def update(self, *, growth, level):
        self.growth, self.level = growth, level
        self.cost = self._cost(level, growth)
        line = self.fit.line(self.places)
        wide = 2 * self._deviation(self.places)
        band = np.concatenate([line + wide, (line - wide)[::-1]])
        self.band.set_xy(np.column_stack([np.concatenate([self.places, self.places[::-1]]), band]))
        outside = np.abs(self.y - self.line) > 2 * self._deviation(self.x)
        self.inside = 100 * (1 - outside.mean())
        self.outside.set_data(self.x[outside], self.y[outside])
        self.curve.set_data(self.grid, self._costs(level))
        # x is measured from its mean, so the best growth is the same at every level.
        self.least.set_data([self.fit.growth], [self._cost(level, self.fit.growth)])
        self.cursor.set_xdata([growth, growth])
        self.dot.set_data([growth], [self.cost])

    def _deviation(self, x):
        return np.exp((self.level + self.growth * (x - self.fit.middle)) / 2)

    def describe(self):
        low, high = self._deviation(self.x.min()), self._deviation(self.x.max())
        return (
            f"Left, {self.x.size} points with their line and a band of ±2σ, where σ runs from {low:.3g} at the left to "
            f"{high:.3g} at the right; {self.inside:.0f} percent of the points lie inside. Right, the mean Gaussian "
            f"negative log-likelihood over the growth b for a = {self.level:g}: {self.cost:.4g} at "
            f"b = {self.growth:g}, least at b = {self.fit.growth:.3g}. Over all a and b the least is {self.best:.4g}; "
            f"with a constant variance it is {self.best_constant:.4g}."
        )

    def readout(self):
        return (
            f"a = {self.level:g}, so σ = {np.exp(self.level / 2):.2f} at the middle; b = {self.growth:g} · "
            f"mean NLL {self.cost:.3f} now, {self.best:.3f} at the best a = {self.fit.level:.2f} and "
            f"b = {self.fit.growth:.3g}, {self.best_constant:.3f} at the best constant variance · "
            f"{self.inside:.0f} % of the points inside ±2σ"
        )
