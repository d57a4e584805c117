"""Where a learner's server stands on odd ground, the course shows what it shows anywhere, and no warning."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from . import learner

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parents[2] / "notebooks"
READ_ONLY = Path(__file__).with_name("read_only.sh")
NOTEBOOK = "02_regression_losses.ipynb"
WITH_DATA_FILES = "03_cross_entropy.ipynb"
LEFT_OUT = ("HOME", "LANG", "LANGUAGE", "MPLBACKEND", "MPLCONFIGDIR", "MATPLOTLIBRC", "PYTHONUTF8", "PYTHONIOENCODING")
THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
DARK = "figure.facecolor: black\naxes.facecolor: black\ntext.color: white\nfont.family: serif\nlines.linewidth: 9\n"


@pytest.fixture
def home(tmp_path):
    """A learner's home, new and empty."""
    home = tmp_path / "home"
    home.mkdir()
    return home


def run(settings, notebook=NOTEBOOK, folder=FOLDER, before=()):
    """What is seen of a notebook that a server with these settings runs; `before` is what the command begins with."""
    inherited = {name: value for name, value in os.environ.items() if name not in LEFT_OUT and name[:3] != "LC_"}
    command = [*before, sys.executable, str(Path(learner.__file__)), str(folder / notebook)]
    environment = inherited | {"LANG": "C.UTF-8"} | THREADS | settings
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def words(cells):
    """What is seen, of a picture that it is there: other versions of Matplotlib draw it with other bytes."""
    return [[[kind, "" if kind == "picture" else text] for kind, text in cell] for cell in cells]


def stored(notebook=NOTEBOOK):
    """What is seen of the notebook as it is stored, in words."""
    cells = nbformat.read(FOLDER / notebook, as_version=4).cells
    return words(learner.seen(cell) for cell in cells if cell.cell_type == "code")


def test_without_a_home():
    """With HOME unset everything is as it is stored."""
    assert words(run({})) == stored()


def test_a_home_that_does_not_exist():
    """With a home that cannot be made everything is as it is stored, and Matplotlib's complaints are not shown."""
    assert words(run({"HOME": "/proc/nobody"})) == stored()


@pytest.mark.parametrize("backend", ["", "agg", "qtagg", "qt4agg", "module://nowhere"])
def test_a_backend_that_is_no_help(home, backend):
    """Whatever backend Matplotlib is told to take, not installed or long gone, the pictures are there: none is used."""
    assert words(run({"HOME": str(home), "MPLBACKEND": backend})) == stored()


def test_a_style_of_the_users_own(home):
    """The user's matplotlibrc, dark and with fat lines, changes no picture of the course."""
    plain = run({"HOME": str(home)})
    (home / ".config" / "matplotlib").mkdir(parents=True, exist_ok=True)
    (home / ".config" / "matplotlib" / "matplotlibrc").write_text(DARK)
    assert run({"HOME": str(home)}) == plain
    assert words(plain) == stored()


def test_a_folder_with_spaces_and_letters_of_other_alphabets(home, tmp_path):
    """A path such as `Kurs für Anfänger ∂ 損失` is as good as any, for data files too."""
    folder = tmp_path / "Kurs für Anfänger ∂ 損失" / "notebooks"
    shutil.copytree(FOLDER, folder)
    assert words(run({"HOME": str(home)}, WITH_DATA_FILES, folder)) == stored(WITH_DATA_FILES)


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_locale_without_an_encoding(home, locale):
    """In the locale C the formulas' letters and signs are printed all the same."""
    assert words(run({"HOME": str(home), "LANG": locale, "LC_ALL": locale})) == stored()


@pytest.mark.parametrize("notebook", [NOTEBOOK, WITH_DATA_FILES])
def test_a_read_only_disk(home, tmp_path, notebook):
    """With course, package, Python and home read-only and a disk in memory for temporary files, nothing is amiss."""
    writable = tmp_path / "writable"
    writable.mkdir()
    root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    folders = map(str, (FOLDER.parent, home, sys.prefix, sys.base_prefix))
    before = ["unshare", *root, "--mount", str(READ_ONLY), str(writable), *folders, "--"]
    allowed = shutil.which("unshare") and subprocess.run([*before, "true"], capture_output=True, text=True, check=False)
    if not allowed or allowed.returncode:
        pytest.skip(f"no mount namespace here: {allowed.stderr.strip() if allowed else 'unshare is missing'}")
    settings = {"HOME": str(home), "TMPDIR": str(writable), "PYTHONDONTWRITEBYTECODE": "1"}
    assert words(run(settings, notebook, before=before)) == stored(notebook)
