"""The doctests of this folder need the extra `frameworks`; without it they are skipped, with the reason."""

import os

import pytest

from lossviz.frameworks import extra

os.environ.setdefault("KERAS_BACKEND", "torch")  # Keras reads it once, at its first import
REASON = f"needs the extra frameworks: {extra.INSTALL}"
WHOLE = extra.installed(*extra.LIBRARIES)

collect_ignore = [] if WHOLE else ["gradient.py", "torch_module.py", "keras_class.py"]  # they import what is missing


@pytest.fixture(autouse=True)
def frameworks():
    """Skip where a library is missing."""
    if not WHOLE:
        pytest.skip(REASON)
