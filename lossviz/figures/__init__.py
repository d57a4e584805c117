"""Drawing with Matplotlib: the house style, the parts that move as SVG, and one file for each subject."""

import contextlib
import logging
import os
import sys


def _load_matplotlib():
    """Import Matplotlib on any ground.

    Where a home is missing or read-only it works from a temporary folder, and says so below the first cell, as it does
    when it takes long over its list of fonts; a learner can do nothing about either. A backend of the environment that
    it does not know is an error there, though nothing here is drawn by a backend.
    """
    log = logging.getLogger("matplotlib")
    level = log.level
    backend = os.environ.pop("MPLBACKEND", None)
    log.setLevel(logging.ERROR)
    try:
        import matplotlib.font_manager

        if backend:
            with contextlib.suppress(ValueError):
                matplotlib.rcParams["backend"] = backend  # the learner's own figures take it
    finally:
        log.setLevel(level)
        if backend is not None:
            os.environ["MPLBACKEND"] = backend


if "matplotlib" not in sys.modules:  # else the learner has it already, with whatever it had to say
    _load_matplotlib()
