"""`python -m lossviz.notebooks`: executing and storing, failing cells, `--check`."""

import os
import subprocess
import sys

import pytest
from nbformat import v4

from lossviz.notebooks.__main__ import main
from lossviz.notebooks.normalise import normalise, read, write


def save(path, *sources):
    """A notebook with these code cells, as an editor leaves it: not executed."""
    path.write_text(v4.writes(v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])), "utf-8")
    return path


def stored(path):
    return read(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def widget_notebook(tmp_path_factory):
    """A notebook that shows a widget with a picture, executed and stored once."""
    shown = """
class Shown:
    def _repr_mimebundle_(self, include=None, exclude=None):
        stream = io.BytesIO()
        figure = Figure()
        figure.add_subplot().plot([1, 2])
        figure.savefig(stream, format="png")
        data = ipywidgets.IntSlider(3)._repr_mimebundle_()
        data |= {"image/png": stream.getvalue(), "text/plain": "Explorer: shown"}
        return data, {"image/png": {"alt": "1 to 2"}}
Shown()"""
    imports = "import io, os\nimport ipywidgets\nfrom matplotlib.figure import Figure"
    prints = "print(os.path.basename(os.getcwd()), hash('a') == hash('a'), os.environ['PYTHONHASHSEED'])"
    folder = tmp_path_factory.mktemp("lessons")
    path = save(folder / "widget.ipynb", imports, prints, shown)
    assert main(["-q", str(path)]) == 0
    return path


def test_every_cell_is_executed_in_the_notebooks_own_folder(widget_notebook):
    """Stored counts are 1 to n, the working directory is the notebook's, and hashes are fixed."""
    cells = stored(widget_notebook).cells
    assert [cell.execution_count for cell in cells] == [1, 2, 3]
    assert cells[1].outputs[0].text == f"{widget_notebook.parent.name} True 0\n"


def test_a_shown_widget_is_stored_as_its_picture(widget_notebook):
    """Of a widget that also hands over a picture, the picture, its alt text and one line are stored, nothing else."""
    notebook = stored(widget_notebook)
    (output,) = notebook.cells[2].outputs
    assert set(output.data) == {"image/png", "text/plain"}
    assert output.metadata["image/png"]["alt"] == "1 to 2"
    assert "widget-" not in widget_notebook.read_text("utf-8")


def test_storing_again_changes_no_byte(widget_notebook):
    """A second execution in the same environment gives the same file, which `--check` accepts."""
    before = widget_notebook.read_bytes()
    assert main(["-q", str(widget_notebook)]) == 0
    assert widget_notebook.read_bytes() == before
    assert main(["--check", str(widget_notebook)]) == 0


def test_a_failing_cell_is_named_and_the_file_left_alone(tmp_path, capsys):
    """The command says which notebook, which cell, how it begins and what it raised, and exits with 1."""
    path = save(tmp_path / "bad.ipynb", "x = 1", "", "# divide\nx / 0", "print('never')")
    before = path.read_bytes()
    assert main([str(path)]) == 1
    said = capsys.readouterr().err
    assert f"{path}: cell 3 (In [2]), which begins '# divide': ZeroDivisionError: division by zero" in said
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_other_notebooks_are_stored_when_one_fails(tmp_path, capsys):
    """A folder is worked through to its end, one line each; the exit code tells of the failure."""
    save(tmp_path / "a.ipynb", "raise ValueError('no')")
    good = save(tmp_path / "b.ipynb", "1 + 1")
    assert main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith(f"{good}: ")
    assert stored(good).cells[0].outputs[0].data["text/plain"] == "2"


def test_a_kernel_that_dies_is_told_in_words(tmp_path, capsys):
    """A cell that takes its kernel with it is named like any other failing cell."""
    path = save(tmp_path / "dead.ipynb", "import os", "os._exit(3)")
    assert main([str(path)]) == 1
    assert "cell 2 (In [2]), which begins 'os._exit(3)': the kernel died" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="os.kill is another thing on Windows")
def test_no_kernel_is_left_behind(tmp_path):
    """When the command ends, the kernel it started has ended."""
    path = save(tmp_path / "pid.ipynb", "import os", "print(os.getpid())")
    assert main(["-q", str(path)]) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(stored(path).cells[1].outputs[0].text), 0)


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    """Where the new file cannot take the old one's place, the old one stays and nothing lies beside it."""

    def refuse(*_):
        raise OSError("read-only")

    path = save(tmp_path / "kept.ipynb", "1")
    before = path.read_bytes()
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="read-only"):
        main([str(path)])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_users_own_settings_play_no_part(tmp_path, monkeypatch):
    """Neither the user's kernel, nor Matplotlib backend, nor style, nor IPython start-up file reaches a notebook."""
    kernel = tmp_path / "share" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["false"], "display_name": "Mine", "language": "python"}')
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    start_up = tmp_path / "ipython" / "profile_default" / "startup"
    start_up.mkdir(parents=True)
    (start_up / "mine.py").write_text("mine = 1")
    (tmp_path / "matplotlibrc").write_text("lines.linewidth: 9")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("MATPLOTLIBRC", str(tmp_path / "matplotlibrc"))
    monkeypatch.setenv("MPLBACKEND", "agg")
    (tmp_path / "lessons").mkdir()
    asked = (
        "import matplotlib\nprint('mine' in dir(), matplotlib.rcParams['lines.linewidth'], matplotlib.get_backend())"
    )
    path = save(tmp_path / "lessons" / "plain.ipynb", asked)
    assert main(["-q", str(path)]) == 0
    said = stored(path).cells[0].outputs[0].text
    assert said.startswith("False 1.5 ") and "inline" in said


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text + "\n",
        lambda text: text.replace('"execution_count": 1', '"execution_count": 7'),
        lambda text: text.replace('"metadata": {},', '"metadata": {"collapsed": false},', 1),
        lambda text: text.replace("\n", "\r\n"),
    ],
)
def test_check_names_a_notebook_that_was_saved_by_other_means(tmp_path, capsys, change):
    """`--check` fails for a file that this command would write otherwise, down to its line ends."""
    cell = v4.new_code_cell("1", execution_count=1)
    path = tmp_path / "saved.ipynb"
    path.write_bytes(write(normalise(v4.new_notebook(cells=[cell]))).encode())
    assert main(["--check", str(path)]) == 0
    path.write_bytes(change(path.read_text("utf-8")).encode())
    before = path.read_bytes()
    assert main(["--check", str(path)]) == 1
    assert f"{path}: it is not stored by this command" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["not json", '{"nbformat": 3, "cells": []}'])
def test_a_file_that_is_no_notebook_is_named(tmp_path, capsys, text):
    """A file that cannot be read as a notebook is one line of explanation, not a traceback."""
    path = tmp_path / "odd.ipynb"
    path.write_text(text)
    assert main([str(path)]) == 1
    assert capsys.readouterr().err.startswith(f"{path}: it ")


def test_a_path_that_is_not_there_is_named(tmp_path, capsys):
    """A misspelt path ends the command with what to do, before anything is executed."""
    with pytest.raises(SystemExit):
        main([str(tmp_path / "gone.ipynb")])
    assert "gone.ipynb" in capsys.readouterr().err


def test_a_missing_jupyter_is_told_in_one_sentence(tmp_path):
    """Where nbclient is not installed, the command says what brings it."""
    (tmp_path / "nbclient.py").write_text("raise ModuleNotFoundError(\"No module named 'nbclient'\", name='nbclient')")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.getcwd()])}
    command = [sys.executable, "-m", "lossviz.notebooks"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "nbclient is missing; it comes with JupyterLab" in done.stderr
    assert "Traceback" not in done.stderr
