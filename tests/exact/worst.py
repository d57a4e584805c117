"""The worst of many results, each measured against a 60-digit answer that is given as a list of terms to be added."""

import mpmath
import numpy as np

from tests.exact.links import numbers
from tests.exact.ulps import ulps

DIGITS = 60


def worst_of_elements(results, terms, *arrays, **tunables):
    """The largest distance in ulp where `terms` answers for single numbers."""
    with mpmath.workdps(DIGITS):
        examples = zip(*(numbers(array.ravel()) for array in arrays), strict=True)
        return _worst(results, [terms(*example, **_exact(tunables)) for example in examples])


def worst_of_rows(results, terms, *arrays, **tunables):
    """The largest distance in ulp where `terms` answers for rows, with one number for each row."""
    with mpmath.workdps(DIGITS):
        return _worst(results, [terms(*example, **_exact(tunables)) for example in _rows(arrays)])


def worst_of_slopes(results, terms, *arrays, **tunables):
    """The largest distance in ulp where `terms` answers for rows, with one number for each entry."""
    with mpmath.workdps(DIGITS):
        return _worst(results, [entry for example in _rows(arrays) for entry in terms(*example, **_exact(tunables))])


def _exact(tunables):
    """Numbers taken as exact; None and tables stay as they are."""
    return {name: mpmath.mpf(value) if isinstance(value, float) else value for name, value in tunables.items()}


def _rows(arrays):
    return zip(*([numbers(row) for row in array.reshape(-1, array.shape[-1])] for array in arrays), strict=True)


def _worst(results, answers):
    flat = np.asarray(results).ravel()
    assert flat.size == len(answers)
    distances = [
        ulps(result, mpmath.fsum(terms), max(abs(term) for term in terms))
        for result, terms in zip(flat, answers, strict=True)
    ]
    return max(distances)
