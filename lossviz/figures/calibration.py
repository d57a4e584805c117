"""Label smoothing and confidence penalty: the loss with its least at a finite gap, and what they do to calibration."""

import numpy as np

from ..fitting import LinearModel, train_linear
from ..losses import categorical_crossentropy_from_logits, log_softmax, softmax
from . import style
from .scene import Scene

METHODS = ("label smoothing", "confidence penalty")
STRENGTHS = tuple(round(0.01 * step, 2) for step in range(31))
_SYMBOLS = dict(zip(METHODS, "αλ", strict=True))
_STEPS = 300
_BINS = 10
_FEW = 0.01  # a tenth of the confidences with a smaller share of the examples says too little to be drawn
_GAPS = np.linspace(-3.0, 12.0, 76)


def four_clouds():
    """Four classes in ten dimensions that overlap: 32 examples for training and 600 held out."""
    rng = np.random.default_rng(2)
    labels = np.arange(632) % 4
    x = 0.75 * rng.normal(size=(4, 10))[labels] + rng.normal(size=(632, 10))
    return x[:32], labels[:32], x[32:], labels[32:]


def smoothed(target, strength):
    """The smoothed target (1 − α) y + α / C for a one-hot y."""
    return (1 - strength) * target + strength / target.shape[-1]


def penalised(target, z, strength):
    """Cross-entropy with a confidence penalty, ℓ = −log p_y − λ H(p), and its slope in the logits."""
    log_p = log_softmax(z)
    p = np.exp(log_p)
    entropy = -(p * log_p).sum(axis=-1, keepdims=True)
    loss = -(target * log_p).sum(axis=-1) - np.squeeze(strength * entropy, axis=-1)
    return loss, p - target + strength * p * (log_p + entropy)


def best_gap(method, strength, classes):
    """The gap between the true class's logit and the others' where the loss of one example is least.

    With smoothing the probabilities then equal the smoothed target. With the penalty it is where λ · p · gap = 1.

    Examples
    --------
    >>> f"{best_gap('label smoothing', 0.1, 10):.3f}, {best_gap('confidence penalty', 0.25, 10):.3f}"
    '4.511, 4.429'
    """
    if strength == 0:
        return np.inf
    if method == "label smoothing":
        return float(np.log1p(classes * (1 - strength) / strength))
    gap = 1 / strength
    for _ in range(200):  # the gap comes closer to its place by a constant factor each time
        gap = (gap + (1 + (classes - 1) * np.exp(-gap)) / strength) / 2
    return float(gap)


def train_all(method, x, labels, classes):
    """The weights of one softmax regression for each strength, all trained side by side: shapes (S, d, C), (S, C)."""
    strengths = np.array(STRENGTHS)[:, None]
    many = len(STRENGTHS) * classes
    target = np.broadcast_to(np.eye(classes)[labels][:, None], (len(x), len(STRENGTHS), classes))

    def slope(z):
        rows = z.reshape(target.shape)
        if method == "label smoothing":
            pull = categorical_crossentropy_from_logits.gradient(smoothed(target, strengths), rows)
        else:
            pull = penalised(target, rows, strengths)[1]
        return pull.reshape(len(x), many)

    # Softmax curves by ½ at most, so descent is stable up to a rate of 4 over the largest eigenvalue.
    rate = 3 / max(1.0, np.linalg.eigvalsh(x.T @ x / len(x))[-1])
    model = LinearModel(np.zeros((x.shape[1], many)), np.zeros(many))
    for _ in range(10):  # in pieces, for a path keeps every model on its way
        model = train_linear(x, slope, start=model, rate=rate, steps=_STEPS // 10)[-1]
    weights = model.weights.reshape(x.shape[1], len(STRENGTHS), classes)
    return np.moveaxis(weights, 1, 0), model.bias.reshape(len(STRENGTHS), classes)


def calibration_curve(p, labels):
    """The share of the examples, the mean confidence and the accuracy in each tenth of the confidences.

    Examples
    --------
    >>> share, confidence, accuracy = calibration_curve(np.array([[0.9, 0.1], [0.05, 0.95]]), np.array([0, 0]))
    >>> print(share[-1], confidence[-1], accuracy[-1])
    1.0 0.925 0.5
    """
    confidence, hit = p.max(axis=-1), p.argmax(axis=-1) == labels
    place = np.minimum((_BINS * confidence).astype(int), _BINS - 1)
    count = np.bincount(place, minlength=_BINS)
    with np.errstate(invalid="ignore"):  # an empty tenth has neither confidence nor accuracy
        sums = (np.bincount(place, weights=each, minlength=_BINS) for each in (confidence, hit))
        return count / len(labels), *(each / count for each in sums)


class CalibrationScene(Scene):
    """The loss over the logit gap, the calibration plot, and calibration error and error rate over the strength.

    The data are inputs of shape (n, d) with class numbers, for training and held out; `track` goes through the runs, as
    a progress bar does.
    """

    title = "Targets that are not quite sure: the loss, and how honest its model is"
    size = (800, 350)

    def __init__(self, x=None, labels=None, x_test=None, labels_test=None, track=iter):
        if x is None:
            x, labels, x_test, labels_test = four_clouds()
        x, x_test = np.asarray(x, dtype=float), np.asarray(x_test, dtype=float)
        self.labels, self.labels_test = np.asarray(labels), np.asarray(labels_test)
        self.classes = int(self.labels.max()) + 1
        middle = x.mean(axis=0)
        self.target = np.eye(self.classes)[0]
        self.logits = np.concatenate([_GAPS[:, None], np.zeros((len(_GAPS), self.classes - 1))], axis=1)
        self.results = {}
        for method in track(METHODS):
            weights, bias = train_all(method, x - middle, self.labels, self.classes)
            for strength, w, b in zip(STRENGTHS, weights, bias, strict=True):
                self.results[method, strength] = self._result(softmax((x_test - middle) @ w + b))
        super().__init__()

    def _result(self, p):
        share, confidence, accuracy = calibration_curve(p, self.labels_test)
        return {
            "share": share,
            "confidences": confidence,
            "accuracies": accuracy,
            "ece": float(np.nansum(share * np.abs(accuracy - confidence))),
            "accuracy": float((p.argmax(axis=-1) == self.labels_test).mean()),
            "confidence": float(p.max(axis=-1).mean()),
        }

    def _loss(self, method, strength, logits):
        target = np.broadcast_to(self.target, logits.shape)
        if method == "label smoothing":
            return categorical_crossentropy_from_logits(target, logits, label_smoothing=strength)
        return penalised(target, logits, strength)[0]

    def build(self):
        left, middle, right = self.figure.subplots(1, 3, width_ratios=(1, 1, 0.9))
        self.look = style.of(categorical_crossentropy_from_logits)
        self._build_loss(left)
        self._build_calibration(middle)
        self._build_errors(right)

    def _build_loss(self, ax):
        ax.set_title("Loss of one example")
        ax.set_xlabel(f"gap: logit of the true class,\nthe other {self.classes - 1} being 0")
        ax.set_ylabel("loss ℓ")
        ax.set_xlim(_GAPS[0], _GAPS[-1])
        ax.set_ylim(-0.6, 5.5)
        ax.plot(_GAPS, self._loss(METHODS[0], 0.0, self.logits), color="#b9c2cc", linewidth=6)
        ax.text(
            0.97, 0.95, "pale: α = λ = 0\n◆ least loss", color=style.MUTED, ha="right", va="top", transform=ax.transAxes
        )
        self.floor = self.move(ax.axhline(np.nan, color=style.MUTED, linewidth=1, linestyle=(0, (4, 3))))
        self.curve = self.move(ax.plot([], [], **self.look)[0])
        self.least = self.move(
            ax.plot([], [], "D", color=self.look["color"], markeredgecolor="white", markersize=10)[0]
        )

    def _build_calibration(self, ax):
        ax.set_title("Calibration, held out")
        ax.set_xlabel("confidence: largest p\n(bars: share of the examples)")
        ax.set_ylabel("share that is right")
        ax.set_xlim(0, 1.04)
        ax.set_ylim(0, 1.04)
        ax.plot([0, 1], [0, 1], color=style.MUTED, linewidth=1)
        ax.text(0.02, 1.02, "above: too modest\nbelow: too sure", color=style.MUTED, va="top", size=10.5)
        self.bars = self.move(ax.stairs(np.zeros(_BINS), np.linspace(0, 1, _BINS + 1), fill=True, color="#b9c2cc"))
        self.gaps = self.move(ax.plot([], [], color=style.ACCENT, linewidth=2)[0])
        self.dots = self.move(ax.plot([], [], "o", color=style.DATA, markersize=8)[0])

    def _build_errors(self, ax):
        ax.set_title("Over the strength")
        ax.set_xlabel("α or λ")
        ax.set_xlim(-0.01, STRENGTHS[-1] + 0.01)
        self.highest = max(max(result["ece"], 1 - result["accuracy"]) for result in self.results.values())
        ax.set_ylim(0, 1.4 * self.highest)
        looks = {"ece": (style.ACCENT, "-"), "error": (style.PALETTE[0], style.DASHES[1])}
        self.lines = {
            name: self.move(ax.plot([], [], color=colour, linestyle=dashes)[0])
            for name, (colour, dashes) in looks.items()
        }
        ax.legend(self.lines.values(), ["calibration error", "error rate"], loc="upper left", handlelength=2.2)
        self.cursor = self.move(ax.plot([], [], color=style.CURSOR, linewidth=1, linestyle=":")[0])
        self.now = self.move(
            ax.scatter([0, 0], [0, 0], s=60, c=[look[0] for look in looks.values()], edgecolors="white")
        )

    def update(self, *, strength, method):
        self.strength, self.method = strength, method
        self.result = self.results[method, strength]
        self.gap = best_gap(method, strength, self.classes)
        self.curve.set_data(_GAPS, self._loss(method, strength, self.logits))
        self.lowest = 0.0
        if strength:
            at_best = np.zeros((1, self.classes))
            at_best[0, 0] = self.gap
            self.lowest = round(float(self._loss(method, strength, at_best)[0]), 10) + 0.0  # no −0.000
        seen = self.gap < _GAPS[-1]
        self.least.set_data([self.gap] if seen else [], [self.lowest] if seen else [])
        self.floor.set_ydata([self.lowest, self.lowest])
        self._update_calibration()
        every = [self.results[method, each] for each in STRENGTHS]
        self.lines["ece"].set_data(STRENGTHS, [each["ece"] for each in every])
        self.lines["error"].set_data(STRENGTHS, [1 - each["accuracy"] for each in every])
        self.cursor.set_data([strength, strength], [0, 1.08 * self.highest])
        self.now.set_offsets([(strength, self.result["ece"]), (strength, 1 - self.result["accuracy"])])

    def _update_calibration(self):
        share, confidence, accuracy = (self.result[name] for name in ("share", "confidences", "accuracies"))
        some = share >= _FEW
        none = np.full(some.sum(), np.nan)
        x = np.column_stack([confidence[some], confidence[some], none]).ravel()
        self.gaps.set_data(x, np.column_stack([confidence[some], accuracy[some], none]).ravel())
        self.dots.set_data(confidence[some], accuracy[some])
        self.bars.set_data(share)

    def describe(self):
        return (
            f"Three panels. The loss of one example over the gap between the logit of its true class and the other "
            f"{self.classes - 1}; a calibration plot of held-out predictions, accuracy over confidence; and the "
            f"calibration error and error rate over the strength. {self._in_words()}."
        )

    def readout(self):
        return self._in_words()

    def _in_words(self):
        where = f"at a gap of {self.gap:.2f}" if np.isfinite(self.gap) else "never reached"
        return (
            f"{self.method} {_SYMBOLS[self.method]} = {self.strength:.2f} · least loss {self.lowest:.3f}, {where} · "
            f"held out: accuracy {self.result['accuracy']:.3f}, mean confidence {self.result['confidence']:.3f}, "
            f"calibration error {self.result['ece']:.3f}"
        )
