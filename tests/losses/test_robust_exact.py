"""The robust losses against arithmetic with at least 50 digits."""

import numpy as np
import pytest

from lossviz.losses.general import general_robust
from lossviz.losses.hyperbolic import pseudo_huber
from lossviz.losses.robust import cauchy, geman_mcclure, tukey_biweight, welsch
from tests.exact import robust as exact
from tests.exact.oracle import CASES
from tests.exact.residuals import residuals, worst_of_slopes, worst_of_values
from tests.exact.ulps import ulps

LIMIT = 2.0
LOSSES = {loss.name: loss for loss in (cauchy, geman_mcclure, welsch, tukey_biweight, general_robust)}
NEAR_TWO = [2.0, 2 - 2.0**-52, 2 - 1e-12, 1.999]
NEAR_ZERO = [1e-12, 1e-300, 5e-324, 0.0, -5e-324, -1e-300, -1e-12]
ALPHAS = [*NEAR_TWO, 1.5, 1 + 2.0**-52, 1.0, 0.3, *NEAR_ZERO, -1.0, -2.0, -10.0, -1e8, -1e17, -1e30, -1e100, -np.inf]


@pytest.mark.parametrize("scale", [1e-300, 1e-8, 0.3, 1.0, 4.685, 1e8, 1e300])
@pytest.mark.parametrize("loss", [cauchy, geman_mcclure, welsch, tukey_biweight], ids=lambda loss: loss.name)
def test_value_and_slope_are_within_2_ulp(loss, scale):
    """For errors from 1e-300 to 1e150 and any scale, also where (e/c)² is beyond float64's range."""
    y_true, y_pred = residuals(25, scale)
    assert worst_of_values(loss, getattr(exact, loss.name), y_true, y_pred, scale=scale) <= LIMIT
    assert worst_of_slopes(loss, getattr(exact, f"{loss.name}_slopes"), y_true, y_pred, scale=scale) <= LIMIT


@pytest.mark.parametrize("alpha", ALPHAS)
def test_general_robust_is_within_2_ulp(alpha):
    """The same for every shape: also exactly at 2, 0 and −∞, arbitrarily near 2 and 0, and far below 0."""
    for scale in (1e-8, 30.0):
        y_true, y_pred = residuals(6, scale)
        tunables = {"alpha": alpha, "scale": scale}
        assert worst_of_values(general_robust, exact.general_robust, y_true, y_pred, **tunables) <= LIMIT
        assert worst_of_slopes(general_robust, exact.general_robust_slopes, y_true, y_pred, **tunables) <= LIMIT


@pytest.mark.parametrize(
    ("alpha", "member"),
    [(0.0, cauchy), (-2.0, geman_mcclure), (-np.inf, welsch), (1.0, pseudo_huber)],
    ids=str,
)
def test_members_of_the_general_loss(alpha, member):
    """Cauchy, Geman–McClure and Welsch are members of the general loss, and so is pseudo-Huber for c = δ = 1."""
    y_true, y_pred = residuals(100)
    for function, of_member in ((general_robust, member), (general_robust.gradient, member.gradient)):
        general, special = function(y_true, y_pred, alpha=alpha), of_member(y_true, y_pred)
        np.testing.assert_allclose(general, special, rtol=4e-16, atol=1e-323)


@pytest.mark.parametrize("loss", LOSSES.values(), ids=lambda loss: loss.name)
def test_float32_is_the_exact_result_rounded(loss):
    """With float32 arrays value and slope are float32, and the float64 results rounded."""
    y_true, y_pred = (np.clip(array, -1e38, 1e38).astype(np.float32) for array in residuals(60))
    for function in (loss, loss.gradient):
        with np.errstate(over="ignore"):
            rounded = function(y_true.astype(float), y_pred.astype(float)).astype(np.float32)
        assert function(y_true, y_pred).dtype == np.float32
        np.testing.assert_array_equal(function(y_true, y_pred), rounded)


@pytest.mark.parametrize("case", [case for case in CASES if case["loss"] in LOSSES], ids=lambda case: case["loss"])
def test_agrees_with_published_answers(case):
    """Values and slopes that other libraries confirm hold within 2 ulp."""
    tunables = {name: float(value) for name, value in case["params"].items()}
    loss, inputs = LOSSES[case["loss"]], case["inputs"] | tunables
    assert max(map(ulps, loss(**inputs), map(float, case["value"]))) <= LIMIT
    assert max(map(ulps, loss.gradient(**inputs), map(float, case["gradient"]["y_pred"]))) <= LIMIT


@pytest.mark.parametrize(
    ("loss", "tunables", "value", "slope"),
    [
        (cauchy, {}, np.inf, 0),
        (geman_mcclure, {}, 2, 0),
        (welsch, {}, 1, 0),
        (tukey_biweight, {"scale": 3.0}, 1.5, 0),
        (general_robust, {"alpha": 2.0}, np.inf, np.inf),
        (general_robust, {"alpha": 1 + 2.0**-52}, np.inf, np.inf),
        (general_robust, {"alpha": 1.0, "scale": 4.0}, np.inf, 0.25),
        (general_robust, {"alpha": 1e-300}, np.inf, 0),
        (general_robust, {"alpha": 0.0}, np.inf, 0),
        (general_robust, {"alpha": -(2.0**-900)}, 2.0**901, 0),
        (general_robust, {"alpha": -1.0}, 3, 0),
        (general_robust, {"alpha": -np.inf}, 1, 0),
    ],
    ids=str,
)
def test_infinite_and_missing_predictions(loss, tunables, value, slope):
    """An infinite prediction gives the limit, NaN gives NaN, and neither touches the example beside it."""
    y_true, y_pred = [2.0] * 4, [np.inf, -np.inf, np.nan, 3.0]
    beside = loss(2.0, 3.0, **tunables), loss.gradient(2.0, 3.0, **tunables)
    np.testing.assert_array_equal(loss(y_true, y_pred, **tunables), [value, value, np.nan, beside[0]])
    np.testing.assert_array_equal(loss.gradient(y_true, y_pred, **tunables), [slope, -slope, np.nan, beside[1]])


def test_tukey_joins_are_the_edge():
    """At the joins the plateau begins, and slope and curvature have come down to 0."""
    for place in tukey_biweight.joins(2.0, scale=3.0):
        assert tukey_biweight(2.0, place, scale=3.0) == 1.5
        assert tukey_biweight.gradient(2.0, place, scale=3.0) == 0
        inside = 2.0 + (place - 2.0) * (1 - 1e-9)
        assert 0 < abs(tukey_biweight.gradient(2.0, inside, scale=3.0)) < 1e-16


def test_shape_has_an_upper_end():
    """α above 2 or infinite upwards is refused; −∞ is the Welsch loss."""
    for alpha in (2 + 1e-15, np.inf):
        with pytest.raises(ValueError, match="alpha must be at most 2"):
            general_robust(0.0, 1.0, alpha=alpha)
