"""A straight line, and the points one can be fitted to."""

from dataclasses import dataclass

import numpy as np

from ..losses import arguments


@dataclass(frozen=True)
class Line:
    """The line ŷ = intercept + slope · x; called, it predicts.

    Parameters
    ----------
    intercept : float
        ŷ at x = 0.
    slope : float
        How much ŷ grows when x grows by 1.

    Examples
    --------
    >>> line = Line(intercept=1.0, slope=2.0)
    >>> line([0.0, 3.0])
    array([1., 7.])
    >>> line.errors([0.0, 3.0], [1.5, 5.0])
    array([-0.5,  2. ])
    """

    intercept: float
    slope: float

    def __call__(self, x):
        """The predictions ŷ at x."""
        return self.intercept + self.slope * np.asarray(x, dtype=float)

    def errors(self, x, y):
        """The errors e = ŷ − y at points (x, y); negative where the line lies below the point."""
        return self(x) - np.asarray(y, dtype=float)


def points(x, y):
    """x and y as float arrays of points that determine a line, or a `ValueError` that says what is wrong with them."""
    x, y = (arguments.as_array(name, value) for name, value in (("x", x), ("y", y)))
    if x.ndim != 1 or y.shape != x.shape:
        raise ValueError(
            f"x has shape {x.shape} and y {y.shape}: give two lists of equal length, one x and one y for each point"
        )
    arguments.finite("x", x)
    arguments.finite("y", y)
    if (x == x[0]).all():
        raise ValueError(f"every x is {float(x[0]):g}: a line needs points at two different x at least")
    return x.astype(float), y.astype(float)


def centred(x):
    """x measured from its mean in units of its largest distance from there, with that mean and that distance.

    Fits are computed so, for then years such as 1960 cost no digits, and no square overflows.
    """
    middle = x.mean()
    away = x - middle
    reach = np.abs(away).max()
    return away / reach, middle, reach


def uncentred(level, tilt, middle, reach):
    """The `Line` that is level + tilt · u over the u of `centred`."""
    slope = tilt / reach
    return Line(float(level - slope * middle), float(slope))
