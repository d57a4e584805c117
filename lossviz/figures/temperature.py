"""A shift that softmax does not see, and a temperature that takes it from one takes all to equal shares."""

import numpy as np
from matplotlib.ticker import MaxNLocator

from ..losses import arguments, softmax
from . import style
from .scene import Scene

LOGITS = (2.0, 1.0, 0.0, -1.0)
SHIFTS = (-8.0, 8.0)
TEMPERATURES = (0.05, 10.0)

_NAMES = "ABCDEF"
_POINTS = 121


def entropy(p):
    """−Σ pⱼ log pⱼ in nats, with 0 · log 0 = 0: how undecided a distribution is.

    Examples
    --------
    >>> entropy([0.5, 0.5, 0.0]).round(4)
    np.float64(0.6931)
    """
    p = np.asarray(p, dtype=float)
    return -np.sum(p * np.log(np.where(p > 0, p, 1.0)))


class TemperatureScene(Scene):
    """Logits that are shifted, the probabilities at temperature T, and each probability over T."""

    title = "Shift and temperature"
    size = (800, 360)

    def __init__(self, logits=LOGITS):
        self.z = arguments.as_array("logits", logits).astype(float)
        arguments.finite("logits", self.z)
        if self.z.ndim != 1 or not 2 <= len(self.z) <= len(_NAMES):
            raise ValueError(f"logits must be a row of 2 to {len(_NAMES)} numbers; got shape {self.z.shape}")
        self.names = _NAMES[: len(self.z)]
        super().__init__()

    def build(self):
        left, middle, right = self.figure.subplots(1, 3, width_ratios=(0.85, 0.85, 1.3))
        self.places = np.arange(len(self.z))
        for ax, title in ((left, "Logits z + c"), (middle, "Shares p: c has no effect")):
            ax.set_title(title)
            ax.set_xlabel("class")
            ax.set_xlim(-0.6, len(self.z) - 0.4)
            ax.set_xticks(self.places, self.names)
            ax.grid(axis="x", visible=False)
        left.set_ylim(self.z.min() + SHIFTS[0] - 0.6, self.z.max() + SHIFTS[1] + 0.6)
        left.yaxis.set_major_locator(MaxNLocator(7, steps=(1, 2, 4, 5, 10)))
        left.axhline(0, color=style.MUTED, linewidth=1)
        middle.set_ylim(0, 1.04)
        left.plot(self.places, self.z, "o", color=style.MUTED, markersize=5)
        self.colours = style.PALETTE[: len(self.z)]
        self._build_fan(right)
        self.arrow = self.move(left.plot([], [], color=style.MUTED, linewidth=1.2)[0])
        self.logits = self.move(left.scatter(self.places, self.z, s=80, c=self.colours, edgecolors="white"))
        level = 1 / len(self.z)
        middle.axhline(level, color=style.MUTED, linewidth=1.2, linestyle=(0, (3, 2)))
        middle.text(len(self.z) - 0.45, level + 0.015, f"1/{len(self.z)}", color=style.MUTED, ha="right", va="bottom")
        self.bars = self.move(middle.vlines(self.places, 0, 0, colors=self.colours, linewidth=24, capstyle="butt"))

    def _build_fan(self, ax):
        ax.set_title("From one takes all to equal shares")
        ax.set_xlabel("temperature T, log scale")
        ax.set_ylabel("probability p")
        ax.set_xscale("log")
        ax.set_xlim(0.9 * TEMPERATURES[0], 1.12 * TEMPERATURES[1])
        ax.set_xticks([0.1, 1, 10], ["0.1", "1", "10"])
        ax.set_ylim(-0.02, 1.04)
        at = np.geomspace(*TEMPERATURES, _POINTS)
        fan = np.array([softmax(self.z, temperature=t) for t in at])
        for name, p, colour, dashes in zip(self.names, fan.T, self.colours, style.DASHES, strict=False):
            ax.plot(at, p, color=colour, linestyle=dashes, label=name)
        ax.legend(loc="upper right", handlelength=2.8, title="class")
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dots = self.move(ax.scatter(self.places, self.z, s=55, c=self.colours, edgecolors="white"))

    def update(self, *, temperature, shift):
        self.temperature, self.shift = temperature, shift
        moved = self.z + shift
        self.p = softmax(moved, temperature=temperature)
        self.entropy = float(entropy(self.p))
        self.logits.set_offsets(np.column_stack([self.places, moved]))
        self.arrow.set_data(
            np.repeat(self.places, 3), np.column_stack([self.z, moved, np.full(len(self.z), np.nan)]).ravel()
        )
        self.bars.set_segments([[(at, 0), (at, p)] for at, p in zip(self.places, self.p, strict=True)])
        self.dots.set_offsets(np.column_stack([np.full(len(self.z), temperature), self.p]))
        self.cursor.set_xdata([temperature, temperature])

    def _shares(self, digits):
        return ", ".join(f"{name} {p:.{digits}f}" for name, p in zip(self.names, self.p, strict=True))

    def describe(self):
        given = ", ".join(f"{name} {z:g}" for name, z in zip(self.names, self.z, strict=True))
        return (
            f"Three panels. Left the logits {given}, all shifted by {self.shift:g}. Middle their softmax at "
            f"temperature {self.temperature:g}: {self._shares(4)}; the shift changes nothing there. Right each "
            f"probability over the temperature, from 1 for the largest logit towards 1/{len(self.z)} for all; the "
            f"entropy now is {self.entropy:.4f} of at most {np.log(len(self.z)):.4f} nats."
        )

    def readout(self):
        return (
            f"T = {self.temperature:g}, c = {self.shift:+g} · p: {self._shares(3)} · "
            f"entropy {self.entropy:.3f} of at most log {len(self.z)} = {np.log(len(self.z)):.3f} nats"
        )
