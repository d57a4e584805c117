"""The losses of comparisons against arithmetic with many digits."""

import warnings

import numpy as np
import pytest
from mpmath import mpf, workdps

from lossviz import contrastive_similarity, cosine_distance, pairwise_ranking, triplet
from tests.exact import pairs as exact
from tests.exact.ulps import ulps


@pytest.fixture(autouse=True)
def _no_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def similarities(kind, size):
    random = np.random.default_rng(size)
    if kind == "cosines":
        return random.uniform(-1, 1, (size, size)) + 2 * np.eye(size) * random.integers(0, 2, size)
    if kind == "far":
        return random.uniform(-1e4, 1e4, (size, size))
    return 1e8 + random.normal(0, 3, (size, size))


@pytest.mark.parametrize("kind", ["cosines", "far", "offset"])
@pytest.mark.parametrize("temperature", [0.01, 0.07, 1.0, 100.0])
def test_contrastive_similarity_is_within_4_ulp(kind, temperature):
    """Values and gradients hold for sure and right pairs, logits to ±1e4, offsets of 1e8 and any temperature."""
    for size in (1, 2, 5):
        matrix = similarities(kind, size)
        values = contrastive_similarity(matrix, temperature=temperature)
        gradient = contrastive_similarity.gradient(matrix, temperature=temperature)
        rows = [[mpf(s) for s in row] for row in matrix]
        with workdps(700):
            truths = exact.contrastive_similarity(rows, mpf(temperature))
            slopes = exact.contrastive_similarity_gradient(rows, mpf(temperature))
        assert max(map(ulps, values, truths)) <= 4
        assert max(ulps(*both) for row in zip(gradient, slopes, strict=True) for both in zip(*row, strict=True)) <= 4


def test_contrastive_similarity_at_infinity():
    """A pair of similarity −∞ is left out, +∞ on the diagonal is found for nothing, a lone −∞ there is never found."""
    masked = contrastive_similarity([[1.0, -np.inf], [0.5, 1.0]], temperature=1.0)
    np.testing.assert_allclose(masked, np.log1p(np.exp(-0.5)) / 2)
    np.testing.assert_array_equal(contrastive_similarity([[np.inf, 1.0], [1.0, np.inf]]), [0, 0])
    np.testing.assert_array_equal(contrastive_similarity([[-np.inf, 1.0], [1.0, 1e3]]), [np.inf, 0])


def test_contrastive_similarity_keeps_nan_in_its_row_and_column():
    """A NaN at (0, 1) spoils pairs 0 and 1 and, in the gradient, row 0 and column 1."""
    matrix = similarities("cosines", 4)
    matrix[0, 1] = np.nan
    assert np.isnan(contrastive_similarity(matrix)).tolist() == [True, True, False, False]
    spoiled = np.isnan(contrastive_similarity.gradient(matrix))
    expected = np.zeros((4, 4), bool)
    expected[0, :] = expected[:, 1] = True
    np.testing.assert_array_equal(spoiled, expected)


def distances():
    """Distances from 1e-300 to 1e150, and such whose difference is the margin up to a few roundings."""
    random = np.random.default_rng(3)
    near = 10 ** random.uniform(-300, 150, 900)
    far = 10 ** random.uniform(-300, 150, 900)
    near[300:] = random.uniform(0, 10, 600) * random.choice([0.03, 1], 600)
    far[300:] = near[300:] + 1 + random.normal(0, 1, 600) * 10.0 ** random.integers(-17, 1, 600)
    return near, far


@pytest.mark.parametrize("margin", [0.0, 1e-300, 0.1, 1.0, 1e8])
def test_triplet_is_rounded_once(margin):
    """The three-term sum is within 1 ulp even next to its zero, and the slope switches on the exact side."""
    near, far = distances()
    values, (pull, push) = triplet(near, far, margin=margin), triplet.gradient(near, far, margin=margin)
    with workdps(700):
        for x, y, value, slope in zip(near, far, values, pull, strict=True):
            assert ulps(value, exact.triplet(mpf(x), mpf(y), mpf(margin))) <= 1
            ends = exact.triplet_slopes(mpf(x), mpf(y), mpf(margin))
            assert min(ends) <= slope <= max(ends)
    np.testing.assert_array_equal(push, -pull)


def test_triplet_at_infinity():
    """Infinite distances give the limits, two of them have none."""
    np.testing.assert_array_equal(triplet([np.inf, 1.0, np.inf], [1.0, np.inf, np.inf]), [np.inf, 0, np.nan])
    np.testing.assert_array_equal(triplet.gradient([np.inf, 1.0], [1.0, np.inf]), [[1, 0], [-1, 0]])


def test_pairwise_ranking_is_within_4_ulp():
    """Also where the scores are large, or their difference is not a float64."""
    random = np.random.default_rng(4)
    wide = random.choice([-1, 1], (2, 600)) * 10 ** random.uniform(-300, 4, (2, 600))
    better, worse = np.concatenate(
        [random.uniform(-800, 800, (2, 600)), 1e8 + random.normal(0, 5, (2, 300)), wide, random.normal(0, 3, (2, 300))],
        axis=1,
    )
    values, (push, pull) = pairwise_ranking(better, worse), pairwise_ranking.gradient(better, worse)
    with workdps(60):
        for x, y, value, slope in zip(better, worse, values, push, strict=True):
            assert ulps(value, exact.pairwise_ranking(mpf(x), mpf(y))) <= 4
            assert ulps(slope, exact.pairwise_ranking_slope(mpf(x), mpf(y))) <= 4
    np.testing.assert_array_equal(pull, -push)


def vectors(kind, length, count=60):
    random = np.random.default_rng(length)
    y, p = random.normal(size=(2, count, length))
    if kind == "parallel":
        off = 1 + 10.0 ** random.uniform(-16, -1, (count, 1)) * random.normal(size=(count, length))
        return y, y * random.choice([-3.0, 0.7], (count, 1)) * off
    if kind == "orthogonal" and length > 1:
        return y, p - (p * y).sum(axis=-1, keepdims=True) / (y * y).sum(axis=-1, keepdims=True) * y
    if kind == "huge and tiny":
        return y * 10 ** random.uniform(-300, 300, (count, 1)), p * 10 ** random.uniform(-300, 300, (count, 1))
    return y, p


@pytest.mark.parametrize("kind", ["any", "parallel", "orthogonal", "huge and tiny"])
@pytest.mark.parametrize("length", [1, 2, 3, 50])
def test_cosine_distance_is_within_4_ulp_of_its_largest_term(kind, length):
    """The value is within 4 ulp of 1, each entry of the gradient within 4 ulp of the larger of its two terms."""
    y_true, y_pred = vectors(kind, length)
    values, gradients = cosine_distance(y_true, y_pred), cosine_distance.gradient(y_true, y_pred)
    assert (values >= 0).all()
    with workdps(80):
        for y, p, value, gradient in zip(y_true, y_pred, values, gradients, strict=True):
            pair = [mpf(t) for t in y], [mpf(q) for q in p]
            assert ulps(value, exact.cosine_distance(*pair), 1) <= 4
            for entry, (truth, largest) in zip(gradient, exact.cosine_distance_gradient(*pair), strict=True):
                assert ulps(entry, truth, largest) <= 4


def test_cosine_distance_without_a_direction():
    """A zero vector costs 1 without a slope, one infinite entry is a direction, two are none."""
    y_true = [[1.0, 2.0], [0.0, 0.0], [3.0, 4.0], [3.0, 4.0], [3.0, 4.0]]
    y_pred = [[0.0, 0.0], [1.0, 2.0], [np.inf, 7.0], [-np.inf, 7.0], [np.inf, np.inf]]
    np.testing.assert_allclose(cosine_distance(y_true, y_pred), [1, 1, 0.4, 1.6, np.nan], rtol=1e-15)
    np.testing.assert_array_equal(cosine_distance.gradient(y_true[:4], y_pred[:4]), np.zeros((4, 2)))


def test_equal_directions_cost_exactly_nothing():
    """For a multiple of the target by a power of two, value and gradient are exactly 0."""
    y_true = np.random.default_rng(5).normal(size=(100, 7))
    for scale in (0.25, 1.0, 2.0**60):
        assert not cosine_distance(y_true, scale * y_true).any()
        assert not cosine_distance.gradient(y_true, scale * y_true).any()
