"""Which numbers an argument may hold: intervals with a name, checked in one place."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Domain:
    """An interval of the real line, with the words the reader sees.

    `quantity` and `symbol` name the axis of a figure; `wants` is the end of the sentence "y_pred must be …".
    `sums_to_one` marks distributions: the last axis holds one probability for each class. `shown` is the part that a
    figure shows, where that is not plain from the ends.
    """

    quantity: str
    symbol: str
    wants: str
    low: float = -np.inf
    high: float = np.inf
    open_low: bool = False
    open_high: bool = False
    sums_to_one: bool = False
    shown: tuple[float, float] | None = None

    def holds(self, values):
        """True where a value lies in the domain; NaN counts as inside, for it passes through the losses."""
        below = values <= self.low if self.open_low else values < self.low
        above = values >= self.high if self.open_high else values > self.high
        return np.logical_not(below | above)

    def check(self, name, values, cure=""):
        """Raise a `ValueError` that names the first value outside the domain and says what is wanted."""
        inside = self.holds(values)
        if not np.all(inside):
            first = np.asarray(values)[~np.asarray(inside)].flat[0]
            raise ValueError(f"{name} must be {self.wants}; got {float(first):g}{cure}")


@dataclass(frozen=True)
class Choices(Domain):
    """A domain of a few separate values, such as the labels −1 and +1."""

    values: tuple = ()

    def holds(self, values):
        return np.isin(values, self.values) | np.isnan(values)


@dataclass(frozen=True)
class NonZero(Domain):
    """The real line without 0, for what is divided by."""

    def holds(self, values):
        return np.asarray(values) != 0


REAL = Domain("prediction", "ŷ", "a real number")
POSITIVE = Domain("prediction", "ŷ", "greater than 0", low=0.0, open_low=True)
NON_ZERO = NonZero("prediction", "ŷ", "different from 0")
NON_NEGATIVE = Domain("prediction", "ŷ", "at least 0", low=0.0)
ABOVE_MINUS_ONE = Domain("prediction", "ŷ", "greater than -1", low=-1.0, open_low=True)
FRACTION = Domain("fraction", "q", "between 0 and 1, both excluded", low=0.0, high=1.0, open_low=True, open_high=True)
PROBABILITY = Domain("probability", "p", "a probability between 0 and 1", low=0.0, high=1.0)
DISTRIBUTION = Domain("probability", "p", "a probability between 0 and 1", low=0.0, high=1.0, sums_to_one=True)
LOGIT = Domain("logit", "z", "a real number")
SCORE = Domain("score", "s", "a real number")
SIGN = Choices("label", "y", "-1 or +1 (labels 0 and 1: use 2 * y - 1)", low=-1.0, high=1.0, values=(-1.0, 1.0))
