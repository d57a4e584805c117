"""How long each notebook of the course takes to execute from top to bottom, kernel start included."""

import time
from pathlib import Path

import nbformat

from lossviz.frameworks import extra
from lossviz.notebooks.execute import execute

from .table import Measure, show

FOLDER = Path(__file__).parents[1] / "notebooks"
SECONDS = 20
TRAINING = {"06_losses_for_images.ipynb": 120, "07_losses_in_frameworks.ipynb": 120}  # networks are trained in these


def run(_options):
    """Execute every notebook and print the table; returns how many targets are missed."""
    rows = [[path.name, Measure(_seconds(path), most=TRAINING.get(path.name, SECONDS))] for path in here()]
    return show("Execution of the notebooks", ["notebook", "seconds"], rows)


def here():
    """The notebooks that can be run here, in order."""
    return [path for path in sorted(FOLDER.glob("*.ipynb")) if not _lacks(path)]


def _lacks(path):
    """Whether the notebook needs a library that is not installed here; says so if it does."""
    lacking = "frameworks" in path.name and not extra.installed(*extra.NEEDED)
    if lacking:
        print(f"{path.name} is left out: {extra.INSTALL}")
    return lacking


def _seconds(path):
    notebook = nbformat.read(path, as_version=4)
    begin = time.perf_counter()
    execute(notebook, path.parent)
    return time.perf_counter() - begin
