"""Storing a notebook again, in the environment that stored it, changes no byte."""

import shutil

import pytest

from lossviz.notebooks.__main__ import main

from . import FOLDER, NOTEBOOKS


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_two_executions_give_equal_bytes(path, tmp_path):
    """Executed and stored twice, pictures included, a notebook is the same file both times."""
    copy = shutil.copytree(FOLDER, tmp_path / "notebooks") / path.name
    stored = []
    for _ in range(2):
        assert main(["-q", str(copy)]) == 0
        stored.append(copy.read_bytes())
    assert stored[0] == stored[1]
