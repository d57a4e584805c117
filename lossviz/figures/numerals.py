"""Short words and numbers that change in a figure: one path for all of them, since text artists are slow to move."""

import functools

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

from . import style

_SIZE = 11.5
_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}


class Numerals:
    """Texts at places of the axes `ax`, drawn as the one artist `patch`; laying out a `Text` costs half a millisecond.

    Parameters
    ----------
    ax : Axes
    align : {"left", "center", "right"}
        Which end of a text stands at its place; the middle of its digits is at the place's height.
    weight : str
        Of the font.
    size : float
        Of the font, in points.
    color : str

    Notes
    -----
    `show` must not be called before the axes have found their place: in a scene's `update`, not in `build`.
    """

    def __init__(self, ax, *, align="center", weight="normal", size=_SIZE, color=style.INK):
        self.ax = ax
        self.weight = weight
        self.scale = size / text_to_path.FONT_SCALE
        self.align = _SHIFT[align]
        self.patch = PathPatch(Path(np.empty((0, 2))), facecolor=color, edgecolor="none", clip_on=False)
        self.patch.set_in_layout(False)
        ax.add_artist(self.patch)

    def show(self, places, texts):
        """Show each text at its place, given as pairs of data coordinates."""
        places = self.ax.transData.transform(np.asarray(places, dtype=float).reshape(-1, 2))
        vertices, codes = [np.empty((0, 2))], [np.empty(0, Path.code_type)]
        for place, text in zip(places, texts, strict=True):
            outline, kinds, width, height = _outline(text, self.weight)
            vertices.append(place + self.scale * (outline - (self.align * width, height / 2)))
            codes.append(kinds)
        # Tenths of a pixel make the drawing half as long, and nobody sees them.
        vertices = self.ax.transData.inverted().transform(np.concatenate(vertices).round(1))
        self.patch.set_path(Path(vertices, np.concatenate(codes)))


@functools.lru_cache(maxsize=4096)
def _outline(text, weight):
    """Vertices and codes of a text at the font's own scale, with its width and the height of a digit."""
    font = FontProperties(family="DejaVu Sans", weight=weight)
    vertices, codes = text_to_path.get_text_path(font, text)
    digit, _ = text_to_path.get_text_path(font, "0")
    vertices = np.reshape(vertices, (-1, 2))
    return vertices, np.asarray(codes, Path.code_type), vertices[:, 0].max(initial=0), max(y for _, y in digit)
