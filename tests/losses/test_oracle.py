"""Value and gradient of every loss against numbers that were made elsewhere, to 50 digits, and kept as data."""

import json
from pathlib import Path

import numpy as np
import pytest

from lossviz import LOSSES

CASES = json.loads((Path(__file__).parents[1] / "data" / "oracle.json").read_text("utf-8"))
ULPS = 4
CANCELS = {"kl_divergence", "poisson", "gaussian_nll", "cosine_distance", "dice", "tversky"}  # or soft targets


def numbers(data):
    return np.array(data, dtype=float)


def agree(result, data, largest, kinks=()):
    """Within 4 ulp, of `largest` at least; nan in the data means undefined."""
    truth = numbers(data)
    result = np.asarray(result, dtype=float)
    assert result.shape == truth.shape
    known = ~np.isnan(truth)
    known.flat[list(kinks)] = False
    infinite = known & np.isinf(truth)
    np.testing.assert_array_equal(result[infinite], truth[infinite])
    finite = known & np.isfinite(truth)
    allowed = ULPS * np.spacing(np.maximum(np.abs(truth[finite]), largest))
    np.testing.assert_array_less(np.abs(result[finite] - truth[finite]), np.nextafter(allowed, np.inf))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["loss"])
def test_agrees_with_the_oracle(case):
    """Within 4 ulp everywhere; where terms cancel or p is clipped, of 1 at least."""
    loss = LOSSES[case["loss"]]
    tunables = {name: float(value) if isinstance(value, str) else value for name, value in case["params"].items()}
    given = {name: numbers(value) for name, value in case["inputs"].items()}
    soft = "y_true" in given and np.any((given["y_true"] > 0) & (given["y_true"] < 1))
    soft = soft or tunables.get("label_smoothing")
    clipped = tunables.get("epsilon")  # the data clip at 1 − ε rounded to float64
    largest = 1.0 if loss.name in CANCELS or soft or clipped else 0.0
    agree(loss(**given, **tunables), case["value"], largest)
    slopes = loss.gradient(**given, **tunables)
    slopes = dict(zip(loss.predictions, slopes if isinstance(slopes, tuple) else (slopes,), strict=True))
    for name, truth in case["gradient"].items():
        if name in slopes:
            agree(slopes[name], truth, largest, case.get("kinks", {}).get(name, ()))


def test_every_kind_of_loss_is_among_the_cases():
    """The data have cases of every family."""
    assert {LOSSES[case["loss"]].family for case in CASES} == {loss.family for loss in LOSSES.values()}
