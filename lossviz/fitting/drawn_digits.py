"""Small pictures of the ten digits, drawn from strokes: for figures that are given no pictures of their own."""

import numpy as np

SIDE = 8

# Corners of each digit's line in a square from 0 to 1, as (across, down).
_STROKES = (
    [(0.5, 0.0), (0.9, 0.2), (0.9, 0.8), (0.5, 1.0), (0.1, 0.8), (0.1, 0.2), (0.5, 0.0)],
    [(0.2, 0.3), (0.55, 0.0), (0.55, 1.0)],
    [(0.1, 0.2), (0.5, 0.0), (0.9, 0.25), (0.1, 1.0), (0.95, 1.0)],
    [(0.1, 0.1), (0.7, 0.0), (0.85, 0.25), (0.4, 0.48), (0.9, 0.7), (0.6, 1.0), (0.1, 0.9)],
    [(0.8, 1.0), (0.7, 0.0), (0.0, 0.65), (1.0, 0.65)],
    [(0.9, 0.0), (0.2, 0.0), (0.15, 0.45), (0.7, 0.4), (0.9, 0.75), (0.5, 1.0), (0.1, 0.95)],
    [(0.7, 0.0), (0.2, 0.45), (0.15, 0.85), (0.5, 1.0), (0.85, 0.8), (0.6, 0.55), (0.2, 0.7)],
    [(0.1, 0.0), (0.95, 0.0), (0.4, 1.0)],
    [(0.5, 0.48), (0.15, 0.2), (0.5, 0.0), (0.85, 0.2), (0.15, 0.78), (0.5, 1.0), (0.85, 0.78), (0.5, 0.48)],
    [(0.85, 0.35), (0.4, 0.5), (0.2, 0.2), (0.55, 0.0), (0.85, 0.25), (0.75, 1.0)],
)
_POINTS = 40  # along a digit's line, close enough to look like one


def drawn_digits(count, seed=0):
    """Pictures of digits with small differences in place, size, slant and thickness of the line.

    Parameters
    ----------
    count : int
        How many; the digits take turns.
    seed : int
        Of the differences.

    Returns
    -------
    images : ndarray, shape (count, 64)
        Rows of 8 × 8 pixels from 0, paper, to 1, ink.
    labels : ndarray of int, shape (count,)

    Examples
    --------
    >>> images, labels = drawn_digits(20)
    >>> images.shape, labels[:12]
    ((20, 64), array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]))
    """
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % len(_STROKES)
    down, across = np.mgrid[:SIDE, :SIDE]
    images = np.empty((count, SIDE * SIDE))
    for row, label in enumerate(labels):
        line = _along(np.array(_STROKES[label])) - 0.5
        line = line + rng.normal(scale=0.03, size=line.shape[1])
        line[:, 0] += rng.normal(scale=0.12) * line[:, 1]
        line *= rng.normal((4.0, 5.6), (0.35, 0.3))
        line += 3.5 + rng.normal(scale=0.25, size=2)
        far = (across[..., None] - line[:, 0]) ** 2 + (down[..., None] - line[:, 1]) ** 2
        ink = np.exp(-far.min(axis=-1) / rng.uniform(0.7, 1.1))
        images[row] = np.clip(ink + rng.normal(scale=0.03, size=ink.shape), 0, 1).ravel()
    return images, labels


def _along(corners):
    """Points at equal distances along the line through the corners."""
    lengths = np.hypot(*np.diff(corners, axis=0).T)
    at = np.concatenate([[0.0], np.cumsum(lengths)])
    places = np.linspace(0, at[-1], _POINTS)
    return np.column_stack([np.interp(places, at, corners[:, side]) for side in (0, 1)])
