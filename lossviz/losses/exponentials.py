"""Sigmoids and softmaxes of logits to the last digits, however far out the logits lie; arrays of float64 only."""

import functools
from dataclasses import dataclass

import numpy as np

from .compensated import two_product, two_sum
from .totals import total

SUBNORMAL = 1e-300  # below, numbers soon have fewer digits, which a factor above 1 would bring to light
EXP_SUBNORMAL = -690.0  # and below this exponent, powers of e


def logistic(z):
    """1 / (1 + exp(−z)); exp only ever sees −\\|z\\|, so it cannot overflow, and small results keep their digits."""
    small = np.exp(-np.abs(z))
    return np.where(z < 0, small, 1.0) / (1.0 + small)


def log1p_exp(z):
    """log(1 + exp(z)): the larger of 0 and z, plus what the other one adds."""
    return np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))


def times_exp(factor, u, error=0.0):
    """factor · exp(u + error) for u ≤ 0 and a tiny error, right also where exp(u) alone would be subnormal."""
    product = factor * np.exp(u)
    far = u < EXP_SUBNORMAL
    if far.any():
        half = np.exp(u / 2)
        product = np.where(far, half * factor * half, product)
    return product + product * error


@dataclass(frozen=True)
class Softmax:
    """The rows p = softmax(z / T), kept in the parts from which logarithms and slopes lose no digits.

    `drop` + `error` is (z − max z) / T, at most 0; `leads` marks one largest logit in each row; `rest` is the sum of
    the other exponentials, so that 1 + rest is what the softmax divides by.
    """

    drop: np.ndarray
    error: np.ndarray
    leads: np.ndarray
    rest: np.ndarray

    @classmethod
    def of(cls, z, temperature=1.0):
        """The softmax along the last axis. A NaN, two logits of +∞, or nothing but −∞ make the row NaN."""
        leads = _first_largest(z)
        peak = z.max(axis=-1, keepdims=True)
        drop, error = _quotient(*two_sum(z, -peak), temperature)
        drop = np.where(leads, np.where(np.isnan(peak), np.nan, 0.0), drop)  # the leader's own drop, were it ∞ − ∞
        error = np.where(np.isfinite(error), error, 0.0)  # beyond 1e300 it is nan, and exp(drop) is 0 or 1
        rest = total(np.where(leads, 0.0, times_exp(1.0, drop, error)))
        return cls(drop, error, leads, rest)

    def log(self):
        """log p: two parts that are both at most 0, so nothing cancels."""
        return self.drop - np.log1p(self.rest)

    @functools.cached_property
    def divisor(self):
        """1 + rest, with the errors of both that sum and the drop settled in it: one rounding for all."""
        whole, low = two_sum(1.0, self.rest)
        return whole + (low - whole * self.error)

    def times(self, factor):
        """factor · p."""
        return times_exp(factor, self.drop) / self.divisor

    def rest_times(self, factor):
        """factor · rest, one factor for each row."""
        product = factor * self.rest
        tiny = self.rest < SUBNORMAL
        if tiny.any():
            product = np.where(
                tiny, total(np.where(self.leads, 0.0, times_exp(factor, self.drop, self.error))), product
            )
        return product

    def leaders(self, values):
        """What stands in each row where its largest logit is."""
        return total(np.where(self.leads, values, 0.0))


def _first_largest(values):
    return np.arange(values.shape[-1]) == values.argmax(axis=-1)[..., None]


def _quotient(number, error, divisor):
    """(number + error) / divisor as a quotient and what is left of it."""
    if divisor == 1:
        return number, error
    quotient = number / divisor
    product, low = two_product(quotient, divisor)
    return quotient, ((number - product) - low + error) / divisor
