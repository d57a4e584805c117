"""The site of `python -m lite`: built, served, and opened in a page that gets Pyodide from a folder or the network."""

import contextlib
import functools
import http.server
import json
import os
import subprocess
import threading
import urllib.error
import urllib.request
from pathlib import Path

from ..hubs.image import find_python

ROOT = Path(__file__).parents[2]
MIRROR = "LOSSVIZ_PYODIDE"
_TOLD = json.loads((ROOT / "lite" / "jupyter-lite.json").read_text("utf-8"))["jupyter-config-data"]
_PYODIDE = _TOLD["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]["pyodideUrl"]
_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}


def missing():
    """What keeps the site from being built and opened here, in words; None where nothing does."""
    mirror = os.environ.get(MIRROR)
    if mirror and not (Path(mirror) / "pyodide-lock.json").is_file():
        return f"{MIRROR} is {mirror}, but there is no pyodide-lock.json"
    if not mirror and not _reaches(_PYODIDE):
        return f"neither {MIRROR} names a folder with Pyodide's files nor is the network there to get them"
    if builder() is None:
        return "no Python 3.12 or later was found to build the site"
    return None


def _reaches(url):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=10):
            return True
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


@functools.cache
def builder():
    """A Python that can build the site, or None."""
    code = "import sys; sys.exit(sys.version_info < (3, 12))"
    for version in ("3.12", "3.13", "3.14"):
        python = find_python(version)
        if subprocess.run([python, "-c", code], check=False).returncode == 0:
            return python
    return None


def build(folder):
    """Build the site in an environment of its own, with the lines of `lite/README.md`; returns the site's folder."""
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    for command in (
        [builder(), "-m", "venv", folder / "venv"],
        [python, "-m", "pip", "install", "-q", "-r", "lite/requirements.txt"],
        [python, "-m", "lite", "--output", folder / "site"],
    ):
        subprocess.run(list(map(str, command)), cwd=ROOT, check=True, capture_output=True, text=True)
    return folder / "site"


@contextlib.contextmanager
def served(folder):
    """Serve the site on this machine; yields its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Outside:
    """What the page asks of the world: Pyodide's files, answered from the folder if there is one; else nothing."""

    def __init__(self, context, site):
        self.answered, self.refused, self.bytes = [], [], 0
        self._mirror = os.environ.get(MIRROR)
        context.route(lambda url: not url.startswith((site, "data:", "blob:")), self._answer)

    def _answer(self, route):
        url = route.request.url
        if not url.startswith(_PYODIDE.rpartition("/")[0]):
            self.refused.append(url)
            route.abort()
        elif not self._mirror:
            self.answered.append(url)
            route.continue_()
        else:
            self._answer_from(Path(self._mirror) / url.rpartition("/")[2], route)

    def _answer_from(self, file, route):
        if not file.is_file():
            self.refused.append(route.request.url)
            route.abort()
            return
        self.answered.append(route.request.url)
        self.bytes += file.stat().st_size
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        route.fulfill(path=file, content_type=kind, headers={"Access-Control-Allow-Origin": "*"})


def open_notebook(page, address, name):
    """Open a notebook of the site, and clear what is stored in it, so that what is found then has been made there."""
    page.goto(f"{address}/lab/index.html?path={name}")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=120_000)
    page.locator(".jp-CodeCell .jp-OutputArea-output").first.wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Clear Outputs of All Cells", exact=True).click()
