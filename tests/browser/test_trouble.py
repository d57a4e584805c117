"""What goes wrong in a class, and what a learner sees of it: a faulty loss, a kernel that dies, a notebook reopened."""

import os
import signal

import pytest

from . import lab
from .course import STORED, explorers_of
from .moves import assert_answers, assert_nothing_failed

pytestmark = [pytest.mark.browser, pytest.mark.slow]

APPLICATIONS = pytest.mark.parametrize("application", ["jupyterlab", "notebook"])
REWRITE = """def mine(y_true, y_pred, *, cap=4.0):
e = y_pred - y_true
return {}"""


def write_loss(page, body):
    """Type the loss anew over the one in its cell, and run it and the workbench below it, all by the keyboard."""
    cell = page.locator(".jp-CodeCell").filter(has_text="def mine").locator(".cm-content")
    cell.click()
    page.keyboard.press("Control+A")
    page.keyboard.type(REWRITE.format(body))  # the editor itself indents after the colon
    for _ in range(2):
        page.keyboard.press("Shift+Enter")


@APPLICATIONS
def test_a_faulty_loss_is_told_and_mended(page, servers, complaints, application):
    """A mistake typed into a loss stands below the picture in words, sliders go on, and the mended loss is drawn."""
    server = servers(application)
    lab.open_and_run(page, server.address("mine.ipynb"))
    workbench = lab.explorers(page)
    assert_answers(page, workbench)
    sound = lab.words(workbench)

    write_loss(page, "np.minimun(e**2, cap)")
    alert = workbench.get_by_role("alert")
    alert.wait_for(timeout=20_000)
    told = alert.inner_text()
    assert "AttributeError in line 3 of mine" in told and "minimun" in told
    handle = lab.sliders(workbench).last
    assert lab.press(page, handle, "ArrowRight", times=3) == 3
    page.wait_for_timeout(500)
    assert alert.inner_text() == told

    write_loss(page, "np.minimum(e**2, cap)")
    workbench.get_by_role("status").wait_for(timeout=20_000)
    lab.wait_until(lambda: lab.words(workbench) == sound)
    assert lab.words(workbench) == sound
    assert_answers(page, workbench)
    assert_nothing_failed(page, server, complaints)


@APPLICATIONS
def test_a_kernel_killed_in_mid_slide_is_restarted(page, servers, application):
    """When the kernel dies under a moving slider the picture stays; the notebook, run again, answers as before."""
    server = servers(application)
    lab.open_and_run(page, server.address("kernel.ipynb"))
    explorer = lab.explorers(page)
    start = lab.words(explorer)
    handle = lab.sliders(explorer).first
    for number in range(20):
        if number == 10:
            os.kill(int((server.folder / "kernel.txt").read_text()), signal.SIGKILL)
        lab.press(page, handle, "ArrowRight")
    said = page.get_by_role("dialog").filter(has_text="Kernel Restarting")
    said.wait_for(timeout=60_000)
    page.keyboard.press("Enter")
    said.wait_for(state="detached")
    assert explorer.count() == 1 and lab.words(explorer) != start

    lab.wait_for_kernel(page)
    lab.run_all(page)
    lab.wait_until(lambda: lab.words(explorer) == start)
    assert lab.words(explorer) == start
    assert_answers(page, explorer)


@APPLICATIONS
def test_a_saved_notebook_shows_its_pictures_when_it_is_opened_again(page, servers, complaints, application):
    """Saved and reopened, a notebook is live while its kernel runs; without its kernel it shows its last pictures."""
    server = servers(application)
    lab.open_and_run(page, server.address("three.ipynb"))
    shown = lab.explorers(page)
    lab.press(page, lab.sliders(shown.first).first, "ArrowRight", times=2)
    page.wait_for_timeout(500)
    left = [lab.words(explorer) for explorer in shown.all()]
    page.keyboard.press("Control+S")
    lab.wait_until(lambda: server.log.read_text("utf-8").count("Saving file at /three.ipynb"))

    lab.open_notebook(page, server.address("three.ipynb"))
    lab.wait_until(lambda: shown.count() == len(left))
    for explorer in shown.all():
        assert_answers(page, explorer)

    page.goto("about:blank")
    server.end_sessions()
    lab.open_notebook(page, server.address("three.ipynb"))
    lab.wait_until(lambda: shown.count() == len(left))
    assert [lab.words(explorer) for explorer in shown.all()] == left
    assert_nothing_failed(page, server, complaints)


def test_a_downloaded_notebook_shows_pictures_before_it_is_run(page, servers, complaints):
    """As it is downloaded, a notebook shows a whole picture for each explorer, and no widget that it cannot find.

    JupyterLab drops the text alternative that is stored beside a picture; nothing here can change that.
    """
    server = servers("jupyterlab")
    lab.open_notebook(page, server.address("stored.ipynb"))
    pictures = page.locator(".jp-RenderedImage img")
    lab.wait_until(lambda: pictures.count() >= explorers_of(STORED))
    assert pictures.count() >= explorers_of(STORED) > 0
    assert pictures.evaluate_all("all => all.every(one => one.complete && one.naturalWidth > 500)")
    assert lab.explorers(page).count() == 0
    assert_nothing_failed(page, server, complaints)
