"""A line turned about the point of means: its signed errors cancel at every slope, their sizes do not."""

import numpy as np

from ..fitting import Line
from ..fitting.line import points
from ..losses import absolute_error, squared_error
from . import style
from .ranges import sayable
from .samples import around_a_line
from .scene import Scene

_SIGNED = {"color": style.ACCENT, "linestyle": "-"}
_ABOVE, _BELOW = style.PALETTE[5], style.PALETTE[6]  # the line is too high, too low


class SignedErrorsScene(Scene):
    """Points with a line through their means and its errors; beside it the mean of e, |e| and e² over the slope."""

    title = "Signed errors cancel at every slope"
    size = (800, 370)

    def __init__(self, x=None, y=None):
        self.x, self.y = around_a_line() if x is None else points(x, y)
        self.middle = self.x.mean(), self.y.mean()
        best = self.y.std() / self.x.std()
        self.slopes = sayable(-1.0 * best, 2.0 * best)
        self.raises = sayable(-0.25 * np.ptp(self.y), 0.25 * np.ptp(self.y))
        self.grid = np.linspace(*self.slopes, 61)
        super().__init__()

    def line(self, slope, raised):
        """The line of this slope through the point of means, raised by so much."""
        x, y = self.middle
        return Line(y + raised - slope * x, slope)

    def means(self, slopes, raised):
        """The means of e, of |e| and of e² for the line of each slope."""
        x, y = self.middle
        predicted = y + raised + np.reshape(slopes, (-1, 1)) * (self.x - x)
        targets = np.broadcast_to(self.y, predicted.shape)
        losses = predicted - targets, absolute_error(targets, predicted), squared_error(targets, predicted)
        return [each.mean(axis=1) for each in losses]

    def build(self):
        grid = self.figure.add_gridspec(3, 2, width_ratios=(1.2, 1))
        self._build_data(self.figure.add_subplot(grid[:, 0]))
        self.panels = [self.figure.add_subplot(grid[row, 1]) for row in range(3)]
        self._build_means()

    def _build_data(self, ax):
        ax.set_title("e = ŷ − y, from each point to the line")
        ax.set_xlabel("x")
        ax.set_ylabel("target y, prediction ŷ")
        room = 0.06 * np.ptp(self.x)
        self.ends = np.array([self.x.min() - room, self.x.max() + room])
        ax.set_xlim(*self.ends)
        corners = [self.line(slope, raised)(self.ends) for slope in self.slopes for raised in self.raises]
        low, high = min(self.y.min(), np.min(corners)), max(self.y.max(), np.max(corners))
        ax.set_ylim(low - 0.03 * (high - low), high + 0.16 * (high - low))
        words = {"transform": ax.transAxes, "va": "top"}
        ax.text(0.03, 0.985, "line above the point: e > 0", color=_ABOVE, **words)
        ax.text(0.97, 0.985, "below: e < 0", color=_BELOW, ha="right", **words)
        self.fitted = self.move(ax.plot([], [], color=style.INK, linewidth=2)[0])
        self.above = self.move(ax.plot([], [], color=_ABOVE, linewidth=3.2)[0])
        self.below = self.move(ax.plot([], [], color=_BELOW, linewidth=3.2, linestyle=(0, (2, 0.8)))[0])
        ax.plot(self.x, self.y, "o", color=style.DATA, markersize=7)
        ax.plot(*self.middle, "P", color="white", markeredgecolor=style.INK, markersize=11)

    def _build_means(self):
        titles = (
            "Mean of e: the same at every slope",
            "Mean of |e|: some slopes are better",
            "Mean of e²: one slope is best",
        )
        looks = (_SIGNED, style.of(absolute_error), style.of(squared_error))
        tops = np.max([self.means(self.slopes, raised) for raised in self.raises], axis=(0, 2))
        self.curves, self.dots, self.cursors = [], [], []
        for number, (ax, title, look) in enumerate(zip(self.panels, titles, looks, strict=True)):
            ax.set_title(title, color=look["color"], fontsize=11.5)
            room = 0.02 * (self.slopes[1] - self.slopes[0])  # for half a dot at the ends
            ax.set_xlim(self.slopes[0] - room, self.slopes[1] + room)
            ax.set_ylim(-1.25 * tops[0] if number == 0 else 0, 1.25 * tops[0] if number == 0 else 1.08 * tops[number])
            if number < 2:
                ax.tick_params(labelbottom=False)
            self.curves.append(self.move(ax.plot([], [], **look)[0]))
            self.cursors.append(self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")))
            dot = {"color": style.CURSOR, "markeredgecolor": "white", "markersize": 8}
            self.dots.append(self.move(ax.plot([], [], "o", **dot)[0]))
        self.panels[2].set_xlabel("slope of the line")

    def update(self, *, slope, raised):
        self.slope, self.raised = slope, raised
        self.now = [float(mean[0]) for mean in self.means(slope, raised)]
        line = self.line(slope, raised)
        predicted = line(self.x)
        self.fitted.set_data(self.ends, line(self.ends))
        for sticks, mine in ((self.above, predicted > self.y), (self.below, predicted < self.y)):
            gaps = np.full(mine.sum(), np.nan)
            across = np.column_stack([self.x[mine], self.x[mine], gaps]).ravel()
            sticks.set_data(across, np.column_stack([self.y[mine], predicted[mine], gaps]).ravel())
        self.e = predicted - self.y
        shown = self.curves, self.dots, self.cursors, self.means(self.grid, raised), self.now
        for curve, dot, cursor, heights, height in zip(*shown, strict=True):
            curve.set_data(self.grid, heights)
            dot.set_data([slope], [height])
            cursor.set_xdata([slope, slope])

    def describe(self):
        positive, negative = self._halves()
        return (
            f"Left, {self.x.size} points and a line of slope {self.slope:g} through the point of their means, raised "
            f"by {self.raised:g}, with its errors as vertical lengths: those above the points add up to "
            f"{positive:.2f}, those below to {negative:.2f}. Right, over the slope, the mean of e, now "
            f"{self._mean():.2f}; of |e|, now {self.now[1]:.3f}; and of e², now {self.now[2]:.3f}."
        )

    def readout(self):
        positive, negative = self._halves()
        return (
            f"slope {self.slope:g}, raised by {self.raised:g} · e: {positive:+.2f} − {abs(negative):.2f}, mean "
            f"{self._mean():.2f} · mean |e| {self.now[1]:.3f} · mean e² {self.now[2]:.3f}"
        )

    def _mean(self):
        return round(self.now[0], 2) + 0.0  # never −0.00

    def _halves(self):
        """The sums of the positive and of the negative errors."""
        return float(self.e[self.e > 0].sum()), float(self.e[self.e < 0].sum())
