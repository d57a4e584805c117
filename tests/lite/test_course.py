"""The course in a browser alone: every notebook runs in the page, sliders answer, nothing is asked of anyone else."""

import pytest

from ..browser import lab
from ..browser.course import COURSE, explorers_of
from ..browser.moves import assert_answers
from . import site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RUNS = [name for name in COURSE if "frameworks" not in name]
MOVED = [name for name in RUNS if name[:2] in ("02", "04")]  # each of their sliders; of the others the first explorer
SECONDS = 600  # notebook 06 trains networks


def errors(page):
    """The errors that cells have shown."""
    return [output.inner_text() for output in page.locator(lab.FAILURES).all()]


@pytest.mark.parametrize("name", RUNS)
def test_a_notebook_runs_and_its_sliders_answer(opened, address, name):
    """All cells run in the page without an error, all explorers stand, sliders change picture, readout, alternative."""
    page, outside, complaints = opened
    site.open_notebook(page, address, name)
    lab.run_all(page, SECONDS)
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
    site.open_notebook(page, address, name)
    lab.run_all(page, SECONDS)
    said = [text.strip() for text in page.locator(".jp-OutputArea-output").all_text_contents()]
    assert said == ["Keras and PyTorch do not run inside a browser, so the cells of this notebook rest here."]
    assert errors(page) == complaints == outside.refused == []
