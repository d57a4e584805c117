"""Small data sets for figures: made from a seed, rounded to a decimal, and equal on every machine."""

import numpy as np


def around_a_line():
    """Eight points around the line ŷ = 1 + 2x."""
    x = np.arange(1.0, 9.0)
    return x, (1 + 2 * x + np.random.default_rng(0).normal(scale=0.7, size=8)).round(1)


def with_wild_values():
    """24 points around the line ŷ = 1 + 2x, of which five are recorded far too high."""
    rng = np.random.default_rng(5)
    x = np.linspace(0, 10, 24).round(1)
    y = 1 + 2 * x + rng.normal(size=24)
    y[[12, 16, 18, 21, 23]] += rng.uniform(8, 24, size=5)
    return x, y.round(1)


def with_one_wild_value():
    """Nine points around the line ŷ = 1 + 2x, with x centred on 0 and one y far too low."""
    x = 0.6 * np.arange(-4.0, 5.0)
    y = 1 + 2 * x + np.random.default_rng(1).normal(scale=0.5, size=9)
    y[7] -= 9
    return x.round(1), y.round(1)
