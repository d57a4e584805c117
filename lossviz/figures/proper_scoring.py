"""What a stated probability costs in expectation under three losses, and which statement each of them rewards."""

import numpy as np

from ..losses import absolute_error, binary_crossentropy, squared_error
from . import style
from .scene import Scene

STATED = (0.03, 0.97)
TRUTHS = (0.04, 0.96)
TITLES = {
    binary_crossentropy: "Log loss: least at the truth",
    squared_error: "Brier (p − y)²: least there too",
    absolute_error: "Absolute |p − y|: least at 0 or 1",
}
_SHORT = {binary_crossentropy: "log loss", squared_error: "Brier", absolute_error: "absolute"}
_POINTS = 61
_HEIGHTS = (3.5, 1.04, 1.04)  # the log loss is cut where it runs off, beyond the ends of the slider


def expected_loss(loss, truth, stated):
    """The mean loss of stating a probability, over outcomes that are 1 with the true probability and 0 otherwise.

    Parameters
    ----------
    loss : Loss
        An element-wise loss of a label and a probability.
    truth : float
        π, how often the outcome is 1.
    stated : array_like
        Stated probabilities p.

    Returns
    -------
    ndarray
        π ℓ(1, p) + (1 − π) ℓ(0, p).

    Examples
    --------
    >>> expected_loss(squared_error, 0.7, [0.5, 0.7, 1.0]).round(2)
    array([0.25, 0.21, 0.3 ])
    >>> expected_loss(absolute_error, 0.7, [0.5, 0.7, 1.0]).round(2)
    array([0.5 , 0.42, 0.3 ])
    """
    stated = np.asarray(stated, dtype=float)
    return truth * loss(np.ones_like(stated), stated) + (1 - truth) * loss(np.zeros_like(stated), stated)


def best_statements(loss, truth):
    """The stated probabilities of least expected loss, as a list; [] where all cost the same.

    Examples
    --------
    >>> best_statements(squared_error, 0.7), best_statements(absolute_error, 0.7), best_statements(absolute_error, 0.5)
    ([0.7], [1.0], [])
    """
    if loss is not absolute_error:
        return [truth]
    return [] if truth == 0.5 else [float(truth > 0.5)]


class ProperScoringScene(Scene):
    """The expected loss over the stated probability, one panel for each loss, with its least place and the truth."""

    title = "Which probability does a loss want to hear?"
    size = (800, 340)

    def build(self):
        panels = self.figure.subplots(1, 3)
        panels[0].set_ylabel("expected loss")
        self.grid = np.linspace(0.003, 0.997, _POINTS)
        self.truths, self.curves, self.least, self.dots = [], [], [], []
        for ax, loss, height in zip(panels, TITLES, _HEIGHTS, strict=True):
            look = style.of(loss)
            ax.set_title(TITLES[loss], color=look["color"], fontsize=11.5)
            ax.set_xlabel("stated probability p")
            ax.set_xlim(-0.03, 1.03)
            ax.set_ylim(-0.04 * height, height)
            self.truths.append(self.move(ax.axvline(np.nan, color=style.MUTED, linewidth=1.4, linestyle=(0, (5, 2)))))
            self.curves.append(self.move(ax.plot([], [], **look)[0]))
            self.least.append(self.move(ax.plot([], [], "D", color=look["color"], markersize=9)[0]))
            self.dots.append(
                self.move(ax.plot([], [], "o", color=style.CURSOR, markersize=8, markeredgecolor="white")[0])
            )
        handles = [self.truths[0], self.dots[0], self.least[0]]
        labels = ["true probability π", "what you state", "what pays best"]
        self.figure.legend(handles, labels, loc="outside upper left", ncols=3, handlelength=2.4)

    def update(self, *, truth, stated):
        self.truth, self.stated = truth, stated
        self.now, self.honest, self.best = {}, {}, {}
        for place, loss in enumerate(TITLES):
            best = best_statements(loss, truth)
            *along, here, honest = expected_loss(loss, truth, [*self.grid, stated, truth])
            self.now[loss], self.honest[loss], self.best[loss] = float(here), float(honest), best
            self.truths[place].set_xdata([truth, truth])
            self.curves[place].set_data(self.grid, along)
            self.dots[place].set_data([stated], [here])
            self.least[place].set_data(best, expected_loss(loss, truth, best) if best else [])

    def describe(self):
        return (
            f"Three panels of the expected loss over the stated probability p, for an outcome that is 1 with the true "
            f"probability {self.truth:g}: log loss and Brier score are least at p = {self.truth:g}, absolute error "
            f"{self._ends_in_words()}. Now: {self._in_words(4)}."
        )

    def readout(self):
        return f"truth π = {self.truth:g}, stated p = {self.stated:g} · {self._in_words(3)}"

    def _ends_in_words(self):
        return f"at p = {best[0]:g}" if (best := self.best[absolute_error]) else "is the same everywhere"

    def _in_words(self, digits):
        return " · ".join(
            f"{name}: stated {self.now[loss]:.{digits}f}, honest {self.honest[loss]:.{digits}f}, difference "
            f"{self.now[loss] - self.honest[loss]:+.{digits}f}"
            for loss, name in _SHORT.items()
        )
