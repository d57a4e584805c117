"""Many losses at a glance: a small panel for each, with its curve and, thinner, its slope."""

import numpy as np

from . import style
from .curves import _limits
from .picture import Picture
from .scene import new_figure
from .slices import slice_of

_ACROSS = 4
_PANEL = (200, 146)  # pixels


def gallery(losses):
    """A picture with a panel for each loss, in the order given; each curve along the line of `slice_of`.

    Examples
    --------
    >>> from lossviz import squared_error
    >>> gallery([squared_error]).alt
    'Squared error: loss 16, 0, 16 and slope −8, 0, 8 at e = −4, 0, 4.'
    """
    found = [(loss, slice_of(loss)) for loss in losses]
    found = [(loss, part) for loss, part in found if part]
    down = -(-len(found) // _ACROSS)
    with style.house():
        figure = new_figure(_ACROSS * _PANEL[0], down * _PANEL[1])
        panels = figure.subplots(down, _ACROSS, squeeze=False).ravel()
        for panel, (loss, part) in zip(panels, found, strict=False):
            _draw(panel, loss, part)
        for panel in panels[len(found) :]:
            panel.set_axis_off()
    return Picture(panels[0], "; ".join(f"{loss.title}: {part.numbers()}" for loss, part in found) + ".")


def _draw(panel, loss, part):
    low, high = _limits([part.value])
    panel.set_title(loss.title.replace("cross-entropy", "CE"), fontsize=11)
    panel.axhline(0, color=style.GRID, linewidth=1.4)
    panel.plot(part.x, part.slope, color=style.MUTED, linewidth=1.1)
    panel.plot(part.x, part.value, **style.of(loss))
    panel.set_ylim(min(low, max(1.25 * np.nanmin(part.slope), -1.3 * high)), high)
    panel.set_xlim(part.x[0], part.x[-1])
    panel.set_xticks([part.x[0], part.x[-1]], [f"{end:.2g}".replace("-", "−") for end in (part.x[0], part.x[-1])])
    panel.set_xlabel(part.label, fontsize=11, labelpad=-9)
    panel.set_yticks([0])
    panel.tick_params(labelsize=11, length=2)
    for label, side in zip(panel.get_xticklabels(), ("left", "right"), strict=True):
        label.set_horizontalalignment(side)
