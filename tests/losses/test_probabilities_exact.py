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
from tests.exact.oracle import farthest, recorded
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
    near_zero, near_one = 10 ** rng.uniform(-300, 0, size), 1 - 10 ** rng.uniform(-16, 0, size)
    soft = np.concatenate([rng.uniform(0, 1, size), near_zero, near_one])
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
    value = categorical_crossentropy(y, p, epsilon=epsilon)
    slope = categorical_crossentropy.gradient(y, p, epsilon=epsilon)
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


def test_focal_slope_keeps_its_digits_where_the_power_is_subnormal():
    """A large γ lifts the slope out of the subnormals in which p^γ has lost digits; the slope has them all."""
    p = 10 ** np.random.default_rng(SEED).uniform(-35.3, -34.2, SIZE)
    slope = binary_focal.gradient(np.zeros(SIZE), p, gamma=9.0)
    assert worst_of_elements(slope, exact.binary_focal_slope, np.zeros(SIZE), p, gamma=9.0) <= LIMIT


@pytest.mark.parametrize("loss", [kl_divergence, jensen_shannon], ids=lambda loss: loss.name)
def test_divergences_hold_out_to_the_smallest_probability(loss):
    """Where y/p or p/y is beyond float64 its logarithm is not, and value and slope are within 4 ulp."""
    tiny = np.array([5e-324, 1e-323, 3e-320, 1e-309, 1e-307, 1e-300])
    p = np.concatenate([np.stack([tiny, 1 - tiny], axis=1), np.stack([np.full(6, 0.7), np.full(6, 0.3)], axis=1)])
    y = np.concatenate([np.tile([0.7, 0.3], (6, 1)), np.stack([tiny, 1 - tiny], axis=1)])
    assert worst_of_rows(loss(y, p), getattr(exact, loss.name), y, p) <= LIMIT
    assert worst_of_slopes(loss.gradient(y, p), getattr(exact, f"{loss.name}_slope"), y, p) <= LIMIT


@pytest.mark.parametrize("classes", [2, 30])
def test_jensen_shannon_does_not_cancel(classes):
    """What the rows differ in for one class is right to 12 ulp by itself, however little that is."""
    y, p = soft_rows(np.random.default_rng(SEED), SIZE // classes, classes)
    assert worst_of_rows(jensen_shannon(y, p), exact.jensen_shannon_by_class, y, p) <= 12
    close = p * (1 - np.random.default_rng(SEED).uniform(0, 1e-6, p.shape))
    assert worst_of_rows(jensen_shannon(close, p), exact.jensen_shannon_by_class, close, p) <= LIMIT
    apart = np.linspace(0.3, 0.4999, SIZE)[:, None]  # where the series needs its last terms
    y, p = np.full((SIZE, 2), 0.5), 0.5 * np.concatenate([1 - apart, 1 + 3 * apart], axis=1) / (1 + apart)
    assert worst_of_rows(jensen_shannon(y, p), exact.jensen_shannon_by_class, y, p) <= LIMIT


EVERY = [
    binary_crossentropy,
    categorical_crossentropy,
    binary_focal,
    kl_divergence,
    jensen_shannon,
    brier,
    generalized_crossentropy,
]


@pytest.mark.parametrize("loss", EVERY, ids=lambda loss: loss.name)
def test_float32_is_the_rounded_float64(loss):
    """float32 probabilities are computed in float64 and rounded once."""
    arrays = elements if loss.elementwise else soft_rows
    y, p = (array.astype(np.float32) for array in arrays(np.random.default_rng(SEED)))
    for function in (loss, loss.gradient):
        result = function(y, p)
        assert result.dtype == np.float32
        with np.errstate(over="ignore"):
            np.testing.assert_array_equal(result, function(y.astype(float), p.astype(float)).astype(np.float32))


@pytest.mark.parametrize("loss", EVERY[:5], ids=lambda loss: loss.name)
def test_recorded_answers(loss):
    """Values and gradients agree with the recorded 50-digit answers, kind by kind."""
    cases = recorded(loss.name)
    assert cases
    for inputs, tunables, value, gradient in cases:
        largest = 1.0 if loss in (kl_divergence, jensen_shannon) else None
        assert farthest(loss(**inputs, **tunables), value, largest) <= LIMIT
        assert farthest(loss.gradient(**inputs, **tunables), gradient) <= LIMIT


def test_a_missed_truth_costs_infinity():
    """p = 0 for what came true is ∞ with slope −∞, and a sure hit 0, without a warning."""
    inf = np.inf
    for loss in (binary_crossentropy, binary_focal):
        np.testing.assert_array_equal(loss([1, 0, 1, 0, 0.5], [0, 1, 1, 0, 0]), [inf, inf, 0, 0, inf])
        np.testing.assert_array_equal(loss.gradient([1, 0, 0.5, 0.5], [0, 1, 0, 1]), [-inf, inf, -inf, inf])
    np.testing.assert_array_equal(binary_crossentropy.gradient([1, 0], [1, 0]), [-1, 1])
    np.testing.assert_array_equal(binary_focal.gradient([1, 0], [1, 0]), [0, 0])
    for loss in (categorical_crossentropy, kl_divergence):
        np.testing.assert_array_equal(loss([[1, 0], [1, 0]], [[0, 1], [1, 0]]), [inf, 0])
        np.testing.assert_array_equal(loss.gradient([[1, 0], [1, 0]], [[0, 1], [1, 0]]), [[-inf, 0], [-1, 0]])
    np.testing.assert_array_equal(sparse_categorical_crossentropy([0, 1], [[0, 1], [0, 1]]), [inf, 0])
    np.testing.assert_array_equal(jensen_shannon.gradient([1, 0], [0, 1]), [-inf, np.log(2) / 2])
    assert generalized_crossentropy(0, [0, 1], q=0.5) == 2
    np.testing.assert_array_equal(generalized_crossentropy.gradient([0, 0], [[0, 1], [0, 1]], q=0.5)[0], [-inf, 0])
    np.testing.assert_array_equal(generalized_crossentropy.gradient(0, [0, 1], q=1.0), [-1, 0])


def test_zero_probability_of_what_did_not_come_true_is_free():
    """0 · log 0 = 0: a class with target 0 and p = 0 adds nothing to value or slope."""
    for loss in (categorical_crossentropy, kl_divergence, brier, generalized_crossentropy):
        np.testing.assert_allclose(loss([[0, 0.5, 0.5]], [[0, 0.5, 0.5]]), loss([[0.5, 0.5]], [[0.5, 0.5]]), rtol=1e-15)
        assert loss.gradient([0, 0.5, 0.5], [0, 0.25, 0.75])[0] == 0
    assert jensen_shannon([0, 1], [0, 1]) == 0


def test_clip_holds_the_slope_at_zero_outside_only():
    """With ε the slope is 0 strictly outside [ε, 1 − ε], and at its two ends the slope inside."""
    epsilon = 0.25
    p = [0.0, np.nextafter(epsilon, 0), epsilon, 1 - epsilon, np.nextafter(1 - epsilon, 1), 1.0]
    np.testing.assert_allclose(binary_crossentropy.gradient(np.ones(6), p, epsilon=epsilon), [0, 0, -4, -4 / 3, 0, 0])
    rows = np.stack([p, 1 - np.array(p)], axis=-1)
    slope = categorical_crossentropy.gradient(np.tile([1, 0], (6, 1)), rows, epsilon=epsilon)
    np.testing.assert_allclose(slope[:, 0], [0, 0, -4, -4 / 3, 0, 0])
    assert binary_crossentropy.kinks(1.0, epsilon=epsilon) == (0.25, 0.75)
    assert binary_crossentropy.kinks(1.0, epsilon=0.0) == ()


@pytest.mark.parametrize("loss", [*EVERY[1:2], *EVERY[3:], sparse_categorical_crossentropy], ids=lambda loss: loss.name)
def test_nan_spoils_its_own_row_only(loss):
    """A NaN probability makes its row NaN, value and slopes, even beside a target 0; the other rows keep their bits."""
    p = np.random.default_rng(SEED).dirichlet(np.ones(3), 3)
    y = np.array([0, 1, 2]) if loss is sparse_categorical_crossentropy else np.eye(3)
    for place in range(3):
        spoiled = p.copy()
        spoiled[1, place] = np.nan
        value, slope = loss(y, p), loss.gradient(y, p)
        value[1], slope[1] = np.nan, np.nan
        np.testing.assert_array_equal(loss(y, spoiled), value)
        np.testing.assert_array_equal(loss.gradient(y, spoiled), slope)


def test_a_weight_of_zero_does_not_hide_nan():
    """A NaN probability is NaN in the focal loss also where α takes all weight from its label."""
    assert np.isnan(binary_focal(1, np.nan, alpha=0.0))
    assert np.isnan(binary_focal.gradient(0, np.nan, alpha=1.0))


def test_best_constant_of_generalized_crossentropy_goes_from_shares_to_the_mode():
    """With small q the best constant is the shares of the classes, with q = 1 the most frequent class alone."""
    best = generalized_crossentropy.best_constant.of
    labels = [0, 0, 0, 1, 1, 2]
    np.testing.assert_allclose(best(labels, q=1e-12), [1 / 2, 1 / 3, 1 / 6])
    np.testing.assert_allclose(best(np.eye(3)[labels], q=0.5), np.array([9, 4, 1]) / 14)
    np.testing.assert_array_equal(best(labels, q=1.0), [1, 0, 0])
    np.testing.assert_array_equal(best(labels, q=1 - 1e-12), [1, 0, 0])
