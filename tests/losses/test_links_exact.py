"""Sigmoid, softmax and their logarithms against 60-digit answers, and what they do with input that is none."""

import warnings

import numpy as np
import pytest

from lossviz.losses.links import log_softmax, logsumexp, sigmoid, softmax, softplus
from tests.exact import links as exact
from tests.exact.worst import worst_of_elements, worst_of_rows, worst_of_slopes

SEED = 10
SIZE = 100
LIMIT = 4.0
SCALES = [1e-9, 0.1, 1.0, 5.0, 30.0, 400.0, 1e4]
ENDS = [0.0, 5e-324, 1e-300, 36.7, 709.0, 720.0, 740.0, 746.0, 1e4, 1e300]


def logits(rng, size=None):
    """Logits from 1e-9 to 1e300, both signs, with those around which exp overflows or becomes subnormal."""
    size = size or SIZE
    drawn = [rng.normal(0, scale, size) for scale in SCALES]
    return np.concatenate([*drawn, rng.uniform(-760, 760, size), ENDS, np.negative(ENDS)])


def logit_rows(rng, classes, size=None):
    """Rows of logits, near and far from each other, half of them with a common offset of 1e8."""
    size = size or SIZE // classes + 1
    drawn = np.concatenate([rng.normal(0, scale, (size, classes)) for scale in SCALES])
    far = rng.uniform(-760, 0, (size, classes))
    far[:, 0] = 0
    drawn = np.concatenate([drawn, far, rng.integers(-2, 3, (size, classes)).astype(float)])
    return np.concatenate([drawn, drawn + rng.choice([-1e8, 1e8], (len(drawn), 1))])


@pytest.mark.parametrize("link", [sigmoid, softplus], ids=lambda link: link.__name__)
def test_links_of_one_logit_are_exact(link):
    """Sigmoid and softplus are within 4 ulp for logits of any size, subnormal results included."""
    z = logits(np.random.default_rng(SEED))
    assert worst_of_elements(link(z), getattr(exact, link.__name__), z) <= LIMIT


@pytest.mark.parametrize("temperature", [0.01, 0.37, 1.0, 100.0])
@pytest.mark.parametrize("classes", [1, 2, 3, 20])
def test_links_of_rows_are_exact(classes, temperature):
    """Softmax and its logarithm are within 4 ulp, at any temperature and with logits offset by 1e8."""
    z = logit_rows(np.random.default_rng(SEED), classes)
    for link in (softmax, log_softmax):
        result = link(z, temperature=temperature)
        assert worst_of_slopes(result, getattr(exact, link.__name__), z, temperature=temperature) <= LIMIT


@pytest.mark.parametrize("classes", [1, 2, 3, 20])
def test_logsumexp_is_exact(classes):
    """logsumexp is within 4 ulp, of the largest logit where that is negative and nearly cancelled by the rest."""
    z = logit_rows(np.random.default_rng(SEED), classes)
    assert worst_of_rows(logsumexp(z), exact.logsumexp, z) <= LIMIT


def test_float32_is_the_rounded_float64():
    """float32 logits are computed in float64 and rounded once; integers and lists give float64."""
    z = logits(np.random.default_rng(SEED))[:-25].astype(np.float32)
    rows = z[: len(z) // 3 * 3].reshape(-1, 3)
    for link, given in ((sigmoid, z), (softplus, z), (softmax, rows), (log_softmax, rows), (logsumexp, rows)):
        result = link(given)
        assert result.dtype == np.float32
        np.testing.assert_array_equal(result, link(given.astype(float)).astype(np.float32))
    assert sigmoid([1, 2]).dtype == softmax(np.array([1, 2])).dtype == np.float64


def test_limits_at_infinity():
    """At ±∞ the limits come out, without a warning; where there is none, NaN."""
    inf, nan = np.inf, np.nan
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        np.testing.assert_array_equal(sigmoid([-inf, inf, nan]), [0, 1, nan])
        np.testing.assert_array_equal(softplus([-inf, inf, nan]), [0, inf, nan])
        np.testing.assert_array_equal(softmax([[0, -inf, 0], [1, inf, 2]]), [[0.5, 0, 0.5], [0, 1, 0]])
        np.testing.assert_array_equal(log_softmax([[-inf, 5, -inf], [1, inf, 2]]), [[-inf, 0, -inf], [-inf, 0, -inf]])
        np.testing.assert_array_equal(logsumexp([[3, -inf], [-inf, -inf], [3, inf], [inf, inf]]), [3, -inf, inf, inf])
        undefined = [[inf, inf], [-inf, -inf], [nan, 0], [0, nan]]
        assert np.isnan(softmax(undefined)).all()
        assert np.isnan(log_softmax(undefined)).all()
        assert np.isnan(logsumexp(undefined[2:])).all()
        assert np.isnan([softmax([nan]), log_softmax([nan])]).all()


def test_nan_spoils_its_own_row_only():
    """A NaN logit makes its row NaN and leaves the bits of the others alone."""
    z = np.random.default_rng(SEED).normal(0, 3, (4, 5))
    spoiled = z.copy()
    spoiled[1, 2] = np.nan
    for link in (softmax, log_softmax, logsumexp):
        expected = link(z)
        expected[1] = np.nan
        np.testing.assert_array_equal(link(spoiled), expected)


def test_any_axis_may_hold_the_classes():
    """The axis of the classes can be any, and the result of softmax keeps its place."""
    z = np.random.default_rng(SEED).normal(0, 3, (2, 5, 3))
    np.testing.assert_array_equal(softmax(z, 1), np.swapaxes(softmax(np.swapaxes(z, 1, 2)), 1, 2))
    np.testing.assert_array_equal(log_softmax(z, axis=-3), np.moveaxis(log_softmax(np.moveaxis(z, 0, 2)), 2, 0))
    np.testing.assert_array_equal(logsumexp(z, axis=1), logsumexp(np.swapaxes(z, 1, 2)))
    assert logsumexp([1.0, 2.0]).shape == sigmoid(0.0).shape == ()


def test_sums_over_many_classes_are_rounded_once():
    """The probabilities of ten thousand classes are as exact as those of two, along any axis."""
    z = np.random.default_rng(SEED).normal(0, 0.1, (10_000, 2))
    weights = np.exp(z.astype(np.longdouble))
    total = weights.sum(axis=0)
    assert np.abs(softmax(z, axis=0) * total / weights - 1).max() < 6e-16
    assert np.abs(np.exp(logsumexp(z, axis=0)) / total - 1).max() < 3e-15


def test_arguments_are_not_changed():
    """Read-only logits pass, and no result shares memory with them."""
    z = np.random.default_rng(SEED).normal(0, 3, (4, 1))
    z.flags.writeable = False
    for link in (sigmoid, softplus, softmax, log_softmax, logsumexp):
        assert not np.shares_memory(link(z), z)


@pytest.mark.parametrize("link", [sigmoid, softplus, softmax, log_softmax, logsumexp], ids=lambda link: link.__name__)
@pytest.mark.parametrize(
    ("z", "error", "words"),
    [
        ("text", TypeError, "z holds text"),
        ([1j, 2], TypeError, "z holds complex numbers"),
        ([], ValueError, "z is empty"),
        ([[1], [1, 2]], ValueError, "z is ragged"),
        (None, TypeError, "z must hold numbers"),
    ],
)
def test_what_is_no_logit_is_named(link, z, error, words):
    """Text, complex numbers, nothing and ragged rows raise an error that names z."""
    with pytest.raises(error, match=words):
        link(z)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: softmax(1.0), ValueError, "z is a single number; give one logit for each class"),
        (lambda: logsumexp(1.0), ValueError, "z is a single number"),
        (lambda: softmax([1.0, 2.0], axis=1), ValueError, "axis must be -1 to 0 for z of shape \\(2,\\); got 1"),
        (lambda: logsumexp([1.0, 2.0], axis=0.5), TypeError, "axis must be a whole number; got 0.5"),
        (lambda: softmax([1.0], temperature=0), ValueError, "temperature must be greater than 0; got 0"),
        (lambda: log_softmax([1.0], temperature=np.nan), ValueError, "temperature must be finite"),
    ],
)
def test_wrong_axes_and_temperatures_are_named(call, error, words):
    """A single number, an axis that is not there and a temperature that is not positive raise an error that says so."""
    with pytest.raises(error, match=words):
        call()
