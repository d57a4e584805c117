"""Logistic regression and linear models under descent, against published numbers and each other."""

import numpy as np
import pytest

from lossviz.fitting import LinearModel, logistic_regression, standardised, train_linear
from lossviz.losses import binary_crossentropy_from_logits, categorical_crossentropy_from_logits, sigmoid

RNG = np.random.default_rng(3)
X = RNG.normal(size=(60, 2))
LABELS = (RNG.uniform(size=60) < sigmoid(1.5 * X[:, 0] - X[:, 1] + 0.3)).astype(float)


def slope(z):
    return binary_crossentropy_from_logits.gradient(LABELS, z)


def test_hours_of_study_and_a_pass():
    """The twenty students of a textbook example: coefficient 1.5046 an hour, intercept −4.0777."""
    hours = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5]
    passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1]
    model = logistic_regression(np.array(hours)[:, None], passed)
    assert [model.weights[0], model.bias] == pytest.approx([1.5046, -4.0777], abs=5e-5)


@pytest.mark.parametrize("penalty", [0.0, 0.1])
def test_newton_and_descent_find_the_same_model(penalty):
    """Gradient descent on the same cost ends where Newton's method ends."""
    fitted = logistic_regression(X, LABELS, penalty=penalty)
    path = train_linear(X, slope, start=LinearModel(np.zeros(2), 0.0), rate=1.0, steps=2000, penalty=penalty)
    assert [*path[-1].weights, path[-1].bias] == pytest.approx([*fitted.weights, fitted.bias], abs=1e-6)
    assert len(path) == 2001


def test_a_weight_of_two_is_an_example_twice():
    """Weights count examples: doubling one equals writing it down twice."""
    weights = np.ones(60)
    weights[7] = 2
    twice = logistic_regression(np.vstack([X, X[7]]), np.append(LABELS, LABELS[7]))
    weighted = logistic_regression(X, LABELS, weights=weights)
    assert weighted.weights == pytest.approx(twice.weights, rel=1e-8)


def test_two_outputs_under_softmax_are_one_under_sigmoid():
    """The difference of two softmax columns, trained at half the rate, follows the single sigmoid output."""
    one = train_linear(X, slope, start=LinearModel(np.zeros(2), 0.0), rate=1.0, steps=50)[-1]
    hot = np.column_stack([1 - LABELS, LABELS])
    two = train_linear(
        X,
        lambda z: categorical_crossentropy_from_logits.gradient(hot, z),
        start=LinearModel(np.zeros((2, 2)), np.zeros(2)),
        rate=0.5,
        steps=50,
    )[-1]
    assert two.weights[:, 1] - two.weights[:, 0] == pytest.approx(one.weights, rel=1e-9)


def test_separable_classes_need_a_penalty():
    """Where a plane separates the classes there is no least cost; the error says so, and a penalty cures it."""
    x, labels = np.array([[-1.0], [1.0]]), [0, 1]
    with pytest.raises(ValueError, match="no minimum: a plane separates the classes; set penalty"):
        logistic_regression(x, labels)
    assert logistic_regression(x, labels, penalty=0.1).weights[0] > 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"x": X[:, 0]}, r"x has shape \(60,\): give a table"),
        ({"labels": LABELS[:5]}, r"labels has shape \(5,\): give one for each of the 60 rows"),
        ({"labels": LABELS + 1}, "labels must hold 0 and 1"),
        ({"weights": -np.ones(60)}, "weights must be one number for each example"),
    ],
)
def test_bad_input_is_named(given, words):
    """Each faulty argument is named with its cure."""
    with pytest.raises(ValueError, match=words):
        logistic_regression(**({"x": X, "labels": LABELS} | given))


def test_standardised_columns():
    """Each column has mean 0 and deviation 1; another table is measured by the first one's mean and deviation."""
    done = standardised(X * 7 + 3)
    assert done.mean(axis=0) == pytest.approx(0, abs=1e-12) and done.std(axis=0) == pytest.approx(1)
    assert standardised(X, like=X[:30])[:30] == pytest.approx(standardised(X[:30]))
    with pytest.raises(ValueError, match="column 1 of x never changes"):
        standardised(np.column_stack([X[:, 0], np.ones(60)]))
