"""How far a difference quotient is from the slope, over its step: rounding on the left, the bend on the right."""

import numpy as np

from ..losses import log_cosh, pinball
from . import style
from .scene import Scene

STEPS = (-15.0, 0.0)  # decimal logarithms
POINTS = (-2.0, 2.0)
SPACING = 0.2
_GOOD = 1e-7, 1e-4  # around the best step of the central difference
_HELPLESS = 1e-3  # where those steps leave a difference further from the slope than this, the two disagree
_BELOW_WORDS = 0.92  # how high the verticals reach, as a share of the panel
_FLOOR = 1e-16  # an error of 0 has no place on a logarithmic axis
_EPSILON = np.finfo(float).eps
_BEST = {"forward": _EPSILON ** (1 / 2), "central": _EPSILON ** (1 / 3)}
_LOOKS = {
    "forward": {"color": style.PALETTE[1], "linestyle": style.DASHES[1]},
    "central": {"color": style.PALETTE[0], "linestyle": style.DASHES[0]},
}
_CURVE = np.linspace(-3.0, 3.0, 181)  # Matplotlib drops what is straight from 128 points on


class Case:
    """A loss to be checked: `value` and the slope that is `claimed` for it, both of the error alone."""

    def __init__(self, name, loss, claimed=None, **tunables):
        self.name = name
        self.value = lambda error: loss(np.zeros_like(error), error, **tunables)
        self.claimed = claimed or (lambda error: loss.gradient(np.zeros_like(error), error, **tunables))


CASES = (
    Case("smooth", log_cosh),
    Case("kink at 0", pinball, quantile=0.8),
    Case("wrong formula", log_cosh, claimed=np.arctan),
)


class GradientCheckScene(Scene):
    """Left a loss with the two difference quotients as lines, right their distance from the claimed slope."""

    title = "How far a difference is from the slope"
    size = (800, 360)

    def __init__(self, cases=CASES):
        self.cases = {case.name: case for case in cases}
        count = round((STEPS[1] - STEPS[0]) / SPACING) + 1
        self.steps = 10.0 ** np.linspace(*STEPS, count)
        self.good = (self.steps >= _GOOD[0]) & (self.steps <= _GOOD[1])
        super().__init__()

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1, 1.35))
        left.set_title("The two quotients as lines")
        left.set_xlabel("error e = ŷ − y")
        left.set_ylabel("loss ℓ")
        left.set_xlim(-3.1, 3.1)
        left.set_ylim(*self._heights())
        self._build_errors(right)
        self.curve = self.move(left.plot([], [], color=style.INK, linewidth=2.4)[0])
        self.tangent = self.move(left.plot([], [], color=style.ACCENT, linewidth=2.4)[0])
        self.secants = {kind: self.move(left.plot([], [], linewidth=2, **look)[0]) for kind, look in _LOOKS.items()}
        self.point = self.move(left.plot([], [], "o", color=style.CURSOR, markeredgecolor="white", markersize=9)[0])
        handles = [self.tangent, *self.distances.values()]
        labels = ["claimed slope", "forward: (ℓ(e + h) − ℓ(e)) / h", "central: (ℓ(e + h) − ℓ(e − h)) / 2h"]
        self.figure.legend(handles, labels, loc="outside upper left", ncols=3, handlelength=3)

    def _heights(self):
        heights = np.concatenate([case.value(_CURVE) for case in self.cases.values()])
        heights = heights[np.isfinite(heights)]
        if not heights.size:
            return 0.0, 1.0
        room = 0.15 * (np.ptp(heights) or 1.0)
        return heights.min() - room, heights.max() + room

    def _build_errors(self, ax):
        ax.set_title("Their distance from the claimed slope")
        ax.set_xlabel("step h")
        ax.set_ylabel("distance")
        ax.set_xscale("log")
        ax.set_yscale("log")
        ax.set_xlim(self.steps[0] / 1.5, self.steps[-1] * 1.5)
        ax.set_ylim(_FLOOR / 2, 20)
        ax.set_xticks(10.0 ** np.arange(-15, 1, 3))
        ax.set_yticks(10.0 ** np.arange(-16, 1, 4))
        ax.minorticks_off()
        for kind, best in _BEST.items():
            ax.axvline(best, ymax=_BELOW_WORDS, linewidth=1, color=_LOOKS[kind]["color"], linestyle=(0, (2, 2)))
        for place, words, side in ((2e-15, "← rounding", "left"), (1.2, "bend of the curve →", "right")):
            ax.text(place, 4, words, ha=side, va="center", color=style.MUTED)
        self.distances = {kind: self.move(ax.plot([], [], linewidth=1.8, **_LOOKS[kind])[0]) for kind in _LOOKS}
        self.cursor = self.move(ax.axvline(np.nan, ymax=_BELOW_WORDS, color=style.CURSOR, linewidth=1, linestyle=":"))
        colours = [look["color"] for look in _LOOKS.values()]
        self.dots = self.move(ax.scatter([1.0] * 2, [1.0] * 2, s=70, c=colours, edgecolors="white"))

    def update(self, *, step, point, case=None):
        case = self.cases[case] if case else next(iter(self.cases.values()))
        self.case, self.step, self.error = case, 10.0**step, point
        steps = np.append(self.steps, self.step)
        here, above, below = np.split(
            case.value(np.concatenate([[point], point + steps, point - steps])), [1, 1 + steps.size]
        )
        self.height, self.claimed = float(here[0]), float(case.claimed(np.array([point]))[0])
        quotients = {"forward": (above - here) / steps, "central": (above - below) / (2 * steps)}
        self.off = {}
        for kind, quotient in quotients.items():
            distance = np.abs(quotient - self.claimed)
            self.off[kind] = float(distance[-1])
            self.distances[kind].set_data(self.steps, np.maximum(distance[:-1], _FLOOR))
        self.nearest = float(np.median(distance[:-1][self.good]))  # of the central difference, the last
        self.curve.set_data(_CURVE, case.value(_CURVE))
        self.point.set_data([point], [self.height])
        self.tangent.set_data(*self._line(self.height, self.claimed))
        middles = {"forward": self.height, "central": float(above[-1] + below[-1]) / 2}
        for kind, height in middles.items():
            self.secants[kind].set_data(*self._line(height, float(quotients[kind][-1])))
        self.cursor.set_xdata([self.step, self.step])
        self.dots.set_offsets([(self.step, max(off, _FLOOR)) for off in self.off.values()])

    def _line(self, height, slope):
        return [self.error - 1, self.error + 1], [height - slope, height + slope]

    def describe(self):
        return (
            f"Left the loss '{self.case.name}' with its claimed slope {self.claimed:+.4g} at e = {self.error:g} and "
            f"two difference quotients. Right, on logarithmic axes, their distance from that slope over steps h from "
            f"1e-15 to 1. At h = {self.step:.3g} the forward difference is off by {self.off['forward']:.2g}, the "
            f"central one by {self.off['central']:.2g}. {self._verdict().capitalize()}."
        )

    def readout(self):
        off = " · ".join(f"{kind} off by {distance:.2g}" for kind, distance in self.off.items())
        return f"e = {self.error:g}, h = {self.step:.2g}: claimed slope {self.claimed:+.4g} · {off} · {self._verdict()}"

    def _verdict(self):
        if self.nearest > _HELPLESS:
            return f"no step helps: the central difference stays off by {self.nearest:.2g}"
        return "a step near 6e-06 brings the central difference to the slope"
