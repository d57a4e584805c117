"""Dice and Tversky loss against arithmetic with hundreds of digits."""

import warnings

import numpy as np
import pytest
from mpmath import mpf, workdps

from lossviz.losses.overlap import dice, tversky
from tests.exact import overlap as exact
from tests.exact.ulps import ulps

SMOOTHS = [0.0, 1e-8, 1.0, 1e8]
WEIGHTS = [(0.5, 0.5), (0.3, 0.7), (1e-8, 1.0), (40.0, 1e8)]


def masks(kind, pixels, count=6):
    """True and predicted masks: hard against nearly certain, soft, or so faint that products underflow."""
    random = np.random.default_rng(pixels)
    shape = (count, pixels)
    if kind == "hard":
        sure = np.where(random.random(shape) < 0.5, 10 ** random.uniform(-300, -1, shape), random.random(shape))
        return random.integers(0, 2, shape).astype(float), np.where(random.random(shape) < 0.3, 1 - 1e-16, sure)
    if kind == "soft":
        return random.random(shape), random.random(shape)
    return 10 ** random.uniform(-300, 0, shape), 10 ** random.uniform(-300, 0, shape)


def check(loss, exact_value, exact_gradient, y_true, y_pred, **tunables):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        values, gradients = loss(y_true, y_pred, **tunables), loss.gradient(y_true, y_pred, **tunables)
    with workdps(700):
        weights = {name: mpf(value) for name, value in tunables.items()}
        for y, p, value, gradient in zip(y_true, y_pred, values, gradients, strict=True):
            mask = [mpf(t) for t in y], [mpf(q) for q in p]
            assert ulps(value, exact_value(*mask, **weights)) <= 2
            for entry, (truth, largest) in zip(gradient, exact_gradient(*mask, **weights), strict=True):
                assert ulps(entry, truth, largest) <= 4


@pytest.mark.parametrize("kind", ["hard", "soft", "faint"])
@pytest.mark.parametrize("pixels", [1, 3, 40])
def test_dice_is_within_bounds(kind, pixels):
    """Dice is within 2 ulp and its gradient within 4 ulp of the largest of its terms, whatever masks and smooth."""
    for smooth in SMOOTHS:
        check(dice, exact.dice, exact.dice_gradient, *masks(kind, pixels), smooth=smooth)


@pytest.mark.parametrize("kind", ["hard", "soft", "faint"])
@pytest.mark.parametrize("pixels", [1, 3, 40])
def test_tversky_is_within_bounds(kind, pixels):
    """The same holds for Tversky with weights from 1e-8 to 1e8."""
    for (alpha, beta), smooth in zip(WEIGHTS, SMOOTHS, strict=True):
        tunables = {"alpha": alpha, "beta": beta, "smooth": smooth}
        check(tversky, exact.tversky, exact.tversky_gradient, *masks(kind, pixels), **tunables)


def test_large_masks_in_any_memory_order():
    """A sum over 4,000 pixels is as good as one over few, also where the pixels do not lie next to each other."""
    y_true, y_pred = masks("soft", 4000, count=2)
    for order in "CF":
        given = np.array(y_true, order=order), np.array(y_pred, order=order)
        check(dice, exact.dice, exact.dice_gradient, *given, smooth=1.0)


@pytest.mark.parametrize("loss", [dice, tversky])
def test_empty_mask_without_smoothing(loss):
    """With smooth=0 an empty mask costs 0 if predicted empty, 1 however faint the prediction, and has no slope."""
    empty = np.zeros((2, 3))
    faint = np.array([[0.0, 0.0, 0.0], [0.0, 1e-300, 0.0]])
    np.testing.assert_array_equal(loss(empty, faint, smooth=0.0), [0, 1])
    np.testing.assert_array_equal(loss.gradient(empty, faint, smooth=0.0), np.zeros((2, 3)))


def test_weights_of_zero_cost_nothing():
    """With α = β = 0 nothing that is wrong counts, so every prediction costs 0 and there is no slope."""
    y_true, y_pred = masks("hard", 5)
    assert not tversky(y_true, y_pred, alpha=0.0, beta=0.0, smooth=0.0).any()
    assert not tversky.gradient(y_true, y_pred, alpha=0.0, beta=0.0, smooth=0.0).any()


def test_nan_stays_in_its_mask():
    """A NaN pixel makes its own mask NaN and leaves the others alone."""
    y_true, y_pred = masks("soft", 4, count=3)
    spoiled = y_pred.copy()
    spoiled[1, 2] = np.nan
    for function in (dice, dice.gradient, tversky, tversky.gradient):
        result = function(y_true, spoiled)
        assert np.isnan(result[1]).all()
        np.testing.assert_array_equal(result[[0, 2]], function(y_true, y_pred)[[0, 2]])
