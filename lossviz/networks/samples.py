"""Tiny trained networks for figures that are given none: drawn digits, few units, few steps, the same every time.

Each is trained once and kept: whoever asks again gets the same arrays.
"""

import functools

import numpy as np
from autograd import numpy as traced

from ..fitting.drawn_digits import drawn_digits
from ..losses import (
    binary_crossentropy_from_logits,
    categorical_crossentropy,
    categorical_crossentropy_from_logits,
    sigmoid,
    softmax,
    squared_error,
)
from .autoencoder import LOSSES_PER_PIXEL, reconstruct, train_autoencoder
from .differentiable import differentiable
from .layers import dense, outputs
from .masks import noisy_scenes
from .segmenter import mask_costs, train_segmenter
from .training import GradientDescent, train
from .vae import beta_run, decode, encode, train_vae


def squashed(z):
    """σ(z), as autograd follows it."""
    return 1 / (1 + traced.exp(-z))


def _classifiers(cost, x, labels, *, epochs):
    """Networks trained on a cost of logits and one-hot targets: one for each epoch."""
    classes = int(labels.max()) + 1
    return train(
        lambda parameters, x, y: cost(outputs(parameters, x), y),
        dense((x.shape[1], 16, classes), seed=0),
        (x, np.eye(classes)[labels]),
        epochs=epochs,
        rule=GradientDescent(1.0),
        batch=20,
    )


@functools.cache
def digit_runs():
    """Held-out pictures, their labels, and what two networks give for them after each of 15 epochs."""
    x, labels = drawn_digits(120)
    held, held_labels = drawn_digits(60, seed=1)
    crossentropy, square = differentiable(categorical_crossentropy_from_logits), differentiable(squared_error)
    costs = {
        "softmax + CE": (categorical_crossentropy, lambda z, y: crossentropy(y, z).mean(), softmax),
        "sigmoids + MSE": (squared_error, lambda z, y: square(y, squashed(z)).mean(), sigmoid),
    }
    runs = {}
    for name, (loss, cost, squash) in costs.items():
        path = _classifiers(cost, x, labels, epochs=15)
        runs[name] = loss, np.array([[squash(outputs(parameters, held)) for parameters in path]])
    return held, held_labels, runs


@functools.cache
def five_output_runs():
    """Held-out pictures of 0 to 4, their labels, and what the outputs of four networks state after each epoch."""
    x, labels = drawn_digits(120)
    held, held_labels = drawn_digits(80, seed=1)
    x, labels, held, held_labels = (
        x[labels < 5],
        labels[labels < 5],
        held[held_labels < 5],
        held_labels[held_labels < 5],
    )
    crossentropy = differentiable(categorical_crossentropy_from_logits)
    each = differentiable(binary_crossentropy_from_logits)

    def as_they_are(z, y):
        return -traced.log((y * squashed(z)).sum(axis=1)).mean()

    def divided(z, y):
        return as_they_are(z, y) + traced.log(squashed(z).sum(axis=1)).mean()

    costs = {
        "softmax + CE": (lambda z, y: crossentropy(y, z).mean(), softmax),
        "sigmoids + CE": (as_they_are, sigmoid),
        "sigmoids ÷ sum + CE": (divided, sigmoid),
        "sigmoids + BCE": (lambda z, y: each(y, z).sum(axis=1).mean(), sigmoid),
    }
    runs = {}
    for name, (cost, squash) in costs.items():
        path = _classifiers(cost, x, labels, epochs=20)
        runs[name] = np.array([squash(outputs(parameters, held)) for parameters in path])
    return held, held_labels, runs


@functools.cache
def autoencoder_runs():
    """Held-out pictures, and what autoencoders with codes of 1, 2 and 6 numbers make of them after each epoch."""
    x, _ = drawn_digits(100)
    held, _ = drawn_digits(20, seed=1)
    runs = {}
    for code in (1, 2, 6):
        runs[code] = {}
        for loss in LOSSES_PER_PIXEL:
            path = train_autoencoder(x, loss, hidden=16, code=code, epochs=20, rate=0.03, batch=50)
            runs[code][loss] = np.array([sigmoid(reconstruct(each, held)) for each in path])
    return held, runs


def _classifier(x, labels):
    """What names pictures: takes them and gives probabilities of the ten digits."""
    crossentropy = differentiable(categorical_crossentropy_from_logits)
    parameters = _classifiers(lambda z, y: crossentropy(y, z).mean(), x, labels, epochs=12)[-1]
    return lambda pictures: softmax(outputs(parameters, pictures))


@functools.cache
def small_vae():
    """A decoder of codes, the codes and labels of held-out pictures, and a classifier of pictures."""
    x, labels = drawn_digits(120)
    held, held_labels = drawn_digits(80, seed=1)
    vae = train_vae(x, hidden=24, beta=0.3, epochs=60, batch=60)[-1]
    return lambda z: sigmoid(decode(vae, z)), encode(vae, held)[0], held_labels, _classifier(x, labels)


@functools.cache
def beta_runs():
    """What four small autoencoders with as many β make of held-out pictures, and a classifier of pictures."""
    x, labels = drawn_digits(120)
    held, _ = drawn_digits(40, seed=1)
    paths = {beta: train_vae(x, hidden=16, beta=beta, epochs=25, batch=60) for beta in (0.0, 0.3, 1.0, 4.0)}
    return {beta: beta_run(path[-1], held) for beta, path in paths.items()}, _classifier(x, labels)


@functools.cache
def mask_runs():
    """Held-out scenes of two sizes, their masks, and what small networks trained on four losses answer."""
    digits, _ = drawn_digits(40)
    runs = {}
    for side in (12, 20):
        pictures, masks = noisy_scenes(digits, 12, side, seed=0)
        held, held_masks = noisy_scenes(digits, 12, side, seed=1)
        costs = mask_costs(weight=(1 - masks.mean()) / masks.mean())
        answers = {}
        for name, cost in costs.items():
            segmenter = train_segmenter(pictures, masks, cost, hidden=6, epochs=14, rate=0.05, batch=6)
            answers[name] = segmenter(held)[None]
        runs[side] = {"pictures": held, "masks": held_masks, "answers": answers}
    return runs
