"""What a loss says about itself beside its numbers: tunables, best constant, pieces."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .domains import REAL, Domain


@dataclass(frozen=True)
class Tunable:
    """A keyword of a loss that is a number: δ, τ, γ …

    `slider` is the range an explorer offers; `domain` is what the mathematics allows. `optional` tunables may be None,
    `infinite` ones may be infinite within their domain, and `arrays` allows one value per example.
    """

    default: float | None
    meaning: str
    symbol: str
    domain: Domain = REAL
    slider: tuple[float, float] | None = None
    optional: bool = False
    arrays: bool = False
    infinite: bool = False

    def check(self, name, value):
        """The value as a float (or a float array where that is allowed), or an error that names it."""
        if value is None and self.optional:
            return None
        number = np.asarray(value)
        if number.dtype.kind not in "biuf" or number.dtype.kind == "b":
            raise TypeError(f"{name} must be a number, {self.domain.wants}; got {value!r}")
        if number.ndim and not self.arrays:
            raise TypeError(f"{name} must be a single number; got an array of shape {number.shape}")
        if number.size == 0:
            raise ValueError(f"{name} is empty: give one number, or one for each example")
        number = number.astype(float)
        if np.isnan(number).any() or (np.isinf(number).any() and not self.infinite):
            raise ValueError(f"{name} must be finite and {self.domain.wants}; got {value!r}")
        self.domain.check(name, number)
        return number if number.ndim else float(number)


@dataclass(frozen=True)
class Switch:
    """A keyword of a loss that is either on or off."""

    default: bool
    meaning: str

    def check(self, name, value):
        """The value as a bool, or a `TypeError` that names it."""
        if not isinstance(value, (bool, np.bool_)):
            raise TypeError(f"{name} must be True or False; got {value!r}")
        return bool(value)


@dataclass(frozen=True)
class Table:
    """A keyword of a loss that is an array: a weight for each class, a cost for each confusion.

    None, the default, stands for the neutral table; `dimensions` is 1 for a vector and 2 for a square matrix.
    """

    meaning: str
    dimensions: int
    domain: Domain
    default: None = None

    def check(self, name, value):
        """The value as a float array of the right number of dimensions, or an error that names it."""
        if value is None:
            return None
        try:
            table = np.asarray(value)
        except ValueError as error:
            raise ValueError(f"{name} is ragged: give rows of equal length") from error
        if table.dtype.kind not in "iuf":
            raise TypeError(f"{name} must hold numbers; got {table.dtype}")
        if table.ndim != self.dimensions or (table.ndim == 2 and table.shape[0] != table.shape[1]) or not table.size:
            wanted = "one number for each class" if self.dimensions == 1 else "a square matrix, a row for each class"
            raise ValueError(f"{name} must be {wanted}; got shape {table.shape}")
        table = table.astype(float)
        if not np.isfinite(table).all():
            raise ValueError(f"{name} must be finite; it holds nan or infinity")
        self.domain.check(name, table)
        return table


@dataclass(frozen=True)
class BestConstant:
    """The one prediction for all examples that has the least mean loss.

    `words` names it; `of(y_true, **tunables)` computes it where there is a formula.
    """

    words: str
    of: Callable | None = None
