"""The notebooks that the tests open: those of the course as if they had never run, and some of our own."""

import copy
from pathlib import Path

import nbformat

from lossviz import EXPLORERS

ROOT = Path(__file__).parents[2]
COURSE = {path.name: nbformat.read(path, 4) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
STORED = "02_regression_losses.ipynb"
IMPORTS = "from lossviz import EXPLORERS, explore, huber, squared_error"
THREE = ["explore(huber, squared_error)", "EXPLORERS['outlier']()", "explore('binary_focal')"]
A_PAGE_OF = 12  # explorers, so that a page stays as light as one of the course
_NAMES = list(EXPLORERS)
EVERY = {f"every_{at:02}.ipynb": _NAMES[at : at + A_PAGE_OF] for at in range(0, len(_NAMES), A_PAGE_OF)}
"""Pages that together show every explorer of the package: the names of each page's explorers."""

_FAULTY = """
def mine(y_true, y_pred, *, cap=4.0):
    e = y_pred - y_true
    return np.minimum(e**2, cap)
"""
OWN = {
    "three.ipynb": THREE,
    "mine.ipynb": ["import numpy as np", _FAULTY.strip(), "explore('workbench', mine)"],
    "kernel.ipynb": [
        "import os, pathlib",
        "_ = pathlib.Path('kernel.txt').write_text(str(os.getpid()))",
        "explore(huber, squared_error)",
    ],
}
OWN |= {page: [f"EXPLORERS[{name!r}]()" for name in names] for page, names in EVERY.items()}


def lay(folder):
    """Put the course and the notebooks of our own into `folder`."""
    for name, stored in COURSE.items():
        nbformat.write(without_outputs(stored), folder / name)
    nbformat.write(COURSE[STORED], folder / "stored.ipynb")
    for name, cells in OWN.items():
        write(folder / name, cells)


def write(path, cells):
    """A notebook of these code cells, after one that imports."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in (IMPORTS, *cells)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)


def without_outputs(stored):
    """The notebook as if it had never run, so that what a test finds on the page is what this run has made."""
    notebook = copy.deepcopy(stored)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def explorers_of(name):
    """How many explorers the notebook of the course of that name shows."""
    outputs = [output for cell in COURSE[name].cells for output in cell.get("outputs", ())]
    return sum(output.get("data", {}).get("text/plain", "").startswith("Explorer:") for output in outputs)
