"""Choosing Huber's δ on data: the line at δ, and a scan of the error on points left out."""

import numpy as np

from ..fitting import huber_line, least_absolute, least_squares, median_absolute_deviation
from ..fitting.line import points
from ..losses import absolute_error, huber, squared_error
from . import style
from .samples import with_wild_values
from .scene import Scene

STEP = 0.05  # of log₁₀ δ: twenty steps for each factor of ten
RULE = 1.345  # times the noise scale: for Gaussian noise the fit keeps 95 % of the mean's efficiency


class DeltaScanScene(Scene):
    """Data with the Huber line and its band of ±δ; beside it, the median error on points left out over δ.

    `reach` is the range of log₁₀ δ, `rule` the δ that the rule of thumb gives. All fits of the scan are done here.
    """

    title = "Choosing δ: what the line does, and what it costs to find out"
    size = (800, 370)

    def __init__(self, x=None, y=None, xlabel="x", ylabel="target y"):
        self.labels = xlabel, ylabel
        self.x, self.y = with_wild_values() if x is None else points(x, y)
        self.squares, self.absolute = least_squares(self.x, self.y), least_absolute(self.x, self.y)
        wild = np.abs(self.absolute.errors(self.x, self.y))
        least = 1e-6 * (np.ptp(self.y) or 1.0)  # points on a line leave no noise, and the slider needs a range still
        self.noise = max(median_absolute_deviation(self.absolute.errors(self.x, self.y)), least)
        self.rule = RULE * self.noise
        low, high = np.log10(self.rule) - 1.5, np.log10(max(wild.max(), 10 * self.rule))
        self.reach = float(np.floor(10 * low) / 10), float(np.ceil(10 * high) / 10)
        self._scan()
        super().__init__()

    def _scan(self):
        """The median error on points left out one at a time, at each position of the slider and for both limits."""
        count = round((self.reach[1] - self.reach[0]) / STEP) + 1
        self.deltas = 10 ** np.linspace(*self.reach, count)
        errors = np.empty((count, len(self.x)))
        limits = np.empty((2, len(self.x)))
        for left_out in range(len(self.x)):
            x, y = np.delete(self.x, left_out), np.delete(self.y, left_out)
            lines = [least_squares(x, y), least_absolute(x, y)]
            limits[:, left_out] = [line(self.x[left_out]) for line in lines]
            line = lines[0]
            for place in reversed(range(count)):
                line = huber_line(x, y, self.deltas[place], start=line)
                errors[place, left_out] = line(self.x[left_out])
        self.left_out = np.median(np.abs(errors - self.y), axis=1)
        self.limits = np.median(np.abs(limits - self.y), axis=1)
        self.fits = errors.size

    def build(self):
        left, right = self.figure.subplots(1, 2)
        self._build_data(left)
        self._build_scan(right)
        handles = [self.line, self.both[squared_error], self.both[absolute_error]]
        labels = ["Huber at δ, with its band ±δ", "MSE (δ → ∞)", "MAE (δ → 0)"]
        self.figure.legend(handles, labels, loc="outside upper left", ncols=3, handlelength=2.6)

    def _build_data(self, ax):
        ax.set_title("Hollow points, outside ±δ, pull no harder")
        ax.set_xlabel(self.labels[0])
        ax.set_ylabel(self.labels[1])
        ax.plot(self.x, self.y, "o", color=style.DATA, markersize=6, zorder=3)
        ax.set_ylim(ax.get_ylim())
        ax.set_xlim(ax.get_xlim())
        self.ends = np.array(ax.get_xlim())
        self.both = {
            loss: ax.plot(self.ends, line(self.ends), **style.of(loss) | {"linewidth": 1.6})[0]
            for loss, line in ((squared_error, self.squares), (absolute_error, self.absolute))
        }
        look = style.of(huber)
        self.band = self.move(ax.fill([0, 1, 1], [0, 0, 1], color=look["color"], alpha=0.14, linewidth=0)[0])
        self.line = self.move(ax.plot([], [], **look)[0])
        self.outside = self.move(
            ax.plot([], [], "o", color="white", markeredgecolor=style.DATA, markeredgewidth=1.4, markersize=6)[0]
        )

    def _build_scan(self, ax):
        ax.set_title("Median error on points left out")
        ax.set_xlabel("δ")
        ax.set_ylabel("median |e| of the point left out")
        ax.set_xscale("log")
        ax.xaxis.set_major_formatter("{x:g}")
        ax.set_xlim(self.deltas[0], self.deltas[-1])
        ax.set_ylim(0, 1.12 * max(*self.left_out, *self.limits, self.noise))
        for loss, limit in zip(self.both, self.limits, strict=True):
            ax.axhline(limit, **style.of(loss) | {"linewidth": 1.6})
        ax.plot(self.deltas, self.left_out, color=style.of(huber)["color"])
        ax.axvline(self.rule, color=style.MUTED, linewidth=1.2)
        ax.annotate(
            f"rule of thumb:\n{RULE} × noise",
            (self.rule, 0.6),
            xycoords=ax.get_xaxis_transform(),
            xytext=(-6, 0),
            textcoords="offset points",
            ha="right",
            color=style.MUTED,
        )
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dot = self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])

    def update(self, *, log_delta):
        self.delta = 10**log_delta
        self.fit = huber_line(self.x, self.y, self.delta)
        self.beyond = np.abs(self.fit.errors(self.x, self.y)) > self.delta
        self.error = np.interp(log_delta, np.log10(self.deltas), self.left_out)
        level = self.fit(self.ends)
        self.line.set_data(self.ends, level)
        band = np.concatenate([level - self.delta, (level + self.delta)[::-1]])
        self.band.set_xy(np.column_stack([np.concatenate([self.ends, self.ends[::-1]]), band]))
        self.outside.set_data(self.x[self.beyond], self.y[self.beyond])
        self.cursor.set_xdata([self.delta, self.delta])
        self.dot.set_data([self.delta], [self.error])

    def describe(self):
        return (
            f"Left, {len(self.x)} points with the Huber line at δ = {self.delta:.3g}, slope {self.fit.slope:.3g}, and "
            f"a band of ±δ around it; {self.beyond.sum()} points lie outside. Right, the median error on a point left "
            f"out, over δ: {self.error:.3g} here, {self.limits[0]:.3g} for MSE and {self.limits[1]:.3g} for MAE. The "
            f"rule of thumb, {RULE} times the noise scale {self.noise:.3g}, gives δ = {self.rule:.3g}."
        )

    def readout(self):
        return (
            f"δ = {self.delta:.3g} (rule of thumb {self.rule:.3g}) · slope {self.fit.slope:.3f} · {self.beyond.sum()} "
            f"of {len(self.x)} points outside ±δ · median error on a point left out {self.error:.3g} · the scan took "
            f"{self.fits} fits"
        )
