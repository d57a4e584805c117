"""One notebook file: execute and store it, or check that it is as it would be stored."""

import os
import time

from .execute import CellFailed, execute
from .navigation import navigate
from .normalise import normalise, read, write


class NotStored(Exception):
    """A notebook file is not as `store` would leave it."""


FAILURES = (CellFailed, NotStored, ValueError)  # what a notebook can have wrong; anything else is a defect of ours


def store(path):
    """Execute the notebook at `path` and replace the file; returns the seconds it took, in words.

    Where a cell fails, the file stays as it was.
    """
    start = time.perf_counter()
    notebook = _tidy(read(path.read_text(encoding="utf-8")), path)
    execute(notebook, path.parent)
    _replace(path, write(_tidy(notebook, path)))
    return f"{time.perf_counter() - start:.1f} s"


def check(path):
    """Raise `NotStored` where the file at `path` is not as `store` writes files; executes nothing."""
    text = path.read_bytes().decode("utf-8")  # as bytes: a carriage return is a difference, too
    if write(_tidy(read(text), path)) != text:
        raise NotStored(f"it is not stored by this command; run python -m lossviz.notebooks {path}")
    return "stored properly"


def _tidy(notebook, path):
    return normalise(navigate(notebook, path))


def _replace(path, text):
    """Write beside the file, then rename: whatever happens in between, a whole notebook stands there."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
