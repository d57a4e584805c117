"""Polynomials of least squares, of every degree at once."""

import numpy as np
from numpy.polynomial import legendre

from .line import points


def polynomial_fits(x, y, at, degree):
    """What the polynomials of least squares of degree 0, 1, … predict.

    In a basis of polynomials that are orthonormal on the data, the fit of each degree is that of the one before plus
    one term, so that all of them cost no more than the last.

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The points.
    at : array_like, shape (m,)
        Where to predict.
    degree : int, from 0 to n − 1
        The highest degree.

    Returns
    -------
    ndarray, shape (degree + 1, m)
        The predictions of each degree.

    Raises
    ------
    ValueError
        If the points are too few for the degree, or do not fit together.

    Examples
    --------
    >>> polynomial_fits([0.0, 1.0, 2.0], [0.0, 1.0, 4.0], [3.0], degree=2).ravel().round(6)
    array([1.666667, 5.666667, 9.      ])
    """
    x, y = points(x, y)
    if not 0 <= degree < np.unique(x).size:
        raise ValueError(f"degree must be from 0 to {np.unique(x).size - 1}, one less than different x; got {degree!r}")
    low, high = x.min(), x.max()
    basis, places = (
        legendre.legvander((2 * np.asarray(each, dtype=float) - low - high) / (high - low), degree) for each in (x, at)
    )
    orthonormal, triangle = np.linalg.qr(basis)
    # Each column times its coefficient is the term that its degree adds.
    terms = np.linalg.solve(triangle.T, places.T).T * (orthonormal.T @ y)
    return np.cumsum(terms, axis=1).T
