"""Robust losses: the further out an example lies, the less it pulls. Their error is measured in a scale c.

Each is a function of x = (e/c)² with e = ŷ − y, and its slope is e/c² times a weight that falls with x. `Wide` numbers
carry x, for e²/c² leaves float64's range long before the losses do, and the exponentials amplify its rounding.
"""

import numpy as np

from .domains import POSITIVE
from .facts import BestConstant, Tunable
from .loss import define
from .regression import REGRESSION
from .wide import Wide, exp, expm1, log1p

SCALE = Tunable(1.0, "the size of an ordinary error", "c", POSITIVE, slider=(0.1, 5.0))
ROBUST = REGRESSION | {"family": "robust"}
NO_FORMULA = BestConstant("near where the targets are densest; there may be several local minima")


def scaled_error(y_true, y_pred, scale):
    """e, c² and x = (e/c)²."""
    e, c = Wide.difference(y_pred, y_true), Wide.of(scale)
    squared_scale = c * c
    return e, squared_scale, e * e / squared_scale


@define(
    "Cauchy loss",
    **ROBUST,
    formula=r"\ell = \log\left( 1 + \tfrac{1}{2} (e/c)^2 \right)",
    tunables={"scale": SCALE},
    best_constant=NO_FORMULA,
    convex=False,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"number": ("many wild",)},
    use="Outliers are many and extreme, and you still want each of them to pull a little, so that a fit finds back.",
    avoid="You start far from the solution: it is not convex, and a descent may stop at a minimum of the outliers.",
    elsewhere={"SciPy": {'least_squares(loss="cauchy")': "½ c² log(1 + (e/c)²), summed; c is called f_scale"}},
    source="M. J. Black and P. Anandan, The robust estimation of multiple motions, Computer Vision and Image "
    "Understanding 63 (1996)",
)
def cauchy(y_true, y_pred, *, scale=1.0):
    """The logarithm of a square: ten times further out costs only a constant more.

    ℓ = log(1 + ½(e/c)²) with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    scale : float, greater than 0
        c, in the unit of the error: errors beyond √2 c pull less the further out they are.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, without a unit.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or c ≤ 0.

    Notes
    -----
    It is `general_robust` with α = 0. The slope (e/c²) / (1 + ½(e/c)²) is steepest at e = √2 c and then falls like 2/e.
    Also called Lorentzian. Some texts write ½ log(1 + (e/c)²) for it, with c = 2.385 for 95 % of the mean's
    efficiency on Gaussian noise. Source: Black and Anandan (1996).

    Examples
    --------
    >>> cauchy([0.0, 0.0], [2.0, 200.0]).round(4)
    array([1.0986, 9.9035])
    >>> cauchy.gradient([0.0, 0.0], [2.0, 200.0]).round(4)
    array([0.6667, 0.01  ])
    """
    _, _, x = scaled_error(y_true, y_pred, scale)
    return np.where(np.isinf(y_pred), np.inf, log1p(x.shifted(-1)).rounded())


@cauchy.derivative
def _(y_true, y_pred, *, scale):
    e, squared_scale, x = scaled_error(y_true, y_pred, scale)
    return (e / (squared_scale * (1.0 + x.shifted(-1)))).rounded()


@define(
    "Geman–McClure loss",
    **ROBUST,
    formula=r"\ell = \frac{2 (e/c)^2}{(e/c)^2 + 4}",
    tunables={"scale": SCALE},
    best_constant=NO_FORMULA,
    convex=False,
    smooth=True,
    bounded=True,
    slope_bounded=True,
    values="[0, 2)",
    suits={"number": ("many wild",)},
    use="Wild targets shall be as good as left out, and each shall cost at most a constant.",
    avoid="You start far from the solution: out there the slope is almost 0, and a descent does not move.",
    source="S. Geman and D. E. McClure, Bayesian image analysis: an application to single photon emission tomography, "
    "Proceedings of the Statistical Computing Section, American Statistical Association (1985)",
)
def geman_mcclure(y_true, y_pred, *, scale=1.0):
    """A square that bends over and never costs more than 2.

    ℓ = 2(e/c)² / ((e/c)² + 4) with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    scale : float, greater than 0
        c, in the unit of the error: errors beyond about 1.15 c pull less the further out they are.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, without a unit.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or c ≤ 0.

    Notes
    -----
    It is `general_robust` with α = −2. The slope (e/c²) / (1 + ¼(e/c)²)² falls like 1/e³. Other texts write
    ½ e²/(1 + e²), which is the same curve in another scale. Source: Geman and McClure (1985).

    Examples
    --------
    >>> geman_mcclure([0.0, 0.0], [2.0, 200.0]).round(4)
    array([1.    , 1.9998])
    >>> geman_mcclure.gradient([0.0, 0.0], [2.0, 200.0]).round(4)
    array([0.5, 0. ])
    """
    _, _, x = scaled_error(y_true, y_pred, scale)
    return (x.shifted(-1) / (1.0 + x.shifted(-2))).rounded()


@geman_mcclure.derivative
def _(y_true, y_pred, *, scale):
    e, squared_scale, x = scaled_error(y_true, y_pred, scale)
    growth = 1.0 + x.shifted(-2)
    return (e / (squared_scale * (growth * growth))).rounded()


@define(
    "Welsch loss",
    **ROBUST,
    formula=r"\ell = 1 - \exp\left( -\tfrac{1}{2} (e/c)^2 \right)",
    tunables={"scale": SCALE},
    best_constant=NO_FORMULA,
    convex=False,
    smooth=True,
    bounded=True,
    slope_bounded=True,
    values="[0, 1)",
    suits={"number": ("many wild",)},
    use="You know the size of an ordinary error, and what lies a few times further out shall have no influence at all.",
    avoid="You start far from the solution: beyond some 40 c the slope is 0 in a float64, and nothing moves.",
    source="J. E. Dennis and R. E. Welsch, Techniques for nonlinear least squares and robust regression, "
    "Communications in Statistics B 7 (1978)",
)
def welsch(y_true, y_pred, *, scale=1.0):
    """An upside-down Gaussian bell: a square near 0, soon flat, and never more than 1.

    ℓ = 1 − exp(−½(e/c)²) with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    scale : float, greater than 0
        c, in the unit of the error: errors beyond c pull less the further out they are.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, without a unit; far out it rounds to 1.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or c ≤ 0.

    Notes
    -----
    It is `general_robust` with α = −∞, also called Leclerc loss. The slope is (e/c²) exp(−½(e/c)²). With c = 2.985 (in
    units of the noise) and e²/2 at the origin it keeps 95 % of the mean's efficiency on Gaussian noise.
    Source: Dennis and Welsch (1978).

    Examples
    --------
    >>> welsch([0.0, 0.0], [1.0, 5.0]).round(4)
    array([0.3935, 1.    ])
    >>> welsch.gradient([0.0, 0.0], [1.0, 5.0]).round(4)
    array([0.6065, 0.    ])
    """
    _, _, x = scaled_error(y_true, y_pred, scale)
    return (-expm1(-x.shifted(-1))).rounded()


@welsch.derivative
def _(y_true, y_pred, *, scale):
    e, squared_scale, x = scaled_error(y_true, y_pred, scale)
    return (e / squared_scale * exp(-x.shifted(-1))).rounded()


@define(
    "Tukey's biweight",
    **ROBUST,
    formula=r"\ell = \begin{cases} \frac{c^2}{6} \left( 1 - \left( 1 - (e/c)^2 \right)^3 \right) & |e| \le c \\ "
    r"\frac{c^2}{6} & |e| > c \end{cases}",
    tunables={"scale": Tunable(4.685, "the error beyond which nothing pulls", "c", POSITIVE, slider=(0.5, 10.0))},
    joins=lambda y_true, *, scale: (y_true - scale, y_true + scale),
    best_constant=NO_FORMULA,
    convex=False,
    smooth=True,
    bounded=True,
    slope_bounded=True,
    values="[0, c²/6]",
    suits={"number": ("many wild",)},
    use="You have a good start, and beyond a known error an example shall have no influence whatever.",
    avoid="You have no good start: the slope is exactly 0 beyond c, so a descent that begins there never moves.",
    source="A. E. Beaton and J. W. Tukey, The fitting of power series, meaning polynomials, illustrated on "
    "band-spectroscopic data, Technometrics 16 (1974)",
)
def tukey_biweight(y_true, y_pred, *, scale=4.685):
    """About e²/2 near 0, and exactly flat beyond c.

    ℓ = c²/6 · (1 − (1 − (e/c)²)³) where \\|e\\| ≤ c, and c²/6 beyond, with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    scale : float, greater than 0
        c, in the unit of the error: beyond it an example has no influence.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, in squared units.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, or c ≤ 0.

    Notes
    -----
    The slope e(1 − (e/c)²)² falls to 0 at c, where the pieces meet smoothly. The default c = 4.685 keeps 95 % of the
    mean's efficiency on Gaussian noise of variance 1. Some texts scale the plateau c²/6 to 1.
    Source: Beaton and Tukey (1974).

    Examples
    --------
    >>> tukey_biweight([0.0, 0.0], [1.0, 9.0], scale=3.0).round(4)
    array([0.4465, 1.5   ])
    >>> tukey_biweight.gradient([0.0, 0.0], [1.0, 9.0], scale=3.0).round(4)
    array([0.7901, 0.    ])
    """
    e, squared_scale, x = scaled_error(y_true, y_pred, scale)
    outside = (Wide.of(scale) - abs(e)).high <= 0
    inner = (e * e * (3.0 - x * (3.0 - x)) / 6.0).rounded()  # multiplied out, for 1 − … would lose small errors
    return np.where(outside, (squared_scale / 6.0).rounded(), inner)


@tukey_biweight.derivative
def _(y_true, y_pred, *, scale):
    e, c = Wide.difference(y_pred, y_true), Wide.of(scale)
    rest = (c - abs(e)) / c  # near the edge 1 − (e/c)² has only the digits of c − |e|
    weight = rest * (2.0 - rest)
    return np.where(rest.high <= 0, 0.0, (e * (weight * weight)).rounded())
