"""Linear classifiers trained on labels of which some are wrong, under cross-entropy and its bounded generalisation."""

import numpy as np

from ..losses import categorical_crossentropy_from_logits, generalized_crossentropy, softmax
from .linear import LinearModel, train_linear


def flipped(labels, share, classes, seed):
    """The labels with about this share of them replaced by another class, each other class as likely.

    Equal seeds flip the same labels first: those flipped at a share of 0.1 are flipped at 0.2 too.

    Parameters
    ----------
    labels : array_like of int, shape (n,)
        Class numbers, from 0.
    share : float from 0 to 1
        The probability of each label to be flipped.
    classes : int, at least 2
        How many classes there are.
    seed : int
        Of the random numbers.

    Returns
    -------
    ndarray of int, shape (n,)

    Examples
    --------
    >>> import numpy as np
    >>> given = flipped(np.zeros(1000, dtype=int), 0.3, classes=3, seed=0)
    >>> np.bincount(given)
    array([723, 127, 150])
    """
    rng = np.random.default_rng(seed)
    labels = np.asarray(labels)
    wrong = rng.random(labels.shape) < share
    return np.where(wrong, (labels + rng.integers(1, classes, labels.shape)) % classes, labels)


def train_on_labels(x, given, *, q, rate, steps):
    """Linear classifiers, one for each way of labelling the same examples, trained side by side.

    Full-batch gradient descent from 0 on `generalized_crossentropy` of the softmax; the chain rule takes its slope
    from the probabilities to the logits: dℓ/dzⱼ = pⱼ (gⱼ − Σₖ pₖ gₖ).

    Parameters
    ----------
    x : array_like, shape (n, d)
        The inputs.
    given : array_like of int, shape (n, m)
        In each column one way of labelling the examples, with all the classes from 0 that occur anywhere.
    q : float from 0 to 1
        The loss's q; 0 is its limit, cross-entropy.
    rate : float, greater than 0
        The learning rate.
    steps : int, at least 0
        How many steps to take.

    Returns
    -------
    callable
        Takes inputs of shape (k, d) and gives the class that each model predicts, shape (k, m).

    Examples
    --------
    >>> import numpy as np
    >>> x, given = np.array([[-1.0], [1.0]]), np.array([[0, 1], [1, 0]])
    >>> predict = train_on_labels(x, given, q=0.5, rate=1.0, steps=5)
    >>> predict([[-2.0], [3.0]])
    array([[0, 1],
           [1, 0]])
    """
    given = np.asarray(given)
    classes = int(given.max()) + 1
    shape = (*given.shape, classes)
    hot = np.eye(classes)[given]

    def slope(z):
        z = z.reshape(shape)
        if q == 0:
            return categorical_crossentropy_from_logits.gradient(hot, z).reshape(len(z), -1)
        p = softmax(z)
        steep = p * generalized_crossentropy.gradient(given, p, q=q)
        return (steep - p * steep.sum(axis=-1, keepdims=True)).reshape(len(z), -1)

    outputs = given.shape[1] * classes
    start = LinearModel(np.zeros((np.shape(x)[1], outputs)), np.zeros(outputs))
    model = train_linear(x, slope, start=start, rate=rate, steps=steps)[-1]
    return lambda inputs: model(inputs).reshape(len(inputs), *shape[1:]).argmax(axis=-1)
