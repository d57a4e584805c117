"""Three explorers in JupyterLab and in Notebook 7: drawn, found by a screen reader, moved by arrows and by numbers."""

import pytest

from . import lab
from .course import THREE
from .moves import assert_answers, assert_nothing_failed

pytestmark = pytest.mark.browser


def assert_numbers_can_be_typed(page, explorer):
    """From a slider Tab leads to its number; a number typed there moves the slider and the drawing."""
    words = lab.words(explorer)
    lab.press(page, lab.sliders(explorer).first, "Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("3.5")
    page.keyboard.press("Enter")
    lab.wait_until(lambda: lab.words(explorer) != words)
    assert "delta = 3.5" in lab.words(explorer)[0]


@pytest.mark.parametrize("application", ["jupyterlab", "notebook"])
def test_three_explorers_answer(page, servers, complaints, application):
    """In JupyterLab and Notebook 7 explorers are drawn, answer arrows and numbers, and a screen reader finds them."""
    server = servers(application)
    lab.open_and_run(page, server.address("three.ipynb"))
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
        assert_answers(page, explorer)
    assert_numbers_can_be_typed(page, shown.first)
    assert "lossviz.jupyter | extension was successfully loaded" in server.log.read_text("utf-8")
    assert_nothing_failed(page, server, complaints)
