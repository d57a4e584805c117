"""One guess for all targets: marked minima are least, and slopes count targets."""

import numpy as np
import pytest

from lossviz.explorers.best_constant import best_constant
from lossviz.losses import absolute_error, pinball, squared_error

SAMPLES = {"default": None, "even": [3.0, 1.0, 4.0, 1.0], "wide": np.random.default_rng(0).lognormal(3, 1, 200)}


@pytest.fixture(params=SAMPLES)
def explorer(request):
    """The explorer on its own waiting times, on a few tied targets and on many."""
    return best_constant(SAMPLES[request.param])


def test_marked_minima_are_least(explorer):
    """No guess in the panel costs less than the marked one, for any τ; and the marked one is mean or median."""
    scene = explorer.scene
    guesses = np.linspace(scene.low, scene.high, 101)
    for quantile in explorer.specs["quantile"].positions():
        explorer.set(quantile=quantile)
        for loss, mark in zip((squared_error, absolute_error, pinball), scene.least, strict=True):
            tunables = {"quantile": quantile} if loss is pinball else {}
            costs = [loss(scene.y, guess, **tunables).mean() for guess in guesses]
            assert mark.get_ydata()[0] <= min(costs) * (1 + 1e-12)
            assert mark.get_ydata()[0] == pytest.approx(loss(scene.y, mark.get_xdata()[0], **tunables).mean())
    assert scene.least[0].get_xdata()[0] == pytest.approx(scene.y.mean())
    assert scene.least[1].get_xdata()[0] == np.median(scene.y)


def test_slopes_count_targets(explorer):
    """Absolute: (left − right)/n; pinball: ((1 − τ)·left − τ·right)/n; squared: 2(c − mean). The tangents have them."""
    scene = explorer.scene
    for guess in explorer.specs["guess"].positions():
        explorer.set(guess=guess, quantile=0.3)
        left, right, n = np.sum(scene.y < guess), np.sum(scene.y > guess), scene.y.size
        slopes = [2 * (guess - scene.y.mean()), (left - right) / n, (0.7 * left - 0.3 * right) / n]
        np.testing.assert_allclose(scene.slopes, slopes, atol=1e-12)
        assert f"({left} left − {right} right) / {n} = {(left - right) / n:+.3f}" in explorer.readout
        for tangent, slope in zip(scene.tangents, slopes, strict=True):
            (start, _, end), (low, _, high) = tangent.get_data()
            assert (high - low) / (end - start) == pytest.approx(slope, abs=1e-9)


def test_curves_are_the_costs_and_dots_lie_on_them(explorer):
    """Every curve is the mean loss of its guess, straight between targets included, and carries the cursor's dot."""
    scene = explorer.scene
    for guess in explorer.specs["guess"].positions()[::7]:
        explorer.set(guess=guess, quantile=0.65)
        for loss, curve, tangent in zip(
            (squared_error, absolute_error, pinball), scene.curves, scene.tangents, strict=True
        ):
            tunables = {"quantile": 0.65} if loss is pinball else {}
            cost = loss(scene.y, guess, **tunables).mean()
            assert tangent.get_ydata()[1] == pytest.approx(cost)
            if loss is not squared_error:
                assert np.interp(guess, *curve.get_data()) == pytest.approx(cost)
        assert scene.left_targets.get_xdata().size == np.sum(scene.y < guess)


def test_targets_that_do_not_differ_are_refused():
    """One target, or equal ones, leave nothing to compare: a `ValueError` that says so."""
    with pytest.raises(ValueError, match="every y is 2"):
        best_constant([2.0, 2.0])
