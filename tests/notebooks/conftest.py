"""The notebook of the frameworks is executed where they are installed, and skipped by name elsewhere."""

import pytest

from ..frameworks import skip_without_frameworks


@pytest.fixture(autouse=True)
def frameworks(request):
    """Skip a test that executes notebook 07 without its libraries; tests of the stored file run all the same."""
    skip_without_frameworks(
        request, {"test_stored_texts_are_what_the_cells_print", "test_two_executions_give_equal_bytes"}
    )
