"""The loss as a noise model: Gaussian and Laplace densities and their negative logarithms."""

import numpy as np

from ..losses import absolute_error, gaussian_nll, laplace_nll, squared_error
from . import style
from .scene import Scene

ERRORS = (-5.0, 5.0)
DEVIATIONS = (0.8, 2.5)

_POINTS = 81  # odd, so that 0 is among them, where the Laplace density has its corner
# The losses leave out what no slider changes; with it exp(−loss) is a density, whose area is 1.
_CONSTANTS = {gaussian_nll: np.log(2 * np.pi) / 2, laplace_nll: np.log(2)}


def negative_log_density(loss, error, deviation):
    """−log of the density that `gaussian_nll` or `laplace_nll` stands for, constants included, at equal deviation.

    Parameters
    ----------
    loss : Loss
        `gaussian_nll` or `laplace_nll`.
    error : array_like
        Errors e.
    deviation : float
        σ, the standard deviation of either model; a Laplace density of scale b has the deviation b√2.

    Returns
    -------
    ndarray

    Examples
    --------
    >>> negative_log_density(gaussian_nll, [0.0, 2.0], 1.0).round(3)
    array([0.919, 2.919])
    >>> negative_log_density(laplace_nll, [0.0, 2.0], 1.0).round(3)
    array([0.347, 3.175])
    """
    width = {"variance": deviation**2} if loss is gaussian_nll else {"scale": deviation / np.sqrt(2)}
    return loss(np.zeros_like(error), error, **width) + _CONSTANTS[loss]


class NoiseModelScene(Scene):
    """Two densities of equal deviation on the left, their negative logarithms on the right, a cursor on both."""

    title = "The loss as a noise model"
    size = (800, 350)

    def build(self):
        left, right = self.figure.subplots(1, 2)
        self.panels = (left, right)
        self.errors = np.linspace(*ERRORS, _POINTS)
        titles = ("How likely is an error? Density p(e)", "Its loss: −log p(e)")
        for ax, title in zip(self.panels, titles, strict=True):
            ax.set_title(title)
            ax.set_xlabel("error e")
            ax.set_xlim(1.04 * ERRORS[0], 1.04 * ERRORS[1])
        left.set_ylim(0, 1.08 * np.exp(-self._heights(DEVIATIONS[0])[1].min()))
        right.set_ylim(0, 1.04 * self._heights(DEVIATIONS[0])[0].max())
        right.yaxis.get_major_locator().set_params(integer=True)
        self.looks = [style.of(squared_error), style.of(absolute_error)]
        self.lines = [[self.move(ax.plot([], [], **look)[0]) for look in self.looks] for ax in self.panels]
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in self.panels
        ]
        self.dots = [[self._dot(ax, look["color"]) for look in self.looks] for ax in self.panels]
        labels = ("Gaussian: ½(e/σ)² + const, the squared error", "Laplace: |e|/b + const, the absolute error")
        self.figure.legend(self.lines[0], labels, loc="outside upper left", ncols=2, handlelength=3)

    def _dot(self, ax, colour):
        return self.move(ax.plot([], [], "o", color=colour, markersize=9, markeredgecolor="white")[0])

    def _heights(self, deviation):
        return [negative_log_density(loss, self.errors, deviation) for loss in _CONSTANTS]

    def update(self, *, error, deviation):
        self.error, self.deviation = error, deviation
        self.constants = [float(negative_log_density(loss, 0.0, deviation)) for loss in _CONSTANTS]
        self.losses = [float(negative_log_density(loss, error, deviation)) for loss in _CONSTANTS]
        self.densities = [float(np.exp(-loss)) for loss in self.losses]
        for place, heights in enumerate(self._heights(deviation)):
            self.lines[0][place].set_data(self.errors, np.exp(-heights))
            corners = slice(None) if place == 0 else [0, _POINTS // 2, -1]  # a V needs no more than three points
            self.lines[1][place].set_data(self.errors[corners], heights[corners])
        for dots, heights in zip(self.dots, (self.densities, self.losses), strict=True):
            for dot, height in zip(dots, heights, strict=True):
                dot.set_data([error], [height])
        for line in self.cursors:
            line.set_xdata([error, error])

    def describe(self):
        gauss, laplace = self.densities
        return (
            f"Two panels over the error e from {ERRORS[0]:g} to {ERRORS[1]:g}. Left, a Gaussian bell and the sharper "
            f"Laplace density with its longer tails, both of standard deviation {self.deviation:g}; right, their "
            f"negative logarithms, a parabola and a V. At e = {self.error:g} the densities are {gauss:.3g} and "
            f"{laplace:.3g}, the negative logarithms {self.losses[0]:.4g} and {self.losses[1]:.4g}. {self._verdict()}."
        )

    def readout(self):
        parts = [
            f"{name}: −log p = {loss - constant:.2f} + {constant:.2f} = {loss:.2f}, p = {density:.2g}"
            for name, density, loss, constant in zip(
                ("Gaussian", "Laplace"), self.densities, self.losses, self.constants, strict=True
            )
        ]
        given = f"e = {self.error:g}, σ = {self.deviation:g}, b = σ/√2 = {self.deviation / np.sqrt(2):.3f}"
        return " · ".join([given, *parts, self._verdict()])

    def _verdict(self):
        ratio = self.densities[1] / self.densities[0]
        times = f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.2f}"
        return f"Laplace finds such an error {times} times as likely as Gauss"
