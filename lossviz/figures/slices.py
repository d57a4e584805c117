"""A loss along one line: over its own axis where it takes single numbers, else through the space of its vectors.

A loss of whole vectors is shown on a small example of which one number moves. What is moved and what is held follows
from the loss's facts alone, so a new loss is drawn like the others.
"""

from dataclasses import dataclass

import numpy as np

from .axis import PROBABILITY, axis_of
from .curves import curve

POINTS = 121
SOFT = (0.7, 0.2, 0.1)  # a target that is a distribution itself
_LOGITS = (-5.0, 5.0)
_ANY = (-4.0, 4.0)


@dataclass(frozen=True)
class Slice:
    """Losses and slopes at the places `x` of a line; `words` say what moves and what is held meanwhile, if anything.

    The slope has a gap (nan) where it jumps.
    """

    label: str
    symbol: str
    words: str
    x: np.ndarray
    value: np.ndarray
    slope: np.ndarray

    def read(self, place):
        """The loss and the slope at the listed place next to `place`, as two floats."""
        at = int(np.argmin(np.abs(self.x - place)))
        return float(self.value[at]), float(self.slope[at])

    def describe(self, slope=True):
        """What a picture of it shows, with the numbers at both ends and in the middle."""
        return f"{'Loss and slope' if slope else 'Loss'} over the {self.label}: {self.numbers(slope)}."

    def numbers(self, slope=True):
        """The losses at both ends and in the middle, in words; with `slope` the slopes as well."""
        places = [self.x[0], (self.x[0] + self.x[-1]) / 2, self.x[-1]]
        losses, slopes = zip(*map(self.read, places), strict=True)
        losses, slopes, at = (", ".join(map(_say, numbers)) for numbers in (losses, slopes, places))
        return f"loss {losses}{f' and slope {slopes}' if slope else ''} at {self.symbol} = {at}"


@dataclass(frozen=True)
class _Line:
    """A line through the predictions of a small example: `start + x · step` for each of them."""

    label: str
    symbol: str
    words: str
    low: float
    high: float
    targets: tuple
    starts: tuple
    steps: tuple

    def slice(self, loss):
        x = np.linspace(self.low, self.high, POINTS)
        batches = [np.array([each]) for each in x] if loss.layout == "square" else [x]
        values, slopes = (np.concatenate(parts) for parts in zip(*(self._at(loss, b) for b in batches), strict=True))
        return Slice(self.label, self.symbol, self.words, x, values, slopes)

    def _at(self, loss, x):
        """The loss at the places `x`, and its slope along the line."""
        targets = [np.array([target] * x.size) for target in self.targets]
        moved = [start + np.multiply.outer(x, step) for start, step in zip(self.starts, self.steps, strict=True)]
        if loss.layout == "square":  # takes one matrix, with a loss for each row
            moved = [matrix[0] for matrix in moved]
        slopes = loss.gradient(*targets, *moved)
        slopes = slopes if isinstance(slopes, tuple) else (slopes,)
        along = sum(
            (slope * step).reshape(x.size, -1).sum(axis=1) for slope, step in zip(slopes, self.steps, strict=True)
        )
        return np.ravel(loss(*targets, *moved))[: x.size], along


def _say(number):
    """Three digits, or a word where the slope jumps."""
    return "a jump" if np.isnan(number) else f"{number + 0.0:.3g}".replace("-", "−")


def slice_of(loss):
    """The loss along one line at its default tunables, or None where its arrays fit together in a way unknown here.

    Examples
    --------
    >>> from lossviz import dice, huber
    >>> slice_of(huber).read(3.0)
    (2.5, 1.0)
    >>> slice_of(dice).words
    'the probability p of the two pixels of the object moves; two other pixels stay at 0'
    """
    if loss.elementwise:
        return _along_its_axis(loss)
    line = _LINES.get(loss.layout)
    return line(loss).slice(loss) if line else None


def _along_its_axis(loss):
    axis = axis_of(loss)
    held = {name: span.start for name, span in axis.held.items()}
    tunables = {name: fact.default for name, fact in loss.tunables.items()}
    x, value, slope, _ = curve(loss, axis, held, tunables)
    stay = ", ".join(f"{name} = {number:g}" for name, number in held.items())
    words = f"the {axis.label} moves, at {stay}" if stay else ""
    return Slice(axis.label, axis.symbol, words, x, value, slope)


def _classes(loss):
    """Three classes, the first of them true; or, where distributions are compared, a soft target."""
    ((_, target),), (domain,) = loss.targets.items(), loss.predictions.values()
    soft = target.sums_to_one and set(loss.suits) == {"distribution"}
    y = np.array(SOFT if soft else (1.0, 0.0, 0.0))
    given = 0 if loss.layout == "labels" else y
    said = f"the target is {SOFT}" if soft else "it is the right one of three classes"
    if not domain.sums_to_one:
        words = f"the logit z of the first class moves, the others stay at 0; {said}"
        return _Line("logit z", "z", words, *_LOGITS, (given,), (np.zeros(3),), (np.eye(3)[0],))
    rest = np.array([0.0, *(y[1:] / y[1:].sum() if soft else (0.5, 0.5))])
    words = f"the probability p of the first class moves, the others share the rest; {said}"
    span = (PROBABILITY.low, PROBABILITY.high)
    return _Line("probability p", "p", words, *span, (given,), (rest,), (np.eye(3)[0] - rest,))


def _vectors(loss):
    """One entry of a short vector moves; of a mask, the pixels of the object."""
    domain = next(iter(loss.predictions.values()))
    if loss.targets and (domain.low, domain.high) == (0.0, 1.0):
        mask = np.array([1.0, 1.0, 0.0, 0.0])
        words = "the probability p of the two pixels of the object moves; two other pixels stay at 0"
        return _Line("probability p", "p", words, 0.0, 1.0, (mask,), (0 * mask,), (mask,))
    first, second = np.eye(2)
    name = f"{domain.quantity} {domain.symbol}"
    targets = tuple(first for _ in loss.targets)
    others = len(loss.predictions) - 1
    starts = (second if targets else 0 * second, *([np.zeros(2)] * others))
    steps = (first, *([np.zeros(2)] * others))
    held = "the second is 1, and the target is (1, 0)" if targets else "all other numbers are 0"
    words = f"the first entry of the {name} moves; {held}"
    return _Line(name, domain.symbol, words, *(domain.shown or _ANY), targets, starts, steps)


def _pairs(loss):
    """Three pairs: what belongs together moves, all else stays at 0."""
    (domain,) = loss.predictions.values()
    name = f"{domain.quantity} {domain.symbol}"
    words = f"the {name} of one true pair moves; those of two other true pairs are {domain.shown[1]:g}, all else is 0"
    corner, others = np.diag([1.0, 0.0, 0.0]), domain.shown[1] * np.diag([0.0, 1.0, 1.0])
    return _Line(name, domain.symbol, words, *domain.shown, (), (others,), (corner,))


_LINES = {
    "classes": _classes,
    "labels": _classes,
    "classes_or_labels": _classes,
    "last_axis": _vectors,
    "square": _pairs,
}
