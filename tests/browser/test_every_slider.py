"""Every slider of every notebook and of every explorer, moved by the keyboard where learners move it."""

import pytest

from lossviz import EXPLORERS
from lossviz.frameworks import extra

from . import lab
from .course import COURSE, EVERY, explorers_of
from .moves import assert_agrees_with, assert_answers, assert_nothing_failed

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("application", ["jupyterlab", "notebook"])
@pytest.mark.parametrize("name", COURSE)
def test_every_slider_of_the_course_answers(page, servers, complaints, name, application):
    """Each notebook runs from the menu, and each slider of it answers the keyboard, in JupyterLab and Notebook 7."""
    if "frameworks" in name and not extra.installed(*extra.NEEDED):
        pytest.skip(f"{name} needs the extra frameworks: {extra.INSTALL}")
    server = servers(application)
    lab.open_and_run(page, server.address(name))
    shown = lab.explorers(page)
    assert shown.count() == explorers_of(name)
    for explorer in shown.all():
        explorer.scroll_into_view_if_needed()
        assert_answers(page, explorer)
    assert_nothing_failed(page, server, complaints)


@pytest.mark.parametrize("name", EVERY)
def test_every_explorer_agrees_with_the_package(page, servers, complaints, name):
    """Each explorer of the package, moved in JupyterLab, reads and sounds as the same explorer moved without it."""
    server = servers("jupyterlab")
    lab.open_and_run(page, server.address(name))
    shown = lab.explorers(page)
    assert shown.count() == len(EVERY[name])
    for explorer, subject in zip(shown.all(), EVERY[name], strict=True):
        explorer.scroll_into_view_if_needed()
        assert_agrees_with(page, explorer, EXPLORERS[subject]())
    assert_nothing_failed(page, server, complaints)


def test_the_pages_show_every_explorer_once():
    """What the test above moves is the list of the package: no explorer is left out, none comes twice."""
    assert [name for names in EVERY.values() for name in names] == list(EXPLORERS)
