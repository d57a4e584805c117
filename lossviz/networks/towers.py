"""Pictures and words as vectors of one space: two small networks trained so that partners end up together."""

import functools

import numpy
from autograd import numpy as np

from ..fitting.drawn_digits import drawn_digits
from ..losses import contrastive_similarity
from .differentiable import differentiable
from .layers import dense, outputs
from .training import Adam, train

WORDS = 10
SIZE = 8
"""How many numbers an embedding has."""
TEMPERATURE = 0.1


def sets_of_ten(images, labels, seed=0):
    """The pictures in sets of one for each word: a batch in which every picture has one partner.

    Parameters
    ----------
    images : array_like, shape (n, pixels)
    labels : array_like of int, shape (n,)
        Which of the WORDS words belongs to each.
    seed : int
        Of who meets whom.

    Returns
    -------
    ndarray, shape (sets, 10, pixels)
        As many sets as the rarest label has pictures; in each, row i has label i.

    Examples
    --------
    >>> sets_of_ten(numpy.arange(40.0)[:, None], numpy.arange(40) % 10).shape
    (4, 10, 1)
    """
    rng = numpy.random.default_rng(seed)
    images, labels = numpy.asarray(images, dtype=float), numpy.asarray(labels)
    rows = [rng.permutation(numpy.flatnonzero(labels == word)) for word in range(WORDS)]
    count = min(map(len, rows))
    return numpy.stack([images[row[:count]] for row in rows], axis=1)


def start_towers(pixels=64, seed=0):
    """Parameters before training: a layer from pixels to an embedding, and an embedding for each word.

    Examples
    --------
    >>> [each.shape for each in start_towers()]
    [(64, 8), (8,), (10, 8)]
    """
    words = numpy.random.default_rng((seed, 1)).normal(size=(WORDS, SIZE))
    return [*dense((pixels, SIZE), seed), words]


def similarities(parameters, images):
    """The cosine of the angle between the embeddings of each picture and of each word, shape (…, pictures, words).

    Examples
    --------
    >>> similarities(start_towers(), numpy.ones((3, 64))).shape
    (3, 10)
    """
    *picture_tower, words = parameters
    return _unit(outputs(picture_tower, images)) @ _unit(words).T


def _unit(rows):
    return rows / np.sqrt(np.sum(rows**2, axis=-1, keepdims=True))


def contrastive_cost(parameters, sets, temperature=TEMPERATURE):
    """The mean loss of all pairs in these sets."""
    loss = differentiable(contrastive_similarity)
    return sum(loss(s, temperature=temperature).mean() for s in similarities(parameters, sets)) / len(sets)


def train_towers(sets, *, cost=contrastive_cost, epochs=12, rate=0.01, batch=1, seed=0):
    """The parameters before the first epoch and after each.

    Parameters
    ----------
    sets : ndarray, shape (sets, 10, pixels)
    cost : callable
        Takes parameters and sets.
    epochs, rate, batch, seed
        As in `lossviz.networks.train`, with the rule `Adam`.

    References
    ----------
    A. Radford et al., *Learning transferable visual models from natural language supervision*, International Conference
    on Machine Learning (2021).
    """
    start = start_towers(sets.shape[-1], seed)
    return train(cost, start, (sets,), epochs=epochs, rule=Adam(rate), batch=batch, seed=seed)


def similarity_path(path, sets):
    """The similarities of each set of pictures with the words, under each of these parameters.

    Returns
    -------
    ndarray, shape (len(path), sets, 10, 10)

    Examples
    --------
    >>> similarity_path([start_towers(), start_towers(seed=1)], numpy.ones((3, 10, 64))).shape
    (2, 3, 10, 10)
    """
    return numpy.array([similarities(parameters, sets) for parameters in path])


@functools.cache
def small_towers():
    """Similarities after each of 12 epochs on drawn digits, for held-out sets of ten, and the pictures of those."""
    sets, held_out = sets_of_ten(*drawn_digits(150)), sets_of_ten(*drawn_digits(120, seed=1))
    return similarity_path(train_towers(sets, epochs=12), held_out), held_out
