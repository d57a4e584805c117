"""Runs a notebook once, so that its explorers and pictures come back as data for every edition."""

import contextlib
import copy
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from ..notebooks.execute import CellFailed, execute
from ..notebooks.normalise import normalise, read
from .recording import STARTUP

_LACKING = "MissingLibrary"  # a ModuleNotFoundError may as well be a misspelt import


@dataclass(frozen=True)
class Run:
    """A notebook with its outputs. Where a library is not installed they are the stored ones; `missing` says which."""

    notebook: NotebookNode
    missing: str = ""


def executed(path):
    """The notebook at `path`, executed in a kernel of its own; raises `CellFailed`, which names the cell."""
    stored = read(path.read_text(encoding="utf-8"))
    notebook = copy.deepcopy(stored)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in code:
        cell.outputs, cell.execution_count = [], None
    if code:
        try:
            with _recording():
                execute(notebook, path.parent)
        except CellFailed as error:
            missing = _missing(error)
            if not (missing and any(cell.get("outputs") for cell in stored.cells)):
                raise
            return Run(normalise(stored), missing)
    return Run(normalise(notebook))


def _missing(error):
    """What the failed cell says is not installed here, or "" where it failed otherwise."""
    cause = error.__cause__
    return cause.evalue if getattr(cause, "ename", "") == _LACKING else ""


@contextlib.contextmanager
def _recording():
    """Kernels that start in here run the recording's startup first, before any cell."""
    before = os.environ.get("PYTHONSTARTUP")
    with tempfile.TemporaryDirectory() as folder:
        startup = Path(folder) / "startup.py"
        startup.write_text(STARTUP, encoding="utf-8")
        os.environ["PYTHONSTARTUP"] = str(startup)
        try:
            yield
        finally:
            if before is None:
                del os.environ["PYTHONSTARTUP"]
            else:
                os.environ["PYTHONSTARTUP"] = before
