"""From a probability to an action: what the two errors cost, and the threshold that follows."""

import numpy as np

from ..losses import arguments
from ..metrics import confusion
from . import style
from .classifier import confidences
from .scene import Scene

COSTS = (1.0, 20.0)
COST_STEP = 0.5
THRESHOLDS = (0.01, 0.99)
_ROOM = 0.03


def implied_threshold(miss, alarm):
    """The probability from which acting is the cheaper choice: c_fa / (c_fa + c_miss).

    There the expected cost of acting, (1 − p) · c_fa, equals that of not acting, p · c_miss.

    Parameters
    ----------
    miss, alarm : float, greater than 0
        What a miss and a false alarm cost.

    Returns
    -------
    float

    Examples
    --------
    >>> implied_threshold(1.0, 1.0), implied_threshold(9.0, 1.0)
    (0.5, 0.1)
    """
    return alarm / (alarm + miss)


class DecisionCostsScene(Scene):
    """The expected cost of acting and of not acting over p; and the total cost of many decisions over the threshold.

    `probabilities` and `labels` are a classifier's; those of the course's picture classifier where they are left out.
    Misses and false alarms are counted at each threshold, and expected from the probabilities alone: where these are
    calibrated, the two costs differ by chance only, and the expected one is least at the implied threshold. Costs are
    drawn in units of the larger of the two, for only their ratio decides.
    """

    title = "What errors cost decides where to act"
    size = (800, 360)

    def __init__(self, probabilities=None, labels=None):
        if probabilities is None:
            probabilities, labels = confidences()
        self.p, self.labels = arguments.as_array("probabilities", probabilities), np.asarray(labels)
        first, last = (round(100 * end) for end in THRESHOLDS)
        self.thresholds = np.arange(first, last + 1) / 100
        self.counts = [self._count(threshold) for threshold in self.thresholds]
        self.misses, self.alarms = (np.array([getattr(c, kind) for c in self.counts]) for kind in ("fn", "fp"))
        acts = self.p >= self.thresholds[:, None]
        self.promised = (~acts * self.p).sum(axis=1), (acts * (1 - self.p)).sum(axis=1)
        super().__init__()

    def _count(self, threshold):
        return confusion(self.labels, self.p >= threshold)

    def build(self):
        one, many = self.figure.subplots(1, 2)
        for ax in (one, many):
            ax.set_xlim(-_ROOM, 1 + _ROOM)
        one.set_title("One case: the cheaper line is the choice")
        one.set_xlabel("probability p")
        one.set_ylabel("expected cost ÷ larger cost")
        one.set_ylim(-_ROOM, 1 + _ROOM)
        most = 1.04 * max(np.sum(self.labels == 1), np.sum(self.labels == 0))
        many.set_title(f"All {len(self.p)} cases: total cost over the threshold")
        many.set_xlabel("threshold t: act where p ≥ t")
        many.set_ylabel("total cost ÷ larger cost")
        many.set_ylim(-_ROOM * most, most)
        self.implied = [
            self.move(ax.axvline(np.nan, color=style.MUTED, linewidth=1.6, linestyle=(0, (5, 2)))) for ax in (one, many)
        ]
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in (one, many)
        ]
        self.extra = self.move(one.fill([0, 0, 0], [0, 0, 0], color=style.ACCENT, alpha=0.25, linewidth=0)[0])
        self.act = self.move(one.plot([], [], color=style.PALETTE[1], linestyle=style.DASHES[1])[0])
        self.wait = self.move(one.plot([], [], color=style.PALETTE[0])[0])
        self.promise = self.move(
            many.plot([], [], color=style.MUTED, linestyle=style.DASHES[3], drawstyle="steps-pre", linewidth=1.6)[0]
        )
        self.total = self.move(many.plot([], [], color=style.PALETTE[2], drawstyle="steps-pre", linewidth=2)[0])
        self.least = self.move(many.plot([], [], "D", color=style.PALETTE[2], markersize=9)[0])
        self.dot = self.move(many.plot([], [], "o", color=style.CURSOR, markersize=9, markeredgecolor="white")[0])
        named = {
            "act: (1 − p)·c_fa": self.act,
            "do not: p·c_miss": self.wait,
            "lost by your t": self.extra,
            "implied": self.implied[0],
            "total": self.total,
            "expected from p": self.promise,
            "cheapest": self.least,
        }
        self.figure.legend(
            named.values(), named.keys(), loc="outside upper left", ncols=7, handlelength=1.5, columnspacing=1
        )

    def update(self, *, miss, alarm, threshold):
        self.miss, self.alarm, self.threshold = miss, alarm, threshold
        self.fair = implied_threshold(miss, alarm)
        larger = max(miss, alarm)
        a, m = alarm / larger, miss / larger
        for line in self.implied:
            line.set_xdata([self.fair, self.fair])
        for line in self.cursors:
            line.set_xdata([threshold, threshold])
        self.act.set_data([0, 1], [a, 0])
        self.wait.set_data([0, 1], [0, m])
        self.extra.set_xy([(threshold, (1 - threshold) * a), (threshold, threshold * m), (self.fair, self.fair * m)])
        totals = miss * self.misses + alarm * self.alarms
        cheapest = np.flatnonzero(np.isclose(totals, totals.min()))
        best = cheapest[np.argmin(np.abs(self.thresholds[cheapest] - self.fair))]
        self.best, self.lowest = float(self.thresholds[best]), float(totals[best])
        self.now = self._count(threshold)
        self.paid = miss * self.now.fn + alarm * self.now.fp
        at_fair = self._count(self.fair)
        self.paid_fair = miss * at_fair.fn + alarm * at_fair.fp
        self.total.set_data(self.thresholds, totals / larger)
        misses, alarms = self.promised
        self.promise.set_data(self.thresholds, (miss * misses + alarm * alarms) / larger)
        self.least.set_data([self.best], [self.lowest / larger])
        self.dot.set_data([threshold], [self.paid / larger])

    def describe(self):
        return (
            "Left, the expected cost of acting, falling with the probability p, and of not acting, rising with it, for "
            f"a false alarm that costs {self.alarm:g} and a miss that costs {self.miss:g}: they cross at "
            f"{self.fair:.3f}. Right, the total cost of {len(self.p)} decisions over the threshold, and the "
            f"cost that their probabilities let expect. Now: {self._in_words()}."
        )

    def readout(self):
        return f"c_miss = {self.miss:g}, c_fa = {self.alarm:g}: act from p = {self.fair:.3f} · {self._in_words()}"

    def _in_words(self):
        return (
            f"your t = {self.threshold:g}: {self.now.fn} misses and {self.now.fp} false alarms cost {self.paid:g} · "
            f"at the implied threshold {self.paid_fair:g} · cheapest on these {len(self.p)}: {self.lowest:g} at t = "
            f"{self.best:g}"
        )
