"""The handouts of one notebook: seconds of the build, bytes of the page, and how fast the page answers a key."""

import os
import statistics
import tempfile
import time
from pathlib import Path

from lossviz.handouts import paper
from lossviz.handouts.__main__ import main

from .notebooks import FOLDER
from .table import Measure, show

NOTEBOOK = "02"  # the one with most explorers
SECONDS = 30
BYTES = 1_500_000
MILLISECONDS = 20
_KEYS = 12
_WATCH = """() => {
    window.waits = [];
    addEventListener("keydown", (event) => requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => window.waits.push(performance.now() - event.timeStamp);
        after.port2.postMessage(0);
    }));
}"""


def run(_options):
    """Build both editions with PDFs, open the student's page, print the tables; returns how many targets are missed."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "handouts"
        begin, before = time.perf_counter(), _worked()
        main(["--notebooks", str(FOLDER), "--only", NOTEBOOK, "--output", str(output), "--quiet"])
        seconds, worked = time.perf_counter() - begin, _worked() - before
        (page,) = (path for path in output.glob(f"{NOTEBOOK}_*.html") if "teacher" not in path.name)
        head = ["notebook", "seconds", "of a processor", "bytes of the page"]
        row = [
            page.stem,
            Measure(seconds, most=SECONDS),
            Measure(worked),
            Measure(page.stat().st_size, BYTES, digits=0),
        ]
        missed = show("Both editions of a notebook, with PDFs", head, [row])
        rows = _keys(page)
    return missed + (show("From a key to the paint after it", ["explorer", "ms, median"], rows) if rows else 0)


def _worked():
    """Seconds of processors so far, those of finished kernels and browsers among them."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _keys(page):
    from playwright.sync_api import sync_playwright

    if paper.browser() is None:
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=paper.browser(), args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1000, "height": 900})
        opened.goto(page.as_uri())
        opened.locator("body[data-ready]").wait_for(state="attached")
        opened.evaluate(_WATCH)
        rows = [_row(opened, figure) for figure in opened.locator(".explorer").all()]
        browser.close()
    return rows


def _row(opened, figure):
    opened.evaluate("window.waits.length = 0")
    figure.get_by_role("slider").first.focus()
    for _ in range(_KEYS):
        opened.keyboard.press("ArrowLeft")
        opened.wait_for_timeout(30)
    name = figure.locator("svg").first.get_attribute("aria-label").partition(".")[0][:50]
    return [name, Measure(statistics.median(opened.evaluate("window.waits")), most=MILLISECONDS)]
