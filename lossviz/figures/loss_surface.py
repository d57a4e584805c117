"""The cost of a line over its two numbers under three losses, and how gradient descent goes down."""

import numpy as np

from ..fitting import Line, cost, descend, huber_line, least_absolute, least_squares
from ..fitting.line import points
from ..losses import absolute_error, huber, squared_error
from . import style
from .above_zero import above_zero
from .samples import with_one_wild_value
from .scene import Scene

STEPS = 60
NAMES = {squared_error: "MSE", absolute_error: "MAE", huber: "Huber"}
_GRID = 41
_LEVELS = 9
_WIDE, _HIGH = 3.2, 2.9  # half the size of a panel, in the unit of the two parameters
_START = np.array([-2.3, -2.0])  # where descent begins, in that unit from the middle
_FAR = 30  # units: a path is drawn no farther, for a drawing cannot hold numbers such as 1e300
_DOTTED = 5  # every fifth step has a dot


class LossSurfaceScene(Scene):
    """Contours of the cost over intercept and slope, one panel for each loss, with the path of gradient descent.

    x is measured from its mean, so that intercept and slope do not get in each other's way. `rates` are learning rates
    to choose from, up to about twice that at which descent on the mean squared error no longer converges.
    """

    title = "The cost over intercept and slope, and the way down"
    size = (800, 350)

    def __init__(self, x=None, y=None, delta=1.0):
        x, self.y = with_one_wild_value() if x is None else points(x, y)
        self.x = x - x.mean()
        fits = least_squares(self.x, self.y), least_absolute(self.x, self.y), huber_line(self.x, self.y, delta)
        self.lowest = dict(zip(NAMES, fits, strict=True))
        self.tunables = {loss: {"delta": delta} if loss is huber else {} for loss in NAMES}
        self.least = {loss: self._cost(loss, (line.intercept, line.slope)) for loss, line in self.lowest.items()}
        fastest = 1 / max(1.0, np.mean(self.x**2))  # 2 over the largest curvature of the mean squared error
        self.rates = np.linspace(*above_zero(1.8 * fastest), 50)
        self.middle = np.mean([(line.intercept, line.slope) for line in fits], axis=0)
        # One unit for both parameters, so that descent leaves each contour at a right angle on the screen too.
        self.unit = 0.6 * (self.y.std() or 1.0) / np.sqrt(self.x.std())
        self.start = self.middle + _START * self.unit
        self.descents = self._descend(self.rates)
        super().__init__()

    def build(self):
        panels = self.figure.subplots(1, 3, sharex=True, sharey=True)
        panels[0].set_ylabel("slope")
        self.paths, self.dots = {}, {}
        for ax, loss in zip(panels, NAMES, strict=True):
            self._build_panel(ax, loss)
        self.figure.legend(
            [self.marks[1], self.marks[0], self.dots[huber], self.contours.legend_elements()[0][0]],
            ["start", "lowest cost", f"descent now (a small dot every {_DOTTED} steps)", "equal cost"],
            loc="outside upper left",
            ncols=4,
        )

    def _build_panel(self, ax, loss):
        look = style.of(loss)
        tuned = "".join(f", δ = {delta:g}" for delta in self.tunables[loss].values())
        ax.set_title(f"{loss.title}{tuned}", color=look["color"])
        ax.set_xlabel("intercept")
        ax.grid(False)
        ends = self.middle + self.unit * np.array([[-_WIDE, -_HIGH], [_WIDE, _HIGH]])
        ax.set_xlim(*ends[:, 0])
        ax.set_ylim(*ends[:, 1])
        self._build_contours(ax, loss, ends)
        lowest = self.lowest[loss]
        self.marks = [
            *ax.plot(lowest.intercept, lowest.slope, "+", color=style.INK, markersize=13, markeredgewidth=2),
            *ax.plot(*self.start, "s", color="white", markeredgecolor=style.INK, markersize=7),
        ]
        self.paths[loss] = self.move(
            ax.plot([], [], "o-", color=look["color"], linewidth=1.4, markersize=5, markevery=(_DOTTED, _DOTTED))[0]
        )
        self.dots[loss] = self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])

    def _build_contours(self, ax, loss, ends):
        """Contours about equally far apart on the way from the lowest place to the start and on."""
        intercepts, slopes = (np.linspace(*pair, _GRID) for pair in ends.T)
        costs = self._costs(loss, intercepts[:, None], slopes[:, None, None])
        lowest = np.array([self.lowest[loss].intercept, self.lowest[loss].slope])
        way = lowest + np.linspace(0, 1.7, _LEVELS + 1)[1:, None] * (self.start - lowest)
        levels = np.unique(self._costs(loss, way[:, :1], way[:, 1:]))
        self.contours = ax.contour(
            intercepts, slopes, costs, levels=levels, colors=style.MUTED, linewidths=0.7, alpha=0.6
        )

    def _costs(self, loss, intercepts, slopes):
        """Mean losses for parameters whose last axis has length 1."""
        predictions = intercepts + slopes * self.x
        return loss(np.broadcast_to(self.y, predictions.shape), predictions, **self.tunables[loss]).mean(axis=-1)

    def _cost(self, loss, place):
        with np.errstate(over="ignore"):
            return cost(loss, Line(*place), self.x, self.y, **self.tunables[loss])

    def _descend(self, rates):
        """The paths of all steps from the start, for each loss: arrays of steps, rates and the two parameters."""
        start = np.broadcast_to(self.start, (len(rates), 2))

        def gradient(places):
            predictions = places[:, :1] + places[:, 1:] * self.x
            pull = loss.gradient(np.broadcast_to(self.y, predictions.shape), predictions, **self.tunables[loss])
            return np.column_stack([pull.mean(axis=1), (pull * self.x).mean(axis=1)])

        paths = {}
        for loss in NAMES:
            paths[loss] = descend(gradient, start, rates[:, None], STEPS)
        return paths

    def _paths(self, rate):
        """The path of each loss at this rate: computed beforehand where the slider has the rate."""
        place = int(np.argmin(np.abs(self.rates - rate)))
        if np.isclose(self.rates[place], rate):
            return {loss: paths[:, place] for loss, paths in self.descents.items()}
        return {loss: paths[:, 0] for loss, paths in self._descend(np.array([rate])).items()}

    def update(self, *, step, rate):
        self.step, self.rate = int(step), rate
        self.places, self.costs = {}, {}
        for loss, path in self._paths(rate).items():
            gone = path[: self.step + 1]
            self.places[loss] = gone[-1]
            self.costs[loss] = self._cost(loss, gone[-1])
            far = ~(np.abs(gone - self.middle) < _FAR * self.unit).all(axis=1)
            self.paths[loss].set_data(*gone[: np.argmax(far) if far.any() else None].T)
            self.dots[loss].set_data(*gone[len(gone) if far.any() else -1 :].T)

    def describe(self):
        return (
            "Three panels of contours over intercept and slope of a line: mean squared error, mean absolute error and "
            "mean Huber loss, each with its lowest place marked and the path of gradient descent from the same start. "
            f"After {self.step} steps at learning rate {self.rate:g}: {self._in_words()}."
        )

    def readout(self):
        return f"after {self.step} steps at rate {self.rate:g} · {self._in_words()}"

    def _in_words(self):
        return " · ".join(f"{name}: {self._place_in_words(loss)}" for loss, name in NAMES.items())

    def _place_in_words(self, loss):
        intercept, slope = self.places[loss]
        if not abs(intercept) + abs(slope) < 1e6:
            return "has flown off"
        return f"ŷ = {intercept:.3g} {slope:+.3g}x, cost {self.costs[loss]:.4g} (least {self.least[loss]:.4g})"
