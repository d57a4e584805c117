"""Two terms in one cost: the front, its slope, zeros, and the unit of a term."""

import numpy as np
import pytest

from lossviz.figures.pareto import NORMS, ParetoScene
from lossviz.fitting import regularised_logistic


@pytest.fixture(scope="module")
def scene():
    return ParetoScene()


@pytest.mark.parametrize("norm", NORMS)
def test_more_penalty_means_less_of_it_and_more_cost(scene, norm):
    """Along the front the data cost rises and the penalty falls as λ grows."""
    _, costs, sizes = scene.fits[norm, "nats"]
    assert (np.diff(costs) >= -1e-9).all() and (np.diff(sizes) <= 1e-9).all()


@pytest.mark.parametrize("norm", NORMS)
@pytest.mark.parametrize("unit", ["nats", "bits"])
def test_the_slope_of_the_front_is_minus_lambda(scene, norm, unit):
    """Between two neighbours on the front the slope lies between their −λ, whatever the unit of the data cost."""
    _, costs, sizes = scene.fits[norm, unit]
    costs = costs / (np.log(2) if unit == "bits" else 1.0)
    moved = -np.diff(sizes) > 1e-6
    slope = np.diff(costs)[moved] / np.diff(sizes)[moved]
    low, high = scene.lambdas[:-1][moved], scene.lambdas[1:][moved]
    assert (-slope >= low * (1 - 1e-3)).all() and (-slope <= high * (1 + 1e-3)).all()


def test_bits_are_nats_at_a_smaller_lambda(scene):
    """A data cost in bits at λ has the model of a data cost in nats at λ · ln 2."""
    scene.update(log_lambda=-1.0, norm="L1", unit="bits")
    model = regularised_logistic(scene.x, scene.labels, penalty=0.1 * np.log(2))
    assert scene.weights == pytest.approx(model.weights, abs=1e-5)
    scene.update(log_lambda=-1.0, norm="L1", unit="nats")
    assert np.abs(scene.weights).sum() < np.abs(model.weights).sum()


def test_l1_sets_weights_to_zero_and_l2_none(scene):
    """At λ = 0.1 L1 leaves some of the weights out; L2 keeps every one."""
    scene.update(log_lambda=-1.0, norm="L1", unit="nats")
    assert 0 < np.count_nonzero(scene.weights) < len(scene.weights)
    scene.update(log_lambda=-1.0, norm="L2", unit="nats")
    assert np.count_nonzero(scene.weights) == len(scene.weights)


def test_paths_pass_near_every_fit(scene):
    """Points that are left out of a path lie within a hundredth of the panel of it."""
    for key, (weights, _, _) in scene.fits.items():
        for path, fitted in zip(scene.drawn[key], weights.T, strict=True):
            along = np.interp(np.log10(scene.lambdas), np.log10(path[:, 0]), path[:, 1])
            assert np.abs(along - fitted).max() <= 0.01 * np.ptp(scene.figure.axes[1].get_ylim())


def test_names_are_one_for_each_column(scene):
    """Too few names are told."""
    with pytest.raises(ValueError, match="names has 1 entries: give one for each of the 6 columns"):
        ParetoScene(scene.x, scene.labels, ["only one"])
