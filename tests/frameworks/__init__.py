"""Tests of the losses in PyTorch and Keras; all but a few need the extra `frameworks` and are skipped without it."""

import os

import pytest

from lossviz.frameworks import extra

os.environ.setdefault("KERAS_BACKEND", "torch")  # Keras reads it once, at its first import
WHOLE = extra.installed(*extra.LIBRARIES)
REASON = f"needs the extra frameworks: {extra.INSTALL}"
NOTEBOOK = "07_losses_in_frameworks"


def skip_without_frameworks(request, executing):
    """Skip a test whose name is in `executing` and whose `path` is the notebook that needs the extra."""
    path = getattr(request.node, "callspec", None) and request.node.callspec.params.get("path")
    if path is not None and path.stem == NOTEBOOK and request.node.originalname in executing and not WHOLE:
        pytest.skip(REASON)
