"""The notebooks of the course as they are stored: what nbval does not look at."""

import pytest

from lossviz.notebooks.normalise import normalise, read, write

from . import NOTEBOOKS, stored

EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_there_is_a_notebook():
    """The course has at least one notebook; without it every test below would pass by looking at nothing."""
    assert NOTEBOOKS


@EACH
@pytest.mark.parametrize("check", stored.CHECKS, ids=lambda check: check.__name__)
def test_stored_notebook(path, check):
    """A stored notebook passes each check of `stored`: form, execution, explorers, alt text."""
    assert check(read(path.read_text("utf-8"))) == []


@EACH
def test_an_explorer_is_stored(path):
    """Each notebook shows at least one explorer, so the check of explorers had something to look at."""
    assert '"Explorer: ' in path.read_text("utf-8")


@EACH
def test_normalising_changes_no_byte(path):
    """The file is as `python -m lossviz.notebooks` writes it."""
    text = path.read_bytes().decode("utf-8")
    assert write(normalise(read(text))) == text
