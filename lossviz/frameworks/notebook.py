"""Import this in a notebook that needs Keras and PyTorch: without them it says how to get them, and the cells rest.

A cell that rests does nothing, so that the notebook runs to its end with no error and one sentence. It wakes by itself
once the libraries are installed. `libraries` lists those that are here.
"""

import os
import sys

from IPython import get_ipython

from . import extra

ALWAYS = "%", "!"  # cells that begin so are commands, such as the one that installs
STORING = "LOSSVIZ_STORING"  # set while notebooks are stored: one whose cells rest must not replace one that ran

libraries = extra.present()


def sentence():
    """How to get what is missing, from a cell of this notebook; a browser without a server cannot get it."""
    if sys.platform == "emscripten":
        return "Keras and PyTorch do not run inside a browser, so the cells of this notebook rest here."
    install = extra.INSTALL.replace('".[', '"..[')  # a notebook runs in its own folder, inside that of the course
    return (
        "Keras and PyTorch are not both installed here, so the cells of this notebook rest; "
        f"run  %{install}  in a cell of its own (about 1.5 GB on disk), and then this one again."
    )


def rest(lines):
    """The lines of a cell, or none of them while a library is missing; IPython calls this for each cell."""
    if extra.installed(*extra.NEEDED):
        get_ipython().input_transformers_cleanup.remove(rest)
        libraries[:] = extra.present()
        return lines
    return lines if "".join(lines).lstrip().startswith(ALWAYS) else ["pass\n"]


if not extra.installed(*extra.NEEDED):
    if os.environ.get(STORING):
        extra.need(*extra.NEEDED)
    print(sentence())
    if get_ipython() is not None:
        get_ipython().input_transformers_cleanup.insert(0, rest)  # before a %%magic becomes a call like any other
