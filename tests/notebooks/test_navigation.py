"""The links between the notebooks: made by the store command, the same however often it runs."""

import re

import pytest
from nbformat import v4

from lossviz.notebooks.navigation import CELL, navigate
from lossviz.notebooks.normalise import normalise, read, write

from . import FOLDER, NOTEBOOKS

EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture
def course(tmp_path):
    """Three notebooks with a course map; returns the path of the middle one."""
    for number, title in enumerate(("First", "Second", "Third"), 1):
        cells = [v4.new_markdown_cell(f"# {number} · {title}\n\nWhy?"), v4.new_code_cell("1 + 1")]
        (tmp_path / f"0{number}_{title.lower()}.ipynb").write_text(write(v4.new_notebook(cells=cells)), "utf-8")
    (tmp_path / "README.md").write_text("map", "utf-8")
    return tmp_path / "02_second.ipynb"


def links(path):
    return navigate(read(path.read_text("utf-8")), path)


def test_a_notebook_links_to_its_neighbours_and_the_map(course):
    """The first cell ends with the links and so does the notebook, titles as the neighbours have them."""
    line = "[← 1 · First](01_first.ipynb) | [Course map](README.md) | [3 · Third →](03_third.ipynb)"
    notebook = links(course)
    assert notebook.cells[0].source == f"# 2 · Second\n\nWhy?\n\n{line}"
    assert (notebook.cells[-1].id, notebook.cells[-1].source) == (CELL, line)


def test_the_ends_of_the_course_have_one_neighbour(course):
    """The first notebook has no way back, the last none forward."""
    assert links(course.with_name("01_first.ipynb")).cells[-1].source.startswith("[Course map]")
    assert links(course.with_name("03_third.ipynb")).cells[-1].source.endswith("[Course map](README.md)")


def test_links_are_replaced_not_added(course):
    """Twice is once, and a neighbour that has come or gone is followed."""
    once = navigate(links(course), course)
    assert write(normalise(navigate(once, course))) == write(normalise(links(course)))
    course.with_name("03_third.ipynb").unlink()
    assert once.cells[0].source.endswith("[3 · Third →](03_third.ipynb)")
    assert navigate(once, course).cells[0].source.endswith("[Course map](README.md)")
    assert len(once.cells) == 3


def test_a_notebook_without_a_number_stays_as_it_is(course):
    """Notebooks outside the order, and those that do not begin with text, get no links."""
    other = course.rename(course.with_name("scratch.ipynb"))
    assert len(links(other).cells) == 2


@EACH
def test_every_link_of_a_notebook_leads_somewhere(path):
    """Relative links in the prose name files that are there."""
    for cell in read(path.read_text("utf-8")).cells:
        if cell.cell_type == "markdown":
            for target in re.findall(r"\]\(([^)#:\s]+)\)", cell.source):
                assert (FOLDER / target).exists(), target


@EACH
def test_the_glossary_is_linked(path):
    """Every notebook links to the glossary from its first cell."""
    assert "(glossary.md" in read(path.read_text("utf-8")).cells[0].source
