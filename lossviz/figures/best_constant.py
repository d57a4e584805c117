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
        self.corners = np.unique([self.low, *self.y, self.high])  # absolute and pinball cost are straight in between
        super().__init__()

    def build(self):
        strip, *self.panels = self._panels()
        self._build_strip(strip)
        self._build_costs()
        widths = (2, 1, 1, 1)
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=width, linestyle=":"))
            for ax, width in zip((strip, *self.panels), widths, strict=True)
        ]
        self.dots = [
            self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])
            for ax in self.panels
        ]

    def _panels(self):
        grid = self.figure.add_gridspec(2, 3, height_ratios=(1, 2))
        panels = [self.figure.add_subplot(place) for place in (grid[0, :], grid[1, 0], grid[1, 1], grid[1, 2])]
        for ax in panels:
            ax.set_xlim(self.low, self.high)
        return panels

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
        for row, loss, name in ((2.5, squared_error, "mean"), (1.5, absolute_error, "median")):
            self._name(ax, best_constant(loss, self.y), row, name, style.of(loss))
        look = style.of(pinball)
        self.pole = self.move(ax.plot([], [], linewidth=2, **look)[0])
        badge = {"marker": "o", "markersize": 16, "color": look["color"], "markeredgecolor": "white"}
        # A glyph as a marker is a path made once; a moving text would be laid out and sent anew in each step.
        glyph = {"marker": r"$\tau$", "markersize": 8, "color": "white", "markeredgewidth": 0}
        self.badges = [self.move(ax.plot([], [], **marker)[0]) for marker in (badge, glyph)]
        dots = {"marker": "o", "markersize": 8, "markeredgecolor": style.DATA, "linestyle": "none"}
        self.right_targets = self.move(ax.plot([], [], color="white", **dots)[0])
        self.left_targets = self.move(ax.plot([], [], color=style.DATA, **dots)[0])

    def _name(self, ax, at, row, name, look):
        """A pole from the axis up to a name that stands in a row of its own."""
        height = self.floor + row * self.row
        ax.plot([at, at], [0, height + 0.4 * self.row], linewidth=2, **look)
        leftward = at > (self.low + self.high) / 2
        gap = 0.006 * (self.high - self.low)
        side = "right" if leftward else "left"
        ax.text(at - gap if leftward else at + gap, height, name, color=look["color"], ha=side, va="center")

    def _build_costs(self):
        titles = ("Squared: least at the mean", "Absolute: least at the median", "Pinball: least at the τ-quantile")
        smooth = np.linspace(self.low, self.high, 121)
        self.curves, self.least = [], []
        for ax, loss, title in zip(self.panels, _LOSSES, titles, strict=True):
            look = style.of(loss)
            ax.set_title(title, color=look["color"], fontsize=11.5)
            ax.set_xlabel("guess c")
            ax.set_ylim(0, 1.06 * self._highest(loss))
            self.curves += ax.plot([], [], **look)
            self.least += ax.plot([], [], "D-", color=look["color"], linewidth=1.2, markersize=7, markevery=[0])
        self.panels[0].set_ylabel("cost J(c)")
        for place, grid in enumerate((smooth, self.corners)):
            self._draw(place, grid, best_constant(_LOSSES[place], self.y))
        self.move(self.curves[2])
        self.move(self.least[2])
        self.tangents = [self.move(ax.plot([], [], color=style.ACCENT, linewidth=2.2)[0]) for ax in self.panels]

    def _highest(self, loss):
        ends = [{name: end} for name in loss.tunables for end in QUANTILES] or [{}]
        return max(self._costs(loss, [self.low, self.high], **tunables).max() for tunables in ends)

    def _draw(self, place, grid, best, **tunables):
        loss = _LOSSES[place]
        self.curves[place].set_data(grid, self._costs(loss, grid, **tunables))
        self.least[place].set_data([best, best], [self._costs(loss, [best], **tunables)[0], 0])

    def _costs(self, loss, guesses, **tunables):
        return loss(*self._pairs(guesses), **tunables).mean(axis=1)

    def _slope(self, loss, guess, **tunables):
        return float(loss.gradient(*self._pairs([guess]), **tunables).mean())

    def _pairs(self, guesses):
        """Every guess beside every target: the two arguments of a loss, a row for each guess."""
        return np.broadcast_arrays(self.y, np.asarray(guesses)[:, None])

    def update(self, *, guess, quantile):
        tunables = ({}, {}, {"quantile": quantile})
        self.guess, self.quantile = guess, quantile
        self.best = best_constant(pinball, self.y, quantile=quantile)
        self.costs = [float(self._costs(loss, [guess], **t)[0]) for loss, t in zip(_LOSSES, tunables, strict=True)]
        self.slopes = [self._slope(loss, guess, **t) for loss, t in zip(_LOSSES, tunables, strict=True)]
        self._draw(2, self.corners, self.best, quantile=quantile)
        height = self.floor + 0.5 * self.row
        self.pole.set_data([self.best, self.best], [0, height])
        for badge in self.badges:
            badge.set_data([self.best], [height])
        left = self.y < guess
        self.left, self.right = int(left.sum()), int((self.y > guess).sum())
        self.left_targets.set_data(self.y[left], self.rows[left])
        self.right_targets.set_data(self.y[~left], self.rows[~left])
        reach = _REACH * (self.high - self.low)
        for dot, tangent, cost, slope in zip(self.dots, self.tangents, self.costs, self.slopes, strict=True):
            dot.set_data([guess], [cost])
            tangent.set_data([guess - reach, guess + reach], [cost - reach * slope, cost + reach * slope])
        for line in self.cursors:
            line.set_xdata([guess, guess])

    def describe(self):
        mean, median = (best_constant(loss, self.y) for loss in _LOSSES[:2])
        return (
            f"A strip of {self.y.size} targets with the guess c = {self.guess:g}, {self.left} of them left of it and "
            f"{self.right} right. Below, three curves of the cost over the guess: squared error, least at the mean "
            f"{mean:.4g}; absolute error, least at the median {median:.4g}; pinball loss, least at the "
            f"{self.quantile:g}-quantile {self.best:.4g}. At the guess they cost {self.costs[0]:.4g}, "
            f"{self.costs[1]:.4g} and {self.costs[2]:.4g}, with slopes {self.slopes[0]:+.3g}, {self.slopes[1]:+.3g} "
            f"and {self.slopes[2]:+.3g}."
        )

    def readout(self):
        counted = f"({self.left} left − {self.right} right) / {self.y.size} = {self.slopes[1]:+.3f}"
        return (
            f"guess c = {self.guess:g} · squared: cost {self.costs[0]:.2f}, slope {self.slopes[0]:+.2f} · "
            f"absolute: cost {self.costs[1]:.3f}, slope {counted} · "
            f"pinball: cost {self.costs[2]:.3f}, slope {self.slopes[2]:+.3f}, least at {self.best:.4g}"
        )
