"""One explorer of each name for all tests that only move it: making one takes longer than fifty steps."""

import functools

import pytest

from lossviz.explorers import EXPLORERS


@functools.cache
def _made(name):
    explorer = EXPLORERS[name]()
    return explorer, explorer.values


@pytest.fixture
def explorer(name):
    """The explorer of that name, its controls where they start."""
    explorer, start = _made(name)
    explorer.set(**start)
    return explorer
