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
