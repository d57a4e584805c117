"""A loss on the bench: its curve, its slope, the constant it likes best and the line it fits, all at once."""

from dataclasses import dataclass

import numpy as np
from matplotlib.ticker import MaxNLocator

from ..fitting import least_absolute, least_squares, median_absolute_deviation
from ..fitting.line import Line, points
from ..fitting.search import LineSearch, NoBest, mean_losses, search_constant
from ..losses import absolute_error, squared_error
from ..losses.faults import said
from . import style
from .ranges import sayable
from .samples import with_wild_values
from .scene import Scene

_ERRORS = 161
_GUESSES = 121
_NOISES = 6  # the error axis reaches this many noise scales: ordinary errors in its middle, wild ones at its ends
_BESIDE = 0.12  # how far the constants tried go beyond the targets, as a share of their range
_NEAR = 1e-4  # so near to e = 0, as a share of the axis, the slope is read as well …
_ENDLESS = 4.0  # … and is called endless where it is so many times that of the rest
_REACH = 0.1  # half the length of a tangent, as a share of the axis
_RUNS_OFF = 6.0  # what is so many times its upper quartile is cut there
_SLIDER_ROOM = 4.0  # how far beyond the first curve the limits may go for the sake of the sliders' ends


class WorkbenchScene(Scene):
    """Four panels for one loss and one data set; `loss` is None where `trouble` says why there is none.

    Whatever the loss does wrong is said in `complaint`; the next update starts afresh.
    """

    size = (800, 500)

    def __init__(self, loss, x=None, y=None, xlabel="x", ylabel="target y", trouble=None):
        self.loss, self.trouble = loss, trouble
        self.title = f"{loss.title if loss else 'No loss yet'} on the bench"
        self.labels = xlabel, ylabel
        self.x, self.y = with_wild_values() if x is None else points(x, y)
        if (self.y == self.y[0]).all():
            raise ValueError(f"every y is {float(self.y[0]):g}: give targets that differ, for else every loss agrees")
        self.known = {squared_error: least_squares(self.x, self.y), absolute_error: least_absolute(self.x, self.y)}
        self.constants = {squared_error: float(self.y.mean()), absolute_error: float(np.median(self.y))}
        self.target = self.constants[absolute_error]  # a typical one, for losses that look at more than the error
        noise = median_absolute_deviation(self.known[absolute_error].errors(self.x, self.y)) or 0.1 * np.ptp(self.y)
        self.reach = sayable(-_NOISES * noise, _NOISES * noise)[1]
        self.errors = np.linspace(-self.reach, self.reach, _ERRORS)
        beside = _BESIDE * np.ptp(self.y)
        self.guesses = np.unique([*np.linspace(self.y.min() - beside, self.y.max() + beside, _GUESSES), *self.y])
        self.search = LineSearch(self.x, self.y)
        self.kept = None
        super().__init__()

    def build(self):
        (left, right), (guess, data) = self.figure.subplots(2, 2)
        self.panels = left, right, guess, data
        look = style.of(self.loss) if self.loss else style.OWN
        self._build_curves(left, right)
        self._build_costs(guess)
        self._build_data(data)
        self.curves = [self.move(ax.plot([], [], linewidth=3, **look)[0]) for ax in self.panels]
        pole = {"color": look["color"], "linewidth": 1.2, "marker": "D", "markersize": 8, "markevery": [0]}
        self.pole = self.move(guess.plot([], [], **pole)[0])
        self.tangent = self.move(left.plot([], [], color=style.ACCENT, linewidth=2.2)[0])
        self.stem = self.move(right.plot([], [], color=style.ACCENT, linewidth=3)[0])
        cursor = {"color": style.CURSOR, "linewidth": 1, "linestyle": ":"}
        self.cursors = [self.move(ax.axvline(np.nan, **cursor)) for ax in (left, right)]
        dot = {"markersize": 9, "markeredgecolor": "white", "color": style.CURSOR}
        self.dots = [self.move(ax.plot([], [], "o", **dot)[0]) for ax in (left, right)]
        own = self.loss.title if self.loss else "your loss"
        self.figure.legend(
            [self.curves[0], *self.thin.values()],
            [own, "squared error: mean, line", "absolute error: median, line"],
            loc="outside upper left",
            ncols=3,
            handlelength=3,
        )

    def _build_curves(self, left, right):
        room = 0.02 * self.reach
        for ax, title in ((left, "Loss ℓ: what an error costs"), (right, "Slope dℓ/dŷ: how hard it pulls")):
            ax.set_title(title)
            ax.set_xlabel("error e = ŷ − y")
            ax.set_xlim(-self.reach - room, self.reach + room)
            ax.axhline(0, color=style.MUTED, linewidth=1)
        right.axvline(0, color=style.MUTED, linewidth=0.8)
        curves = list(self._ends())
        for ax, drawn in zip((left, right), zip(*curves, strict=True) if curves else ([], []), strict=True):
            ax.set_ylim(*_limits(drawn))
            ax.xaxis.set_major_locator(MaxNLocator(7, steps=(1, 2, 5, 10)))

    def _ends(self):
        """Loss and slope as they start, then with each slider at its ends, as far as the loss can be computed."""
        tunables = self.loss.tunables if self.loss else {}
        start = {name: fact.default for name, fact in tunables.items()}
        sliders = {name: fact.slider for name, fact in tunables.items() if getattr(fact, "slider", None)}
        for values in [start, *(start | {name: end} for name, ends in sliders.items() for end in ends)]:
            try:
                yield self._read(self.errors, values)
            except Exception:  # a learner's loss may fail here; update says so
                continue

    def _read(self, errors, tunables):
        """Loss and slope at these errors around the typical target."""
        predictions = self.target + np.asarray(errors)
        targets = np.full(predictions.shape, self.target)
        slope = self.loss.gradient(targets, predictions, **tunables)  # its gradient_source then speaks of these
        return self.loss(targets, predictions, **tunables), slope

    def _build_costs(self, ax):
        ax.set_title("One guess for all targets: its cost J")
        ax.set_xlabel("guess c; ticks below: the targets y")
        ax.set_xlim(self.guesses[0], self.guesses[-1])
        ax.set_ylim(-0.12, 1.1)
        ax.set_yticks([0], ["least"])
        ax.plot(self.y, np.full(self.y.shape, -0.07), "|", color=style.DATA, markersize=8)
        self.thin = {}
        for loss, place in self.constants.items():
            (self.thin[loss],) = ax.plot([place, place], [0, 1.1], **style.of(loss) | {"linewidth": 1.5})

    def _build_data(self, ax):
        ax.set_title("The line of least cost")
        ax.set_xlabel(self.labels[0])
        ax.set_ylabel(self.labels[1])
        room_x, room_y = 0.04 * np.ptp(self.x), 0.08 * np.ptp(self.y)
        ax.set_xlim(self.x.min() - room_x, self.x.max() + room_x)
        ax.set_ylim(self.y.min() - room_y, self.y.max() + room_y)
        ax.xaxis.set_major_locator(MaxNLocator(6, steps=(1, 2, 5, 10)))
        ax.plot(self.x, self.y, "o", color=style.DATA, markersize=5 if self.x.size < 60 else 3)
        self.ends = np.array(ax.get_xlim())
        for loss, line in self.known.items():
            ax.plot(self.ends, line(self.ends), **style.of(loss) | {"linewidth": 1.5})

    def update(self, *, error, **tunables):
        self.cursor, self.tunables = error, tunables
        self.complaint, self.fit = self.trouble, None
        if self.loss is not None:
            try:
                near = _NEAR * self.reach
                losses, slopes = self._read([*self.errors, -near, near, error], tunables)
                self.fit = self._fitted(tunables)
            except Exception as fault:  # a learner's loss may raise anything
                self.complaint = said(fault)
        if self.fit is None:
            for line in self.moving:
                line.set_data([], [])
            return
        self.value, self.slope = float(losses[-1]), float(slopes[-1]) + 0.0  # no "-0"
        self._draw_curves(losses[:_ERRORS], slopes[:_ERRORS])
        self._draw_fit()
        faults = [_not_finite("loss", self.errors, losses[:_ERRORS])]
        faults += [_not_finite("slope", self.errors, slopes[:_ERRORS]) or self._endless(slopes), self.fit.fault]
        found = "; ".join(filter(None, faults))
        self.complaint = f"{found[0].upper()}{found[1:]}. {self._numbers()}" if found else None

    def _endless(self, slopes):
        """Whether the slope shoots up towards e = 0, between two places where the curve is computed; in words."""
        near = slopes[_ERRORS + 1]
        if not max(map(abs, slopes[_ERRORS : _ERRORS + 2])) > _ENDLESS * np.abs(slopes[:_ERRORS]).max():
            return None
        return f"the slope grows without end towards e = 0: it is {near:.4g} at e = {_NEAR * self.reach:.4g}"

    def _fitted(self, tunables):
        """What the loss makes of the data, kept while the cursor alone moves."""
        if self.kept is None or self.kept[0] != tunables:
            self.kept = tunables, _fit(self.loss, self.y, self.guesses, self.search, tunables)
        return self.kept[1]

    def _draw_curves(self, losses, slopes):
        error, reach = self.cursor, 2 * _REACH * self.reach
        rise = self.slope * reach if np.isfinite(self.slope) else np.nan
        tangent = [self.value - rise, self.value + rise]
        self.tangent.set_data([error - reach, error + reach], _within(self.panels[0], tangent))
        self.stem.set_data([error, error], _within(self.panels[1], [0, self.slope]))
        for place, (numbers, here) in enumerate(((losses, self.value), (slopes, self.slope))):
            self.curves[place].set_data(self.errors, _within(self.panels[place], numbers))
            self.dots[place].set_data([error], _within(self.panels[place], [here]))
            self.cursors[place].set_data([error, error], [0, 1])

    def _draw_fit(self):
        fit = self.fit
        self.curves[2].set_data(self.guesses, _heights(fit.costs))
        self.pole.set_data(*(([], []) if fit.constant is None else ([fit.constant] * 2, [0, 1.1])))
        self.curves[3].set_data(*(([], []) if fit.line is None else (self.ends, fit.line(self.ends))))

    def describe(self):
        if self.fit is None:
            return f"Four empty panels for a loss, and {self.x.size} points."
        return (
            f"Four panels. Above, {self.loss.title}{self._sliders()} over the error from {-self.reach:g} to "
            f"{self.reach:g}, and its slope. Below, the cost of one guess for all {self.y.size} targets, and the line "
            f"of least cost through the points, beside mean, median and the lines of squared and absolute error. "
            f"{self._numbers()}"
        )

    def readout(self):
        return "" if self.fit is None else self._numbers()

    def _sliders(self):
        return "".join(f", {name} = {value:g}" for name, value in self.tunables.items())

    def _numbers(self):
        fit, lines = self.fit, [line.slope for line in self.known.values()]
        mean, median = self.constants.values()
        parts = [f"error e = {self.cursor:g}{self._sliders()}: loss {self.value:.4g}, slope {self.slope:+.4g}"]
        if fit.constant is not None:
            parts.append(
                f"best constant {fit.constant:.4g} (mean {mean:.4g}, median {median:.4g}), cost {fit.least:.4g}"
            )
        if fit.line is not None:
            parts.append(f"line's slope {fit.line.slope:.3g} (squared {lines[0]:.3g}, absolute {lines[1]:.3g})")
        source = getattr(self.loss, "gradient_source", "")
        if source and "agree" not in source:
            parts.append(source.rstrip("."))
        return " · ".join(parts)


@dataclass(frozen=True)
class Fit:
    """What a loss makes of a data set; where there is no best constant or line, `fault` says why."""

    costs: np.ndarray
    constant: float | None = None
    least: float | None = None
    line: Line | None = None
    fault: str | None = None


def _fit(loss, y, guesses, search, tunables):
    costs = mean_losses(loss, y, np.broadcast_to(guesses[:, None], (guesses.size, y.size)), **tunables)
    try:
        constant, least = search_constant(loss, y, guesses, **tunables)
        line, _ = search(loss, **tunables)
    except NoBest as reason:
        return Fit(costs, fault=str(reason))
    return Fit(costs, constant, least, line)


def _not_finite(what, errors, numbers):
    """Where the numbers are none, in words; None where all is well."""
    bad = ~np.isfinite(numbers)
    if not bad.any():
        return None
    name = "not a number" if np.isnan(numbers[bad][0]) else "infinite"
    count = int(bad.sum())
    places = f"{count} of {errors.size} errors, first at" if count > 1 else "the error"
    return f"the {what} is {name} for {places} e = {errors[bad][0]:g}"


def _limits(curves):
    """Limits for several curves of which the first matters most; what runs off to infinity is cut."""
    finite = [curve[np.isfinite(curve)] for curve in curves]
    finite = [curve for curve in finite if curve.any()]
    if not finite:
        return -0.1, 1.0
    first = np.abs(finite[0])
    usual = _RUNS_OFF * np.quantile(first[first > 0], 0.75)  # a capped loss has slope 0 nearly everywhere
    cap = _SLIDER_ROOM * first.max() if first.max() <= usual else usual
    low, high = (np.clip(end, -cap, cap) for end in (min(map(np.min, finite)), max(map(np.max, finite))))
    low, high = min(low, 0.0), max(high, 0.0)
    room = 0.06 * (high - low)
    return low - room, high + room


def _within(ax, numbers):
    """The numbers for drawing: those far beyond the panel a panel's height beyond it, those that are none left out."""
    low, high = ax.get_ylim()
    numbers = np.asarray(numbers, dtype=float)
    return np.where(np.isfinite(numbers), np.clip(numbers, 2 * low - high, 2 * high - low), np.nan)


def _heights(costs):
    """The costs from 0, the least, to 1, the most shown: what matters is where the valley lies, not how high it is."""
    finite = costs[np.isfinite(costs)]
    if not finite.size:
        return np.full(costs.shape, np.nan)
    above = np.where(np.isfinite(costs), costs, np.nan) - finite.min()
    most = min(np.nanmax(above), _RUNS_OFF * np.nanquantile(above, 0.75) or np.nanmax(above)) or 1.0
    return np.minimum(above / most, 2.0)
