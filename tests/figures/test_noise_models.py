"""Noise models: densities of area 1 and equal deviation; minus their logarithms are loss over scale plus constant."""

import numpy as np
import pytest

from lossviz.explorers.noise_models import noise_models
from lossviz.figures.noise_models import negative_log_density
from lossviz.losses import absolute_error, gaussian_nll, laplace_nll, squared_error

DEVIATIONS = (0.8, 1.0, 2.5)


@pytest.mark.parametrize("deviation", DEVIATIONS)
@pytest.mark.parametrize("loss", [gaussian_nll, laplace_nll], ids=lambda loss: loss.name)
def test_densities_have_area_one_and_the_same_deviation(loss, deviation):
    """exp of minus the curve integrates to 1, and e² under it to σ²."""
    errors = np.linspace(-40 * deviation, 40 * deviation, 400_001)
    density = np.exp(-negative_log_density(loss, errors, deviation))
    assert np.trapezoid(density, errors) == pytest.approx(1, abs=1e-6)
    assert np.trapezoid(errors**2 * density, errors) == pytest.approx(deviation**2, rel=1e-6)


@pytest.mark.parametrize("deviation", DEVIATIONS)
def test_curves_are_the_losses_over_their_scale(deviation):
    """Beyond their constants the curves are ½(e/σ)² and |e|/b with b = σ/√2."""
    errors = np.linspace(-5, 5, 41)
    gauss, laplace = (negative_log_density(loss, errors, deviation) for loss in (gaussian_nll, laplace_nll))
    zero = np.zeros_like(errors)
    np.testing.assert_allclose(gauss - gauss[20], squared_error(zero, errors) / (2 * deviation**2), atol=1e-12)
    np.testing.assert_allclose(laplace - laplace[20], absolute_error(zero, errors) * np.sqrt(2) / deviation, atol=1e-12)
    assert gauss[20] == pytest.approx(np.log(deviation * np.sqrt(2 * np.pi)))
    assert laplace[20] == pytest.approx(np.log(deviation * np.sqrt(2)))


@pytest.mark.parametrize(("error", "said"), [(0.0, "1.77"), (1.0, "0.71"), (5.0, "404")])
def test_the_readout_says_how_many_times_as_likely(error, said):
    """At σ = 1 the ratio of the densities is √π · exp(½e² − √2|e|)."""
    explorer = noise_models(error=error, deviation=1.0)
    assert float(said) == pytest.approx(np.sqrt(np.pi) * np.exp(error**2 / 2 - np.sqrt(2) * error), rel=5e-3)
    assert f"Laplace finds such an error {said} times as likely" in explorer.readout


def test_drawn_curves_and_dots_agree():
    """The right panel's curves are minus the logarithm of the left one's, and both carry the cursor's dots."""
    explorer = noise_models()
    for error, deviation in ((-5.0, 0.8), (0.0, 1.35), (3.3, 2.5)):
        explorer.set(error=error, deviation=deviation)
        scene = explorer.scene
        for place, loss in enumerate((gaussian_nll, laplace_nll)):
            (x, density), (x_log, height) = (lines[place].get_data() for lines in scene.lines)
            np.testing.assert_allclose(-np.log(density[np.isin(x, x_log)]), height, atol=1e-9)
            here = float(negative_log_density(loss, error, deviation))
            dots = [float(dots[place].get_ydata()[0]) for dots in scene.dots]
            assert dots == pytest.approx([np.exp(-here), here])
            top = scene.panels[1].get_ylim()[1]
            assert here < top, "the dot has left its panel"
