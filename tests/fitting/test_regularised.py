"""Penalised logistic regression: Newton's method for L2, the conditions of optimality for L1."""

import numpy as np
import pytest

from lossviz.fitting import logistic_regression, regularised_logistic
from lossviz.losses import sigmoid

RNG = np.random.default_rng(6)
X = RNG.normal(size=(80, 5))
X[:, 1] = X[:, 0] + 0.1 * X[:, 1]
LABELS = (RNG.uniform(size=80) < sigmoid(2 * X[:, 0] - X[:, 3])).astype(float)


def slopes(model):
    """The slopes of the mean cross-entropy in each weight and in the bias."""
    away = sigmoid(model(X)) - LABELS
    return away @ X / len(X), away.mean()


@pytest.mark.parametrize("penalty", [0.001, 0.1, 10.0])
def test_l2_is_what_newton_finds(penalty):
    """The same cost, another method, the same model."""
    newton = logistic_regression(X, LABELS, penalty=penalty)
    ours = regularised_logistic(X, LABELS, penalty=penalty, norm="L2")
    assert [*ours.weights, ours.bias] == pytest.approx([*newton.weights, newton.bias], abs=1e-5)


@pytest.mark.parametrize("penalty", [0.003, 0.03, 0.2])
def test_l1_meets_its_conditions(penalty):
    """A weight that is not 0 has the slope −λ times its sign, one that is 0 at most λ, the bias none."""
    model = regularised_logistic(X, LABELS, penalty=penalty)
    slope, of_bias = slopes(model)
    alive = model.weights != 0
    assert alive.any() and not alive.all()
    assert slope[alive] == pytest.approx(-penalty * np.sign(model.weights[alive]), abs=1e-6)
    assert (np.abs(slope[~alive]) <= penalty).all()
    assert of_bias == pytest.approx(0, abs=1e-6)


def test_above_the_largest_slope_every_weight_is_zero():
    """With all weights 0 the model says the share of positives, and it stays so while λ exceeds every slope there."""
    share = LABELS.mean()
    largest = np.abs((share - LABELS) @ X / len(X)).max()
    model = regularised_logistic(X, LABELS, penalty=1.01 * largest)
    assert not model.weights.any()
    assert model.bias == pytest.approx(np.log(share / (1 - share)))
    assert np.count_nonzero(regularised_logistic(X, LABELS, penalty=0.99 * largest).weights) == 1


def test_the_start_does_not_change_the_answer():
    """A model of another λ as the start leads to the same model."""
    start = regularised_logistic(X, LABELS, penalty=0.1)
    warm, cold = (regularised_logistic(X, LABELS, penalty=0.01, start=each) for each in (start, None))
    assert warm.weights == pytest.approx(cold.weights, abs=1e-6)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"penalty": 0.0}, "penalty must be greater than 0; got 0.0"),
        ({"norm": "L3"}, "norm is one of L1, L2; got 'L3'"),
        ({"labels": LABELS[:3]}, r"labels has shape \(3,\): give one for each of the 80 rows"),
        ({"labels": LABELS + 1}, "labels must hold 0 and 1"),
    ],
)
def test_bad_input_is_named(given, words):
    """Each faulty argument is named with its cure."""
    with pytest.raises(ValueError, match=words):
        regularised_logistic(**({"x": X, "labels": LABELS, "penalty": 0.1} | given))
