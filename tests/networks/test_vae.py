"""The variational autoencoder and the plain one: what they compute, and that they learn."""

import numpy as np
import pytest

from lossviz import binary_crossentropy, sigmoid, squared_error, vae_kl
from lossviz.fitting.drawn_digits import drawn_digits
from lossviz.networks import (
    beta_run,
    decode,
    encode,
    new_vae,
    outputs,
    reconstruct,
    train_autoencoder,
    train_vae,
    vae_terms,
)

X, _ = drawn_digits(60)


def test_the_terms_are_sums_of_losses():
    """Reconstruction is the cross-entropy summed over the pixels of the decoded code, divergence the loss vae_kl."""
    vae, noise = new_vae(64, 8, 2), np.random.default_rng(0).normal(size=(60, 2))
    mean, log_variance = encode(vae, X)
    z = mean + np.exp(log_variance / 2) * noise
    reconstruction, divergence = vae_terms(vae, X, noise)
    assert np.allclose(reconstruction, binary_crossentropy(X, sigmoid(decode(vae, z))).sum(axis=1))
    assert np.allclose(divergence, vae_kl(mean, log_variance))
    assert np.array_equal(np.hstack([mean, log_variance]), outputs(vae[0], X))


def test_training_lowers_the_loss_and_beta_the_divergence():
    """Held-out loss falls; a larger β leaves less divergence and, far enough up, none."""
    held, _ = drawn_digits(40, seed=1)
    divergences = []
    for beta in (0.0, 0.5, 20.0):
        path = train_vae(X, beta=beta, hidden=16, epochs=60, batch=30)
        first, last = (beta_run(vae, held) for vae in (path[0], path[-1]))
        total = [run["reconstruction"] + beta * run["divergence"] for run in (first, last)]
        assert total[1] < total[0] - 5
        divergences.append(last["divergence"])
    assert divergences[0] > divergences[1] > 0.5 > 0.1 > divergences[2]


@pytest.mark.parametrize("loss", ["MSE", "BCE"])
def test_an_autoencoder_beats_the_mean_picture(loss):
    """With six numbers in its code it gives back held-out pictures better than the mean of all pictures."""
    held, _ = drawn_digits(40, seed=1)
    end = train_autoencoder(X, loss, hidden=24, code=6, epochs=60, batch=30)[-1]
    own = squared_error(held, sigmoid(reconstruct(end, held))).sum(axis=1).mean()
    assert own < 0.9 * squared_error(held, np.tile(X.mean(axis=0), (40, 1))).sum(axis=1).mean()
