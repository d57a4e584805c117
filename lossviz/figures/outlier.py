"""One point dragged away, the lines that three losses fit, and how far each line follows."""

import numpy as np
from matplotlib.ticker import MaxNLocator

from ..fitting import huber_line, least_absolute, least_squares, median_absolute_deviation
from ..fitting.line import points
from ..losses import absolute_error, huber, squared_error
from . import style
from .above_zero import above_zero
from .ranges import sayable
from .samples import around_a_line
from .scene import Scene

NAMES = {squared_error: "MSE", absolute_error: "MAE", huber: "Huber"}
_NODES = 17
_ROOM = 0.06


class OutlierScene(Scene):
    """The data with one movable point and three fitted lines; beside it, each line's slope over the shift in y.

    `moving` is the place of the movable point in the data, that of the leftmost if None. From the data follow `reach_x`
    and `reach_y`, how far it may go, `deltas`, the range of δ, and `noise`, the noise scale of the other points.
    """

    title = "One point is dragged away: which lines follow?"
    size = (800, 370)

    def __init__(self, x=None, y=None, moving=None, xlabel="x", ylabel="target y"):
        self.labels = xlabel, ylabel
        self.x, self.y = around_a_line() if x is None else points(x, y)
        if moving is not None and moving not in range(len(self.x)):
            raise ValueError(f"moving must be the number of a point, 0 to {len(self.x) - 1}; got {moving!r}")
        self.place = int(np.argmin(self.x) if moving is None else moving)
        self.rest = points(np.delete(self.x, self.place), np.delete(self.y, self.place))
        self.clean = least_squares(*self.rest).slope
        self._set_ranges()
        self._slopes = {}
        super().__init__()

    def _set_ranges(self):
        high = np.ptp(self.y) or 1.0
        self.reach_x = sayable(0, 2.85 * np.ptp(self.x))
        self.reach_y = sayable(-0.65 * high, 2 * high)
        noise = median_absolute_deviation(least_absolute(*self.rest).errors(*self.rest))
        self.noise = max(noise, 0.02 * high)
        self.deltas = above_zero(8 * self.noise)
        self.shifts = np.linspace(*self.reach_y, _NODES)

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.25, 1))
        self._build_data(left)
        self._build_slopes(right)
        lines = [*self.lines.values(), self.without]
        labels = [f"least {loss.title.lower()} ({name})" for loss, name in list(NAMES.items())[:2]]
        labels += [f"least {huber.title}", "MSE without ◆"]
        self.figure.legend(lines, labels, loc="outside upper left", ncols=4, handlelength=2.6, columnspacing=1.4)

    def _build_data(self, ax):
        x, y, k = self.x, self.y, self.place
        ax.set_title("The lines of least mean loss")
        ax.set_xlabel(self.labels[0])
        ax.set_ylabel(self.labels[1])
        ax.set_xlim(*_padded([*x, *(x[k] + self.reach_x)]))
        ax.set_ylim(*_padded([*y, *(y[k] + self.reach_y)]))
        for axis in (ax.xaxis, ax.yaxis):
            axis.set_major_locator(MaxNLocator(7, steps=(1, 2, 5, 10)))
        self.ends = np.array(ax.get_xlim())
        ax.plot(*self.rest, "o", color=style.DATA, markersize=6)
        ax.plot(x[k], y[k], "D", color="none", markeredgecolor=style.MUTED, markersize=8)
        self.lines = {loss: self.move(ax.plot([], [], **style.of(loss))[0]) for loss in NAMES}
        self.way = self.move(ax.plot([], [], color=style.ACCENT, linewidth=1, linestyle=":")[0])
        self.point = self.move(
            ax.plot([], [], "D", color=style.DATA, markeredgecolor=style.ACCENT, markeredgewidth=2.4, markersize=9)[0]
        )

    def _build_slopes(self, ax):
        ax.set_title("Their slopes, as the point moves in y")
        ax.set_xlabel("shift of the ◆ point in y")
        ax.set_ylabel("slope of the line")
        ax.set_xlim(*_padded(self.reach_y))
        self.without = ax.axhline(self.clean, color=style.MUTED, linewidth=1)
        ends = [self._curves(shift_x, self.deltas[0]).values() for shift_x in self.reach_x]
        ax.set_ylim(*_padded([0.0, self.clean, *np.ravel([list(curves) for curves in ends])], 2 * _ROOM))
        self.curves = {loss: self.move(ax.plot([], [], **style.of(loss))[0]) for loss in NAMES}
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        colours = [style.of(loss)["color"] for loss in NAMES]
        self.dots = self.move(ax.scatter([0.0] * 3, [0.0] * 3, s=70, c=colours, edgecolors="white"))

    def _moved(self, shift_x, shift_y):
        x, y = self.x.copy(), self.y.copy()
        x[self.place] += shift_x
        y[self.place] += shift_y
        return x, y

    def _curves(self, shift_x, delta):
        """The slopes of each line at every node of the shift in y, kept while the sliders they depend on rest."""
        fits = {squared_error: (shift_x, least_squares), absolute_error: (shift_x, least_absolute)}
        for loss, (key, fit) in fits.items():
            if self._slopes.get(loss, (None,))[0] != key:
                self._slopes[loss] = key, [fit(*self._moved(shift_x, shift)).slope for shift in self.shifts]
        if self._slopes.get(huber, (None,))[0] != (shift_x, delta):
            line, slopes = None, []
            for shift in self.shifts:
                line = huber_line(*self._moved(shift_x, shift), delta, start=line)
                slopes.append(line.slope)
            self._slopes[huber] = (shift_x, delta), slopes
        return {loss: self._slopes[loss][1] for loss in NAMES}

    def update(self, *, shift_y, shift_x, delta):
        self.shift_y, self.shift_x, self.delta = shift_y, shift_x, delta
        x, y = self._moved(shift_x, shift_y)
        fits = least_squares(x, y), least_absolute(x, y), huber_line(x, y, delta)
        self.fits = dict(zip(NAMES, fits, strict=True))
        curves = self._curves(shift_x, delta)
        node = np.searchsorted(self.shifts, shift_y)
        shifts = np.insert(self.shifts, node, shift_y)
        for loss, line in self.fits.items():
            self.lines[loss].set_data(self.ends, line(self.ends))
            self.curves[loss].set_data(shifts, np.insert(curves[loss], node, line.slope))
        self.point.set_data([x[self.place]], [y[self.place]])
        self.way.set_data([self.x[self.place], x[self.place]], [self.y[self.place], y[self.place]])
        self.cursor.set_xdata([shift_y, shift_y])
        self.dots.set_offsets([(shift_y, line.slope) for line in fits])

    def describe(self):
        return (
            f"Left, {len(self.x)} points, one of them moved by {self.shift_x:g} in x and {self.shift_y:g} in y, with "
            f"the lines of least squared error, least absolute error and least Huber loss at δ = {self.delta:g}. "
            f"Right, the slope of each line over the shift in y. Slopes now: {self._slopes_in_words()}; least "
            f"squares without the point {self.clean:+.2f}."
        )

    def readout(self):
        return (
            f"◆ moved by {self.shift_y:+g} in y and {self.shift_x:+g} in x, δ = {self.delta:g} · slopes: "
            f"{self._slopes_in_words()} · MSE without ◆ {self.clean:+.2f}"
        )

    def _slopes_in_words(self):
        return ", ".join(f"{NAMES[loss]} {line.slope:+.2f}" for loss, line in self.fits.items())


def _padded(values, room=_ROOM):
    pad = room * np.ptp(values)
    return min(values) - pad, max(values) + pad
