"""Artists as SVG text, drawn by Matplotlib's own SVG renderer.

A slider step is slow only where axes, ticks and text are drawn again. So a figure is drawn once without its moving
artists, and on each step the moving ones alone are drawn, as an SVG of the same size to lay over it.
"""

import contextlib
import html
import io
import re

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG

DPI = 72  # one SVG unit is one point, so an overlay needs no scaling to fit
_COORDINATES = re.compile(r'(?<= )(?:d|x|y)="[^"]*"')
_SURPLUS_DIGITS = re.compile(r"(\.\d\d)\d+")
_SETTINGS = {
    "svg.fonttype": "path",
    "svg.id": None,
    "svg.image_inline": True,
    "path.simplify": True,
    "path.simplify_threshold": 1 / 9,
}
_ROOT_STYLE = "display:block;width:100%;height:auto;stroke-linejoin:round;stroke-linecap:butt"


def draw(figure, artists, salt):
    """The artists as SVG elements. `salt` must differ between drawings that share a page.

    Clip paths are found by id, and an equal id inside a hidden drawing would switch the clipping off.
    """
    buffer = io.StringIO()
    with settings(salt):
        renderer = RendererSVG(figure.bbox.width, figure.bbox.height, buffer, image_dpi=DPI)
        for artist in artists:
            artist.draw(renderer)
        renderer.finalize()
    text = buffer.getvalue()
    # The prolog, the metadata and a style rule for every element of the page end with the first </defs>.
    return text[text.index("</defs>") + len("</defs>") : text.rindex("</svg>")]


def shorten(elements):
    """The same drawing with coordinates to a hundredth of a point: a third smaller, for drawings that are stored."""
    return _COORDINATES.sub(lambda found: _SURPLUS_DIGITS.sub(r"\1", found[0]), elements)


def wrap(figure, elements, label=None):
    """A whole `<svg>` as wide as its container; `label` is its text alternative, None hides it from screen readers."""
    spoken = f'role="img" aria-label="{html.escape(label)}"' if label else 'aria-hidden="true"'
    width, height = figure.bbox.width, figure.bbox.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width:g} {height:g}" style="{_ROOT_STYLE}" {spoken}>{elements}</svg>'
    )


@contextlib.contextmanager
def settings(salt=None):
    """Matplotlib settings for one step, whatever the reader's own are; `rc_context` would copy all 300 each time."""
    values = _SETTINGS | {"svg.hashsalt": salt}
    before = {key: mpl.rcParams[key] for key in values}
    mpl.rcParams.update(values)
    try:
        yield
    finally:
        mpl.rcParams.update(before)
