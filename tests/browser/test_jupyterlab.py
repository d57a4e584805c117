"""What a reader does: open a notebook in JupyterLab, run it, move sliders by the keyboard, and see the answer."""

import shutil
from pathlib import Path

import nbformat
import pytest

from . import lab

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
COURSE = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
CELLS = ["from lossviz import EXPLORERS, explore, huber, squared_error"]
CELLS += ["explore(huber, squared_error)", "EXPLORERS['outlier']()", "explore('binary_focal')"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A JupyterLab over a copy of the course, with a notebook of three explorers beside it."""
    folder, home = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "notebooks", folder, dirs_exist_ok=True)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / "three.ipynb")
    with lab.jupyterlab(folder, home, ROOT) as address:
        yield address


@pytest.fixture
def complaints(page):
    """What a page as wide as a laptop's has complained of: errors in the console and exceptions nobody caught."""
    page.set_viewport_size({"width": 1366, "height": 900})
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def assert_sliders_answer(page, explorer):
    """Each slider, moved by the keyboard, changes drawing and words, and moving back restores the words."""
    for handle in lab.sliders(explorer).all():
        before, stood = lab.state(explorer), handle.get_attribute("aria-valuenow")
        at_its_end = handle.get_attribute("aria-valuenow") == handle.get_attribute("aria-valuemax")
        there, back = ("ArrowLeft", "ArrowRight") if at_its_end else ("ArrowRight", "ArrowLeft")
        lab.press(page, handle, there, times=2)
        moved = lab.state(explorer)
        assert moved["drawing"] != before["drawing"]
        assert moved["alt"] != before["alt"]
        for _ in range(2):  # one step back, where the slider's end came after one step there
            if handle.get_attribute("aria-valuenow") != stood:
                lab.press(page, handle, back)
        again = lab.state(explorer)
        assert (again["alt"], again["readout"]) == (before["alt"], before["readout"])
        assert explorer.get_by_role("alert").count() == 0


def assert_nothing_failed(page, complaints):
    """No cell, no slider and no part of the page has reported an error."""
    failures = page.locator(lab.FAILURES)
    assert [output.inner_text() for output in failures.all()] == []
    assert complaints == []


def test_three_explorers_answer_in_jupyterlab(page, address, complaints):
    """Explorers shown by a notebook are drawn, answer the keyboard, and can be found by a screen reader."""
    lab.open_and_run(page, address("lab/tree/three.ipynb"))
    shown = lab.explorers(page)
    assert shown.count() == len(CELLS) - 1
    for explorer in shown.all():
        explorer.scroll_into_view_if_needed()
        image = explorer.get_by_role("img", name=lab.state(explorer)["alt"], exact=True)
        assert image.count() == 1
        background, overlay = explorer.locator("svg[viewBox]").all()
        assert background.bounding_box() == overlay.bounding_box()
        assert overlay.bounding_box()["width"] > 500
        assert explorer.get_by_role("status").count() == 1
        assert_sliders_answer(page, explorer)
    assert_nothing_failed(page, complaints)


@pytest.mark.slow
@pytest.mark.parametrize("name", COURSE)
def test_a_notebook_of_the_course_works_in_jupyterlab(page, address, complaints, name):
    """Every explorer of the notebook answers to all its sliders."""
    lab.open_and_run(page, address(f"lab/tree/{name}"))
    for explorer in lab.explorers(page).all():
        explorer.scroll_into_view_if_needed()
        assert_sliders_answer(page, explorer)
    assert_nothing_failed(page, complaints)
