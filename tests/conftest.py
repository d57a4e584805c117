"""What all tests share: reproducible property tests, and one Chromium a worker for those that need it."""

import os
import shutil

import hypothesis
import pytest

hypothesis.settings.register_profile("lossviz", derandomize=True, deadline=None)
hypothesis.settings.load_profile("lossviz")

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser():
    """A running Chromium; the test is skipped where there is none, or fails if LOSSVIZ_REQUIRE_BROWSER is set."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        reason = f"no Chromium found (looked for {', '.join(BROWSERS)}); on Debian: apt-get install chromium"
        if os.environ.get("LOSSVIZ_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        # The sandbox needs rights that a container's root lacks; the tests open our own pages only.
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()
