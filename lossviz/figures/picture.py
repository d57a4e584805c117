"""A still figure with its text alternative, as a notebook shows and stores it."""

import base64
import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image  # Matplotlib brings it along

from . import style, svg


def png(figure, scale=2):
    """The figure as PNG bytes, `scale` device pixels to a CSS pixel, in 64 colours: a quarter of the full size."""
    buffer = io.BytesIO()
    figure.dpi = svg.DPI * scale
    try:
        with style.house():
            canvas = FigureCanvasAgg(figure)
            canvas.draw()
    finally:
        figure.dpi = svg.DPI
    image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    image.quantize(colors=64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(buffer, "png")
    return buffer.getvalue()


def bundle(figure, alt, text):
    """The MIME bundle and metadata of a figure: the picture, its text alternative, and one plain line."""
    data = {"image/png": base64.b64encode(png(figure)).decode("ascii"), "text/plain": text}
    return data, {"image/png": {"alt": alt, "width": round(figure.bbox.width)}}


class Picture:
    """A still figure that a cell shows: the figure of `ax`, and `alt`, what it shows in words with its numbers.

    Examples
    --------
    >>> from lossviz import huber
    >>> from lossviz.figures.curves import plot_loss
    >>> Picture(plot_loss(huber), "The Huber loss, 3.5 at an error of 4.")
    Figure: The Huber loss, 3.5 at an error of 4.
    """

    def __init__(self, ax, alt):
        if not alt:
            raise ValueError("alt is empty: say in words what the figure shows, with its numbers")
        self.figure = ax.figure
        self.alt = alt

    def __repr__(self):
        return f"Figure: {self.alt}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self.figure, self.alt, repr(self))
