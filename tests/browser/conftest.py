"""A page for each test, in the one Chromium that all tests of the browser share, and Jupyter as a reader starts it."""

import contextlib
import functools
import shutil

import pytest

from . import course, lab

# Notebook 7.6 says so when it starts, of itself.
_OF_NOTEBOOK_7 = "Cannot read properties of undefined (reading 'schema')"


@pytest.fixture
def page(browser):
    """A fresh page of a browser context of its own."""
    context = browser.new_context(viewport={"width": 900, "height": 1200})
    yield context.new_page()
    context.close()


@pytest.fixture
def complaints(page):
    """What a page as wide as a laptop's has complained of: errors in the console and exceptions nobody caught."""
    page.set_viewport_size({"width": 1366, "height": 900})
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: str(error) == _OF_NOTEBOOK_7 or heard.append(str(error)))
    return heard


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    """Starts JupyterLab or Notebook 7 when it is first asked for, over a copy of the course and notebooks of tests."""
    with contextlib.ExitStack() as stack:

        @functools.cache
        def start(application):
            folder, home = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home")
            shutil.copytree(course.ROOT / "notebooks", folder, dirs_exist_ok=True)
            course.lay(folder)
            return stack.enter_context(lab.server(application, folder, home, course.ROOT))

        yield start
