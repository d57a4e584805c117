"""How long each notebook of the course takes to execute from top to bottom, kernel start included."""

import time
from pathlib import Path

import nbformat

from lossviz.notebooks.execute import execute

from .table import Measure, show

FOLDER = Path(__file__).parents[1] / "notebooks"
SECONDS = 15


def run(_options):
    """Execute every notebook and print the table; returns how many targets are missed."""
    rows = [[path.name, Measure(_seconds(path), most=SECONDS)] for path in sorted(FOLDER.glob("*.ipynb"))]
    return show("Execution of the notebooks", ["notebook", "seconds"], rows)


def _seconds(path):
    notebook = nbformat.read(path, as_version=4)
    begin = time.perf_counter()
    execute(notebook, path.parent)
    return time.perf_counter() - begin
