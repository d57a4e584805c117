"""Guidance: slopes of the two terms, and where they balance."""

import numpy as np
import pytest

from lossviz.networks.guidance import LONGEST, guidance_cost, guided

SLOPES = np.array([[1.0, 0.0], [0.5, -2.0], [0.0, 1.0]])


def logits(x):
    return x @ SLOPES.T


def same(z):
    return z


def test_the_end_is_where_the_terms_balance():
    """After many steps the slope of −log p is minus that of the pull, w (z − z₀) / 2, by central differences."""
    start = np.array([[0.3, -0.4]])
    end = guided(start, [1], [1.5], same, logits, steps=400)[-1]
    for step in np.eye(2) * 1e-5:
        above, below = (guidance_cost(end + sign * step, start, [1], [1.5], same, logits) for sign in (1, -1))
        slope = [(a - b) / 2e-5 for a, b in zip(above, below, strict=True)]
        assert slope[0] == pytest.approx(-slope[1], abs=1e-6)
        assert slope[1] == pytest.approx(1.5 / 2 * ((end - start) @ step) / 1e-5, abs=1e-6)


def test_rows_go_their_own_ways():
    """Several codes at once walk as each does alone."""
    starts = np.array([[0.0, 0.0], [1.0, -1.0]])
    both = guided(starts, [0, 2], [0.0, 2.0], same, logits, steps=5)
    alone = guided(starts[1:], [2], [2.0], same, logits, steps=5)
    assert both[:, 1] == pytest.approx(alone[:, 0])


def test_no_step_is_longer_than_the_longest():
    """Under a steep classifier a step is shortened."""
    path = guided(np.zeros((1, 2)), [1], [0.0], same, lambda x: 1000 * logits(x), steps=1)
    assert np.linalg.norm(path[1]) == pytest.approx(LONGEST)
