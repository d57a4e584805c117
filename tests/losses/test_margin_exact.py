"""The margin losses against 50-digit arithmetic."""

import warnings

import numpy as np
import pytest
from mpmath import mpf, workdps

import lossviz
from tests.exact import margin as exact
from tests.exact.ulps import ulps

NAMES = ["hinge", "squared_hinge", "logistic", "exponential", "perceptron", "modified_huber"]


def inputs():
    """Labels and scores: from 1e-300 to 1e150, around every join, far out, and where exp is subnormal."""
    random = np.random.default_rng(1)
    wide = random.choice([-1, 1], 600) * 10 ** random.uniform(-300, 150, 600)
    near = random.choice([-1, 1], 400) * 10 ** random.uniform(-17, 0, 400)
    scores = np.concatenate(
        [
            *(wide, near, 1 + near, -1 + near, random.normal(0, 3, 400)),
            *(random.uniform(-1e4, 1e4, 200), random.uniform(-760, 760, 400)),
            [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 745.0, -709.78],
        ]
    )
    return random.choice([-1.0, 1.0], scores.size), scores


@pytest.mark.parametrize("name", NAMES)
def test_value_and_slope_are_within_2_ulp(name):
    """Value and slope of every margin loss are within 2 ulp; at a kink the slope lies between those on its sides."""
    labels, scores = inputs()
    loss = getattr(lossviz, name)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values, slopes = loss(labels, scores), loss.gradient(labels, scores)
    with workdps(60):
        for y, s, value, slope in zip(labels, scores, values, slopes, strict=True):
            assert ulps(value, getattr(exact, name)(mpf(y), mpf(s))) <= 2, (y, s)
            ends = getattr(exact, f"{name}_slopes")(mpf(y), mpf(s))
            if ends[0] == ends[1]:
                assert ulps(slope, ends[0]) <= 2, (y, s)
            else:
                assert min(ends) <= slope <= max(ends), (y, s)


@pytest.mark.parametrize("name", NAMES)
def test_float32_is_the_exact_result_rounded(name):
    """With float32 scores value and slope are float32 and the float64 results rounded."""
    labels, scores = inputs()
    loss = getattr(lossviz, name)
    narrow = scores[np.abs(scores) < 1e30].astype(np.float32)
    labels = labels[np.abs(scores) < 1e30].astype(np.float32)
    for function in (loss, loss.gradient):
        with np.errstate(over="ignore"):
            rounded = function(labels, narrow.astype(float)).astype(np.float32)
        assert function(labels, narrow).dtype == np.float32
        np.testing.assert_array_equal(function(labels, narrow), rounded)


@pytest.mark.parametrize(
    ("name", "right", "wrong", "slope"),
    [
        ("hinge", 0, np.inf, -1),
        ("squared_hinge", 0, np.inf, -np.inf),
        ("logistic", 0, np.inf, -1),
        ("exponential", 0, np.inf, -np.inf),
        ("perceptron", 0, np.inf, -1),
        ("modified_huber", 0, np.inf, -4),
    ],
)
def test_infinite_scores_give_the_limits(name, right, wrong, slope):
    """A score of ±∞ gives the limit of value and slope, on the right side 0 for both."""
    loss = getattr(lossviz, name)
    np.testing.assert_array_equal(loss([1, 1], [np.inf, -np.inf]), [right, wrong])
    np.testing.assert_array_equal(loss.gradient([1, 1], [np.inf, -np.inf]), [0, slope])


@pytest.mark.parametrize("name", NAMES)
def test_flat_pieces_are_plus_zero(name):
    """No margin loss returns −0.0 where it is flat, so that a table of numbers reads 0."""
    loss = getattr(lossviz, name)
    labels, scores = np.array([1.0, -1.0, 1.0, -1.0]), np.array([5.0, -5.0, 0.0, 0.0])
    for result in (loss(labels, scores), loss.gradient(labels, scores)):
        assert not np.any(np.signbit(result) & (result == 0)), name
