"""The best constant of a loss, by formula and by search."""

import numpy as np
import pytest

from lossviz.fitting import best_constant
from lossviz.losses import LOSSES, huber
from lossviz.losses.domains import POSITIVE, PROBABILITY, REAL
from lossviz.losses.facts import BestConstant
from lossviz.losses.loss import define
from lossviz.losses.prepare import elementwise, last_axis


def made(value, slope, prediction=REAL, target=REAL, prepare=elementwise):
    """A loss of a plain function, without a formula for its best constant."""
    shape = {"convex": True, "smooth": True, "bounded": False, "slope_bounded": False}
    domains = {"targets": {"y_true": target}, "predictions": {"y_pred": prediction}}
    words = {"formula": "", "use": "", "avoid": "", "source": ""}
    loss = define("made", prepare=prepare, family="regression", **shape, **domains, **words)(value)
    loss.derivative(slope)
    return loss


def squares(y_true, y_pred):
    return (y_pred - y_true) ** 2


def sizes(y_true, y_pred):
    return np.abs(y_pred - y_true)


def surprises(y_true, y_pred):
    return -y_true * np.log(y_pred) - (1 - y_true) * np.log1p(-y_pred)


def odds(y_true, y_pred):
    return np.logaddexp(0, -y_true * y_pred)


SQUARE = made(squares, lambda y, p: 2 * (p - y))
SIZE = made(sizes, lambda y, p: np.sign(p - y))
SURPRISE = made(surprises, lambda y, p: (p - y) / (p * (1 - p)), PROBABILITY, PROBABILITY)
ODDS = made(odds, lambda y, p: -y / (1 + np.exp(y * p)))
RATE = made(lambda y, p: p - y * np.log(p), lambda y, p: 1 - y / p, POSITIVE)
TARGETS = np.random.default_rng(4).lognormal(1.0, 1.0, size=41)


def test_the_search_finds_the_mean_of_squares():
    """Squared error without its formula: the mean, to 1e-12."""
    assert best_constant(SQUARE, TARGETS) == pytest.approx(TARGETS.mean(), rel=1e-12)


def test_the_search_finds_the_median_of_sizes():
    """Absolute error without its formula: the middle target itself."""
    assert best_constant(SIZE, TARGETS) == pytest.approx(np.median(TARGETS), rel=1e-12)


def test_the_search_finds_a_probability():
    """Cross-entropy: the share of ones, even where that is close to the edge of the domain."""
    for ones in (1, 30, 199):
        labels = np.arange(200) < ones
        assert best_constant(SURPRISE, labels) == pytest.approx(ones / 200, rel=1e-9)


def test_the_search_goes_beyond_the_targets_where_it_must():
    """The best logit for 99 of 100 positive labels is log 99, far outside −1 … +1."""
    labels = np.where(np.arange(100) < 99, 1.0, -1.0)
    assert best_constant(ODDS, labels) == pytest.approx(np.log(99), rel=1e-9)


def test_the_search_keeps_to_the_domain():
    """A Poisson rate is greater than 0, though half of the counts are 0."""
    assert best_constant(RATE, [0, 0, 0, 5]) == pytest.approx(1.25, rel=1e-12)


def test_the_search_finds_what_lies_close_to_an_open_end():
    """One count in 2000 makes the best rate 0.0005, closer to the excluded 0 than the search's places are apart."""
    assert best_constant(RATE, [0] * 1999 + [1]) == pytest.approx(0.0005, rel=1e-9)


def test_the_deepest_of_several_valleys_is_found():
    """A bounded loss has a valley at each heap of targets; the larger heap's is deeper."""
    bounded = made(lambda y, p: 1 - np.exp(-((p - y) ** 2) / 2), lambda y, p: (p - y) * np.exp(-((p - y) ** 2) / 2))
    assert best_constant(bounded, [0.0] * 5 + [50.0] * 6) == pytest.approx(50.0, abs=1e-9)


@pytest.mark.parametrize("delta", [0.05, 1.0, 3.0])
def test_hubers_constant_balances_the_clipped_errors(delta):
    """At Huber's best constant the pulls up and down cancel."""
    constant = best_constant(huber, TARGETS, delta=delta)
    assert np.clip(constant - TARGETS, -delta, delta).sum() == pytest.approx(0, abs=1e-9)


def test_a_loss_with_a_formula_is_asked_for_it(monkeypatch):
    """`best_constant.of` decides where it exists, with the tunables given and the defaults of the others."""
    asked = []
    seven = BestConstant("seven", lambda y, **tunables: asked.append(tunables) or 7.0)
    monkeypatch.setattr(huber, "best_constant", seven)
    assert best_constant(huber, [1.0, 2.0]) == 7.0
    assert best_constant(huber, [1.0, 2.0], delta=0.3) == 7.0
    assert asked == [{"delta": 1.0}, {"delta": 0.3}]


def named(loss):
    return loss.name


SEARCHED = [loss for loss in LOSSES.values() if loss.elementwise and len(loss.targets) == len(loss.predictions) == 1]


@pytest.mark.parametrize("loss", SEARCHED, ids=named)
def test_no_place_on_a_fine_grid_is_better(loss):
    """For every element-wise loss with its defaults, a grid around the targets finds no lower mean loss."""
    (wanted,), (domain,) = loss.targets.values(), loss.predictions.values()
    rng = np.random.default_rng(1)
    for targets in (
        rng.normal(3, 4, 30),
        rng.poisson(3, 30) + 1.0,
        rng.integers(0, 2, 30),
        2.0 * rng.integers(0, 2, 30) - 1,
    ):
        if wanted.holds(targets).all():
            break
    grid = np.linspace(-6, 16, 2001)
    grid = grid[domain.holds(grid)]
    costs = loss(*np.broadcast_arrays(targets, grid[:, None])).mean(axis=1)
    best = loss(targets, np.full(30, best_constant(loss, targets))).mean()
    assert best <= costs.min() + 1e-12 * (1 + abs(best))


def test_one_target_is_its_own_best_constant():
    """A single target leaves nothing to weigh."""
    assert best_constant(huber, [3.5]) == pytest.approx(3.5)
    assert best_constant(huber, [0.0, 0.0]) == pytest.approx(0.0, abs=1e-12)


def test_targets_nobody_can_average_are_told():
    """Empty and NaN targets are a `ValueError`, a loss of vectors is a `TypeError`."""
    with pytest.raises(ValueError, match="y is empty"):
        best_constant(huber, [])
    with pytest.raises(ValueError, match="y holds nan"):
        best_constant(huber, [1.0, np.nan])
    with pytest.raises(TypeError, match="no best constant"):
        best_constant(made(squares, None, prepare=last_axis), [1.0])


def test_what_the_loss_does_not_take_is_told():
    """Labels outside the domain, a δ of 0 and a misspelt tunable are told by name."""
    with pytest.raises(ValueError, match="y must be"):
        best_constant(LOSSES["logistic"], [0, 1])
    with pytest.raises(ValueError, match="delta must be"):
        best_constant(huber, [1.0], delta=0)
    with pytest.raises(TypeError, match="huber has no tunable 'detla'; it has delta"):
        best_constant(huber, [1.0], detla=1.0)
