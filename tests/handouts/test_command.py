"""`python -m lossviz.handouts` from the outside."""

import nbformat
import pytest

from lossviz.handouts import paper
from lossviz.handouts.__main__ import main
from lossviz.handouts.cells import Body, HandoutError
from lossviz.handouts.drawing import Shared

from .conftest import build, course

PLAIN = [("markdown", "# 2 · Plain\n\nText.")]


@pytest.fixture
def small(tmp_path):
    """A course that takes no time."""
    return course(tmp_path, PLAIN)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_build_holds_both_editions_and_the_pages_around_them(handouts):
    """A folder of pages: each notebook for students and for teachers, indexes, glossary, cheat sheet, nothing else."""
    pages = ["02_small.html", "02_small.teacher.html", "cheat_sheet.html", "glossary.html", "index.html"]
    assert names(handouts) == [*pages, "index.teacher.html"]


def test_two_builds_are_equal_to_the_byte(notebooks, handouts, tmp_path):
    """Built again, every page has the same bytes."""
    assert build(notebooks, tmp_path / "again", "--no-pdf") == 0
    for name in names(handouts):
        assert (tmp_path / "again" / name).read_bytes() == (handouts / name).read_bytes(), name


def test_other_files_are_respected(small, tmp_path, capsys):
    """A folder with other files is refused by name; told to, the command writes beside them."""
    output = tmp_path / "desk"
    output.mkdir()
    (output / "letter.txt").write_text("dear")
    with pytest.raises(SystemExit):
        build(small, output, "--no-pdf")
    assert "letter.txt" in capsys.readouterr().err
    assert names(output) == ["letter.txt"]
    assert build(small, output, "--no-pdf", "--force") == 0
    assert {"letter.txt", "index.html", "02_small.html"} <= set(names(output))


def test_a_file_is_no_folder(small, tmp_path, capsys):
    """Where a file lies at the place of the folder, the command says so and the file stays."""
    (tmp_path / "out").write_text("dear")
    with pytest.raises(SystemExit):
        build(small, tmp_path / "out", "--no-pdf")
    assert "is a file" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "dear"


def test_the_progress_is_told(small, tmp_path, capsys):
    """A bar says how far the build is, and each notebook leaves a line with its seconds."""
    assert main(["--notebooks", str(small), "--output", str(tmp_path / "out"), "--no-pdf"]) == 0
    said = capsys.readouterr().err
    assert "0/1 02_small: executing" in said and "1/1" in said and "02_small: 0 s" in said


def test_a_failing_cell_is_named_and_the_last_build_stays(small, tmp_path, capsys):
    """Where a cell raises, the command says which and leaves the pages of before as they were."""
    output = tmp_path / "out"
    assert build(small, output, "--no-pdf") == 0
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    broken = course(tmp_path / "broken", [*PLAIN, ("code", "fine = 1"), ("code", "fine / 0")])
    assert build(broken, output, "--no-pdf") == 1
    said = capsys.readouterr().err
    assert "cell 3" in said and "fine / 0" in said and "ZeroDivisionError" in said
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before
    assert not list(tmp_path.glob(".handouts-*"))


def test_a_formula_that_cannot_be_set_is_named(tmp_path, capsys):
    """An unknown command in a formula fails the build and names the cell."""
    broken = course(tmp_path, [*PLAIN, ("markdown", "Look: $\\foo x$")])
    assert build(broken, tmp_path / "out", "--no-pdf") == 1
    error = capsys.readouterr().err
    assert "cell 2" in error and 'Unknown command "\\foo"' in error


def test_a_picture_without_words_is_named():
    """A cell that shows a picture with no text alternative cannot become part of a page."""
    shown = nbformat.v4.new_output("display_data", {"image/png": "iVBORw0KGgo="})
    cell = nbformat.v4.new_code_cell("plot()", outputs=[shown])
    with pytest.raises(HandoutError, match=r"cell 1, which begins 'plot\(\)': .* text alternative"):
        Body(nbformat.v4.new_notebook(cells=[cell]), "02_small.ipynb", [], Shared())


def test_a_notebook_that_lacks_a_library_shows_what_is_stored(tmp_path, capsys):
    """Where a framework is not installed, the page shows the stored outputs and says so; the command says so too."""
    lacks = "from lossviz.frameworks import MissingLibrary\nraise MissingLibrary('It\\'s not there')"
    notebooks = course(tmp_path, [*PLAIN, ("code", lacks), ("code", "print('a number')")])
    path = notebooks / "02_small.ipynb"
    stored = nbformat.read(path, 4)
    stored.cells[2].outputs = [nbformat.v4.new_output("stream", text="4.25\n")]
    nbformat.write(stored, path)
    assert build(notebooks, tmp_path / "out", "--no-pdf") == 0
    assert "It's not there" in capsys.readouterr().err
    page = (tmp_path / "out" / "02_small.html").read_text(encoding="utf-8")
    assert "4.25" in page
    assert "figures stand still" in page and "It&#x27;s not there" in page


def test_one_edition_alone(small, tmp_path):
    """--edition student makes no page with solutions."""
    assert build(small, tmp_path / "out", "--no-pdf", "--edition", "student") == 0
    assert not [name for name in names(tmp_path / "out") if "teacher" in name]


def test_a_complete_build_leaves_nothing_old(small, tmp_path):
    """Pages of a notebook that is gone go, too; a partial build leaves them."""
    output = tmp_path / "out"
    output.mkdir()
    (output / "09_gone.html").write_text("old")
    assert build(small, output, "--no-pdf", "--edition", "student") == 0
    assert "09_gone.html" in names(output)
    assert build(small, output, "--no-pdf") == 0
    assert "09_gone.html" not in names(output)


def test_without_a_browser_the_pages_are_made(small, tmp_path, monkeypatch, capsys):
    """Where there is no Chromium, the command says what is missing and makes the pages."""
    monkeypatch.setattr(paper, "browser", lambda: None)
    assert main(["--notebooks", str(small), "--output", str(tmp_path / "out")]) == 0
    assert "Chromium" in capsys.readouterr().err
    assert "02_small.html" in names(tmp_path / "out")
    assert ".pdf" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["--only", "77"], ["--notebooks", "nowhere"]])
def test_what_is_not_there_is_said(small, arguments, capsys):
    """An unknown notebook or folder is an error in words."""
    with pytest.raises(SystemExit):
        main(["--notebooks", str(small), *arguments])
    assert "there is no notebook" in capsys.readouterr().err


def test_a_browser_that_fails_is_reported(small, tmp_path, monkeypatch, capsys):
    """Where the browser dies, nothing is written and what it said is told."""
    monkeypatch.setattr(paper, "browser", lambda: "/bin/false")
    assert build(small, tmp_path / "out") == 1
    assert "02_small.pdf" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_notebook_is_named(small, tmp_path, capsys):
    """A broken notebook is named, and nothing is written, even where another one was asked for."""
    (small / "03_broken.ipynb").write_text("{}", "utf-8")
    assert build(small, tmp_path / "out", "--no-pdf", "--only", "02") == 1
    assert "03_broken.ipynb" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_build_knows_its_own_files(small, tmp_path):
    """A notebook's name may hold a hyphen; the next build replaces its pages."""
    (small / "02_small.ipynb").rename(small / "02_small-and-plain.ipynb")
    assert build(small, tmp_path / "out", "--no-pdf") == 0
    assert build(small, tmp_path / "out", "--no-pdf") == 0


def test_a_misspelt_import_is_no_missing_library(tmp_path, capsys):
    """A notebook that imports what nobody has fails, although outputs are stored in it."""
    cells = [("markdown", "# 2 · Plain\n\nText."), ("code", "import numpi")]
    assert build(course(tmp_path, cells), tmp_path / "out", "--no-pdf") == 1
    assert "numpi" in capsys.readouterr().err
