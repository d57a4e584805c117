"""The course in a browser alone: every notebook runs in the page, sliders answer, nothing is asked of anyone else."""

import pytest

from ..browser import lab
from ..browser.course import COURSE, STORED, explorers_of
from ..browser.moves import assert_answers

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RUNS = [name for name in COURSE if "frameworks" not in name]
MOVED = [name for name in RUNS if name[:2] in ("02", "04")]  # each of their sliders; of the others the first explorer
SECONDS = 600  # notebook 06 trains networks


def run(page, address, name):
    """Open a notebook of the site and run all its cells from the menu."""
    page.goto(f"{address}/lab/index.html?path={name}")
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(timeout=120_000)
    page.locator(".jp-CodeCell .jp-OutputArea-output").first.wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Clear Outputs of All Cells", exact=True).click()
    lab.run_all(page, SECONDS)


def errors(page):
    """The errors that cells have shown."""
    return [output.inner_text() for output in page.locator(lab.FAILURES).all()]


@pytest.mark.parametrize("name", RUNS)
def test_a_notebook_runs_and_its_sliders_answer(opened, address, name):
    """All cells run in the page without an error, all explorers stand, sliders change picture, readout, alternative."""
    page, outside, complaints = opened
    run(page, address, name)
    assert errors(page) == []
    shown = lab.explorers(page)
    assert shown.count() == explorers_of(name) > 0
    for explorer in shown.all() if name in MOVED else [shown.first]:
        explorer.scroll_into_view_if_needed()
        assert_answers(page, explorer)
    assert outside.answered and outside.refused == []
    assert complaints == []


def test_notebook_07_rests(opened, address):
    """Where the frameworks cannot be had, their notebook says so in one sentence, and no cell fails."""
    page, outside, complaints = opened
    (name,) = (name for name in COURSE if name not in RUNS)
    run(page, address, name)
    said = [text for text in page.locator(".jp-OutputArea-output pre").all_inner_texts() if text.strip()]
    assert said == ["Keras and PyTorch do not run inside a browser, so the cells of this notebook rest here."]
    assert errors(page) == complaints == outside.refused == []


def test_a_saved_notebook_shows_its_pictures_after_a_reload(opened, address):
    """The kernel goes with the page; opened again, a saved notebook shows the pictures it had."""
    page, _, _ = opened
    run(page, address, STORED)
    shown = lab.explorers(page)
    lab.press(page, lab.sliders(shown.first).first, "ArrowRight", times=2)
    page.wait_for_timeout(1000)
    left = [lab.words(explorer) for explorer in shown.all()]
    page.keyboard.press("Control+S")
    page.wait_for_timeout(2000)
    page.goto(f"{address}/lab/index.html?path={STORED}")
    lab.wait_until(lambda: shown.count() == len(left))
    assert [lab.words(explorer) for explorer in shown.all()] == left
