"""Laws of the gradient: it is the slope of the value, and what a loss says of kinks, joins and smoothness is so."""

from itertools import pairwise

import numpy as np
import pytest

from lossviz import LOSSES, cosine_distance
from tests.losses.examples import arrays, gradients, parts, settings

STEP = 1e-4
every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
elementwise = {name: loss for name, loss in LOSSES.items() if loss.elementwise}
every_elementwise_loss = pytest.mark.parametrize("loss", elementwise.values(), ids=elementwise)


def with_first(loss, given, prediction):
    """The arguments with another first prediction, the one that kinks and joins are places of."""
    place = len(loss.targets)
    return [*given[:place], prediction, *given[place + 1 :]]


def special_points(loss, given, tunables):
    """The kinks and joins for all arguments but the first prediction, as arrays of its shape."""
    targets, (prediction, *others) = parts(loss, given)
    values = {name: fact.default for name, fact in loss.tunables.items()} | tunables

    def full(point):
        alike = np.ndim(point) in (0, prediction.ndim)
        return np.broadcast_to(point if alike else np.expand_dims(point, -1), prediction.shape)

    return tuple([full(point) for point in find(*targets, *others, **values)] for find in (loss.kinks, loss.joins))


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
        first = given[len(loss.targets)]
        away = np.ones(first.shape, bool)
        for point in kinks + joins:
            away &= np.abs(first - point) > 4 * STEP
        for place, slope in enumerate(gradients(loss, *given, **tunables), start=len(loss.targets)):
            expected = stencil(loss, given, place, tunables)
            size = np.abs(expected).max() + np.abs(loss(*given, **tunables)).max()
            np.testing.assert_allclose(slope[away], expected[away], rtol=1e-7, atol=1e-9 * size, err_msg=str(tunables))


def one_sided(loss, given, point, tunables, step=1e-6):
    """Slopes of the value left and right of a first prediction, each to second order."""

    def value(by):
        return loss(*with_first(loss, given, point + by), **tunables)

    here = value(0)
    left = (3 * here - 4 * value(-step) + value(-2 * step)) / (2 * step)
    right = (-3 * here + 4 * value(step) - value(2 * step)) / (2 * step)
    return left, right


def slope_at(loss, given, point, tunables):
    return gradients(loss, *with_first(loss, given, point), **tunables)[0]


@every_elementwise_loss
def test_slope_jumps_at_kinks_and_lies_between(loss):
    """At every kink a loss names the slope jumps, and its gradient there is between the slopes on both sides."""
    for tunables in settings(loss):
        given = arrays(loss, seed=4)
        kinks, _ = special_points(loss, given, tunables)
        for point in kinks:
            inside = np.logical_and.reduce([domain.holds(point) for domain in loss.predictions.values()])
            at = [array[inside] for array in given]
            left, right = one_sided(loss, at, point[inside], tunables)
            slope = slope_at(loss, at, point[inside], tunables)
            assert (np.abs(right - left) > 1e-3).all(), tunables
            assert (slope >= np.minimum(left, right) - 1e-6).all(), tunables
            assert (slope <= np.maximum(left, right) + 1e-6).all(), tunables


def beyond(loss, given, point, tunables, step=0.01):
    """How far the value right of a place is from the polynomial through seven values left of it."""
    places = np.arange(-6.0, 1.0)
    weights = np.linalg.solve(np.vander(places, increasing=True).T, 3.0 ** np.arange(7))
    values = [loss(*with_first(loss, given, point + step * place), **tunables) for place in (*places, 3.0)]
    return np.abs(values[-1] - np.tensordot(weights, values[:-1], axes=1))


@every_elementwise_loss
def test_pieces_meet_at_joins_with_equal_slopes(loss):
    """At every join a loss names, the slopes on both sides and the gradient agree, and the pieces are different."""
    for tunables in settings(loss):
        given = arrays(loss, seed=5)
        _, joins = special_points(loss, given, tunables)
        for point in joins:
            left, right = one_sided(loss, given, point, tunables)
            slope = slope_at(loss, given, point, tunables)
            size = 1 + np.abs(slope)
            np.testing.assert_allclose(left / size, slope / size, atol=1e-4)
            np.testing.assert_allclose(right / size, slope / size, atol=1e-4)
            assert (beyond(loss, given, point, tunables) > 1e-8).all(), tunables


def largest_jump(loss, given):
    """The largest jump of any gradient along straight paths of all predictions, one of them for each example.

    The steepest of many short steps is halved again and again: what remains of its change of slope is a jump.
    """
    targets, starts = parts(loss, given)
    _, ends = parts(loss, arrays(loss, seed=7, spread=3.0))
    if loss.elementwise:
        spans = [(max(d.low + 0.01, -5.0), min(d.high - 0.01, 5.0)) for d in loss.predictions.values()]
        turned = [span if i == 0 else span[::-1] for i, span in enumerate(spans)]
        starts = [np.full(start.shape, a) for start, (a, _) in zip(starts, turned, strict=True)]
        ends = [np.full(end.shape, b) for end, (_, b) in zip(ends, turned, strict=True)]

    def slopes(share):
        share = share.reshape(share.shape + (1,) * (starts[0].ndim - share.ndim))
        path = [(1 - share) * start + share * end for start, end in zip(starts, ends, strict=True)]
        return gradients(loss, *targets, *path)

    def change(low, high):
        pairs = zip(slopes(low), slopes(high), strict=True)
        return sum(np.abs(after - before).reshape(len(low), -1).sum(axis=1) for before, after in pairs)

    grid = np.linspace(0, 1, 402)
    changes = np.array([change(np.full(len(starts[0]), a), np.full(len(starts[0]), b)) for a, b in pairwise(grid)])
    low = grid[changes.argmax(axis=0)]
    width = grid[1]
    for _ in range(30):
        width /= 2
        low = np.where(change(low, low + width) > change(low + width, low + 2 * width), low, low + width)
    return change(low, low + width).max()


@every_loss
def test_smooth_losses_have_no_jump_and_others_have(loss):
    """The slope of a smooth loss has no jump on paths through its domain; every other loss but one shows one there."""
    given = arrays(loss, seed=6)
    kinks, _ = special_points(loss, given, {})
    if loss.smooth:
        assert not kinks
        assert largest_jump(loss, given) < 1e-5
    elif loss.name != "cosine_distance":
        assert kinks
        assert largest_jump(loss, given) > 0.01


def test_cosine_distance_jumps_at_the_zero_vector():
    """It is not smooth at one point only, which no path meets by chance: on its sides the slopes differ."""
    before, after = cosine_distance.gradient([[1.0, 0.0]] * 2, [[1e-9, 1e-9], [-1e-9, 1e-9]])
    assert np.abs(after - before).max() > 1e6
