"""The regression losses against arithmetic with at least 50 digits."""

import numpy as np
import pytest

from lossviz.losses import absolute, hyperbolic, likelihood, regression, relative
from tests.exact import regression as exact
from tests.exact.oracle import CASES
from tests.exact.residuals import residuals, worst_of_slopes, worst_of_values
from tests.exact.ulps import ulps

LIMIT = 4.0

LOSSES = {
    name: getattr(file, name)
    for file, names in {
        regression: ["squared_error", "half_squared_error", "huber", "smooth_l1"],
        absolute: ["absolute_error", "pinball", "epsilon_insensitive"],
        hyperbolic: ["pseudo_huber", "log_cosh"],
        relative: ["absolute_percentage_error", "squared_logarithmic_error"],
        likelihood: ["poisson", "gaussian_nll", "laplace_nll"],
    }.items()
    for name in names
}

ANY_SIZE = [1e-8, 0.3, 1.0, 4.685, 1e8]
TUNABLES = {
    "huber": [{"delta": size} for size in ANY_SIZE],
    "smooth_l1": [{"beta": size} for size in ANY_SIZE],
    "pseudo_huber": [{"delta": size} for size in ANY_SIZE],
    "epsilon_insensitive": [{"epsilon": size} for size in [0.0, *ANY_SIZE]],
    "pinball": [{"quantile": share} for share in (1e-300, 0.1, 0.5, 0.9, 1 - 2.0**-53)],
    "gaussian_nll": [{"variance": size} for size in [1e-300, *ANY_SIZE, 1e300]],
    "laplace_nll": [{"scale": size} for size in [1e-300, *ANY_SIZE, 1e300]],
}
RUNS = [(name, tunables) for name in LOSSES for tunables in TUNABLES.get(name, [{}])]


def examples(name, size, unit=1.0):
    """Targets and predictions of every size within the domain of the loss."""
    y_true, y_pred = residuals(size, unit)
    if name == "absolute_percentage_error":
        return np.where(y_true == 0, 2.5, y_true), y_pred
    if name == "poisson":
        return np.abs(y_true), np.abs(y_pred)
    if name == "squared_logarithmic_error":
        odd = np.arange(y_true.size) % 2 == 1
        above = [np.where(odd, np.maximum(y, -1 + 2.0**-53), np.abs(y)) for y in (y_true, y_pred)]
        near = -1 + 10 ** np.random.default_rng(2).uniform(-15.9, 0, (2, size))
        return tuple(np.concatenate(pair) for pair in zip(above, near, strict=True))
    return y_true, y_pred


@pytest.mark.parametrize(("name", "tunables"), RUNS, ids=str)
def test_value_and_slope_are_within_4_ulp(name, tunables):
    """For errors from 1e-300 to 1e150 and any tunable; where terms of opposite sign are added, of the largest term."""
    unit = next(iter(tunables.values()), 1.0)
    y_true, y_pred = examples(name, 140 // len(TUNABLES.get(name, [{}])), unit)
    assert worst_of_values(LOSSES[name], getattr(exact, name), y_true, y_pred, **tunables) <= LIMIT
    assert worst_of_slopes(LOSSES[name], getattr(exact, f"{name}_slopes"), y_true, y_pred, **tunables) <= LIMIT


@pytest.mark.parametrize(("name", "tunable"), [("gaussian_nll", "variance"), ("laplace_nll", "scale")])
def test_one_noise_level_for_each_example(name, tunable):
    """An array of noise levels from 1e-8 to 1e8 belongs to its examples, one by one."""
    y_true, y_pred = residuals(60)
    levels = {tunable: 10 ** np.random.default_rng(3).uniform(-8, 8, y_true.size)}
    assert worst_of_values(LOSSES[name], getattr(exact, name), y_true, y_pred, **levels) <= LIMIT
    assert worst_of_slopes(LOSSES[name], getattr(exact, f"{name}_slopes"), y_true, y_pred, **levels) <= LIMIT


@pytest.mark.parametrize(("name", "tunables"), RUNS, ids=str)
def test_float32_is_the_exact_result_rounded(name, tunables):
    """With float32 arrays value and slope are float32, and the float64 results rounded."""
    y_true, y_pred = (np.clip(array, -1e38, 1e38).astype(np.float32) for array in examples(name, 60))
    y_true, y_pred = (array + (array == -1).astype(np.float32) for array in (y_true, y_pred))
    y_true = np.where(y_true == 0, np.float32(1), y_true)
    for function in (LOSSES[name], LOSSES[name].gradient):
        with np.errstate(over="ignore"):
            rounded = function(y_true.astype(float), y_pred.astype(float), **tunables).astype(np.float32)
        result = function(y_true, y_pred, **tunables)
        assert result.dtype == np.float32
        np.testing.assert_array_equal(result, rounded)


@pytest.mark.parametrize("case", [case for case in CASES if case["loss"] in LOSSES], ids=lambda case: case["loss"])
def test_agrees_with_published_answers(case):
    """Values and slopes that other libraries confirm hold within 4 ulp; at kinks any subgradient does."""
    loss, inputs = LOSSES[case["loss"]], case["inputs"] | case["params"]
    kinks = case.get("kinks", {}).get("y_pred", [])
    term = _largest_terms(case["loss"], inputs)
    for result, truth, each in zip(loss(**inputs), case["value"], term, strict=True):
        assert ulps(result, float(truth), each) <= LIMIT
    for place, (result, truth) in enumerate(zip(loss.gradient(**inputs), case["gradient"]["y_pred"], strict=True)):
        assert place in kinks or ulps(result, float(truth)) <= LIMIT


def _largest_terms(name, inputs):
    """For the likelihoods the largest of the added terms, for the others None."""
    if name not in ("poisson", "gaussian_nll", "laplace_nll"):
        return [None] * len(inputs["y_true"])
    names = [{"y_true": "y", "y_pred": "p"}.get(each, each) for each in inputs]
    columns = [np.broadcast_to(value, np.shape(inputs["y_true"])) for value in inputs.values()]
    examples_by_name = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    return [max(map(abs, getattr(exact, name)(**example))) for example in examples_by_name]


@pytest.mark.parametrize(
    ("name", "value", "slopes"),
    [
        ("squared_error", np.inf, [-np.inf, np.inf]),
        ("half_squared_error", np.inf, [-np.inf, np.inf]),
        ("absolute_error", np.inf, [-1, 1]),
        ("huber", np.inf, [-1, 1]),
        ("smooth_l1", np.inf, [-1, 1]),
        ("pseudo_huber", np.inf, [-1, 1]),
        ("log_cosh", np.inf, [-1, 1]),
        ("pinball", np.inf, [-0.5, 0.5]),
        ("epsilon_insensitive", np.inf, [-1, 1]),
        ("absolute_percentage_error", np.inf, [-0.5, 0.5]),
        ("squared_logarithmic_error", np.inf, [0]),
        ("poisson", np.inf, [1]),
        ("gaussian_nll", np.inf, [-np.inf, np.inf]),
        ("laplace_nll", np.inf, [-1, 1]),
    ],
)
def test_infinite_and_missing_predictions(name, value, slopes):
    """An infinite prediction gives the limit, NaN gives NaN, and neither touches the example beside it."""
    loss = LOSSES[name]
    y_pred = [*[-np.inf, np.inf][-len(slopes) :], np.nan, 3.0]
    y_true = [2.0] * len(y_pred)
    np.testing.assert_array_equal(loss(y_true, y_pred), [*[value] * len(slopes), np.nan, loss(2.0, 3.0)])
    np.testing.assert_array_equal(loss.gradient(y_true, y_pred), [*slopes, np.nan, loss.gradient(2.0, 3.0)])


def test_poisson_at_a_rate_of_zero():
    """A rate of 0 costs nothing if nothing was counted and everything otherwise; the slope is the one from above."""
    y_true, y_pred = [0.0, 3.0, 0.0], [0.0, 0.0, np.nan]
    np.testing.assert_array_equal(LOSSES["poisson"](y_true, y_pred), [0.0, np.inf, np.nan])
    np.testing.assert_array_equal(LOSSES["poisson"].gradient(y_true, y_pred), [1.0, -np.inf, np.nan])


def test_errors_in_the_tube_are_free():
    """Inside the tube value and slope are 0.0, never −0.0; with ε = 0 there is no tube."""
    loss, errors = LOSSES["epsilon_insensitive"], np.array([-0.5, -0.25, 0.0, 0.25, 0.5])
    for result in (loss(np.zeros(5), errors, epsilon=0.5), loss.gradient(np.zeros(5), errors, epsilon=0.5)):
        assert not result.any()
        assert not np.signbit(result).any()
    np.testing.assert_array_equal(loss(np.zeros(5), errors, epsilon=0.0), np.abs(errors))


@pytest.mark.parametrize("name", LOSSES)
def test_kinks_and_joins(name):
    """A kink is where the slopes from both sides differ, and there ours is 0; at a join they agree."""
    loss = LOSSES[name]
    tunables = {tunable: 0.5 for tunable in loss.tunables}
    for place in loss.kinks(2.0, **tunables):
        left, right = getattr(exact, f"{name}_slopes")(2.0, place, **tunables)
        assert left < right
        assert loss.gradient(2.0, place, **tunables) == 0
    for place in loss.joins(2.0, **tunables):
        left, right = getattr(exact, f"{name}_slopes")(2.0, place, **tunables)
        assert left == right
    assert loss.smooth is not bool(loss.kinks(2.0, **tunables))


@pytest.mark.parametrize("name", [name for name, loss in LOSSES.items() if loss.best_constant.of])
@pytest.mark.parametrize("count", [1, 4, 7])
def test_best_constant_has_the_least_mean(name, count):
    """No constant in a fine grid around the targets has a smaller mean loss than the stated best one."""
    loss, rng = LOSSES[name], np.random.default_rng(count)
    y_true = rng.gamma(2.0, 3.0, count)
    choices = {
        "pinball": [{"quantile": share} for share in (0.05, 0.25, 0.5, 0.9)],
        "gaussian_nll": [{"variance": 1.0}, {"variance": rng.uniform(0.1, 9, count)}],
        "laplace_nll": [{"scale": 1.0}, {"scale": rng.uniform(0.1, 9, count)}],
    }
    for tunables in choices.get(name, [{}]):
        best = loss.best_constant.of(y_true, **tunables)
        least = loss(y_true, np.full(count, best), **tunables).mean()
        for other in np.linspace(y_true.min() / 2, y_true.max() * 2, 500):
            assert least <= loss(y_true, np.full(count, other), **tunables).mean() + 1e-12
