"""Runs in the kernel: whatever explorer or picture a cell shows, with all that a page without a kernel needs of it.

A notebook is executed as a reader would run it; only what is displayed of an explorer changes. So its frames are those
of the explorer that the cell shows, with its data, and with its sliders where the cell set them.
"""

import re

from ..explorers.explorer import Explorer
from ..figures import style, svg
from ..figures.picture import Picture
from .positions import combinations, plan

EXPLORER = "application/vnd.lossviz.explorer+json"
PICTURE = "application/vnd.lossviz.picture+json"
_ARTISTS = re.compile(r"\n (?=<[^/])")  # where in a drawing the next artist begins
STARTUP = f"__import__({__name__!r}, fromlist=['start']).start()\n"


def start():
    """From now on, show explorers and pictures of this kernel as data."""
    from IPython import get_ipython

    formatter = get_ipython().display_formatter.mimebundle_formatter
    formatter.for_type(Explorer, lambda shown: ({EXPLORER: record(shown), "text/plain": repr(shown)}, {}))
    formatter.for_type(Picture, lambda shown: ({PICTURE: still(shown), "text/plain": repr(shown)}, {}))


def record(explorer):
    """An explorer as data: its background, its controls, and a frame for each combination of their positions.

    A frame stands under the numbers of its positions, one for each control ("3,0"), and holds places in two lists:
    in `pieces` those of its drawing, in `words` those of readout and description.
    """
    controls, kept, together = plan(explorer)
    pieces, words, frames = {}, {}, {}
    for numbers in combinations(controls, kept, together):
        chosen = zip(controls, kept, numbers, strict=True)
        values = {control.name: control.values[places[number]] for control, places, number in chosen}
        elements, *said = explorer.frame(**values)
        parts = _ARTISTS.split(elements)
        drawing = [pieces.setdefault(part, len(pieces)) for part in parts]
        frames[",".join(map(str, numbers))] = [drawing, *(words.setdefault(word, len(words)) for word in said)]
    figure = explorer.scene.figure
    background = svg.shorten(explorer.scene.background(f"{explorer.name}-background"))
    explorer.set()  # the figure goes back to what the controls say
    return {
        "title": explorer.title,
        "size": [figure.bbox.width, figure.bbox.height],
        "background": background,
        "controls": [control.record(places) for control, places in zip(controls, kept, strict=True)],
        "together": together,
        "pieces": [svg.shorten(piece) for piece in pieces],
        "words": list(words),
        "frames": frames,
    }


def still(picture):
    """A picture as data: its elements and its text alternative."""
    figure = picture.figure
    with style.house():
        elements = svg.shorten(svg.draw(figure, [figure], "picture"))
    return {"alt": picture.alt, "size": [figure.bbox.width, figure.bbox.height], "elements": elements}
