"""nbval without the extra `frameworks`: notebook 07, which needs it, is skipped with the reason; no cell of it runs."""

import pytest

from lossviz.frameworks import extra

NEEDS_THEM = "07_losses_in_frameworks.ipynb"


def pytest_collection_modifyitems(items):
    """Mark each cell of that notebook where a library is missing."""
    if extra.installed(*extra.LIBRARIES):
        return
    skip = pytest.mark.skip(reason=f"{NEEDS_THEM} needs the extra frameworks: {extra.INSTALL}")
    for item in items:
        if item.path.name == NEEDS_THEM:
            item.add_marker(skip)
