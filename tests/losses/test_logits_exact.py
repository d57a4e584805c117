"""Losses of logits against 60-digit answers, to the last digits and out to where float64 ends."""

import numpy as np
import pytest

from lossviz.losses.focal import binary_focal_from_logits
from lossviz.losses.logits import (
    binary_crossentropy_from_logits,
    categorical_crossentropy_from_logits,
    sparse_categorical_crossentropy_from_logits,
)
from lossviz.losses.weighted import class_weighted_crossentropy, confusion_weighted_crossentropy
from tests.exact import logits as exact
from tests.exact.oracle import farthest, recorded
from tests.exact.worst import worst_of_elements, worst_of_rows, worst_of_slopes

SEED = 30
SIZE = 200
LIMIT = 4.0
SCALES = [1e-9, 0.1, 1.0, 5.0, 30.0, 400.0, 1e4]
ENDS = [0.0, 5e-324, 1e-300, 36.7, 709.0, 720.0, 740.0, 746.0, 1e4, 1e300]


def logits(rng, size=None):
    """Logits from 1e-9 to 1e300, both signs, with those around which exp overflows or becomes subnormal."""
    size = size or SIZE
    drawn = np.concatenate([rng.normal(0, scale, size) for scale in SCALES])
    return np.concatenate([drawn, rng.uniform(-760, 760, size), ENDS, np.negative(ENDS)])


def labels_for(rng, size):
    """Hard and soft labels."""
    soft = np.where(rng.uniform(size=size) < 0.5, rng.uniform(0, 1, size), 10 ** rng.uniform(-300, 0, size))
    return np.where(rng.uniform(size=size) < 0.6, rng.integers(0, 2, size), soft)


def logit_rows(rng, size, classes):
    """Rows of logits near and far from each other, some with a common offset of 1e8, some with masked classes."""
    drawn = np.concatenate([rng.normal(0, scale, (size, classes)) for scale in SCALES])
    drops = np.concatenate([drawn, rng.uniform(-760, 0, (size, classes)), -rng.exponential(3, (size, classes))])
    lead = np.arange(classes) == rng.integers(0, classes, (len(drops), 1))
    apart = np.where(lead, 0.0, drops)
    masked = np.where((rng.uniform(size=apart.shape) < 0.3) & ~lead, -np.inf, drops)
    return np.concatenate([drops, apart, drops + rng.choice([-1e8, 1e8], (len(drops), 1)), masked])


def target_rows(rng, z):
    """One-hot and soft targets; a masked class has target 0."""
    size, classes = z.shape
    soft = rng.dirichlet(np.ones(classes), size)
    sharp = np.exp(-np.abs(rng.normal(0, 30, z.shape)))
    soft = np.where(rng.uniform(size=(size, 1)) < 0.5, soft, sharp / sharp.sum(axis=1, keepdims=True))
    soft = np.where(np.isinf(z), 0.0, soft)
    scores = np.where(np.isinf(z), -1, rng.uniform(size=z.shape))
    one_hot = (np.arange(classes) == scores.argmax(axis=1)[:, None]).astype(float)
    pick = (rng.uniform(size=(size, 1)) < 0.6) | (soft.sum(axis=1, keepdims=True) < 1e-3)
    rows = np.where(pick, one_hot, soft)
    return rows / rows.sum(axis=1, keepdims=True)


def both(rng, size, classes):
    z = logit_rows(rng, size, classes)
    return target_rows(rng, z), z


def test_binary_crossentropy_from_logits_is_exact():
    """Value and slope are within 4 ulp for logits of any size, with hard and soft labels."""
    rng = np.random.default_rng(SEED)
    z = np.concatenate([logits(rng), ENDS, np.negative(ENDS)])
    y = np.concatenate([labels_for(rng, len(z) - 2 * len(ENDS)), np.ones(len(ENDS)), np.zeros(len(ENDS))])
    value, slope = binary_crossentropy_from_logits(y, z), binary_crossentropy_from_logits.gradient(y, z)
    assert worst_of_elements(value, exact.binary_crossentropy_from_logits, y, z) <= LIMIT
    assert worst_of_elements(slope, exact.binary_crossentropy_from_logits_slope, y, z) <= LIMIT


@pytest.mark.parametrize("alpha", [None, 0.3])
@pytest.mark.parametrize("gamma", [0.0, 0.01, 0.5, 1.0, 2.0, 5.0, 10.0])
def test_binary_focal_from_logits_is_exact(gamma, alpha):
    """The focal loss of a logit is within 4 ulp for γ up to 5, and within 8 beyond, with α, or with soft labels."""
    rng = np.random.default_rng(SEED)
    z = np.concatenate([logits(rng, SIZE // 4), rng.uniform(-3, 3, SIZE), rng.uniform(0, 760 / (1 + gamma), SIZE // 4)])
    labels, limit = rng.integers(0, 2, len(z)).astype(float), LIMIT if gamma <= 5 and alpha is None else 2 * LIMIT
    for y, bound in ((labels, limit), (labels_for(rng, len(z)), 2 * LIMIT)):
        value = binary_focal_from_logits(y, z, gamma=gamma, alpha=alpha)
        slope = binary_focal_from_logits.gradient(y, z, gamma=gamma, alpha=alpha)
        assert worst_of_elements(value, exact.binary_focal_from_logits, y, z, gamma=gamma, alpha=alpha) <= bound
        assert worst_of_elements(slope, exact.binary_focal_from_logits_slope, y, z, gamma=gamma, alpha=alpha) <= bound


@pytest.mark.parametrize("classes", [2, 3, 10])
@pytest.mark.parametrize("temperature", [0.01, 0.37, 1.0, 100.0])
@pytest.mark.parametrize("label_smoothing", [0.0, 0.1])
def test_categorical_crossentropy_from_logits_is_exact(classes, temperature, label_smoothing):
    """Value and slope are within 4 ulp for rows near and far, offset by 1e8, masked, with one-hot and soft targets."""
    y, z = both(np.random.default_rng(SEED), max(2, SIZE // classes // 12), classes)
    tunables = {"label_smoothing": label_smoothing, "temperature": temperature}
    value = categorical_crossentropy_from_logits(y, z, **tunables)
    slope = categorical_crossentropy_from_logits.gradient(y, z, **tunables)
    assert worst_of_rows(value, exact.categorical_crossentropy_from_logits, y, z, **tunables) <= LIMIT
    assert worst_of_slopes(slope, exact.categorical_crossentropy_from_logits_slope, y, z, **tunables) <= LIMIT


@pytest.mark.parametrize("classes", [2, 3, 10])
def test_weighted_crossentropies_are_exact(classes):
    """With weights and matrices from 1e-4 to 1e4 value and slope are within 4 ulp."""
    rng = np.random.default_rng(SEED)
    y, z = both(rng, max(2, SIZE // classes // 8), classes)
    weights, matrix = 10 ** rng.uniform(-4, 4, classes), 10 ** rng.uniform(-4, 4, (classes, classes))
    for loss, tunables in (
        (class_weighted_crossentropy, {"weights": weights.tolist()}),
        (confusion_weighted_crossentropy, {"matrix": matrix.tolist()}),
    ):
        assert worst_of_rows(loss(y, z, **tunables), getattr(exact, loss.name), y, z, **tunables) <= LIMIT
        slope = loss.gradient(y, z, **tunables)
        assert worst_of_slopes(slope, getattr(exact, f"{loss.name}_slope"), y, z, **tunables) <= LIMIT


def test_all_cross_entropies_of_logits_are_one():
    """Class numbers, one-hot rows, weights of 1 and the identity matrix give equal bits, value and slope."""
    rng = np.random.default_rng(SEED)
    z = logit_rows(rng, SIZE // 5, 5)
    labels = np.isfinite(z).argmax(axis=1)
    rows = np.eye(5)[labels]
    for pick in (lambda loss: loss, lambda loss: loss.gradient):
        expected = pick(categorical_crossentropy_from_logits)(rows, z)
        np.testing.assert_array_equal(pick(sparse_categorical_crossentropy_from_logits)(labels, z), expected)
        for y in (labels, rows):
            for loss, neutral in (
                (class_weighted_crossentropy, {"weights": [1] * 5}),
                (confusion_weighted_crossentropy, {"matrix": np.eye(5)}),
            ):
                np.testing.assert_array_equal(pick(loss)(y, z), expected)
                np.testing.assert_array_equal(pick(loss)(y, z, **neutral), expected)


EVERY = [binary_crossentropy_from_logits, binary_focal_from_logits, categorical_crossentropy_from_logits]


@pytest.mark.parametrize("loss", EVERY, ids=lambda loss: loss.name)
def test_float32_is_the_rounded_float64(loss):
    """float32 logits are computed in float64 and rounded once."""
    rng = np.random.default_rng(SEED)
    if loss.elementwise:
        z = logits(rng)
        z = z[np.abs(z) < 1e30].astype(np.float32)
        y = labels_for(rng, len(z)).astype(np.float32)
    else:
        y, z = (array.astype(np.float32) for array in both(rng, SIZE, 4))
    for function in (loss, loss.gradient):
        result = function(y, z)
        assert result.dtype == np.float32
        np.testing.assert_array_equal(result, function(y.astype(float), z.astype(float)).astype(np.float32))


@pytest.mark.parametrize("loss", EVERY, ids=lambda loss: loss.name)
def test_recorded_answers(loss):
    """Values and gradients agree with the recorded 50-digit answers; where terms cancel, to the last digits of 1/T."""
    cases = recorded(loss.name)
    assert cases
    for inputs, tunables, value, gradient in cases:
        soft = not set(inputs["y_true"].ravel().tolist()) <= {0.0, 1.0} or tunables.get("label_smoothing")
        largest = 0.25 / tunables.get("temperature", 1.0) if soft else None
        assert farthest(loss(**inputs, **tunables), value) <= LIMIT
        assert farthest(loss.gradient(**inputs, **tunables), gradient, largest) <= LIMIT


def test_limits_at_infinity():
    """At ±∞ the losses of one logit go to 0 or ∞ and their slopes to 0 or ±1, whatever γ is."""
    inf = np.inf
    y, z = [1, 1, 0, 0, 0.5, 0.5], [inf, -inf, inf, -inf, inf, -inf]
    np.testing.assert_array_equal(binary_crossentropy_from_logits(y, z), [0, inf, inf, 0, inf, inf])
    np.testing.assert_array_equal(binary_crossentropy_from_logits.gradient(y, z), [0, -1, 1, 0, 0.5, -0.5])
    for gamma in (0.0, 0.5, 2.0, 10.0):
        np.testing.assert_array_equal(binary_focal_from_logits(y, z, gamma=gamma), [0, inf, inf, 0, inf, inf])
        slope = binary_focal_from_logits.gradient(y, z, gamma=gamma)
        np.testing.assert_array_equal(slope, [0, -1, 1, 0, 0.5, -0.5])


def test_masked_classes():
    """A class with logit −∞ and target 0 adds nothing; as the true class it costs ∞, and its slope is −1."""
    inf = np.inf
    for loss in (categorical_crossentropy_from_logits, class_weighted_crossentropy, confusion_weighted_crossentropy):
        rows = [[1, 0, 0], [0, 1, 0], [0, 1, 0], [0.5, 0.5, 0]]
        z = [[0.0, -inf, 0.0], [-inf, 0.0, -inf], [0.0, -inf, 0.0], [1.0, 1.0, -inf]]
        np.testing.assert_allclose(loss(rows, z), [np.log(2), 0, inf, np.log(2)], rtol=1e-15)
        slope = [[-0.5, 0, 0.5], [0, 0, 0], [0.5, -1, 0.5], [0, 0, 0]]
        np.testing.assert_array_equal(loss.gradient(rows, z), slope)
    assert categorical_crossentropy_from_logits([1, 0], [0.0, -inf], label_smoothing=0.1) == inf
    np.testing.assert_array_equal(sparse_categorical_crossentropy_from_logits([0, 1], [[5, -inf], [5, -inf]]), [0, inf])
    assert np.isnan(categorical_crossentropy_from_logits([1, 0], [-inf, -inf]))
    np.testing.assert_array_equal(
        categorical_crossentropy_from_logits([[1, 0], [0, 1]], [[inf, 1], [inf, 1]]), [0, inf]
    )


def test_nan_spoils_its_own_row_only():
    """A NaN logit makes its row NaN, value and slopes, even where all weights are 0; other rows keep their bits."""
    rng = np.random.default_rng(SEED)
    z = rng.normal(0, 3, (3, 4))
    for place in range(4):
        spoiled = z.copy()
        spoiled[1, place] = np.nan
        for tunables in ({}, {"weights": [0, 0, 0, 0]}):
            value = class_weighted_crossentropy([0, 1, 2], z, **tunables)
            slope = class_weighted_crossentropy.gradient([0, 1, 2], z, **tunables)
            value[1], slope[1] = np.nan, np.nan
            np.testing.assert_array_equal(class_weighted_crossentropy([0, 1, 2], spoiled, **tunables), value)
            np.testing.assert_array_equal(class_weighted_crossentropy.gradient([0, 1, 2], spoiled, **tunables), slope)


def test_weights_do_not_bring_lost_digits_to_light():
    """A loss or slope that is normal only because of its weight or 1/T is as exact as any other."""
    z = np.array([[0.0, -720.0 - i / 7, -721.3] for i in range(40)])
    y = np.tile([1.0, 0.0, 0.0], (40, 1))
    weights = [1e12, 1.0, 1.0]
    value = class_weighted_crossentropy(y, z, weights=weights)
    assert worst_of_rows(value, exact.class_weighted_crossentropy, y, z, weights=weights) <= LIMIT
    slope = class_weighted_crossentropy.gradient(y, z, weights=weights)
    assert worst_of_slopes(slope, exact.class_weighted_crossentropy_slope, y, z, weights=weights) <= LIMIT
    slope = categorical_crossentropy_from_logits.gradient(y, z / 100, temperature=0.01)
    truth = exact.categorical_crossentropy_from_logits_slope
    assert worst_of_slopes(slope, truth, y, z / 100, temperature=0.01) <= LIMIT
