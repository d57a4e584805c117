"""The catalogue in JupyterLab, by the keyboard alone: filters, search, cards, and the guide from question to card."""

from pathlib import Path

import nbformat
import pytest

from lossviz import LOSSES

from . import lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
CELLS = ["from lossviz.catalogue import browse, card, which_loss", "card('SmoothL1Loss')", "browse()", "which_loss()"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A JupyterLab with a notebook of one card, the browser and the guide."""
    folder, home = tmp_path_factory.mktemp("catalogue"), tmp_path_factory.mktemp("home")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / "catalogue.ipynb")
    with lab.server("jupyterlab", folder, home, ROOT) as server:
        yield server.address("catalogue.ipynb")


def status(output, words):
    """Wait until the sentence of an output holds these words, and return it."""
    sentence = output.get_by_role("status").filter(has_text=words)
    sentence.wait_for(timeout=20_000)
    return sentence.inner_text()


def test_catalogue_and_guide_by_the_keyboard(page, address):
    """Typing finds a name, Tab and space choose, the arrow flips cards; formulas are set, and no error is heard."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": 1366, "height": 900})
    lab.open_and_run(page, address)
    card, browser, guide = page.locator(".jp-OutputArea-output").all()
    card.locator("mjx-container").first.wait_for(timeout=20_000)
    assert card.get_by_role("img", name="Loss and slope over the error e").count() == 1

    browser.scroll_into_view_if_needed()
    browser.get_by_label("name or word").focus()
    page.keyboard.type("SmoothL1Loss")
    assert "PyTorch SmoothL1Loss → lossviz.smooth_l1" in status(browser, "1 loss.")
    browser.locator("h3", has_text="Smooth L1 loss").wait_for(timeout=20_000)
    browser.locator("mjx-container").first.wait_for(timeout=20_000)
    for _ in "SmoothL1Loss":
        page.keyboard.press("Backspace")
    everything = status(browser, f"{len(LOSSES)} losses.")
    for _ in range(3):
        page.keyboard.press("Tab")  # past "convex" and "smooth"
    page.keyboard.press("Space")
    browser.get_by_role("status").filter(has_not_text=everything).wait_for(timeout=20_000)
    first = browser.locator("h3").inner_text()
    browser.locator(".noUi-handle").focus()
    page.keyboard.press("ArrowRight")
    browser.locator("h3").filter(has_not_text=first).wait_for(timeout=20_000)
    assert browser.get_by_label("bounded", exact=True).is_checked()

    guide.scroll_into_view_if_needed()
    guide.get_by_label("a mask", exact=False).focus()
    page.keyboard.press("Space")
    lopsided = guide.get_by_label("a missed pixel and a false alarm cost differently")
    lopsided.wait_for(timeout=20_000)
    lopsided.focus()
    page.keyboard.press("Space")
    assert "Tversky loss" in status(guide, "Your card")
    guide.locator("h3", has_text="tversky").wait_for(timeout=20_000)
    assert [output.inner_text() for output in page.locator(lab.FAILURES).all()] == [] == heard
