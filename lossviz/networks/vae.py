"""A variational autoencoder of small pictures: two networks with a random code between them."""

import numpy as np
from autograd import numpy as traced

from ..losses import binary_crossentropy_from_logits, sigmoid, vae_kl
from .differentiable import differentiable
from .layers import dense, outputs
from .training import Adam, train


def new_vae(pixels=64, hidden=64, code=2, *, seed=0):
    """Start parameters of an encoder and a decoder, as a tuple of two lists.

    Examples
    --------
    >>> encoder, decoder = new_vae(64, 32, 2)
    >>> [each.shape for each in encoder], [each.shape for each in decoder]
    ([(64, 32), (32,), (32, 4), (4,)], [(2, 32), (32,), (32, 64), (64,)])
    """
    return dense((pixels, hidden, 2 * code), seed), dense((code, hidden, pixels), seed + 1)


def encode(vae, x):
    """Means μ and log-variances s of the codes of pictures x, each of shape (n, code)."""
    both = outputs(vae[0], x)
    half = both.shape[1] // 2
    return both[:, :half], both[:, half:]


def decode(vae, z):
    """Logits of the pixels, shape (n, pixels), for codes z of shape (n, code); their sigmoid is a picture."""
    return outputs(vae[1], z)


def vae_terms(vae, x, noise):
    """The two terms of the loss, one of each for each picture, both added up and not averaged.

    Parameters
    ----------
    vae : tuple of list of ndarray
        As `new_vae` makes it.
    x : ndarray, shape (n, pixels)
        Pictures, from 0 to 1.
    noise : ndarray, shape (n, code)
        Standard normal numbers: the codes are μ + exp(s/2) · noise, so that slopes reach μ and s.

    Returns
    -------
    reconstruction, divergence : ndarray, shape (n,)

    Examples
    --------
    >>> x, noise = np.full((3, 64), 0.5), np.zeros((3, 2))
    >>> reconstruction, divergence = vae_terms(new_vae(), x, noise)
    >>> reconstruction.shape, divergence.shape
    ((3,), (3,))
    """
    mean, log_variance = encode(vae, x)
    z = mean + traced.exp(log_variance / 2) * noise
    reconstruction = differentiable(binary_crossentropy_from_logits)(x, decode(vae, z)).sum(axis=1)
    return reconstruction, differentiable(vae_kl)(mean, log_variance)


def train_vae(x, *, beta=1.0, hidden=64, code=2, epochs=80, rate=0.02, batch=128, seed=0):
    """Variational autoencoders before the first epoch and after each, trained on reconstruction + β · divergence.

    Parameters
    ----------
    x : ndarray, shape (n, pixels)
        Pictures, from 0 to 1.
    beta : float, at least 0
        β.
    hidden, code : int
        Units of the hidden layers; entries of the code.
    epochs : int or iterable
        As in `train`.
    rate : float
        Of `Adam`.
    batch, seed : int
        As in `train`; the seed decides the start and the noise as well.

    Returns
    -------
    list of parameters, of length epochs + 1
    """
    rng = np.random.default_rng(seed)

    def cost(vae, x):
        reconstruction, divergence = vae_terms(vae, x, rng.normal(size=(len(x), code)))
        return (reconstruction + beta * divergence).mean()

    start = new_vae(x.shape[1], hidden, code, seed=seed)
    return train(cost, start, (x,), epochs=epochs, rule=Adam(rate), batch=batch, seed=seed)


def beta_run(vae, pictures, seed=0):
    """What a trained autoencoder makes of held-out pictures, as `VaeBetaScene` shows it.

    A dict with the decoder, which takes codes and gives pictures; the means of the two terms, with one draw of the
    noise; the pictures, and what comes back from the means of their codes.
    """
    mean, _ = encode(vae, pictures)
    noise = np.random.default_rng(seed).normal(size=mean.shape)
    reconstruction, divergence = vae_terms(vae, pictures, noise)
    return {
        "decode": lambda z: sigmoid(decode(vae, z)),
        "reconstruction": float(reconstruction.mean()),
        "divergence": float(divergence.mean()),
        "pictures": pictures,
        "back": sigmoid(decode(vae, mean)),
    }
