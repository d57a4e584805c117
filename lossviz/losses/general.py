"""The general robust loss: one formula of which square, pseudo-Huber, Cauchy, Geman–McClure and Welsch are members."""

import numpy as np

from .domains import Domain
from .facts import BestConstant, Tunable
from .loss import define
from .robust import ROBUST, SCALE, scaled_error
from .wide import Wide, exp, expm1, log1p

SHAPE = Domain("shape", "α", "at most 2", high=2.0)


@define(
    "General robust loss",
    **ROBUST,
    formula=r"\ell = \frac{|\alpha - 2|}{\alpha} "
    r"\left( \left( \frac{(e/c)^2}{|\alpha - 2|} + 1 \right)^{\alpha/2} - 1 \right)",
    tunables={
        "alpha": Tunable(
            1.0, "the shape: how little far-off examples pull", "α", SHAPE, slider=(-10.0, 2.0), infinite=True
        ),
        "scale": SCALE,
    },
    best_constant=BestConstant("the mean for α = 2; below, nearer to where the targets are densest the smaller α is"),
    convex=False,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    suits={"number": ("many wild",)},
    use="You want to choose, or to learn, how robust a loss is: one number leads from the square to the Welsch loss.",
    avoid="You know which member you want: its own name says more, and it is faster.",
    source="J. T. Barron, A general and adaptive robust loss function, Conference on Computer Vision and Pattern "
    "Recognition (2019)",
)
def general_robust(y_true, y_pred, *, alpha=1.0, scale=1.0):
    """One formula for a family of losses: α = 2 is the square, and the smaller α, the less outliers pull.

    ℓ = \\|α − 2\\|/α · (((e/c)²/\\|α − 2\\| + 1)^(α/2) − 1) with e = ŷ − y.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Targets y, in any unit.
    y_pred : array_like, shape (...)
        Predictions ŷ, in the same unit.
    alpha : float, at most 2, also −inf
        α, the shape.
    scale : float, greater than 0
        c, in the unit of the error: errors well below c cost about ½(e/c)² whatever α is.

    Returns
    -------
    ndarray, shape (...)
        One loss per example, without a unit.

    Raises
    ------
    ValueError
        If the shapes differ, a target is NaN or infinite, α > 2 or c ≤ 0.

    Notes
    -----
    Where the formula is undefined, its limit counts: ½(e/c)² at α = 2, `cauchy` at α = 0, `welsch` at α = −∞. At α = 1
    it is `pseudo_huber` divided by c², and at α = −2 `geman_mcclure`. It is convex for α ≥ 1, has a bounded slope
    for α ≤ 1, and is bounded for α < 0. The slope is (e/c²) · ((e/c)²/\\|α − 2\\| + 1)^(α/2 − 1).
    Source: Barron (2019).

    Examples
    --------
    >>> general_robust([0.0, 0.0], [1.0, 10.0], alpha=1.0).round(4)
    array([0.4142, 9.0499])
    >>> general_robust.gradient([0.0, 0.0], [1.0, 10.0], alpha=-2.0).round(4)
    array([0.64  , 0.0148])
    """
    _, _, x = scaled_error(y_true, y_pred, scale)
    if alpha == 2:
        return x.shifted(-1).rounded()
    if alpha == -np.inf:
        return (-expm1(-x.shifted(-1))).rounded()
    gap = Wide.difference(2.0, alpha)  # |α − 2|
    log_base = log1p(x / gap)
    if alpha == 0:
        return np.where(np.isinf(y_pred), np.inf, log_base.rounded())
    # base^(α/2) − 1 by way of logarithms, for near α = 0 and near e = 0 the power is near 1.
    shape = Wide.of(alpha)
    height = gap / shape
    loss = (height * expm1(shape.shifted(-1) * log_base)).rounded()
    return np.where(np.isinf(y_pred), np.inf if alpha > 0 else -height.rounded(), loss)


@general_robust.derivative
def _(y_true, y_pred, *, alpha, scale):
    e, squared_scale, x = scaled_error(y_true, y_pred, scale)
    pull = e / squared_scale
    if alpha == 2:
        return pull.rounded()
    if alpha == -np.inf:
        return (pull * exp(-x.shifted(-1))).rounded()
    gap = Wide.difference(2.0, alpha)
    slope = (pull * exp(-gap.shifted(-1) * log1p(x / gap))).rounded()
    limit = np.inf if alpha > 1 else 1 / scale if alpha == 1 else 0.0
    return np.where(np.isinf(y_pred), np.copysign(limit, y_pred), slope)
