"""A page for each test, in the one Chromium that all tests of the browser share."""

import pytest


@pytest.fixture
def page(browser):
    """A fresh page of a browser context of its own."""
    context = browser.new_context(viewport={"width": 900, "height": 1200})
    yield context.new_page()
    context.close()
