"""The explorer that a test parametrised by `name` is about."""

import pytest

from .moves import at_start


@pytest.fixture
def explorer(name):
    """The explorer of that name, its controls where they start."""
    return at_start(name)
