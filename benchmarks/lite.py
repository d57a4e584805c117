"""The course in a browser alone: seconds until the first picture, and from a key to the painted change.

The site comes from this machine, and so does Pyodide where a folder with its files is named: what a network adds to
the start is not counted then, but how much it would carry is.
"""

import statistics
import tempfile
import time
from pathlib import Path

from lossviz.handouts import paper

from .subject import PICTURE, Subject, start
from .table import Measure, Spread, show

NOTEBOOKS = ("02_regression_losses.ipynb", "04_logits_and_softmax.ipynb")
KEYS = 12
_HEAD = ["notebook", "s to text", "s to first picture", "s to all run", "MB of Pyodide", "key to paint ms", "range"]


def run(options):
    """Build the site, open and run two notebooks, print the table; returns 0, for there is no target."""
    from tests.lite import site

    reason = "there is no Chromium or Chrome here" if paper.browser() is None else site.missing()
    if reason:
        print(f"JupyterLite is not measured: {reason}.\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        built = site.build(Path(folder))
        size = sum(path.stat().st_size for path in built.rglob("*") if path.is_file())
        print(f"The site holds {size / 1e6:.1f} MB.")
        with site.served(built) as address:
            rows = [_row(address, name, options.steps or KEYS) for name in NOTEBOOKS]
    return show("The course in a browser alone, in a browser that has never been there", _HEAD, rows)


def _row(address, name, keys):
    from playwright.sync_api import sync_playwright

    from tests.browser import lab
    from tests.conftest import FLAGS
    from tests.lite import site

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=paper.browser(), args=FLAGS)
        context = browser.new_context(viewport={"width": 1366, "height": 900})
        outside, page = site.Outside(context, address), context.new_page()
        begin = time.perf_counter()
        site.open_notebook(page, address, name)
        opened = time.perf_counter() - begin
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.locator(PICTURE).first.wait_for(state="attached", timeout=120_000)
        first = time.perf_counter() - begin
        lab.wait_for_all(page, 300)
        whole = time.perf_counter() - begin
        start(page)
        steps = []
        for number in range(3):
            subject = Subject(page, page.locator(".jp-CodeCell").filter(has=page.locator(PICTURE)).nth(number), PICTURE)
            subject.go_home()
            steps += subject.press("ArrowRight", keys)
        browser.close()
    return [
        Path(name).stem,
        Measure(opened),
        Measure(first),
        Measure(whole),
        Measure(outside.bytes / 1e6),
        Measure(statistics.median(steps)),
        Spread(steps),
    ]
