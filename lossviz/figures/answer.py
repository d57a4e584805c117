"""A learner's curve over the right one."""

import numpy as np

from . import style
from .picture import Picture
from .scene import new_axes


def answer_picture(exercise, function=None):
    """The picture of an exercise's right curve, with that of the learner's `function` over it where it can be drawn."""
    y, x = (np.asarray(argument, dtype=float) for argument in exercise.curve.arguments)
    right = np.asarray(exercise.reference(y, x, **exercise.curve.tunables))
    with style.house():
        ax = new_axes(560, 300)
        ax.plot(x, right, color=style.MUTED, linewidth=6, alpha=0.5, label="right")
        ax.set_xlabel(f"{exercise.names[1]}, with {exercise.names[0]} = {y.flat[0]:g}")
        ax.set_ylabel("loss ℓ")
        said = f"The right curve over {exercise.names[1]} from {x.min():g} to {x.max():g}, up to {right.max():.3g}."
        yours = _drawn(function, exercise.curve, y, x)
        if yours is not None:
            ax.plot(x, yours, color=style.ACCENT, linewidth=2, linestyle=(0, (5, 2)), label="yours")
            apart = np.abs(yours - right).max()
            said += f" Yours over it goes up to {yours.max():.3g}; the two differ by at most {apart:.3g}."
        ax.legend()
    return Picture(ax, said)


def _drawn(function, case, y, x):
    """The learner's curve, or None where there is none to draw."""
    if function is None:
        return None
    try:
        with np.errstate(all="ignore"):
            drawn = np.asarray(function(y, x, **case.tunables), dtype=float)
    except Exception:  # what is wrong with it, `check` has said
        return None
    return drawn if drawn.shape == x.shape and np.isfinite(drawn).all() else None
