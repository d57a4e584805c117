"""What can go wrong when only the moving artists are drawn, each shown in Chromium and shown to be avoided."""

import matplotlib
import matplotlib.style
import numpy as np
import pytest

from lossviz import explore, huber
from lossviz.figures import style, svg
from lossviz.figures.scene import Scene

from .pages import alone, difference, look, near, show, stack

pytestmark = pytest.mark.browser

RED, BLUE = "#ff0000", "#0000ff"


class Moving(Scene):
    """A thick red line that moves, under a thick blue one that does not and was drawn later."""

    size = (400, 200)

    def build(self):
        ax = self.figure.subplots()
        ax.set_ylim(0, 1)
        ax.set_xlim(0, 1)
        self.line = self.move(ax.plot([-3, 3], [0.5, 0.5], color=RED, linewidth=12)[0])
        ax.plot([0.5, 0.5], [0, 1], color=BLUE, linewidth=12, zorder=90)
        self.ax = ax

    def update(self, *, height):
        self.line.set_ydata([height, height])


class Mosaic(Scene):
    """An image of a few large cells that moves."""

    size = (400, 200)

    def build(self):
        ax = self.figure.subplots()
        cells = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 1.0]])
        self.image = self.move(
            ax.imshow(cells, cmap="gray", vmin=0, vmax=1, interpolation="none", extent=(0, 3, 0, 2), aspect="auto")
        )

    def update(self, *, turned):
        self.image.set_data(np.roll(self.image.get_array(), turned))


def full(scene, salt):
    """The whole figure in one drawing."""
    with style.house():
        return svg.wrap(scene.figure, svg.draw(scene.figure, [scene.figure], salt))


def layers(scene, salt):
    """Background and overlay, one on the other."""
    background = svg.wrap(scene.figure, scene.background(f"{salt}-background"))
    return stack(background, svg.wrap(scene.figure, scene.overlay(f"{salt}-overlay")), scene.size[0])


def drawings(salts):
    """One overlay of the moving line for each salt."""
    scene = Moving()
    return [alone(svg.wrap(scene.figure, scene.overlay(salt)), 400) for salt in salts]


def hidden(drawing):
    return f'<div style="display:none">{drawing}</div>'


def test_clipping_survives_a_hidden_drawing(page):
    """A hidden drawing of the same salt switches off another's clipping; with salts of their own it stays."""
    alike, own = drawings(["same", "same"]), drawings(["one", "other"])
    wanted = look(page, own[1])
    assert difference(look(page, hidden(own[0]), own[1]), wanted) == 0
    lost = look(page, hidden(alike[0]), alike[1])
    assert near(lost, RED).sum() > near(wanted, RED).sum() + 100


def test_clipping_survives_hidden_explorers(page):
    """Explorers share no clip id: with a twin and its own earlier step hidden before it, an explorer looks the same."""
    one, other = explore(huber, delta=5.0), explore(huber, delta=5.0)
    earlier = other.overlay
    other.set(error=-1.0)
    parts = stack(other._background.value, other.overlay)
    wanted = look(page, parts)
    before = hidden(one._background.value), hidden(one.overlay), hidden(earlier)
    assert difference(look(page, *before, parts), wanted) == 0


def test_no_style_leaks_onto_the_page(page):
    """A shape elsewhere on the page keeps its computed style when an explorer comes."""
    stranger = '<svg id="stranger"><path d="M0 0L9 9"/></svg><p id="words">words</p>'
    read = """() => ['#stranger path', '#words'].map(selector => {
        const style = getComputedStyle(document.querySelector(selector));
        return Object.fromEntries([...style].map(name => [name, style.getPropertyValue(name)]));
    })"""
    explorer = explore(huber)
    show(page, '<div style="height:600px"></div>', stranger)
    before = page.evaluate(read)
    show(page, f'<div style="height:600px">{stack(explorer._background.value, explorer.overlay)}</div>', stranger)
    after = page.evaluate(read)
    assert after == before
    assert after[0]["stroke-linejoin"] == "miter"
    assert page.evaluate("document.styleSheets.length") == 1  # the test page's own


@pytest.mark.parametrize("width", [800, 640, 320])
def test_overlay_and_background_shrink_together(page, width):
    """In a narrow column both drawings have the column's width and the same place, none is cut off."""
    explorer = explore(huber)
    show(page, stack(explorer._background.value, explorer.overlay, width))
    background, overlay = (drawing.bounding_box() for drawing in page.locator("svg").all())
    assert background == overlay
    assert background["width"] == width
    assert background["height"] == pytest.approx(width * 340 / 800, abs=0.5)
    assert page.evaluate("document.documentElement.scrollWidth") <= 900


def test_moving_artists_lie_above_still_ones_in_both_drawings(page):
    """Where a moving artist crosses a still one it lies above in both drawings; below, they would differ."""
    scene = Moving()
    scene.update(height=0.3)
    assert difference(look(page, layers(scene, "a")), look(page, alone(full(scene, "b"), 400))) == 0
    scene.line.set_zorder(2)
    assert difference(look(page, layers(scene, "c")), look(page, alone(full(scene, "d"), 400))) > 100


@pytest.mark.parametrize("animated", [False, True])
def test_the_background_shows_no_moving_artist(page, animated):
    """Nothing red is in the background, whether or not the moving line is `animated`; the overlay has it."""
    scene = Moving()
    scene.line.set_animated(animated)
    background = look(page, alone(svg.wrap(scene.figure, scene.background("a")), 400))
    assert not near(background, RED).any()
    assert near(background, BLUE).sum() > 500
    assert near(look(page, alone(svg.wrap(scene.figure, scene.overlay("b")), 400)), RED).sum() > 500


def test_images_stay_sharp_and_in_place(page):
    """A moving image without interpolation equals the full drawing, and its cells have sharp edges."""
    scene = Mosaic()
    scene.update(turned=1)
    shown = look(page, layers(scene, "a"))
    assert difference(shown, look(page, alone(full(scene, "b"), 400))) == 0
    box = scene.figure.axes[0].get_window_extent()
    top = round(200 - box.y1) + 3
    row = shown[top, round(box.x0) + 3 : round(box.x1) - 3].mean(axis=-1)
    assert set(np.unique(row[(row > 3) & (row < 252)]).tolist()) == set() or ((row > 3) & (row < 252)).sum() <= 4


def test_axes_stay_in_place_when_a_moving_artist_leaves_them(page):
    """Constrained layout is settled once: an artist far outside its axes moves nothing else."""
    scene = Moving()
    before = look(page, alone(svg.wrap(scene.figure, scene.background("a")), 400))
    scene.update(height=40.0)
    assert difference(look(page, alone(svg.wrap(scene.figure, scene.background("b")), 400)), before) == 0
    assert difference(look(page, layers(scene, "c")), look(page, alone(full(scene, "d"), 400))) == 0
    assert difference(look(page, layers(scene, "e")), before) == 0


def test_a_readers_own_style_is_not_seen(page):
    """Drawn under another style an explorer looks as it always does."""
    explorer = explore(huber)
    wanted = look(page, stack(explorer._background.value, explorer.overlay))
    with matplotlib.rc_context():
        matplotlib.style.use("dark_background")
        matplotlib.rcParams.update(
            {"svg.fonttype": "none", "font.size": 25, "lines.linewidth": 9, "path.sketch": (5, 9, 2)}
        )
        loud = explore(huber)
        explorer.set()
    assert difference(look(page, stack(loud._background.value, loud.overlay)), wanted) == 0
    assert difference(look(page, stack(explorer._background.value, explorer.overlay)), wanted) == 0


def test_text_needs_no_font_of_the_page(page):
    """Letters are paths: a page with another font shows the same picture."""
    explorer = explore(huber)
    parts = stack(explorer._background.value, explorer.overlay.partition("<div role=")[0])
    assert "<text" not in parts
    plain = look(page, parts)
    assert difference(look(page, "<style>*{font-family:monospace!important;font-size:30px}</style>", parts), plain) == 0
