"""Explorers: sliders and the figures they move."""

from functools import partial

from ..losses import LOSSES
from .best_constant import best_constant
from .curve import curve_explorer
from .delta_scan import delta_scan
from .explorer import Explorer
from .loss_surface import loss_surface
from .noise_level import noise_level
from .noise_models import noise_models
from .outlier import outlier
from .residuals import residuals
from .robust_family import robust_family

_SUBJECTS = (
    residuals,
    best_constant,
    outlier,
    delta_scan,
    robust_family,
    noise_models,
    noise_level,
    loss_surface,
)

EXPLORERS = {subject.__name__: subject for subject in _SUBJECTS}
"""Every explorer by name, as a maker that needs no arguments: the subjects, then each element-wise loss."""
EXPLORERS |= {name: partial(curve_explorer, loss) for name, loss in LOSSES.items() if loss.elementwise}


def explore(what, *others, **start):
    """Show a loss and its slope, or one of the course's subjects, with sliders that answer at once.

    Parameters
    ----------
    what : Loss, function or str
        An element-wise loss; a function of your own, f(y_true, y_pred, tunables with defaults); or a name from
        `EXPLORERS`.
    *others : Loss or function
        Losses to draw for comparison; they share the tunables that have the same name.
    **start
        Where sliders start, by name, as in ``delta=2.0``; for a subject also its data, as in ``x=years, y=calls``.

    Returns
    -------
    Explorer
        The last line of a cell shows it. Without a mouse: `.set(delta=2.0)`, `.readout`, `.description`.

    Raises
    ------
    ValueError
        If the name is unknown, a loss is not element-wise, or another loss cannot share its axis.

    Examples
    --------
    >>> from lossviz import huber, squared_error
    >>> explore(huber, squared_error, delta=2.0)
    Explorer: Huber loss beside Squared error (delta = 2.0, error = 1.5)
    >>> explore("noise_models").specs.keys()
    dict_keys(['error', 'deviation'])
    """
    if not isinstance(what, str):
        return curve_explorer(what, *others, **start)
    if what not in EXPLORERS:
        raise ValueError(f"there is no explorer {what!r}; there are {', '.join(EXPLORERS)}")
    return EXPLORERS[what](*others, **start)


__all__ = ["EXPLORERS", "Explorer", "explore"]
