"""Where there is no Chromium, its tests are skipped with the reason, or fail where one is required."""

import os
import subprocess
import sys

import pytest

TEST = '''
import pytest

@pytest.mark.browser
def test_page(browser):
    """A page opens."""
    assert browser.new_page().title() == ""
'''


@pytest.mark.parametrize(("required", "outcome"), [("", "1 skipped"), ("1", "1 error")])
def test_a_missing_chromium_skips_or_fails(tmp_path, required, outcome):
    """Both outcomes name the programs that were looked for; LOSSVIZ_REQUIRE_BROWSER decides which it is."""
    with open(os.path.join(os.path.dirname(__file__), "conftest.py"), encoding="utf-8") as shared:
        (tmp_path / "conftest.py").write_text(shared.read(), "utf-8")
    (tmp_path / "test_page.py").write_text(TEST, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser", "utf-8")
    environment = os.environ | {"PATH": str(tmp_path), "LOSSVIZ_REQUIRE_BROWSER": required}
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert outcome in done.stdout, done.stdout + done.stderr
    assert "no Chromium found (looked for chromium" in done.stdout
