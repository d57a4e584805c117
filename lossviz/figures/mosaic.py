"""Many small pictures in one image, since an image costs the same to draw whatever is on it."""

import numpy as np

from . import style
from .scene import new_figure

_SHADES = 32  # of ink; more would make drawings longer and nobody could tell them apart
_PAPER, _INK, _GAP = (np.array(rgb) for rgb in ((255, 255, 255), (20, 27, 38), (217, 221, 226)))
GAP = 1  # pixels between pictures


def inked(shares):
    """Shares of ink from 0 to 1 as colours: an array with a last axis of red, green and blue, 0 to 255.

    Examples
    --------
    >>> inked(np.array([0.0, 1.0]))
    array([[255, 255, 255],
           [ 20,  27,  38]], dtype=uint8)
    """
    steps = np.round(np.clip(shares, 0, 1) * (_SHADES - 1)) / (_SHADES - 1)
    return (_PAPER + steps[..., None] * (_INK - _PAPER)).round().astype(np.uint8)


def mosaic(pictures, columns):
    """Pictures side by side in rows of `columns`, with a thin grey line between them.

    Parameters
    ----------
    pictures : ndarray, shape (n, height, width) or (n, height, width, 3)
        Shares of ink from 0 to 1, or colours from 0 to 255. Places that are left over in the last row stay white.
    columns : int

    Returns
    -------
    ndarray of uint8, shape (rows · (height + 1) − 1, columns · (width + 1) − 1, 3)

    Examples
    --------
    >>> mosaic(np.zeros((5, 8, 8)), columns=3).shape
    (17, 26, 3)
    """
    pictures = np.asarray(pictures)
    pictures = inked(pictures) if pictures.ndim == 3 else pictures.astype(np.uint8)
    count, height, width, _ = pictures.shape
    rows = -(-count // columns)
    cells = np.full((rows * columns, height + GAP, width + GAP, 3), _PAPER, dtype=np.uint8)
    cells[:count] = _GAP
    cells[:count, :height, :width] = pictures
    whole = cells.reshape(rows, columns, height + GAP, width + GAP, 3).swapaxes(1, 2)
    return whole.reshape(rows * (height + GAP), columns * (width + GAP), 3)[:-GAP, :-GAP]


def show_pixels(ax, shape):
    """Prepare axes for an image of this many rows and columns of pixels, and return it, white as yet.

    One unit of either axis is one pixel; the middle of the first one is at (0, 0).
    """
    rows, columns = shape[:2]
    ax.set_axis_off()
    image = ax.imshow(np.full((rows, columns, 3), 255, dtype=np.uint8), interpolation="none", aspect="equal")
    ax.set_xlim(-0.6, columns - 0.4)
    ax.set_ylim(rows - 0.4, -0.6)
    return image


def plot_pictures(pictures, columns, *, captions=(), size=44):
    """A figure of pictures in rows of `columns`, each with its caption below it where there are any; return its axes.

    `size` is the width of a picture in CSS pixels.
    """
    pictures = np.asarray(pictures)
    count, height, width = pictures.shape[:3]
    rows = -(-count // columns)
    below = 20 if captions else 0
    with style.house():
        figure = new_figure(columns * size + 16, rows * (size * height / width + below) + 16)
        axes = figure.subplots(rows, 1, squeeze=False)[:, 0]
        for row, ax in enumerate(axes):
            chosen = slice(row * columns, (row + 1) * columns)
            image = mosaic(pictures[chosen], columns)
            show_pixels(ax, image.shape).set_data(image)
            for place, words in enumerate(captions[chosen]):
                ax.text(place * (width + GAP) + width / 2 - 0.5, height, words, ha="center", va="top", size=11)
    return axes[0]
