"""Which of the frameworks are installed here, and how to get those that are not."""

import importlib
import importlib.util
import os

LIBRARIES = {"Keras": "keras", "PyTorch": "torch", "Optax": "optax", "scikit-learn": "sklearn"}
"""What a framework is called → the module it is imported as."""

NEEDED = "Keras", "PyTorch"  # the notebook runs with these; where the others lack, their columns say so

INSTALL = 'pip install -e ".[frameworks]" --extra-index-url https://download.pytorch.org/whl/cpu'
"""From the folder of the course; the address has PyTorch for the processor alone, a tenth of what Linux gets else."""


class MissingLibrary(ModuleNotFoundError):
    """A framework is not installed; the message says how to get it."""


def installed(*names):
    """Whether all these frameworks, by their names in `LIBRARIES`, can be imported."""
    importlib.invalidate_caches()  # what was installed since Python started counts too
    return all(importlib.util.find_spec(LIBRARIES[name]) is not None for name in names)


def present():
    """The names of the frameworks that are installed, in the order of `LIBRARIES`."""
    return [name for name in LIBRARIES if installed(name)]


def need(*names):
    """Raise `MissingLibrary` where one of these frameworks is not installed.

    Keras, unless told otherwise before its first import, looks for TensorFlow; here it is told to run on PyTorch.
    """
    missing = [name for name in names if not installed(name)]
    if missing:
        raise MissingLibrary(f"{' and '.join(missing)} not installed here: {INSTALL}", name=LIBRARIES[missing[0]])
    if "Keras" in names:
        os.environ.setdefault("KERAS_BACKEND", "torch")
