"""Short clips as arrays of frames: made, spoilt, smoothed over time, and measured."""

import functools

import numpy as np


def moving(image, frames=12, margin=1):
    """A clip of an image that moves one pixel to the right from frame to frame, over an empty background.

    Parameters
    ----------
    image : array_like, shape (height, width)
    frames : int
    margin : int
        Empty pixels around the image's way.

    Returns
    -------
    ndarray, shape (frames, height + 2 margin, width + frames − 1 + 2 margin)

    Examples
    --------
    >>> moving([[1.0, 1.0]], frames=3, margin=0)[:, 0]
    array([[1., 1., 0., 0.],
           [0., 1., 1., 0.],
           [0., 0., 1., 1.]])
    """
    image = np.asarray(image, dtype=float)
    height, width = image.shape
    clip = np.zeros((frames, height + 2 * margin, width + frames - 1 + 2 * margin))
    for place, frame in enumerate(clip):
        frame[margin : margin + height, margin + place : margin + place + width] = image
    return clip


def spoilt(clip, seed, flicker=0.25, noise=0.15):
    """The clip with a brightness of its own in each frame, and noise in each pixel.

    Parameters
    ----------
    clip : ndarray, shape (frames, height, width)
    seed : int
    flicker, noise : float
        Standard deviations of a frame's brightness, whose mean is 1, and of what is added to a pixel.

    Returns
    -------
    ndarray, shape (frames, height, width)

    Examples
    --------
    >>> spoilt(moving(np.ones((2, 2)), frames=3, margin=0), seed=0, noise=0.0).max(axis=(1, 2)).round(2)
    array([1.03, 0.97, 1.16])
    """
    rng = np.random.default_rng(seed)
    brightness = 1 + flicker * rng.normal(size=(len(clip), 1, 1))
    return brightness * clip + noise * rng.normal(size=clip.shape)


def changes(clip, motion=0):
    """How much each pixel changes to the next frame, there or `motion` pixels farther right.

    What leaves on the right comes back on the left, so every pixel has a partner.

    Parameters
    ----------
    clip : ndarray, shape (frames, height, width)
    motion : int

    Returns
    -------
    ndarray, shape (frames − 1, height, width)

    Examples
    --------
    >>> clip = moving([[1.0]], frames=3, margin=0)
    >>> np.abs(changes(clip)).sum(), np.abs(changes(clip, motion=1)).sum()
    (np.float64(4.0), np.float64(0.0))
    """
    return clip[1:] - np.roll(clip[:-1], motion, axis=-1)


def clip_cost(clip, given, weight, motion=0):
    """½ Σ (clip − given)² + ½ · weight · Σ changes²: every frame near the given one, every frame near the one before.

    Examples
    --------
    >>> clip = moving([[1.0]], frames=3, margin=0)
    >>> clip_cost(clip, clip, 0.5), clip_cost(clip, clip, 0.5, motion=1)
    (1.0, 0.0)
    """
    return float(((clip - given) ** 2).sum() / 2 + weight * (changes(clip, motion) ** 2).sum() / 2)


def steadied(given, weight, motion=0):
    """The clip of the least `clip_cost`.

    Along the motion the cost is one small quadratic for each pixel's chain of frames, the same for all; its matrix
    is diagonal in cosines, of which each is divided by 1 + weight · its roughness.

    Parameters
    ----------
    given : ndarray, shape (frames, height, width)
    weight : float, at least 0
    motion : int

    Returns
    -------
    ndarray, shape (frames, height, width)

    Examples
    --------
    >>> given = np.array([[[0.0]], [[3.0]]])
    >>> steadied(given, 1.0).ravel(), steadied(given, 1e9).ravel().round(6)
    (array([1., 2.]), array([1.5, 1.5]))
    """
    cosines, roughness = _cosines(len(given))
    still = _along(given, motion)
    shape = still.shape
    parts = cosines.T @ still.reshape(len(still), -1) / (1 + weight * roughness)[:, None]
    return _along((cosines @ parts).reshape(shape), -motion)


def _along(clip, motion):
    """The clip seen by someone who moves along."""
    return np.stack([np.roll(frame, -place * motion, axis=-1) for place, frame in enumerate(clip)])


@functools.cache
def _cosines(frames):
    """The directions in which the sum of squared changes of a chain has no cross terms, and its size along each."""
    step = np.diff(np.eye(frames), axis=0)
    roughness, cosines = np.linalg.eigh(step.T @ step)
    return cosines, np.maximum(roughness, 0.0)


def rms(numbers):
    """The root of the mean square.

    Examples
    --------
    >>> rms([3.0, -4.0, 0.0, 0.0])
    2.5
    """
    return float(np.sqrt(np.mean(np.square(numbers))))
