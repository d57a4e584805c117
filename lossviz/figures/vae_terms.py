"""The two terms of a variational autoencoder's loss on one code: reconstruction, and β times the KL to N(0, 1)."""

import numpy as np

from ..losses import gaussian_nll, half_squared_error, vae_kl
from . import style
from .axis import Span
from .noise_models import negative_log_density
from .scene import Scene

TARGET = 2.0
BETA = Span(0.0, 1.5, 0.05, 0.5)
MEAN = Span(0.0, 2.5, 0.05, 1.8)
LOG_VARIANCE = Span(-3.0, 1.0, 0.05, -1.5)

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(3)  # exact means of squares of a standard normal number
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
_PLACES = 61  # of the densities
_POINTS = 41  # of the costs
_TOP = 7.0


def reconstruction(mean, log_variance):
    """The mean of ½(x − z)² over codes z from N(mean, exp(log_variance)), for x = 2 and a decoder that returns z.

    Examples
    --------
    >>> round(float(reconstruction(1.0, np.log(0.5))), 4)
    0.75
    """
    log_variance = np.asarray(log_variance, dtype=float)
    codes = mean + np.exp(log_variance / 2)[..., None] * _NODES
    return half_squared_error(np.full(codes.shape, TARGET), codes) @ _WEIGHTS


def divergence(mean, log_variance):
    """The KL divergence of N(mean, exp(log_variance)) from N(0, 1), for an array of log-variances.

    Examples
    --------
    >>> divergence(1.0, np.array([0.0, 1.0])).round(4)
    array([0.5   , 0.8591])
    """
    log_variance = np.asarray(log_variance, dtype=float)
    return vae_kl(np.full((*log_variance.shape, 1), mean), log_variance[..., None])


def best_code(beta):
    """Mean and log-variance of least reconstruction + β · KL: both slopes are 0 there; −∞ for β = 0.

    Examples
    --------
    >>> best_code(1.0)
    (1.0, -0.6931471805599453)
    """
    return TARGET / (1 + beta), float(np.log(beta / (1 + beta))) if beta else -np.inf


class VaeTermsScene(Scene):
    """The code's distribution beside N(0, 1) and the best one; and both terms with their sum over the log-variance."""

    title = "Reconstruction against KL: one code"
    size = (800, 370)

    def build(self):
        left, right = self.figure.subplots(1, 2)
        self._build_codes(left)
        self._build_terms(right)
        names = ["this code", "N(0, 1)", "best code at this β", "reconstruction", "β · KL", "their sum"]
        handles = [self.code, self.prior, self.best, *self.terms]
        self.figure.legend(handles, names, loc="outside upper left", ncols=6, columnspacing=1.2, handlelength=2.2)

    def _build_codes(self, ax):
        ax.set_title("Where the code z lies (density)")
        ax.set_xlabel("code z")
        ax.set_xlim(-3.2, 4.2)
        ax.set_ylim(0, 2.3)
        self.z = np.linspace(-3.2, 4.2, _PLACES)
        (self.prior,) = ax.plot(self.z, self._density(0.0, 1.0), color=style.MUTED, linestyle=style.DASHES[1])
        ax.axvline(TARGET, color=style.DATA, linewidth=1.2)
        words = {"color": style.DATA, "ha": "left", "va": "top"}
        ax.text(TARGET + 0.1, 2.25, "decodes\nto x = 2", **words)
        best = {"color": style.ACCENT, "linestyle": style.DASHES[3], "linewidth": 1.8}
        self.best = self.move(ax.plot([], [], **best)[0])
        self.code = self.move(ax.plot([], [], color=style.INK)[0])

    def _build_terms(self, ax):
        ax.set_title("What it costs, over the log-variance")
        ax.set_xlabel("log-variance s = log σ²")
        ax.set_ylabel("loss ℓ")
        room = 0.03 * (LOG_VARIANCE.high - LOG_VARIANCE.low)
        ax.set_xlim(LOG_VARIANCE.low - room, LOG_VARIANCE.high + room)
        ax.set_ylim(-0.02 * _TOP, _TOP)
        self.s = np.linspace(LOG_VARIANCE.low, LOG_VARIANCE.high, _POINTS)
        looks = style.of(half_squared_error), style.of(vae_kl), {"color": style.INK, "linewidth": 3}
        self.terms = [self.move(ax.plot([], [], **look)[0]) for look in looks]
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        colours = [look["color"] for look in looks]
        self.bottom = self.move(ax.plot([], [], "D", markersize=8, color="white", markeredgecolor=style.ACCENT)[0])
        self.dots = self.move(ax.scatter([0.0] * 3, [0.0] * 3, s=60, c=colours, edgecolors="white"))

    def _density(self, mean, deviation):
        return np.exp(-negative_log_density(gaussian_nll, self.z - mean, deviation))

    def _costs(self, log_variance):
        first = reconstruction(self.mean, log_variance)
        second = self.beta * divergence(self.mean, log_variance)
        return first, second, first + second

    def update(self, *, beta, mean, log_variance):
        self.beta, self.mean, self.log_variance = beta, mean, log_variance
        self.deviation = float(np.exp(log_variance / 2))
        self.code.set_data(self.z, self._density(mean, self.deviation))
        self.wanted = best_code(beta)
        spike = np.isinf(self.wanted[1])  # a point, which has no density
        best = self._density(self.wanted[0], np.exp(self.wanted[1] / 2)) if not spike else np.full(_PLACES, np.nan)
        self.best.set_data(self.z, best)
        lowest = self.wanted[1] if not spike else LOG_VARIANCE.low  # falls all the way to −∞ then
        curves = self._costs(np.append(self.s, [lowest, log_variance]))
        for line, curve in zip(self.terms, curves, strict=True):
            line.set_data(self.s, curve[:-2])
        self.bottom.set_data([lowest], [curves[-1][-2]])
        self.costs = [float(curve[-1]) for curve in curves]
        self.cursor.set_xdata([log_variance, log_variance])
        self.dots.set_offsets([(log_variance, cost) for cost in self.costs])

    def _best_in_words(self):
        mean, log_variance = self.wanted
        return f"μ = {mean:.2f}, s = {log_variance:.2f}".replace("-inf", "−∞").replace("-", "−")

    def describe(self):
        return (
            f"Left, the density of a code with mean μ = {self.mean:g} and log-variance s = {self.log_variance:g} (σ = "
            f"{self.deviation:.2f}) beside that of N(0, 1); the code that decodes to the target lies at {TARGET:g}. "
            f"Right, over the log-variance, the reconstruction, {self.beta:g} times the KL divergence, and their sum: "
            f"here {self.costs[0]:.3f}, {self.costs[1]:.3f} and {self.costs[2]:.3f}. The sum is least at "
            f"{self._best_in_words()}."
        )

    def readout(self):
        return (
            f"β = {self.beta:g}, μ = {self.mean:g}, s = {self.log_variance:g}, so σ = {self.deviation:.2f} · "
            f"reconstruction {self.costs[0]:.3f} + β · KL {self.costs[1]:.3f} = {self.costs[2]:.3f} · least at "
            f"{self._best_in_words()}"
        )
