"""Two training runs through a sigmoid from the same wrong start: under squared error and under cross-entropy."""

import numpy as np

from ..fitting import LinearModel, train_linear
from ..losses import binary_crossentropy, sigmoid, squared_error
from . import style
from .scene import Scene

BIASES = (-8.0, 0.0)
BIAS_STEP = 0.25
STEPS = 150
RATE = 1.0
NAMES = {squared_error: "squared error", binary_crossentropy: "cross-entropy"}

# The two examples in the middle stand on the wrong side, so that the best probabilities are not 0 and 1.
X = np.array([-3.0, -2.25, -1.5, -1.0, -0.5, 0.5, 1.0, 1.5, 2.25, 3.0])
Y = np.array([0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0])
_REACH = 3.4  # of the axis of inputs
_LOGITS = 10.5
_ROOM = 0.06  # above 1 and below 0, for the dots


def slope_in_logit(loss, y_true, z):
    """dℓ/dz of a loss of probabilities after a sigmoid, by the chain rule: dℓ/dp · σ′(z), with σ′ = p (1 − p).

    Parameters
    ----------
    loss : Loss
        `squared_error` or `binary_crossentropy`.
    y_true : array_like of 0 and 1
        Labels y.
    z : array_like
        Logits; where σ(z) rounds to 0 or 1, cross-entropy has no slope in p left to multiply.

    Returns
    -------
    ndarray

    Examples
    --------
    >>> z = np.array([-6.0, 0.0, 6.0])
    >>> slope_in_logit(squared_error, np.ones(3), z).round(4)
    array([-0.0049, -0.25  , -0.    ])
    >>> slope_in_logit(binary_crossentropy, np.ones(3), z).round(4)
    array([-0.9975, -0.5   , -0.0025])
    """
    p = sigmoid(z)
    return loss.gradient(np.broadcast_to(y_true, p.shape), p) * p * (1 - p)


class SaturationScene(Scene):
    """The two models over the data; the squared error of both over the steps; and how hard each example pulls."""

    title = "A wrong start: squared error after a sigmoid stands still, cross-entropy learns"
    size = (800, 360)

    def __init__(self):
        self.biases = np.linspace(*BIASES, round((BIASES[1] - BIASES[0]) / BIAS_STEP) + 1)
        self.runs = self._train(self.biases)
        super().__init__()

    def _train(self, biases):
        """Weights, biases and costs of both runs: each of shape (steps + 1, starts), every start trained at once."""
        runs = {}
        for loss in NAMES:
            start = LinearModel(np.zeros((1, len(biases))), np.array(biases))
            path = train_linear(
                X[:, None],
                lambda z, loss=loss: slope_in_logit(loss, Y[:, None], z),
                start=start,
                rate=RATE,
                steps=STEPS,
            )
            p = sigmoid(np.array([model(X[:, None]) for model in path]))
            costs = squared_error(np.broadcast_to(Y[:, None], p.shape), p).mean(axis=1)
            runs[loss] = np.array([model.weights[0] for model in path]), np.array([model.bias for model in path]), costs
        return runs

    def build(self):
        data, costs, pulls = self.figure.subplots(1, 3, width_ratios=(1, 1, 1.15))
        self._build_data(data)
        self._build_costs(costs)
        self._build_pulls(pulls)
        self.curves, self.falls, self.examples = {}, {}, {}
        self.cursor = self.move(costs.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        for loss, size in zip(reversed(NAMES), (9, 6), strict=True):  # where dots coincide, both stay in sight
            look, dot = style.of(loss), {"marker": "o", "markersize": size, "markeredgecolor": "white"}
            self.curves[loss] = self.move(data.plot([], [], **look)[0])
            self.falls[loss] = self.move(costs.plot([], [], **look, **dot)[0])
            self.examples[loss] = self.move(pulls.plot([], [], linestyle="none", color=look["color"], **dot)[0])
        labels = ["trained on squared error (σ(z) − y)²", "trained on cross-entropy"]
        self.figure.legend(
            [self.curves[loss] for loss in NAMES], labels, loc="outside upper left", ncols=2, handlelength=3.4
        )

    def _build_data(self, ax):
        ax.set_title("The two models now")
        ax.set_xlabel("input x")
        ax.set_ylabel("probability p of label 1")
        ax.set_xlim(-_REACH, _REACH)
        ax.set_ylim(-_ROOM, 1 + _ROOM)
        self.grid = np.linspace(-_REACH, _REACH, 41)
        ax.plot(X, Y, "D", color=style.DATA, markersize=6)
        ax.text(-_REACH + 0.2, 0.93, "label 1", color=style.DATA, va="center")
        ax.text(_REACH - 0.2, 0.07, "label 0", color=style.DATA, va="center", ha="right")

    def _build_costs(self, ax):
        ax.set_title("Squared error of both")
        ax.set_xlabel("step")
        ax.set_ylabel("mean of (p − y)²")
        ax.set_xlim(-0.03 * STEPS, 1.03 * STEPS)
        ax.set_ylim(0, 0.54)
        self.drawn = np.array(
            [*range(12), *range(12, 30, 2), *range(30, STEPS + 1, 4), STEPS]
        )  # cross-entropy falls within a few steps

    def _build_pulls(self, ax):
        ax.set_title("Pull of each example, |dℓ/dz|")
        ax.set_xlabel("logit for its own label (z or −z)")
        ax.set_xlim(-_LOGITS, _LOGITS)
        ax.set_ylim(-_ROOM, 1.2)
        for loss in NAMES:
            ax.plot(*self._pull(loss, np.linspace(-_LOGITS, _LOGITS, 121)), linewidth=1.2, **style.of(loss))
        ax.axvline(0, color=style.MUTED, linewidth=1)
        for side, word in ((-1, "wrong"), (1, "right")):
            ax.text(side * 0.95 * _LOGITS, 1.13, f"sure and {word}", va="center", ha="left" if side < 0 else "right")

    def _pull(self, loss, own):
        """Logits for the own label, cut where the panel ends, and the size of the slope there."""
        return np.clip(own, 0.02 - _LOGITS, _LOGITS - 0.02), np.abs(slope_in_logit(loss, np.ones_like(own), own))

    def update(self, *, bias, step):
        self.bias, self.step = bias, int(step)
        place = int(np.argmin(np.abs(self.biases - bias)))
        runs = self.runs
        if not np.isclose(self.biases[place], bias):
            runs, place = self._train([bias]), 0
        node = int(np.searchsorted(self.drawn, self.step))
        steps = np.insert(self.drawn, node, self.step)
        self.costs, self.pulls = {}, {}
        for loss, (weights, biases, costs) in runs.items():
            weight, intercept = weights[self.step, place], biases[self.step, place]
            self.curves[loss].set_data(self.grid, sigmoid(weight * self.grid + intercept))
            self.falls[loss].set_data(steps, costs[steps, place])
            self.falls[loss].set_markevery([node])
            self.costs[loss] = float(costs[self.step, place])
            own = (weight * X + intercept) * (2 * Y - 1)
            drawn, pulls = self._pull(loss, own)
            self.examples[loss].set_data(drawn, pulls)
            self.pulls[loss] = [pulls[side] for side in (own <= 0, own > 0)]
        self.cursor.set_xdata([self.step, self.step])

    def describe(self):
        return (
            f"Two models of one weight, started at the bias {self.bias:g}, after {self.step} of {STEPS} steps of "
            "gradient descent. Left their probabilities over ten examples with label 0 or 1, in the middle the mean "
            "squared error of both over the steps, right how hard each example pulls at its logit: under cross-entropy "
            "1 where it is sure and wrong, falling to 0 where it is sure and right; under squared error a hump that is "
            f"0 at both ends. Now: {self._in_words(4)}."
        )

    def readout(self):
        return f"start b = {self.bias:g}, step {self.step} · {self._in_words(3)}"

    def _in_words(self, digits):
        return " · ".join(
            f"{name}: mean (p − y)² {self.costs[loss]:.{digits}f}, {self._pulls_in_words(loss, digits)}"
            for loss, name in NAMES.items()
        )

    def _pulls_in_words(self, loss, digits):
        parts = [
            f"{np.mean(pulls):.{digits}f} of the {len(pulls)} {side} ones" if len(pulls) else f"none of {side} ones"
            for side, pulls in zip(("wrong", "right"), self.pulls[loss], strict=True)
        ]
        return f"mean pull {' and '.join(parts)}"
