"""The robust family by one shape: loss, slope and weight from the square to a loss that ignores what is far out."""

import numpy as np

from ..losses import (
    cauchy,
    geman_mcclure,
    general_robust,
    half_squared_error,
    pseudo_huber,
    tukey_biweight,
    welsch,
)
from . import style
from .scene import Scene

SHAPES = (-10.0, 2.0)
SCALES = (1.0, 3.0)
ERRORS = (-5.0, 5.0)

_MEMBERS = {
    half_squared_error: ("half square", 2.0),
    pseudo_huber: ("pseudo-Huber", 1.0),
    cauchy: ("Cauchy", 0.0),
    geman_mcclure: ("Geman–McClure", -2.0),
    welsch: ("Welsch", -np.inf),
}
_POINTS = 41
_TINY = 1e-6  # where the weight slope / e is read for e = 0
_TOPS = (6.0, 1.7, 1.08)
# The usual scale, at which Tukey's keeps 95 % of the mean's efficiency on Gaussian noise of deviation 1.
_TUKEY = {"scale": 4.685}


def nearest_member(alpha):
    """The name and α of the family's member whose weights are nearest to those of shape `alpha`.

    Examples
    --------
    >>> nearest_member(-0.5)
    ('Cauchy', 0.0)
    >>> nearest_member(-10.0)
    ('Welsch', -inf)
    """
    # The weight is (1 + (e/c)²/b)^(−b/2) with b = 2 − α: it changes about evenly with 1/(b + 1), not with α.
    return min(_MEMBERS.values(), key=lambda member: abs(1 / (3 - member[1]) - 1 / (3 - alpha)))


def weight(loss, error, **tunables):
    """How much an example of this error counts in a weighted least-squares fit: slope / e, at e = 0 its limit.

    Examples
    --------
    >>> round(weight(cauchy, 0.0), 4), round(weight(cauchy, 2.0), 4)
    (1.0, 0.3333)
    """
    away = max(abs(error), _TINY)
    return float(loss.gradient(0.0, away, **tunables) / away)


def _spoken(alpha):
    return "−∞" if np.isinf(alpha) else f"{alpha:g}".replace("-", "−")


class RobustFamilyScene(Scene):
    """Barron's general loss beside its named members and Tukey's: the loss, its slope, and the weight it gives."""

    title = "The robust family by one shape"
    size = (800, 330)

    def build(self):
        self.panels = self.figure.subplots(1, 3)
        self.half = np.linspace(_TINY, ERRORS[1], _POINTS)
        titles = ("Loss ℓ", "Slope dℓ/de", "Weight: slope / e")
        lows = (0.0, -_TOPS[1], 0.0)
        for ax, title, low, top in zip(self.panels, titles, lows, _TOPS, strict=True):
            ax.set_title(title)
            ax.set_xlabel("error e")
            ax.set_xlim(1.02 * ERRORS[0], 1.02 * ERRORS[1])
            ax.set_ylim(low, top)
            ax.set_xticks([-4, -2, 0, 2, 4])
        for member in (*_MEMBERS, tukey_biweight):
            tunables = _TUKEY if member is tukey_biweight else {}
            for ax, curve in zip(self.panels, self._curves(member, **tunables), strict=True):
                ax.plot(*curve, linewidth=1.4, **style.of(member))
        self._label(self.panels[0])
        look = style.of(general_robust) | {"linestyle": "-", "linewidth": 3.4}
        self.lines = [self.move(ax.plot([], [], **look)[0]) for ax in self.panels]
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in self.panels
        ]
        self.dots = [
            self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])
            for ax in self.panels
        ]

    def _label(self, ax):
        """The members' names at the right ends of their losses."""
        for member, (name, alpha) in _MEMBERS.items():
            self._write(ax, member, {}, f"{name}, α = {_spoken(alpha)}")
        self._write(ax, tukey_biweight, _TUKEY, f"Tukey, c = {_TUKEY['scale']:g}")
        words = {"color": style.MUTED, "va": "center", "fontsize": 11}
        ax.text(1.06 * ERRORS[1], 0.83 * _TOPS[0], "thick: your α and c,\nthin: c = 1", **words)

    def _write(self, ax, member, tunables, words):
        height = min(float(member(0.0, ERRORS[1], **tunables)), 0.97 * _TOPS[0])
        ax.text(1.06 * ERRORS[1], height, words, color=style.of(member)["color"], va="center", fontsize=11)

    def _curves(self, loss, **tunables):
        """Places and heights for the three panels; even and odd, so that one half tells the other."""
        zeros = np.zeros_like(self.half)
        value, slope = loss(zeros, self.half, **tunables), loss.gradient(zeros, self.half, **tunables)
        sides = ((value, 1), (slope, -1), (slope / self.half, 1))
        x = np.concatenate([-self.half[::-1], self.half])
        return [(x, np.concatenate([sign * half[::-1], half])) for half, sign in sides]

    def update(self, *, alpha, scale, error):
        tunables = {"alpha": alpha, "scale": scale}
        self.alpha, self.scale, self.error = alpha, scale, error
        self.value = float(general_robust(0.0, error, **tunables))
        self.slope = float(general_robust.gradient(0.0, error, **tunables))
        self.weight = weight(general_robust, error, **tunables)
        heights = (self.value, self.slope, self.weight)
        curves = self._curves(general_robust, **tunables)
        for line, curve, cursor, dot, height in zip(self.lines, curves, self.cursors, self.dots, heights, strict=True):
            line.set_data(*curve)
            cursor.set_xdata([error, error])
            dot.set_data([error], [height])

    def _nearest(self):
        name, alpha = nearest_member(self.alpha)
        return f"{name} (α = {_spoken(alpha)})"

    def describe(self):
        return (
            f"Three panels over the error e from {ERRORS[0]:g} to {ERRORS[1]:g}: loss, slope and weight of the general "
            f"robust loss with α = {self.alpha:g} and c = {self.scale:g}, nearest to {self._nearest()}; thin beside it "
            f"its named members with c = 1 and Tukey's biweight with c = {_TUKEY['scale']:g}. At e = {self.error:g} "
            f"the loss is {self.value:.4g}, the slope {self.slope:+.4g} and the weight {self.weight:.4g}."
        )

    def readout(self):
        share = 100 * self.weight * self.scale**2
        return (
            f"α = {self.alpha:g}, nearest to {self._nearest()} · e = {self.error:g}, c = {self.scale:g}: "
            f"loss {self.value:.3f}, slope {self.slope:+.3f}, weight {self.weight:.3f}, {share:.0f} % of that at e = 0"
        )
