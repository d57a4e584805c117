"""Difference quotients and their step: what theory says of them."""

import numpy as np
import pytest

from lossviz.figures.gradient_check import GradientCheckScene


@pytest.fixture(scope="module")
def scene():
    return GradientCheckScene()


def off(scene, **values):
    scene.update(**{"step": -3.0, "point": 1.0, "case": "smooth"} | values)
    return scene.off["forward"], scene.off["central"]


def test_truncation_falls_with_the_step_and_its_square(scene):
    """On the smooth loss a step a hundredth as long makes the forward error 1/100 and the central error 1/10,000."""
    coarse, fine = off(scene, step=-1.0), off(scene, step=-3.0)
    assert coarse[0] / fine[0] == pytest.approx(100, rel=0.1)
    assert coarse[1] / fine[1] == pytest.approx(10_000, rel=0.1)


def test_forward_errs_by_half_the_step_times_the_second_derivative(scene):
    """For log-cosh at 1 the second derivative is 1 − tanh² 1."""
    assert off(scene, step=-4.0)[0] == pytest.approx(1e-4 / 2 * (1 - np.tanh(1) ** 2), rel=1e-3)


def test_rounding_takes_over_below_the_best_step(scene):
    """At h = 1e-15 both are off by more than at the best steps, at least ten-thousandfold."""
    tiny = off(scene, step=-15.0)
    assert tiny[0] > 1e4 * off(scene, step=-8.0)[0]
    assert tiny[1] > 1e4 * off(scene, step=-5.2)[1]


def test_at_a_kink_no_step_helps(scene):
    """For pinball at 0 the central difference is the mean of both slopes, −0.3, at every step; the words say so."""
    for step in (-12.0, -6.0, -1.0):
        assert off(scene, case="kink at 0", point=0.0, step=step) == pytest.approx((0.2, 0.3), abs=1e-9)
    assert "no step helps" in scene.readout()
    scene.update(step=-6.0, point=0.5, case="kink at 0")
    assert "no step helps" not in scene.readout()


def test_a_wrong_formula_is_off_by_the_same_at_every_good_step(scene):
    """Where the claimed slope is wrong, the distance is that of the claim: |arctan 1 − tanh 1|."""
    wrong = np.arctan(1) - np.tanh(1)
    for step in (-7.0, -5.0, -3.0):
        assert off(scene, case="wrong formula", step=step)[1] == pytest.approx(wrong, abs=1e-6)
    assert "no step helps" in scene.readout()


@pytest.mark.parametrize("given", ["formula", "no formula"])
def test_a_loss_of_ones_own_is_checked(given):
    """`explore("gradient_check", loss)` checks the gradient that the loss has, be it given or found."""
    from lossviz import explore, loss

    gradient = (lambda y_true, y_pred: y_pred - y_true) if given == "formula" else None
    explorer = explore("gradient_check", loss(lambda y_true, y_pred: (y_pred - y_true) ** 2, gradient=gradient))
    assert ("no step helps" in explorer.readout) == (given == "formula")
    assert list(explorer.specs) == ["step", "point"]
