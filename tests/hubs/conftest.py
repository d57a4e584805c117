"""One image for all tests of hubs, and a page to look at it."""

import pytest

from . import image as images


@pytest.fixture(scope="session")
def image(tmp_path_factory):
    """The image, built once; where no package index can be reached the tests are skipped."""
    if not images.index_answers():
        pytest.skip("pip reaches no package index here")
    return images.build(tmp_path_factory.mktemp("binder"))


@pytest.fixture
def page(browser):
    """A fresh page of a browser context of its own."""
    context = browser.new_context(viewport={"width": 1200, "height": 1000})
    yield context.new_page()
    context.close()
