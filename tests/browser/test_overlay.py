"""In Chromium, a background with an overlay on it is the figure drawn anew, to the pixel."""

import pytest

from lossviz.explorers import EXPLORERS
from lossviz.figures import style, svg
from tests.explorers.moves import KINDS, OF_EACH_KIND, at_random, at_start

from .pages import alone, difference, look, show, stack

pytestmark = pytest.mark.browser


def redrawn(explorer, salt):
    """The whole figure in one drawing, as a static page would have it."""
    figure = explorer.scene.figure
    with style.house():
        return svg.wrap(figure, svg.draw(figure, [figure], salt))


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_overlay_and_full_drawing_are_equal_to_the_pixel(page, name, width=800):
    """At three random combinations of its controls, what an explorer shows is its figure drawn anew."""
    explorer = at_start(name)
    background = explorer._background.value
    shown, wanted = [], []
    for number, values in enumerate(at_random(explorer, 3)):
        explorer.set(**values)
        overlay, _, _ = explorer.overlay.partition("<div role=")
        shown.append(stack(background, overlay, width))
        wanted.append(alone(redrawn(explorer, f"full-{number}"), width))
    assert difference(look(page, *shown), look(page, *wanted)) == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_overlay_and_full_drawing_are_equal_on_a_small_screen(page, name):
    """The same on a page as wide as a telephone."""
    test_overlay_and_full_drawing_are_equal_to_the_pixel(page, name, width=320)


def test_a_picture_that_is_off_by_a_pixel_is_seen(page):
    """The comparison above sees an overlay that is one pixel too low, one that is missing and one that is old."""
    explorer = EXPLORERS["huber"]()
    overlay, _, _ = explorer.overlay.partition("<div role=")
    background, wanted = explorer._background.value, look(page, alone(redrawn(explorer, "full")))
    lower = f'<div style="transform:translateY(1px)">{overlay}</div>'
    assert difference(look(page, stack(background, overlay)), wanted) == 0
    assert difference(look(page, stack(background, lower)), wanted) > 50
    assert difference(look(page, stack(background, "")), wanted) > 50
    explorer.set(error=explorer.values["error"] + 0.1)
    assert difference(look(page, stack(background, overlay)), look(page, alone(redrawn(explorer, "new")))) > 50


@pytest.mark.parametrize("name", KINDS)
def test_frames_look_like_the_explorer(page, name):
    """The shortened frames of a page without a kernel differ from the live drawing by a shade at a few edges."""
    explorer = at_start(name)
    control = min(explorer.specs, key=lambda name: len(explorer.specs[name].positions()))
    background, frames = explorer.frames(control)
    value, overlay, _, _ = frames[len(frames) // 2]
    explorer.set(**{control: value})
    pictures = look(page, stack(background, overlay)), look(page, alone(redrawn(explorer, "full")))
    assert pictures[0].shape == pictures[1].shape
    # A hundredth of a pixel may change the shade of an edge by a quarter, and of few edges.
    off = abs(pictures[0] - pictures[1]).max(axis=-1)
    assert off.max() <= 128
    assert (off > 24).mean() < 0.001


@pytest.mark.parametrize("name", KINDS)
def test_a_screen_reader_finds_picture_and_readout(page, name):
    """The page has one image, named by the text alternative, and one status, which is the readout."""
    explorer = at_start(name)
    show(page, stack(explorer._background.value, explorer.overlay))
    images = page.get_by_role("img")
    assert images.count() == 1
    assert page.get_by_role("img", name=explorer.description, exact=True).count() == 1
    assert page.get_by_role("status").inner_text() == explorer.readout
    assert page.get_by_role("status").is_visible()


def test_a_screen_reader_finds_an_error(page):
    """An explorer that cannot draw has an alert in place of the status, and the image is named by the error."""
    explorer = EXPLORERS["huber"]()
    explorer.scene.update = lambda **_: 1 / 0
    explorer.set()
    show(page, stack(explorer._background.value, explorer.overlay))
    assert page.get_by_role("alert").inner_text() == "ZeroDivisionError: division by zero"
    assert page.get_by_role("status").count() == 0
    assert "division by zero" in page.get_by_role("img").get_attribute("aria-label")
