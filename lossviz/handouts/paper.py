"""PDFs of finished pages, printed by Chromium: A4, tagged, with outline and page numbers."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
SECONDS = 180


class NotPrinted(Exception):
    """A page that Chromium could not print; the message says what it said."""


def browser():
    """The program that prints, or None where none is found."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None) or next(filter(os.path.exists, _PLACES), None)


def print_page(program, page, target):
    """Print the HTML file `page` as the PDF `target`."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            "--virtual-time-budget=30000",  # what a page unpacks when it opens is done before it is printed
            f"--user-data-dir={profile}",
            f"--print-to-pdf={target}",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--no-sandbox")  # Chromium refuses to run as root with it, and the pages are ours
        try:
            done = subprocess.run(
                [program, *options, Path(page).resolve().as_uri()],
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired as error:
            raise NotPrinted(f"{target.name}: Chromium did not finish within {SECONDS} seconds") from error
    if done.returncode or not target.exists():
        said = done.stderr.strip().splitlines()
        raise NotPrinted(f"{target.name}: Chromium made no PDF: {said[-1] if said else 'it said nothing'}")
