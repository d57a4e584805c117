"""One guess for everyone: what a constant costs under three losses, and where each cost is least."""

import numpy as np

from ..fitting import best_constant
from ..losses import absolute_error, arguments, pinball, squared_error
from . import style
from .ranges import sayable
from .scene import Scene

# Waiting times in minutes. Their number, 17, leaves no quantile in steps of 0.05 between two of them.
WAITED = np.array([1.0, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 11, 13, 16, 19, 24, 29])
QUANTILES = (0.05, 0.95)

_LOSSES = (squared_error, absolute_error, pinball)
_COLUMNS = 60  # targets nearer than a sixtieth of the strip are stacked
_REACH = 0.11  # half the length of a tangent, as a share of the axis


class BestConstantScene(Scene):
    """A strip of targets with a guess, and below it the guess's cost under squared, absolute and pinball loss."""

    title = "The best constant: mean, median or quantile"
    size = (800, 380)

    def __init__(self, y=None, quantity=None):
        self.quantity = quantity or ("waiting time in minutes" if y is None else "target y")
        y = arguments.as_array("y", WAITED if y is None else y).astype(float).ravel()
        arguments.finite("y", y)
        if (y == y[0]).all():
            raise ValueError(f"every y is {float(y[0]):g}: give targets that differ, for else every loss agrees")
        self.y = np.sort(y)
        self.low, self.high = sayable(y.min() - 0.02 * np.ptp(y), y.max() + 0.02 * np.ptp(y))
        self.mean, self.median = (best_constant(loss, self.y) for loss in (squared_error, absolute_error))
        self.corners = np.unique([self.low, *self.y, self.high])  # absolute and pinball cost are straight in between
        super().__init__()

    def build(self):
        strip, *self.panels = self._panels()
        self.cursors = [self._cursor(strip, linewidth=2)]
        self._build_strip(strip)
        self._build_costs()
        self.cursors += [self._cursor(ax, linewidth=1) for ax in self.panels]
        # A tangent with the cursor's dot at its middle, for one artist costs half as much as two.
        dot = {"marker": "o", "markersize": 9, "markevery": [1], "markerfacecolor": style.CURSOR}
        look = dot | {"markeredgecolor": "white", "color": style.ACCENT, "linewidth": 2.2}
        self.tangents = [self.move(ax.plot([], [], **look)[0]) for ax in self.panels]

    def _panels(self):
        grid = self.figure.add_gridspec(2, 3, height_ratios=(1, 2))
        panels = [self.figure.add_subplot(place) for place in (grid[0, :], grid[1, 0], grid[1, 1], grid[1, 2])]
        room = 0.015 * (self.high - self.low)
        for ax in panels:
            ax.set_xlim(self.low - room, self.high + room)
        return panels

    def _cursor(self, ax, linewidth):
        return self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=linewidth, linestyle=":"))

    def _build_strip(self, ax):
        column = np.round(_COLUMNS * (self.y - self.low) / (self.high - self.low))
        self.rows = np.arange(self.y.size) - np.searchsorted(column, column) + 0.7
        self.floor, self.row = self.rows.max() + 0.5, max(self.rows.max(), 2.4) / 3
        ax.set_title(f"Guess c for {self.y.size} targets y: dark ones lie left of it, light ones right")
        ax.set_xlabel(self.quantity)
        ax.set_ylim(0, self.floor + 3 * self.row)  # three names stand above the targets
        ax.set_yticks([])
        ax.grid(False)
        ax.spines["left"].set_visible(False)
        self._name(ax, self.mean, 2.5, "mean", style.of(squared_error))
        self._name(ax, self.median, 1.5, "median", style.of(absolute_error))
        size = min(8.0, max(3.0, 60 / self.rows.max()))
        dots = {"marker": "o", "markersize": size, "markeredgecolor": style.DATA, "linestyle": "none"}
        ax.plot(self.y, self.rows, color="white", zorder=3, **dots)
        pole = {"marker": "o", "markersize": 16, "markevery": [1], "markeredgecolor": "white", "linewidth": 2}
        self.pole = self.move(ax.plot([], [], **pole, **style.of(pinball))[0])
        # A glyph as a marker is a path made once; a moving text would be laid out and sent anew in each step.
        self.tau = self.move(ax.plot([], [], marker=r"$\tau$", markersize=8, color="white", markeredgewidth=0)[0])
        self.left_targets = self.move(ax.plot([], [], color=style.DATA, **dots)[0])

    def _name(self, ax, at, row, name, look):
        """A pole from the axis up to a name that stands in a row of its own."""
        height = self.floor + row * self.row
        ax.plot([at, at], [0, height + 0.4 * self.row], linewidth=2, **look)
        leftward = at > (self.low + self.high) / 2
        gap = 0.006 * (self.high - self.low)
        side = "right" if leftward else "left"
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}  # the other pole may pass behind the name
        x = at - gap if leftward else at + gap
        ax.text(x, height, name, color=look["color"], ha=side, va="center", bbox=box)

    def _build_costs(self):
        titles = ("Squared: least at the mean", "Absolute: least at the median", "Pinball: least at the τ-quantile")
        self.curves, self.least = [], []
        for ax, loss, title in zip(self.panels, _LOSSES, titles, strict=True):
            look = style.of(loss)
            ax.set_title(title, color=look["color"], fontsize=11.5)
            ax.set_xlabel("guess c")
            ends = [{name: end} for name in loss.tunables for end in QUANTILES] or [{}]
            ax.set_ylim(0, 1.06 * max(self._costs(loss, [self.low, self.high], **end).max() for end in ends))
            self.curves += ax.plot([], [], **look)
            self.least += ax.plot([], [], "D-", color=look["color"], linewidth=1.2, markersize=7, markevery=[0])
        self.panels[0].set_ylabel("cost J(c)")
        self._draw(0, np.linspace(self.low, self.high, 121), self.mean)
        self._draw(1, self.corners, self.median)
        self.move(self.curves[2])
        self.move(self.least[2])

    def _draw(self, place, guesses, best, **tunables):
        *costs, least = self._costs(_LOSSES[place], [*guesses, best], **tunables)
        self.curves[place].set_data(guesses, costs)
        self.least[place].set_data([best, best], [least, 0])

    def _costs(self, loss, guesses, **tunables):
        y_true, y_pred = np.broadcast_arrays(self.y, np.asarray(guesses)[:, None])
        return loss(y_true, y_pred, **tunables).mean(axis=1)

    def update(self, *, guess, quantile):
        self.guess, self.quantile = guess, quantile
        self.best = best_constant(pinball, self.y, quantile=quantile)
        self.costs, self.slopes = [], []
        for loss, tunables in zip(_LOSSES, ({}, {}, {"quantile": quantile}), strict=True):
            self.costs.append(float(loss(self.y, guess, **tunables).mean()))
            self.slopes.append(float(loss.gradient(self.y, guess, **tunables).mean()))
        self._draw(2, self.corners, self.best, quantile=quantile)
        height = self.floor + 0.5 * self.row
        self.pole.set_data([self.best, self.best], [0, height])
        self.tau.set_data([self.best], [height])
        left = self.y < guess
        self.left, self.right = int(left.sum()), int((self.y > guess).sum())
        self.left_targets.set_data(self.y[left], self.rows[left])
        reach = _REACH * (self.high - self.low)
        for tangent, cost, slope in zip(self.tangents, self.costs, self.slopes, strict=True):
            rise = reach * slope
            tangent.set_data([guess - reach, guess, guess + reach], [cost - rise, cost, cost + rise])
        for line in self.cursors:
            line.set_xdata([guess, guess])

    def describe(self):
        return (
            f"A strip of {self.y.size} targets with the guess c = {self.guess:g}, {self.left} of them left of it and "
            f"{self.right} right. Below, three curves of the cost over the guess: squared error, least at the mean "
            f"{self.mean:.4g}; absolute error, least at the median {self.median:.4g}; pinball loss, least at the "
            f"{self.quantile:g}-quantile {self.best:.4g}. At the guess they cost {self.costs[0]:.4g}, "
            f"{self.costs[1]:.4g} and {self.costs[2]:.4g}, with slopes {self.slopes[0]:+.3g}, {self.slopes[1]:+.3g} "
            f"and {self.slopes[2]:+.3g}."
        )

    def readout(self):
        counted = f"({self.left} left − {self.right} right) / {self.y.size} = {self.slopes[1]:+.3f}"
        return (
            f"guess c = {self.guess:g}, τ = {self.quantile:g} · squared: cost {self.costs[0]:.2f}, slope "
            f"{self.slopes[0]:+.2f} · absolute: cost {self.costs[1]:.3f}, slope {counted} · pinball: cost "
            f"{self.costs[2]:.3f}, slope {self.slopes[2]:+.3f}, least at {self.best:.4g}"
        )
