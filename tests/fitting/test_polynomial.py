"""Polynomials of every degree at once, against one fit a degree."""

import numpy as np
import pytest

from lossviz.fitting import least_squares
from lossviz.fitting.polynomial import polynomial_fits


def test_each_degree_is_the_fit_of_that_degree():
    """The predictions agree with NumPy's fit of each degree, one at a time."""
    rng = np.random.default_rng(0)
    x, at = rng.uniform(1950, 1960, size=20), np.linspace(1949, 1961, 7)
    y = rng.normal(size=20)
    for degree, predicted in enumerate(polynomial_fits(x, y, at, 9)):
        assert predicted == pytest.approx(np.polynomial.Polynomial.fit(x, y, degree)(at), rel=1e-7)


def test_degree_one_is_the_line_of_least_squares():
    """Degree 0 is the mean and degree 1 the line."""
    x, y = np.array([0.0, 1.0, 2.0, 5.0]), np.array([1.0, 3.0, 2.0, 7.0])
    mean, line = polynomial_fits(x, y, x, 1)
    assert mean == pytest.approx(np.full(4, y.mean()))
    assert line == pytest.approx(least_squares(x, y)(x))


@pytest.mark.parametrize("degree", [-1, 3])
def test_too_few_points_are_told(degree):
    """Three different x determine no polynomial of degree 3."""
    with pytest.raises(ValueError, match="degree must be from 0 to 2"):
        polynomial_fits([0.0, 1.0, 1.0, 2.0], [0.0, 1.0, 2.0, 3.0], [0.5], degree)
