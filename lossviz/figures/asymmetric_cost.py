"""When to be back: a line fitted where too late costs more than too early, beside the line of least squares."""

import numpy as np

from ..fitting import least_squares, quantile_lines
from ..fitting.line import points
from ..losses import pinball, squared_error
from . import style
from .ranges import sayable
from .scene import Scene

RATIOS = np.arange(1.0, 20.25, 0.5)


def geyser_like():
    """70 short and long eruptions x in minutes and the waits y until the next one, made up from a seed."""
    rng = np.random.default_rng(8)
    x = np.where(rng.random(70) < 0.4, rng.normal(2.1, 0.3, 70), rng.normal(4.3, 0.4, 70))
    return x.round(2), (33 + 10.7 * x + rng.normal(0, 6, 70)).round()


class AsymmetricCostScene(Scene):
    """Waits with two lines that say when to be back; beside it, what a visit costs under each, over the cost ratio.

    A minute too early costs a minute, a minute too late `ratio` of them. `reach` is the range of the eruption that a
    slider picks. All lines are fitted here.
    """

    title = "When should you be back?"
    size = (800, 380)

    def __init__(self, x=None, y=None):
        self.x, self.y = geyser_like() if x is None else points(x, y)
        self.reach = sayable(self.x.min(), self.x.max())
        self.squares = least_squares(self.x, self.y)
        self.quantiles = 1 / (1 + RATIOS)
        self.lines = quantile_lines(self.x, self.y, self.quantiles)
        self.costs = {
            squared_error: [self._cost(self.squares, ratio) for ratio in RATIOS],
            pinball: [self._cost(line, ratio) for line, ratio in zip(self.lines, RATIOS, strict=True)],
        }
        self.missed_by_squares = self._missed(self.squares)
        super().__init__()

    def _cost(self, line, ratio):
        """The mean cost of a visit in minutes: pinball charges 1 − τ for late and τ for early, here r and 1."""
        return (1 + ratio) * float(pinball(self.y, line(self.x), quantile=1 / (1 + ratio)).mean())

    def _missed(self, line):
        return float((line.errors(self.x, self.y) > 1e-9).mean())  # two points lie on the line, up to rounding

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.3, 1))
        self._build_data(left)
        self._build_costs(right)
        labels = ["least squares: the mean wait", "least pinball loss at τ = 1/(1 + r)"]
        handles = [self.squares_line, self.line]
        self.figure.legend(handles, labels, loc="outside upper left", ncols=2, handlelength=3)

    def _build_data(self, ax):
        ax.set_title("Points in the shade: you come too late")
        ax.set_xlabel("the eruption lasted x (minutes)")
        ax.set_ylabel("the next one came after y (minutes)")
        wide, high = np.ptp(self.reach), np.ptp(self.y)
        ax.set_xlim(self.reach[0] - 0.03 * wide, self.reach[1] + 0.03 * wide)
        ax.set_ylim(self.y.min() - 0.1 * high, self.y.max() + 0.06 * high)
        self.ends, self.floor = np.array(ax.get_xlim()), ax.get_ylim()[0]
        ax.plot(self.x, self.y, "o", color=style.DATA, markersize=4.5, markeredgecolor="white", markeredgewidth=0.4)
        (self.squares_line,) = ax.plot(self.ends, self.squares(self.ends), **style.of(squared_error))
        look = style.of(pinball)
        self.shade = self.move(ax.fill([0, 1, 1], [0, 0, 1], color=style.ACCENT, alpha=0.13, linewidth=0)[0])
        self.line = self.move(ax.plot([], [], **look)[0])
        self.cursors = [self._cursor(ax)]
        colours = [style.of(squared_error)["color"], look["color"]]
        self.visits = self.move(ax.scatter([0.0] * 2, [0.0] * 2, s=70, c=colours, edgecolors="white"))

    def _build_costs(self, ax):
        ax.set_title("What a visit costs on average")
        ax.set_xlabel("cost ratio r: late to early")
        ax.set_ylabel("mean cost J (minutes)")
        ax.set_xlim(0, RATIOS[-1] + 0.5)
        ax.set_ylim(0, 1.06 * self.costs[squared_error][-1])
        for loss, costs in self.costs.items():
            ax.plot(RATIOS, costs, **style.of(loss))
        self.cursors.append(self._cursor(ax))
        colours = [style.of(loss)["color"] for loss in self.costs]
        self.dots = self.move(ax.scatter([0.0] * 2, [0.0] * 2, s=70, c=colours, edgecolors="white"))

    def _cursor(self, ax):
        return self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))

    def update(self, *, ratio, eruption):
        place = int(np.argmin(np.abs(RATIOS - ratio)))
        self.ratio, self.quantile, self.eruption = ratio, self.quantiles[place], eruption
        self.fit = self.lines[place]
        self.now = [costs[place] for costs in self.costs.values()]
        self.missed = self._missed(self.fit)
        self.back = [float(line(eruption)) for line in (self.squares, self.fit)]
        level = self.fit(self.ends)
        self.line.set_data(self.ends, level)
        self.shade.set_xy(np.column_stack([[*self.ends, *self.ends[::-1]], [*level, self.floor, self.floor]]))
        self.visits.set_offsets([(eruption, minutes) for minutes in self.back])
        self.dots.set_offsets([(ratio, cost) for cost in self.now])
        for line, at in zip(self.cursors, (eruption, ratio), strict=True):
            line.set_xdata([at, at])

    def describe(self):
        return (
            f"Left, {len(self.x)} eruptions: how long each lasted and the wait until the next. The line of least "
            f"squares says to be back {self.back[0]:.0f} minutes after an eruption of {self.eruption:g} minutes, the "
            f"line of least pinball loss at τ = {self.quantile:.2f} after {self.back[1]:.0f}; the part below that line "
            f"is shaded: there you come too late. Right, the mean cost of a visit over the ratio r of late to early "
            f"costs. At r = {self.ratio:g} it is {self.now[0]:.1f} minutes for least squares, which misses "
            f"{100 * self.missed_by_squares:.0f} percent of the starts, and {self.now[1]:.1f} for pinball, which "
            f"misses {100 * self.missed:.0f} percent."
        )

    def readout(self):
        return (
            f"r = {self.ratio:g}, so τ = 1/(1 + r) = {self.quantile:.3f} · after an eruption of {self.eruption:.1f} "
            f"min be back after {self.back[1]:.0f} min (least squares: {self.back[0]:.0f}) · too late for "
            f"{100 * self.missed:.0f} % of the eruptions ({100 * self.missed_by_squares:.0f} %) · mean cost "
            f"{self.now[1]:.1f} min ({self.now[0]:.1f})"
        )
