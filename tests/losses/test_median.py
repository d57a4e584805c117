"""The weighted median against what it is for: the least weighted sum of distances."""

import numpy as np
import pytest

from lossviz.losses.median import weighted_median


@pytest.mark.parametrize("count", [1, 2, 5, 8])
def test_no_other_number_is_nearer(count):
    """No value has a smaller weighted sum of distances, and so no number between two values has."""
    rng = np.random.default_rng(count)
    for _ in range(50):
        values, weights = rng.normal(size=count), rng.uniform(0.1, 5, count)
        best = np.sum(weights * np.abs(values - weighted_median(values, weights)))
        assert best <= min(np.sum(weights * np.abs(values - other)) for other in values) + 1e-12


def test_equal_weights_give_the_median():
    """With equal weights it is the ordinary median, the middle of two values included, in any shape."""
    for values in ([3.0, 1.0, 2.0], [4.0, 1.0, 3.0, 2.0], [[1.0, 5.0], [9.0, 2.0]]):
        assert weighted_median(values, np.ones_like(values)) == np.median(values)
