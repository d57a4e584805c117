"""The line of least squares."""

from .line import centred, points, uncentred


def least_squares(x, y):
    """The line with the least mean squared error.

    Closed form: with x measured from its mean x̄, slope = Σ(x − x̄)y / Σ(x − x̄)², and the line passes through (x̄, ȳ).

    Parameters
    ----------
    x, y : array_like, shape (n,)
        The points.

    Returns
    -------
    Line

    Raises
    ------
    ValueError
        If the lengths differ, a number is NaN or infinite, or all x are equal.

    Examples
    --------
    >>> least_squares([0, 1, 2, 3], [1.0, 3.0, 5.0, 7.0])
    Line(intercept=1.0, slope=2.0)
    >>> least_squares([0, 1, 2, 3], [1.0, 3.0, 5.0, 17.0])
    Line(intercept=-1.0, slope=5.0)
    """
    x, y = points(x, y)
    u, middle, reach = centred(x)
    level = y.mean()
    return uncentred(level, u @ (y - level) / (u @ u), middle, reach)
