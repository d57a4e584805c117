"""The margin losses of one label y and one score s, and their slopes in s; at a kink the two one-sided slopes."""

from mpmath import exp, log1p, mpf


def hinge(y, s):
    return max(mpf(0), 1 - y * s)


def hinge_slopes(y, s):
    missing = 1 - y * s
    return (-y if missing > 0 else 0, -y if missing >= 0 else 0)


def squared_hinge(y, s):
    return hinge(y, s) ** 2


def squared_hinge_slopes(y, s):
    return (-2 * y * hinge(y, s),) * 2


def logistic(y, s):
    return log1p(exp(-y * s))


def logistic_slopes(y, s):
    return (-y / (1 + exp(y * s)),) * 2


def exponential(y, s):
    return exp(-y * s)


def exponential_slopes(y, s):
    return (-y * exp(-y * s),) * 2


def perceptron(y, s):
    return max(mpf(0), -y * s)


def perceptron_slopes(y, s):
    return (-y if y * s < 0 else 0, -y if y * s <= 0 else 0)


def modified_huber(y, s):
    m = y * s
    return max(mpf(0), 1 - m) ** 2 if m >= -1 else -4 * m


def modified_huber_slopes(y, s):
    m = y * s
    return (-2 * y * max(mpf(0), 1 - m) if m >= -1 else mpf(-4 * y),) * 2
