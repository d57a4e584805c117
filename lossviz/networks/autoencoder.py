"""An autoencoder of small pictures: two networks with a short code between them."""

from autograd import numpy as traced

from ..losses import binary_crossentropy_from_logits, squared_error
from .differentiable import differentiable
from .layers import dense, outputs
from .training import Adam, train


def reconstruct(autoencoder, x):
    """Logits of the pixels of pictures x after their way through the code; shape (n, pixels)."""
    encoder, decoder = autoencoder
    return outputs(decoder, outputs(encoder, x))


def of_squares(x, z):
    """The squared error of σ(z), added up over the pixels: one loss for each picture."""
    return differentiable(squared_error)(x, 1 / (1 + traced.exp(-z))).sum(axis=1)


def of_logits(x, z):
    """The binary cross-entropy of σ(z), added up over the pixels: one loss for each picture."""
    return differentiable(binary_crossentropy_from_logits)(x, z).sum(axis=1)


LOSSES_PER_PIXEL = {"MSE": of_squares, "BCE": of_logits}
"""Name → loss of pictures and logits, one number for each picture."""


def train_autoencoder(x, loss, *, hidden=48, code=8, epochs=60, rate=0.02, batch=128, seed=0):
    """Autoencoders before the first epoch and after each, trained to give back what they are given.

    Parameters
    ----------
    x : ndarray, shape (n, pixels)
        Pictures, from 0 to 1: inputs and targets.
    loss : {"MSE", "BCE"}
        Of each pixel.
    hidden, code : int
        Units of the hidden layers; entries of the code.
    epochs, batch, seed
        As in `train`; the seed decides the start as well.
    rate : float
        Of `Adam`.

    Returns
    -------
    list of parameters, of length epochs + 1

    Raises
    ------
    ValueError
        If `loss` is another.
    """
    if loss not in LOSSES_PER_PIXEL:
        raise ValueError(f"loss is one of {', '.join(map(repr, LOSSES_PER_PIXEL))}; got {loss!r}")
    of = LOSSES_PER_PIXEL[loss]
    pixels = x.shape[1]
    start = dense((pixels, hidden, code), seed), dense((code, hidden, pixels), seed + 1)
    return train(
        lambda autoencoder, x: of(x, reconstruct(autoencoder, x)).mean(),
        start,
        (x,),
        epochs=epochs,
        rule=Adam(rate),
        batch=batch,
        seed=seed,
    )
