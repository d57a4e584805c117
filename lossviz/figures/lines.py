"""Still figures of data with fitted lines, and of numbers that change along an axis."""

import numpy as np

from . import style
from .scene import new_axes


def plot_lines(x, y, lines, *, marked=None, xlabel="x", ylabel="target y", ax=None):
    """Draw points and one fitted line for each loss into `ax` (a new figure's where none is given); return the axes.

    `lines` maps a `Loss` to a function of x; each line has its loss's colour and dashes. `marked` is a mask of points
    to draw hollow.
    """
    with style.house():
        ax = new_axes() if ax is None else ax
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        hollow = np.zeros(x.shape, dtype=bool) if marked is None else np.asarray(marked)
        ax.plot(x[~hollow], y[~hollow], "o", color=style.DATA, markersize=6)
        ax.plot(x[hollow], y[hollow], "D", color=style.ACCENT, markerfacecolor="white", markersize=7)
        ends = np.array([x.min(), x.max()])
        for loss, line in lines.items():
            ax.plot(ends, line(ends), label=loss.title, **style.of(loss))
        ax.set_xlabel(xlabel)
        ax.set_ylabel(ylabel)
        if lines:
            ax.legend(loc="upper left", handlelength=3)
    return ax


def plot_series(x, series, *, xlabel, ylabel, ax=None):
    """Draw several rows of numbers over `x` into `ax` (a new figure's where none is given); return the axes.

    `series` maps a label to its numbers, or a `Loss` to numbers drawn in that loss's style.
    """
    with style.house():
        ax = new_axes() if ax is None else ax
        for place, (key, numbers) in enumerate(series.items()):
            named = hasattr(key, "title") and not isinstance(key, str)
            look = style.of(key) if named else {"color": style.PALETTE[place], "linestyle": style.DASHES[place]}
            ax.plot(x, numbers, label=key.title if named else key, **look)
        ax.set_xlabel(xlabel)
        ax.set_ylabel(ylabel)
        if len(series) > 1:
            ax.legend(handlelength=3)
    return ax
