"""Sigmoid, softmax and their logarithms; rows of logits are lists, and each answer is a list of terms to be added."""

from mpmath import exp, log1p, mpf


def sigmoid(z):
    return [1 / (1 + exp(-z))]


def softplus(z):
    return [log1p(exp(z))]


def softmax(z, temperature=1):
    powers = [exp((each - max(z)) / temperature) for each in z]
    total = sum(powers)
    return [[power / total] for power in powers]


def log_softmax(z, temperature=1):
    return [[-log1p(sum(exp((z[k] - z[j]) / temperature) for k in others(z, j)))] for j in range(len(z))]


def logsumexp(z):
    """The largest logit and what the others add; where these have opposite signs, they may nearly cancel."""
    largest = z.index(max(z))
    return [z[largest], log1p(sum(exp(z[k] - z[largest]) for k in others(z, largest)))]


def others(row, j):
    """All positions of a row but j."""
    return [k for k in range(len(row)) if k != j]


def numbers(row):
    """A row of floats, taken as exact."""
    return [mpf(float(each)) for each in row]
