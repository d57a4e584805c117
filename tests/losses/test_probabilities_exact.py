"""Losses of probabilities against 60-digit answers, to the last digits and out to where float64 ends."""

import numpy as np
import pytest

from lossviz.losses.bounded import brier, generalized_crossentropy
from lossviz.losses.divergences import jensen_shannon, kl_divergence
from lossviz.losses.focal import binary_focal
from lossviz.losses.probabilities import (
    binary_crossentropy,
    categorical_crossentropy,
    sparse_categorical_crossentropy,
)
from tests.exact import probabilities as exact
from tests.exact.oracle import cases
from tests.exact.worst import worst_of_elements, worst_of_rows, worst_of_slopes

SEED = 20
SIZE = 300
LIMIT = 4.0

ENDS = [0.0, 5e-324, 1e-310, 1e-300, 1e-16, 0.5, 1 - 1e-3, 1 - 1e-10, 1 - 2.0**-53, 1.0]


def probabilities(rng, size):
    """Everyday ones, ones within 1e-300 of 0 or 1e-16 of 1, and the ends."""
    tiny = 10 ** rng.uniform(-300, 0, size)
    return np.concatenate([rng.uniform(0, 1, size), tiny, 1 - 10 ** rng.uniform(-16, 0, size), ENDS])


def labels_for(rng, size):
    """Hard and soft labels."""
    soft = np.concatenate([rng.uniform(0, 1, size), 10 ** rng.uniform(-300, 0, size), 1 - 10 ** rng.uniform(-16, 0, size)])
    return np.where(rng.uniform(size=3 * size) < 0.6, rng.integers(0, 2, 3 * size), soft)


def elements(rng, size=None):
    """Labels and probabilities of one shape, every end with both labels."""
    size = size or SIZE
    p = probabilities(rng, size)
    y = np.concatenate([labels_for(rng, size), np.ones(len(ENDS))])
    near = y[: size // 4] * (1 + rng.normal(0, 1e-9, size // 4))
    hard = np.concatenate([y, y[: size // 4], np.zeros(len(ENDS)), np.full(len(ENDS), 0.25)])
    return hard, np.concatenate([p, np.clip(near, 0, 1), ENDS, ENDS])


def rows(rng, size, classes):
    """Rows of probabilities: even and uneven ones, with entries down to 1e-300 and exact zeros."""
    even = rng.dirichlet(np.ones(classes), size)
    uneven = 10 ** rng.uniform(-300, 0, (size, classes))
    lead = np.arange(classes) == rng.integers(0, classes, (size, 1))
    uneven = np.where(lead, 1.0 - np.where(lead, 0, uneven).sum(axis=1, keepdims=True).clip(0, 0.5), uneven)
    uneven = uneven / np.maximum(uneven.sum(axis=1, keepdims=True), 1)
    zeros = np.where((rng.uniform(size=(size, classes)) < 0.3) & ~lead, 0, even)
    return np.concatenate([even, uneven, zeros / zeros.sum(axis=1, keepdims=True)])


def soft_rows(rng, size=None, classes=4):
    """Target rows and predicted rows: one-hot, soft, and soft ones close to the prediction."""
    size = size or SIZE // 2
    p = rows(rng, size, classes)
    one_hot = np.eye(classes)[rng.integers(0, classes, len(p))]
    close = np.clip(p * (1 + rng.normal(0, 1, p.shape) * 10 ** rng.uniform(-12, -1, (len(p), 1))), 0, 1)
    soft = np.concatenate([rows(rng, size, classes), close / close.sum(axis=1, keepdims=True)])
    soft = soft[rng.permutation(len(soft))[: len(p)]]
    close = close / close.sum(axis=1, keepdims=True)
    return np.concatenate([one_hot, soft, close]), np.concatenate([p, p, p])


@pytest.mark.parametrize("epsilon", [0.0, 1e-30, 1e-7, 0.01, 0.3])
def test_binary_crossentropy_is_exact(epsilon):
    """Value and slope of binary cross-entropy are within 4 ulp, clipped or not, with hard and soft labels."""
    y, p = elements(np.random.default_rng(SEED))
    p = np.concatenate([p, [epsilon, 1 - epsilon, np.nextafter(epsilon, 1), np.nextafter(1 - epsilon, 0)]])
    y = np.concatenate([y, [1.0, 0.0, 1.0, 0.0]])
    value, slope = binary_crossentropy(y, p, epsilon=epsilon), binary_crossentropy.gradient(y, p, epsilon=epsilon)
    assert worst_of_elements(value, exact.binary_crossentropy, y, p, epsilon=epsilon) <= LIMIT
    assert worst_of_elements(slope, exact.binary_crossentropy_slope, y, p, epsilon=epsilon) <= LIMIT


@pytest.mark.parametrize("epsilon", [0.0, 1e-7, 0.1])
def test_categorical_crossentropy_is_exact(epsilon):
    """Value and slope of categorical cross-entropy are within 4 ulp for one-hot and soft rows."""
    y, p = soft_rows(np.random.default_rng(SEED))
    value, slope = categorical_crossentropy(y, p, epsilon=epsilon), categorical_crossentropy.gradient(y, p, epsilon=epsilon)
    assert worst_of_rows(value, exact.categorical_crossentropy, y, p, epsilon=epsilon) <= LIMIT
    assert worst_of_slopes(slope, exact.categorical_crossentropy_slope, y, p, epsilon=epsilon) <= LIMIT


def test_sparse_is_categorical_with_one_hot_rows():
    """Class numbers and one-hot rows give equal bits, value and slope."""
    rng = np.random.default_rng(SEED)
    p = rows(rng, SIZE, 5)
    labels = rng.integers(0, 5, len(p))
    for epsilon in (0.0, 1e-3):
        np.testing.assert_array_equal(
            sparse_categorical_crossentropy(labels, p, epsilon=epsilon),
            categorical_crossentropy(np.eye(5)[labels], p, epsilon=epsilon),
        )
        np.testing.assert_array_equal(
            sparse_categorical_crossentropy.gradient(labels, p, epsilon=epsilon),
            categorical_crossentropy.gradient(np.eye(5)[labels], p, epsilon=epsilon),
        )


@pytest.mark.parametrize("loss", [brier, kl_divergence, jensen_shannon], ids=lambda loss: loss.name)
@pytest.mark.parametrize("classes", [2, 4, 30])
def test_distances_between_rows_are_exact(loss, classes):
    """Brier score, KL and Jensen–Shannon divergence are within 4 ulp, also where the rows almost agree."""
    y, p = soft_rows(np.random.default_rng(SEED), SIZE // classes, classes)
    assert worst_of_rows(loss(y, p), getattr(exact, loss.name), y, p) <= LIMIT
    assert worst_of_slopes(loss.gradient(y, p), getattr(exact, f"{loss.name}_slope"), y, p) <= LIMIT


@pytest.mark.parametrize("q", [1e-8, 0.05, 0.7, 0.999, 1.0])
def test_generalized_crossentropy_is_exact(q):
    """Generalized cross-entropy is within 4 ulp for q from nearly 0, where it is cross-entropy, to 1."""
    y, p = soft_rows(np.random.default_rng(SEED), SIZE // 3)
    assert worst_of_rows(generalized_crossentropy(y, p, q=q), exact.generalized_crossentropy, y, p, q=q) <= LIMIT
    slope = generalized_crossentropy.gradient(y, p, q=q)
    assert worst_of_slopes(slope, exact.generalized_crossentropy_slope, y, p, q=q) <= LIMIT


@pytest.mark.parametrize("alpha", [None, 0.25, 0.0])
@pytest.mark.parametrize("gamma", [0.0, 0.01, 0.5, 1.0, 2.0, 5.0, 10.0])
def test_binary_focal_is_exact(gamma, alpha):
    """Value and slope of the focal loss are within 4 ulp for every γ from 0 to 10, with hard and soft labels."""
    y, p = elements(np.random.default_rng(SEED), SIZE // 4)
    value, slope = binary_focal(y, p, gamma=gamma, alpha=alpha), binary_focal.gradient(y, p, gamma=gamma, alpha=alpha)
    assert worst_of_elements(value, exact.binary_focal, y, p, gamma=gamma, alpha=alpha) <= LIMIT
    assert worst_of_elements(slope, exact.binary_focal_slope, y, p, gamma=gamma, alpha=alpha) <= LIMIT
