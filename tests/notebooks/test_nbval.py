"""nbval is strict: `.ci/run` calls it on every notebook of the course, and a text that differs fails."""

import subprocess
import sys

from nbformat import v4

from lossviz.notebooks.normalise import normalise, write

from . import REPOSITORY


def nbval(path):
    """Run nbval on a notebook as a user does, in a process of its own, so that its kernel is a fresh one."""
    options = ["--nbval", "--nbval-current-env", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-o", "addopts="]
    command = [sys.executable, "-m", "pytest", *options, str(path)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def test_a_text_that_differs_fails(tmp_path):
    """nbval as it is called here is strict: one stored digit that is not printed again is a failure."""
    cell = v4.new_code_cell("print(0.5)", execution_count=1)
    cell.outputs = [v4.new_output("stream", name="stdout", text="0.6\n")]
    path = tmp_path / "wrong.ipynb"
    path.write_text(write(normalise(v4.new_notebook(cells=[cell]))), "utf-8")
    assert nbval(path).returncode == 1
