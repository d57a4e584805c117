"""Pages of a few drawings, and pictures of them as arrays."""

import io

import numpy as np
from PIL import Image

_PAGE = "<!doctype html><meta charset=utf-8><style>html,body{{margin:0;background:#fff}}</style><main>{}</main>"
_STACK = '<div style="position:relative;width:{}px"><div>{}</div><div style="position:absolute;inset:0">{}</div></div>'


def stack(background, overlay, width=800):
    """A background with an overlay on it, as an explorer shows them."""
    return _STACK.format(width, background, overlay)


def alone(drawing, width=800):
    """One drawing as wide as the others."""
    return f'<div style="width:{width}px">{drawing}</div>'


def show(page, *parts):
    """Put these parts on the page, one below the other."""
    page.set_content(_PAGE.format("".join(parts)))


def look(page, *parts):
    """A picture of the page with these parts: an array of height × width × RGB."""
    show(page, *parts)
    png = page.locator("main").screenshot()
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def difference(one, other):
    """The largest difference of any channel of any pixel; pictures of unequal size differ by 255."""
    return int(np.abs(one - other).max()) if one.shape == other.shape else 255


def near(picture, colour, room=40):
    """Where a picture has about this colour, given as `#rrggbb`."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return (np.abs(picture - wanted) <= room).all(axis=-1)
