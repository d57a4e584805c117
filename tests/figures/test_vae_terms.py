"""One code under reconstruction and β · KL: closed forms, the best code, what the dots stand on."""

import numpy as np
import pytest

from lossviz.figures.vae_terms import VaeTermsScene, best_code, divergence, reconstruction


@pytest.fixture(scope="module")
def scene():
    return VaeTermsScene()


@pytest.mark.parametrize(("mean", "log_variance"), [(0.0, 0.0), (1.5, -2.0), (2.5, 1.0)])
def test_terms_have_their_closed_forms(mean, log_variance):
    """The reconstruction is ½((μ − 2)² + σ²), the divergence ½(μ² + σ² − 1 − log σ²)."""
    variance = np.exp(log_variance)
    assert reconstruction(mean, log_variance) == pytest.approx(((mean - 2) ** 2 + variance) / 2)
    assert divergence(mean, log_variance) == pytest.approx((mean**2 + variance - 1 - log_variance) / 2)


@pytest.mark.parametrize("beta", [0.05, 0.5, 1.0, 1.5])
def test_the_best_code_is_the_least_on_a_grid(beta):
    """No pair of mean and log-variance on a fine grid costs less than the best code, and one comes close."""
    means = np.linspace(-1, 3, 201)
    s = np.linspace(-5, 1, 301)
    costs = [reconstruction(mean, s) + beta * divergence(mean, s) for mean in means]
    mean, log_variance = best_code(beta)
    best = reconstruction(mean, log_variance) + beta * divergence(mean, log_variance)
    assert best <= np.min(costs) <= best + 1e-3


def test_no_weight_is_a_plain_autoencoder_and_a_large_one_collapses():
    """At β = 0 the code sits on the target without spread; for large β it is N(0, 1)."""
    assert best_code(0.0) == (2.0, -np.inf)
    assert best_code(1e6) == pytest.approx((0.0, 0.0), abs=1e-5)


def test_dots_and_words_are_the_terms(scene):
    """The dots stand at reconstruction, β · KL and their sum, and the diamond at the bottom of the sum's curve."""
    scene.update(beta=0.5, mean=1.0, log_variance=-1.0)
    first, second = float(reconstruction(1.0, -1.0)), 0.5 * float(divergence(1.0, -1.0))
    assert scene.dots.get_offsets()[:, 1] == pytest.approx([first, second, first + second])
    (place,), (height,) = scene.bottom.get_data()
    assert place == pytest.approx(np.log(0.5 / 1.5))
    assert height <= scene.terms[2].get_ydata().min()
    assert f"reconstruction {first:.3f} + β · KL {second:.3f} = {first + second:.3f}" in scene.readout()
