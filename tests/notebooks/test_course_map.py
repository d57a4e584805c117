"""The course map: what it announces is what the notebooks hold."""

import re

import pytest

from lossviz.notebooks.normalise import read

from . import FOLDER, NOTEBOOKS, stored

MAP = (FOLDER / "README.md").read_text("utf-8")
EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@EACH
def test_tags_are_the_announced_topics(path):
    """The topics tagged on a notebook's cells are exactly those the map announces for it: none missing, none more."""
    assert stored.topics(read(path.read_text("utf-8"))) == stored.announced(MAP)[path.name[:2]]


def test_no_topic_is_announced_twice_or_for_a_notebook_that_is_not_there():
    """Each number stands in one row, and its notebook exists."""
    rows = re.findall(r"^\| ([TM]\d\d) \|", MAP, flags=re.MULTILINE)
    assert len(rows) == len(set(rows)) == len(set().union(*stored.announced(MAP).values()))
    assert set(stored.announced(MAP)) <= {path.name[:2] for path in NOTEBOOKS}


@EACH
def test_minutes_agree(path):
    """The minutes in the map are those in the notebook's first cell."""
    (minutes,) = re.findall(rf"^\| \d\d \| \[[^]]+\]\({re.escape(path.name)}\) \| (\d+) \|", MAP, flags=re.MULTILINE)
    opening = read(path.read_text("utf-8")).cells[0].source
    assert re.search(rf"\b{minutes}\W+minutes", opening), opening
