"""What the README's Binder link opens, from the files in binder/ alone."""

import json
import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from . import reader
from .image import REPOSITORY

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SECONDS = 30  # from the start of the server to the notebook, and again to its first explorer


def test_repo2docker_reads_the_files_in_binder(image):
    """Python and requirements are those of binder/, and the course is installed once all of its files are there."""
    asked = image.asked
    runtime = (REPOSITORY / "binder" / "runtime.txt").read_text().strip()
    assert (asked["pack"], asked["folder"], f"python-{asked['python']}") == ("PythonBuildPack", "binder", runtime)
    ((_, script),) = asked["scripts"]
    assert script.endswith('-r "binder/requirements.txt"')
    assert asked["early"] == []  # before the files are there `-r ../requirements.txt` would lead nowhere


def test_the_address_of_the_badge_opens_the_course(image, page, tmp_path):
    """The server that Binder starts shows the first notebook, which runs; the table of what that takes is printed."""
    (link,) = re.findall(r"https://mybinder\.org/v2/[^)\s]+", (REPOSITORY / "README.md").read_text("utf-8"))
    (path,) = parse_qs(urlsplit(link).query)["urlpath"]
    begin = time.perf_counter()
    with reader.server(image, image.folder, tmp_path, command=("jupyter", "notebook")) as address:
        started = time.perf_counter() - begin
        page.goto(f"{address}/{path}?token={reader.TOKEN}")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=1000 * reader.SECONDS)
        opened = time.perf_counter() - begin
        reader.start_all(page, address)
        explored = time.perf_counter() - begin
        handle, readout = page.locator(".noUi-handle").first, page.locator(f"{reader.PICTURE} + div").first
        before = readout.inner_text()
        handle.focus()
        page.keyboard.press("ArrowRight")
        reader.wait_until(lambda: readout.inner_text() != before)
        reader.finish(page)
        reader.save(page)
    saved = json.loads((image.folder / path.removeprefix("lab/tree/")).read_text("utf-8"))
    outputs = [output for cell in saved["cells"] for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output["output_type"] == "error" or output.get("name") == "stderr"]
    live = [output for output in outputs if "application/vnd.jupyter.widget-view+json" in output.get("data", {})]
    assert len(live) > 5
    _report(image, started, opened, explored)
    assert opened < SECONDS and explored < opened + SECONDS


def _report(image, started, opened, explored):
    print(f"repo2docker {image.asked['version']}, Python {image.python}")
    for name, (seconds, megabytes) in image.measured.items():
        print(f"pip install, {name:8s} {seconds:6.1f} s {megabytes:6.0f} MB")
    for name, seconds in (("server answers", started), ("notebook on the page", opened), ("live explorer", explored)):
        print(f"{name:21s} {seconds:6.1f} s after the start")
