"""Gradient descent on one parameter: the way down a cost curve, and the learning rate beyond which it goes up."""

import numpy as np

from ..fitting import descend
from ..fitting.line import points
from ..losses import squared_error
from . import style
from .above_zero import above_zero
from .scene import Scene

STEPS = 25
_REACH = 2.6  # how far to each side of the lowest place the curve is drawn
_FAR = 50.0  # a path is drawn no farther than that from the lowest place
_DECADES = 4  # how far above the lowest cost the right panel reaches, in powers of ten


def bamboo():
    """Seven made-up pandas: weight x in 100 kg, and bamboo eaten in a day y in 10 kg."""
    return np.array([0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3]), np.array([1.5, 1.4, 1.9, 2.1, 2.0, 2.5, 2.5])


class GradientDescentScene(Scene):
    """The cost of ŷ = w · x over w with a path of gradient descent, and the cost after each step.

    `critical` is the learning rate at which descent stops getting anywhere: 2 over the curvature of the cost.
    """

    title = "Gradient descent on one parameter"
    size = (800, 360)

    def __init__(self, x=None, y=None):
        self.x, self.y = bamboo() if x is None else points(x, y)
        self.best = float(self.x @ self.y / (self.x @ self.x))
        self.least = self.cost(self.best)
        self.critical = float(1 / np.mean(self.x**2))  # the curvature of mean (w x − y)² is 2 mean x²
        self.rates = above_zero(1.05 * self.critical)
        self.starts = round(self.best - _REACH, 1) + 0.1, round(self.best + _REACH, 1) - 0.1
        super().__init__()

    def cost(self, weight):
        """The mean squared error of ŷ = w · x; of one weight, or of each in an array."""
        predicted = np.multiply.outer(weight, self.x)
        return squared_error(np.broadcast_to(self.y, predicted.shape), predicted).mean(axis=-1)

    def slope(self, weight):
        """The slope dJ/dw: by the chain rule the mean of x · dℓ/dŷ."""
        return (squared_error.gradient(self.y, weight * self.x) * self.x).mean()

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.15, 1))
        look = style.of(squared_error)
        weights = np.linspace(self.best - _REACH, self.best + _REACH, 121)
        costs = self.cost(weights)
        left.set_title("The cost J(w), and the way that descent takes")
        left.set_xlabel("parameter w")
        left.set_ylabel("cost J")
        left.set_xlim(weights[0], weights[-1])
        left.set_ylim(-0.06 * costs.max(), 1.02 * costs.max())
        left.plot(weights, costs, **look)
        left.plot(self.best, self.least, "+", color=style.INK, markersize=13, markeredgewidth=2)
        right.set_title(f"The cost after each step (critical rate {self.critical:.2f})")
        right.set_xlabel("step")
        right.set_ylabel("cost J, by powers of ten")
        right.set_xlim(-0.6, STEPS + 0.6)
        right.set_yscale("log")
        right.set_ylim(0.4 * self.least, 10**_DECADES * self.least)
        right.axhline(self.least, color=style.MUTED, linewidth=1.2, linestyle=(0, (4, 3)))
        right.text(STEPS, 0.92 * self.least, "the least possible", color=style.MUTED, ha="right", va="top")
        path = {"color": style.ACCENT, "linewidth": 1.3, "marker": "o", "markersize": 4.5}
        self.paths = [self.move(ax.plot([], [], **path)[0]) for ax in (left, right)]
        self.tangent = self.move(left.plot([], [], color=style.ACCENT, linewidth=3)[0])
        dot = {"color": style.CURSOR, "markeredgecolor": "white", "markersize": 10}
        self.dots = [self.move(ax.plot([], [], "o", **dot)[0]) for ax in (left, right)]

    def update(self, *, rate, step, start):
        self.rate, self.step = rate, int(step)
        path = descend(self.slope, start, rate, self.step)
        self.weight = float(path[-1])
        self.slope_here = float(self.slope(self.weight))
        costs = self.cost(path)
        self.now = float(costs[-1])
        far = np.abs(path - self.best) > _FAR
        stay = int(np.argmax(far)) if far.any() else len(path)
        shown = path[:stay], costs[:stay]
        self.paths[0].set_data(*shown)
        self.paths[1].set_data(np.arange(stay), shown[1])
        last = slice(len(path) - 1, stay)  # empty where descent has flown off
        self.dots[0].set_data(path[last], costs[last])
        self.dots[1].set_data(np.arange(len(path))[last], costs[last])
        reach = 0.35 / np.hypot(1, 0.3 * self.slope_here)
        ends = np.array([-reach, reach])
        near = abs(self.weight - self.best) < _REACH
        self.tangent.set_data(self.weight + ends[: 2 * near], self.now + self.slope_here * ends[: 2 * near])

    def describe(self):
        return (
            f"Left, the mean squared error over the parameter w, least {self.least:.3f} at w = {self.best:.2f}, with "
            f"the path of gradient descent. Right, the cost after each step on an axis of powers of ten. At learning "
            f"rate {self.rate:g}, {self._against_critical()}, after {self.step} steps: {self._here()}."
        )

    def readout(self):
        moved = -self.rate * self.slope_here
        return (
            f"rate {self.rate:g}, {self._against_critical()} · after {self.step} steps {self._here()} · next step "
            f"−rate · slope = {moved:+.3g}"
        )

    def _against_critical(self):
        side = "below" if self.rate < self.critical else "above"
        return f"{side} the critical {self.critical:.2f}"

    def _here(self):
        return f"w = {self.weight:.4g}, cost {self.now:.4g}, slope {self.slope_here:+.3g}"
