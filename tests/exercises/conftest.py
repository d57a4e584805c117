"""The notebook of the frameworks is executed where they are installed, and skipped by name elsewhere."""

import pytest

from ..frameworks import skip_without_frameworks


@pytest.fixture(autouse=True)
def frameworks(request):
    """Skip a test that executes notebook 07 without its libraries; tests of its exercises run all the same."""
    skip_without_frameworks(request, {"test_a_solved_notebook_runs_green"})
