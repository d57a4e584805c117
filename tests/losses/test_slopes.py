"""Laws of the gradient: it is the slope of the value, and what a loss says of kinks, joins and smoothness is so."""

import numpy as np
import pytest

from lossviz import LOSSES
from tests.losses.examples import arrays, gradients, parts, settings

STEP = 1e-4
every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
elementwise = {name: loss for name, loss in LOSSES.items() if loss.elementwise}
every_elementwise_loss = pytest.mark.parametrize("loss", elementwise.values(), ids=elementwise)


def special_points(loss, given, tunables):
    """The kinks and joins for these targets, as arrays of the prediction's shape."""
    targets, (prediction, *_) = parts(loss, given)
    values = {name: fact.default for name, fact in loss.tunables.items()} | tunables

    def full(point):
        alike = np.ndim(point) in (0, prediction.ndim)
        return np.broadcast_to(point if alike else np.expand_dims(point, -1), prediction.shape)

    return tuple([full(point) for point in find(*targets, **values)] for find in (loss.kinks, loss.joins))


def stencil(loss, given, place, tunables):
    """d Σ loss / d prediction by a five-point stencil, one entry at a time unless all are independent."""
    prediction = given[place]

    def moved(by):
        return loss(*given[:place], prediction + by, *given[place + 1 :], **tunables)

    if loss.elementwise:
        return (moved(-2 * STEP) - 8 * moved(-STEP) + 8 * moved(STEP) - moved(2 * STEP)) / (12 * STEP)
    slope = np.empty(prediction.shape)
    for entry in np.ndindex(prediction.shape):
        by = np.zeros(prediction.shape)
        by[entry] = STEP
        slope[entry] = (moved(-2 * by) - 8 * moved(-by) + 8 * moved(by) - moved(2 * by)).sum() / (12 * STEP)
    return slope


@every_loss
def test_gradient_is_the_slope_of_the_value(loss):
    """Away from kinks and joins the gradient equals a five-point stencil, at the defaults and at the sliders' ends."""
    for tunables in settings(loss):
        given = arrays(loss, seed=3, count=12)
        kinks, joins = special_points(loss, given, tunables)
        away = np.ones(given[-1].shape, bool)
        for point in kinks + joins:
            away &= np.abs(given[-1] - point) > 4 * STEP
        for place, slope in enumerate(gradients(loss, *given, **tunables), start=len(loss.targets)):
            expected = stencil(loss, given, place, tunables)
            size = np.abs(expected).max() + np.abs(loss(*given, **tunables)).max()
            np.testing.assert_allclose(slope[away], expected[away], rtol=1e-7, atol=1e-9 * size, err_msg=str(tunables))


def one_sided(loss, targets, point, tunables, step=1e-6):
    """Slopes of the value left and right of a prediction, each to second order."""

    def value(by):
        return loss(*targets, point + by, **tunables)

    here = value(0)
    left = (3 * here - 4 * value(-step) + value(-2 * step)) / (2 * step)
    right = (-3 * here + 4 * value(step) - value(2 * step)) / (2 * step)
    return left, right


@every_elementwise_loss
def test_slope_jumps_at_kinks_and_lies_between(loss):
    """At every kink a loss names the slope jumps, and its gradient there is between the slopes on both sides."""
    for tunables in settings(loss):
        given = arrays(loss, seed=4)
        targets, _ = parts(loss, given)
        kinks, _ = special_points(loss, given, tunables)
        for point in kinks:
            inside = np.logical_and.reduce([domain.holds(point) for domain in loss.predictions.values()])
            at = [target[inside] for target in targets]
            left, right = one_sided(loss, at, point[inside], tunables)
            slope = loss.gradient(*at, point[inside], **tunables)
            assert (np.abs(right - left) > 1e-3).all(), tunables
            assert (slope >= np.minimum(left, right) - 1e-6).all(), tunables
            assert (slope <= np.maximum(left, right) + 1e-6).all(), tunables


@every_elementwise_loss
def test_pieces_meet_at_joins_with_equal_slopes(loss):
    """At every join a loss names, the slopes on both sides and the gradient agree."""
    for tunables in settings(loss):
        given = arrays(loss, seed=5)
        targets, _ = parts(loss, given)
        _, joins = special_points(loss, given, tunables)
        for point in joins:
            left, right = one_sided(loss, targets, point, tunables)
            slope = loss.gradient(*targets, point, **tunables)
            size = 1 + np.abs(slope)
            np.testing.assert_allclose(left / size, slope / size, atol=1e-4)
            np.testing.assert_allclose(right / size, slope / size, atol=1e-4)


def jumps(loss, given, place, tunables):
    """The largest jump of the gradient between predictions that are 1e-7 apart, along straight paths."""
    prediction = given[place]
    other = arrays(loss, seed=7)[place]
    worst = 0.0
    for share in np.linspace(0, 1, 41):
        at = [array.astype(float) if i >= len(loss.targets) else array for i, array in enumerate(given)]
        at[place] = (1 - share) * prediction + share * other
        near = [*at[:place], at[place] + 1e-7 * (other - prediction), *at[place + 1 :]]
        before, after = gradients(loss, *at, **tunables), gradients(loss, *near, **tunables)
        worst = max(worst, *(np.abs(b - a).max() for a, b in zip(before, after, strict=True)))
    return worst


@every_loss
def test_smooth_losses_have_no_jump(loss):
    """Where a loss calls itself smooth its slope changes little over a tiny step, at its joins as well."""
    if not loss.smooth:
        return
    given = arrays(loss, seed=6)
    targets, _ = parts(loss, given)
    for place in range(len(targets), len(given)):
        assert jumps(loss, given, place, {}) < 1e-3
    kinks, joins = special_points(loss, given, {})
    assert not kinks
    for point in joins:
        before, after = (loss.gradient(*targets, point + by) for by in (-1e-7, 1e-7))
        assert np.abs(after - before).max() < 1e-4


JUMPS_BETWEEN = {
    "triplet": ((0.5, 1.5 - 1e-9), (0.5, 1.5 + 1e-9)),
    "cosine_distance": (([1.0, 0.0], [1e-9, 1e-9]), ([1.0, 0.0], [-1e-9, 1e-9])),
}


@every_loss
def test_losses_with_a_kink_show_it(loss):
    """Where a loss does not call itself smooth there are near predictions with quite different slopes."""
    if loss.smooth:
        return
    if loss.name in JUMPS_BETWEEN:
        before, after = (gradients(loss, *given)[-1] for given in JUMPS_BETWEEN[loss.name])
        assert np.abs(after - before).max() > 0.5
        return
    given = arrays(loss, seed=8)
    kinks, _ = special_points(loss, given, {})
    assert kinks
    targets, _ = parts(loss, given)
    before, after = (loss.gradient(*targets, kinks[0] + by) for by in (-1e-9, 1e-9))
    assert (np.abs(after - before) > 1e-2).all()
