"""Pictures of a digit somewhere on a large noisy background, with the mask that a segmentation has to find."""

import numpy as np

EMPTY = 6  # every sixth picture has no digit


def noisy_scenes(images, count, side, *, noise=0.6, seed=0):
    """Square pictures with a digit at a random place, or none, under noise; and which pixels belong to it.

    Parameters
    ----------
    images : ndarray, shape (n, 64) or (n, 8, 8)
        Digits to choose from, from 0 to 1.
    count : int
        How many pictures; every sixth is empty.
    side : int, at least 8
        Their height and width in pixels.
    noise : float
        Standard deviation of what is added to each pixel.
    seed : int
        Of the choice, the places and the noise.

    Returns
    -------
    pictures, masks : ndarray, shape (count, side, side)

    Raises
    ------
    ValueError
        If `side` is below 8.

    Examples
    --------
    >>> pictures, masks = noisy_scenes(np.ones((1, 8, 8)), count=6, side=16)
    >>> pictures.shape, masks.sum(axis=(1, 2))
    ((6, 16, 16), array([64., 64., 64., 64., 64.,  0.]))
    """
    if side < 8:
        raise ValueError(f"side must be at least 8, the side of a digit; got {side}")
    images = np.asarray(images, dtype=float).reshape(-1, 8, 8)
    rng = np.random.default_rng(seed)
    pictures, masks = np.zeros((2, count, side, side))
    for at, chosen in enumerate(rng.integers(0, len(images), count)):
        row, column = rng.integers(0, side - 8 + 1, 2)
        if at % EMPTY < EMPTY - 1:
            place = at, slice(row, row + 8), slice(column, column + 8)
            pictures[place], masks[place] = images[chosen], images[chosen] >= 0.5
    return pictures + rng.normal(scale=noise, size=pictures.shape), masks


def patches(pictures, reach=2):
    """For each pixel its neighbourhood, (2 · reach + 1)² pixels, with 0 beyond the edges.

    Parameters
    ----------
    pictures : ndarray, shape (n, side, side)
    reach : int

    Returns
    -------
    ndarray, shape (n, side², (2 · reach + 1)²)

    Examples
    --------
    >>> patches(np.ones((1, 8, 8)), reach=1).shape
    (1, 64, 9)
    """
    wide = 2 * reach + 1
    padded = np.pad(pictures, ((0, 0), (reach, reach), (reach, reach)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (wide, wide), axis=(1, 2))
    return windows.reshape(len(pictures), -1, wide * wide)
