"""The site, built once for all tests of this folder, and a page that opens it."""

import pytest

from . import site


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the site is served; the test is skipped where it cannot be built or Pyodide cannot be had."""
    reason = site.missing()
    if reason:
        pytest.skip(reason)
    with site.served(site.build(tmp_path_factory.mktemp("lite"))) as address:
        yield address


@pytest.fixture
def opened(browser, address):
    """A page as wide as a laptop's, what it asks of the world, and what it complains of."""
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    outside = site.Outside(context, address)
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, outside, complaints
    context.close()
