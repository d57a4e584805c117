"""The losses of logits and their slopes, each as a list of terms to be added.

The terms say what the result is measured against: where they have opposite signs, the largest of them. Rows of logits
and their slopes are lists with one entry for each class.
"""

from mpmath import exp, inf, log1p, mpf

from tests.exact.links import others, sigmoid, softmax, softplus
from tests.exact.probabilities import balance, power, times


def binary_crossentropy_from_logits(y, z):
    return [times(y, *softplus(-z)), times(1 - y, *softplus(z))]


def binary_crossentropy_from_logits_slope(y, z):
    return [times(1 - y, *sigmoid(z)), times(-y, *sigmoid(-z))]


def categorical_crossentropy_from_logits(y, z, label_smoothing=0, temperature=1):
    return crossentropy(smoothed(y, label_smoothing), z, mpf(temperature))


def categorical_crossentropy_from_logits_slope(y, z, label_smoothing=0, temperature=1):
    return crossentropy_slope(smoothed(y, label_smoothing), z, mpf(temperature))


def class_weighted_crossentropy(y, z, weights):
    return crossentropy([mpf(w) * t for w, t in zip(weights, y, strict=True)], z)


def class_weighted_crossentropy_slope(y, z, weights):
    return crossentropy_slope([mpf(w) * t for w, t in zip(weights, y, strict=True)], z)


def confusion_weighted_crossentropy(y, z, matrix):
    return crossentropy(mixed_rows(y, matrix), z)


def confusion_weighted_crossentropy_slope(y, z, matrix):
    return crossentropy_slope(mixed_rows(y, matrix), z)


def binary_focal_from_logits(y, z, gamma, alpha=None):
    one, zero = balance(alpha)
    return [times(y * one, focal(z, gamma)), times((1 - y) * zero, focal(-z, gamma))]


def binary_focal_from_logits_slope(y, z, gamma, alpha=None):
    one, zero = balance(alpha)
    return [times(-y * one, focal_steepness(z, gamma)), times((1 - y) * zero, focal_steepness(-z, gamma))]


def crossentropy(target, z, temperature=1):
    """−Σ target · log softmax(z / T); a class of target 0 adds nothing, even if it is masked."""
    powers = [exp((each - max(z)) / temperature) for each in z]
    return [times(t, surprise(powers, j)) for j, t in enumerate(target)]


def crossentropy_slope(target, z, temperature=1):
    """p Σ target − target, over T; for a hard target without what these two have in common."""
    p = [each for (each,) in softmax(z, temperature)]
    hard = sum(t != 0 for t in target) <= 1
    return [
        [
            p[j] * sum(target[k] for k in (others(z, j) if hard else range(len(z)))) / temperature,
            -target[j] * (sum(p[k] for k in others(z, j)) if hard else 1) / temperature,
        ]
        for j in range(len(z))
    ]


def surprise(powers, j):
    """−log p of class j: ∞ for a masked class."""
    return log1p(sum(powers[k] for k in others(powers, j)) / powers[j]) if powers[j] else inf


def smoothed(target, label_smoothing):
    a = mpf(label_smoothing)
    return [(1 - a) * t + a / len(target) for t in target]


def mixed_rows(target, matrix):
    return [sum(t * mpf(row[j]) for t, row in zip(target, matrix, strict=True)) for j in range(len(target))]


def focal(z, gamma):
    """The focal loss of label 1."""
    return power(*sigmoid(-z), gamma) * softplus(-z)[0]


def focal_steepness(z, gamma):
    """−d/dz of the focal loss of label 1."""
    return power(*sigmoid(-z), gamma) * (gamma * sigmoid(z)[0] * softplus(-z)[0] + sigmoid(-z)[0])
