"""nbval, strict: each notebook executes again, and every text it prints is the one that is stored."""

import subprocess
import sys

import pytest
from nbformat import v4

from lossviz.notebooks.normalise import normalise, write

from . import NOTEBOOKS, REPOSITORY


def nbval(path):
    """Run nbval on a notebook as a user does, in a process of its own, so that its kernel is a fresh one."""
    options = ["--nbval", "--nbval-current-env", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-o", "addopts="]
    command = [sys.executable, "-m", "pytest", *options, str(path)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stored_texts_are_what_the_cells_print(path):
    """Executed again from a fresh kernel, the notebook prints what it has stored, cell by cell."""
    done = nbval(path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_text_that_differs_fails(tmp_path):
    """nbval as it is called here is strict: one stored digit that is not printed again is a failure."""
    cell = v4.new_code_cell("print(0.5)", execution_count=1)
    cell.outputs = [v4.new_output("stream", name="stdout", text="0.6\n")]
    path = tmp_path / "wrong.ipynb"
    path.write_text(write(normalise(v4.new_notebook(cells=[cell]))), "utf-8")
    assert nbval(path).returncode == 1
