"""A notebook without its libraries: one sentence, no error, and nothing stored over what had run."""

import subprocess
import sys

import nbclient
import pytest
from nbformat import v4

from lossviz.frameworks import extra
from lossviz.notebooks.__main__ import main
from lossviz.notebooks.normalise import read

from ..notebooks import FOLDER
from . import NOTEBOOK

HIDE = "import sys\nsys.modules['keras'] = None"  # Python then finds no Keras, whether it is there or not


def executed(*sources):
    """The cells after running them in a kernel that has no Keras."""
    notebook = v4.new_notebook(cells=[v4.new_code_cell(source) for source in (HIDE, *sources)])
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(FOLDER)}}).execute()
    return notebook.cells[1:]


IMPORTS = "import lossviz.frameworks.notebook\nfrom lossviz.frameworks import keras_loss, torch_loss"


def test_it_runs_to_its_end_with_one_sentence():
    """The cell of the imports says how to get what is missing; the others do nothing, wrong ones too."""
    first, *others = executed(IMPORTS, "import keras", "1 / 0", "print('never')", "for")
    (said,) = first.outputs
    assert said.name == "stdout" and len(said.text.splitlines()) == 1
    assert '%pip install -e "..[frameworks]" --extra-index-url https://download.pytorch.org/whl/cpu' in said.text
    assert [cell.outputs for cell in others] == [[]] * 4


def test_all_of_notebook_07_rests():
    """Of the notebook itself only the cell of the imports shows anything, one line; no cell runs, none fails."""
    notebook = read((FOLDER / f"{NOTEBOOK}.ipynb").read_text("utf-8"))
    first, *others = executed(*(cell.source for cell in notebook.cells if cell.cell_type == "code"))
    (said,) = first.outputs
    assert said.text.startswith("Keras and PyTorch are not both installed here") and said.text.count("\n") == 1
    assert len(others) > 50 and {len(cell.outputs) for cell in others} == {0}


def test_naming_the_functions_loads_no_framework():
    """`lossviz.frameworks` and its message for notebooks come without Keras, PyTorch, JAX and scikit-learn."""
    code = "import lossviz, lossviz.frameworks, lossviz.frameworks.notebook, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & {"keras", "torch", "tensorflow", "jax", "optax", "sklearn"} == set()


def test_it_wakes_when_the_libraries_are_there(tmp_path):
    """Once they can be imported, cells run again; commands, such as the one that installs, have run all along."""
    install = tmp_path / "install.py"
    install.write_text(
        "import importlib.machinery, sys, types\n"
        "for name in ('keras', 'torch'):\n"
        "    sys.modules[name] = types.ModuleType(name)\n"
        "    sys.modules[name].__spec__ = importlib.machinery.ModuleSpec(name, None)\n"
    )
    _, asleep, _, awake = executed(IMPORTS, "print('asleep')", f"%run {install}", "print('awake')")
    assert asleep.outputs == [] and awake.outputs[0].text == "awake\n"


def test_a_notebook_that_rests_is_not_stored(tmp_path, monkeypatch, capsys):
    """`python -m lossviz.notebooks` fails with the sentence and leaves the file as it was."""
    monkeypatch.setenv("LOSSVIZ_STORING", "1")  # as the command itself does
    path = tmp_path / "resting.ipynb"
    cells = [v4.new_code_cell(source) for source in (HIDE, IMPORTS, "print('ran')")]
    path.write_text(v4.writes(v4.new_notebook(cells=cells)), "utf-8")
    before = path.read_bytes()
    assert main([str(path)]) == 1
    assert f"not installed here: {extra.INSTALL}" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_without_a_library_the_functions_say_how_to_get_it(monkeypatch):
    """Outside a notebook a missing library is an ImportError with the command that installs it."""
    from lossviz import huber
    from lossviz.frameworks import MissingLibrary, builtin_losses, keras_loss, torch_loss

    monkeypatch.setattr(extra, "installed", lambda *names: False)
    for call in (lambda: torch_loss(huber), lambda: keras_loss(huber), builtin_losses):
        with pytest.raises(MissingLibrary, match=r"not installed here: pip install -e"):
            call()
