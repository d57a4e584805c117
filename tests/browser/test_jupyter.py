"""What a reader does: open a notebook in Jupyter, run it, move sliders by the keyboard, and see the answer."""

import contextlib
import copy
import functools
import shutil
from pathlib import Path

import nbformat
import pytest

from lossviz import EXPLORERS
from lossviz.frameworks import extra

from . import lab

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
COURSE = {path.name: nbformat.read(path, 4) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}
OWN = "Cannot read properties of undefined (reading 'schema')"  # Notebook 7.6 says so when it starts, of itself
IMPORTS = "from lossviz import EXPLORERS, explore, huber, squared_error"
THREE = ["explore(huber, squared_error)", "EXPLORERS['outlier']()", "explore('binary_focal')"]
EVERY = [f"EXPLORERS[{name!r}]()" for name in EXPLORERS]
A_PAGE_OF = 12  # explorers, so that a page stays as light as one of the course
PAGES = [EVERY[at : at + A_PAGE_OF] for at in range(0, len(EVERY), A_PAGE_OF)]
EXTRA = {"three.ipynb": THREE} | {f"every_{number}.ipynb": cells for number, cells in enumerate(PAGES)}


def write(folder, name, cells):
    """A notebook of these code cells."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in (IMPORTS, *cells)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / name)


def without_outputs(stored):
    """The notebook as if it had never run, so that what a test finds on the page is what this run has made."""
    notebook = copy.deepcopy(stored)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def explorers_of(name):
    """How many explorers the notebook of that name shows."""
    if name in EXTRA:
        return len(EXTRA[name])
    outputs = [output for cell in COURSE[name].cells for output in cell.get("outputs", ())]
    return sum(output.get("data", {}).get("text/plain", "").startswith("Explorer:") for output in outputs)


@pytest.fixture(scope="module")
def servers(tmp_path_factory):
    """Starts JupyterLab or Notebook 7 when it is first asked for, over a copy of the course and notebooks of tests."""
    with contextlib.ExitStack() as stack:

        @functools.cache
        def start(application):
            folder, home = tmp_path_factory.mktemp("course"), tmp_path_factory.mktemp("home")
            shutil.copytree(ROOT / "notebooks", folder, dirs_exist_ok=True)
            for name, stored in COURSE.items():
                nbformat.write(without_outputs(stored), folder / name)
            for name, cells in EXTRA.items():
                write(folder, name, cells)
            return stack.enter_context(lab.server(application, folder, home, ROOT))

        yield start


@pytest.fixture
def complaints(page):
    """What a page as wide as a laptop's has complained of: errors in the console and exceptions nobody caught."""
    page.set_viewport_size({"width": 1366, "height": 900})
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: str(error) == OWN or heard.append(str(error)))
    return heard


def assert_sliders_answer(page, explorer):
    """Each slider, moved by the keyboard, changes drawing and words, and moving back restores the words."""
    for handle in lab.sliders(explorer).all():
        before, words = lab.state(explorer), lab.words(explorer)
        back, steps = "ArrowLeft", lab.press(page, handle, "ArrowRight", times=2)
        if not steps:  # it stood at its right end
            back, steps = "ArrowRight", lab.press(page, handle, "ArrowLeft", times=2)
        assert steps > 0
        lab.wait_until(lambda words=words: lab.words(explorer) != words)
        moved = lab.state(explorer)
        assert moved["drawing"] != before["drawing"]
        assert moved["alt"] != before["alt"]
        lab.press(page, handle, back, times=steps)
        lab.wait_until(lambda words=words: lab.words(explorer) == words)
        assert lab.words(explorer) == words
        assert explorer.get_by_role("alert").count() == 0


def assert_numbers_can_be_typed(page, explorer):
    """From a slider Tab leads to its number; a number typed there moves the slider and the drawing."""
    words = lab.words(explorer)
    lab.press(page, lab.sliders(explorer).first, "Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("3.5")
    page.keyboard.press("Enter")
    lab.wait_until(lambda: lab.words(explorer) != words)
    assert "delta = 3.5" in lab.words(explorer)[0]


def assert_nothing_failed(page, complaints):
    """No cell, no slider and no part of the page has reported an error."""
    failures = page.locator(lab.FAILURES)
    assert [output.inner_text() for output in failures.all()] == []
    assert complaints == []


@pytest.mark.parametrize("application", ["jupyterlab", "notebook"])
def test_three_explorers_answer(page, servers, complaints, application):
    """In JupyterLab and Notebook 7 explorers are drawn, answer arrows and numbers, and a screen reader finds them."""
    lab.open_and_run(page, servers(application)("three.ipynb"))
    shown = lab.explorers(page)
    assert shown.count() == len(THREE)
    for explorer in shown.all():
        explorer.scroll_into_view_if_needed()
        image = explorer.get_by_role("img", name=lab.state(explorer)["alt"], exact=True)
        assert image.count() == 1
        background, overlay = explorer.locator("svg[viewBox]").all()
        assert background.bounding_box() == overlay.bounding_box()
        assert overlay.bounding_box()["width"] > 500
        assert explorer.get_by_role("status").count() == 1
        assert_sliders_answer(page, explorer)
    assert_numbers_can_be_typed(page, shown.first)
    assert_nothing_failed(page, complaints)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*COURSE, *(name for name in EXTRA if name.startswith("every"))])
def test_every_slider_answers_in_jupyterlab(page, servers, complaints, name):
    """Every slider of each notebook of the course, and of each explorer of the package, answers the keyboard."""
    if "frameworks" in name and not extra.installed(*extra.NEEDED):
        pytest.skip(f"{name} needs the extra frameworks: {extra.INSTALL}")
    lab.open_and_run(page, servers("jupyterlab")(name))
    shown = lab.explorers(page)
    assert shown.count() == explorers_of(name)
    for explorer in shown.all():
        explorer.scroll_into_view_if_needed()
        assert_sliders_answer(page, explorer)
    assert_nothing_failed(page, complaints)


@pytest.mark.slow
def test_a_notebook_works_in_notebook_7(page, servers, complaints):
    """Every slider of notebook 02 answers the keyboard in Notebook 7, too."""
    name = "02_regression_losses.ipynb"
    lab.open_and_run(page, servers("notebook")(name))
    shown = lab.explorers(page)
    assert shown.count() == explorers_of(name) > 0
    for explorer in shown.all():
        explorer.scroll_into_view_if_needed()
        assert_sliders_answer(page, explorer)
    assert_nothing_failed(page, complaints)
