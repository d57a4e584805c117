"""The recorded answers in `tests/data/oracle.json`: values and gradients to 50 digits, rounded to float64."""

import json
from pathlib import Path

import mpmath
import numpy as np

from tests.exact.ulps import ulps

CASES = json.loads((Path(__file__).parents[1] / "data" / "oracle.json").read_text("utf-8"))


def recorded(name):
    """The cases of one loss: (inputs, tunables, value, gradient), as arrays."""
    return [
        (
            {argument: np.array(numbers, dtype=float) for argument, numbers in case["inputs"].items()},
            case["params"],
            np.array(case["value"], dtype=float),
            np.array(case["gradient"]["y_pred"], dtype=float),
        )
        for case in CASES
        if case["loss"] == name
    ]


def farthest(results, answers, largest_term=None):
    """The largest distance in ulp from recorded answers; those that are nan are undefined and count for nothing."""
    pairs = zip(np.ravel(results), np.ravel(answers), strict=True)
    return max(ulps(result, mpmath.mpf(answer), largest_term) for result, answer in pairs if not np.isnan(answer))
