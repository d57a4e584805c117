"""Polynomials of growing degree: the loss on the points they were fitted to falls, on held-out points it turns."""

import numpy as np

from ..fitting.polynomial import polynomial_fits
from ..losses import squared_error
from . import style
from .scene import Scene

DEGREES = 14
POINTS = (16, 32)
_HELD_OUT = 30
_NOISE = 0.3
_SHOWN = (-2.3, 2.1)
_LOSSES = (0.002, 150.0)
_GRID = 121
_TRAIN = {"color": style.DATA, "linestyle": "-"}
_VALIDATION = {"color": style.PALETTE[1], "linestyle": style.DASHES[1]}


def wave():
    """Points around the curve y = sin(4.5x), their noise of standard deviation 0.3: for training, and held out.

    The places of the training points fill the range from −1 to 1 evenly, however many of them are used.
    """
    rng = np.random.default_rng(12)
    halved = [int(f"{number:05b}"[::-1], 2) / 32 for number in range(1, 31)]  # ½, ¼, ¾, ⅛, …
    x = np.array([-1, 1, *(2 * np.array(halved) - 1 + rng.uniform(-0.03, 0.03, size=30))])
    y = np.sin(4.5 * x) + rng.normal(scale=_NOISE, size=x.size)
    other = np.linspace(-0.97, 0.97, _HELD_OUT)
    theirs = np.sin(4.5 * other) + np.random.default_rng(112).normal(scale=_NOISE, size=_HELD_OUT)
    return (x.round(3), y.round(3)), (other.round(3), theirs.round(3))


class OverfittingScene(Scene):
    """A polynomial with the points it was fitted to and the points held out; beside it both losses over the degree."""

    title = "Training loss falls, validation loss turns"
    size = (800, 370)

    def __init__(self):
        self.train, self.held_out = wave()
        self.grid = np.linspace(-1, 1, _GRID)
        self._fitted = {}
        super().__init__()

    def fits(self, count):
        """Curves of every degree fitted to the first `count` points, with their training and validation loss."""
        if count not in self._fitted:
            x, y = (each[:count] for each in self.train)
            at = np.concatenate([x, self.held_out[0], self.grid])
            mine, theirs, curves = np.split(polynomial_fits(x, y, at, DEGREES), [count, count + _HELD_OUT], axis=1)
            losses = [
                squared_error(np.broadcast_to(targets, predicted.shape), predicted).mean(axis=1)
                for targets, predicted in ((y, mine), (self.held_out[1], theirs))
            ]
            self._fitted[count] = curves, *losses
        return self._fitted[count]

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.2, 1))
        left.set_title("A polynomial, fitted to the filled points only")
        left.set_xlabel("x")
        left.set_ylabel("target y, prediction ŷ")
        left.set_xlim(-1.04, 1.04)
        left.set_ylim(*_SHOWN)
        held = {"markerfacecolor": "white", "markeredgecolor": _VALIDATION["color"], "markersize": 5}
        (held_out,) = left.plot(*self.held_out, "D", **held)
        self.curve = self.move(left.plot([], [], color=style.ACCENT)[0])
        self.points = self.move(left.plot([], [], "o", color=style.DATA, markersize=6.5)[0])
        left.legend([self.points, held_out], ["training", "held out"], loc="lower left", ncols=2, handlelength=1)
        self._build_losses(right)

    def _build_losses(self, ax):
        ax.set_title("Mean squared error over the degree")
        ax.set_xlabel("degree of the polynomial")
        ax.set_ylabel("MSE, by powers of ten")
        ax.set_xlim(-0.4, DEGREES + 0.4)
        ax.set_yscale("log")
        ax.set_ylim(*_LOSSES)
        ax.axhline(_NOISE**2, color=style.MUTED, linewidth=1.2, linestyle=(0, (1, 2)))
        words = {"ha": "left", "va": "center", "transform": ax.transAxes}
        ax.text(0.03, 0.96, "validation: points held out (◆ least)", color=_VALIDATION["color"], **words)
        ax.text(0.03, 0.06, "training: points fitted", color=_TRAIN["color"], **words)
        ax.text(0, 0.85 * _NOISE**2, f"noise {_NOISE**2:.2f}", color=style.MUTED, va="top")
        self.rows = [self.move(ax.plot([], [], **look)[0]) for look in (_TRAIN, _VALIDATION)]
        self.least = self.move(ax.plot([], [], "D", color=_VALIDATION["color"], markersize=8)[0])
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        dot = {"color": style.CURSOR, "markeredgecolor": "white", "markersize": 9, "linestyle": "none"}
        self.dots = self.move(ax.plot([], [], "o", **dot)[0])

    def update(self, *, degree, count):
        self.degree, self.count = int(degree), int(count)
        curves, *self.losses = self.fits(self.count)
        self.best = int(np.argmin(self.losses[1]))
        self.curve.set_data(self.grid, np.clip(curves[self.degree], 3 * _SHOWN[0], 3 * _SHOWN[1]))
        self.points.set_data(*(each[: self.count] for each in self.train))
        for row, losses in zip(self.rows, self.losses, strict=True):
            row.set_data(np.arange(DEGREES + 1), losses)
        self.least.set_data([self.best], [self.losses[1][self.best]])
        self.cursor.set_xdata([self.degree, self.degree])
        self.dots.set_data([self.degree] * 2, [losses[self.degree] for losses in self.losses])

    def describe(self):
        training, validation = self._now()
        return (
            f"Left, the polynomial of degree {self.degree} fitted to {self.count} points, with {_HELD_OUT} held-out "
            f"points. Right, over the degree, the mean squared error on both: training falls, now {training:.3g}; "
            f"validation falls and turns, now {validation:.3g}, least at degree {self.best}."
        )

    def readout(self):
        training, validation = self._now()
        return (
            f"degree {self.degree}, {self.count} training points · training loss {training:.3f} · validation loss "
            f"{validation:.3g} · least validation loss {self.losses[1][self.best]:.3f} at degree {self.best}"
        )

    def _now(self):
        return [losses[self.degree] for losses in self.losses]
