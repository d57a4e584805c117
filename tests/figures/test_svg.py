"""Artists as SVG text: well formed, of one size, without anything that reaches beyond the drawing."""

import re
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure

from lossviz.figures import svg
from lossviz.figures.scene import Scene, new_figure


@pytest.fixture
def figure():
    """A figure with a line, dots, a clipped patch, text and an image."""
    figure = Figure(figsize=(300 / svg.DPI, 200 / svg.DPI), dpi=svg.DPI)
    ax = figure.subplots()
    ax.plot([0, 1, 2], [0, 1, 0])
    ax.plot([0, 1, 2], [1, 0, 1], "o")
    ax.axvspan(0.5, 9.0)
    ax.text(1, 0.5, "e < ŷ & y")
    ax.imshow(np.eye(3), extent=(0, 2, 0, 1), interpolation="none")
    return figure


def test_a_drawing_is_well_formed_and_brings_nothing_else(figure):
    """The text is SVG elements alone: no prolog, no metadata, no style sheet, no doctype, no script."""
    drawn = svg.draw(figure, [figure], "salt")
    ElementTree.fromstring(svg.wrap(figure, drawn))
    for foreign in ("<?xml", "<!DOCTYPE", "<metadata", "<style", "<script", "stroke-linejoin: round; stroke-linecap"):
        assert foreign not in drawn
    assert re.findall(r'(?:href|src)="(?!#|data:)', drawn) == []


def test_equal_salts_give_equal_bytes(figure):
    """A drawing depends on its artists and its salt alone; another salt gives other ids and the same drawing."""
    assert svg.draw(figure, [figure], "a") == svg.draw(figure, [figure], "a")
    first, second = svg.draw(figure, [figure], "a"), svg.draw(figure, [figure], "b")
    clips = [set(re.findall(r'clipPath id="([^"]+)"', drawn)) for drawn in (first, second)]
    assert clips[0] and not clips[0] & clips[1]
    strip = re.compile(r'(?<=id=")[^"]*|(?<=#)[0-9a-z]*(?=["\)])')
    assert strip.sub("", first) == strip.sub("", second)


def test_some_artists_are_drawn_alone(figure):
    """Only the artists asked for are drawn, in their order."""
    line, dots = figure.axes[0].lines
    assert svg.draw(figure, [line], "salt").count("<path") == 1
    both = svg.draw(figure, [dots, line], "salt")
    assert both.index("<use") < both.rindex("clip-path")
    assert svg.draw(figure, [], "salt").strip() == ""


def test_a_wrapped_drawing_keeps_its_shape_at_any_width(figure):
    """The root has the figure's view box, the container's width and no height of its own."""
    root = ElementTree.fromstring(svg.wrap(figure, "", "label"))
    assert root.get("viewBox") == "0 0 300 200"
    assert root.get("width") is None and root.get("height") is None
    assert "width:100%" in root.get("style") and "height:auto" in root.get("style")


def test_a_label_is_spoken_and_without_one_the_drawing_is_silent(figure):
    """With a label the drawing is an image of that name, any sign in it escaped; without, it is hidden from readers."""
    label = 'a "quoted" <label> & more'
    spoken = ElementTree.fromstring(svg.wrap(figure, "", label))
    assert (spoken.get("role"), spoken.get("aria-label"), spoken.get("aria-hidden")) == ("img", label, None)
    silent = ElementTree.fromstring(svg.wrap(figure, ""))
    assert (silent.get("role"), silent.get("aria-hidden")) == (None, "true")


def test_shortened_drawings_differ_by_less_than_a_hundredth(figure):
    """`shorten` keeps every number to two decimals and everything else as it was."""
    drawn = svg.draw(figure, [figure], "salt")
    short = svg.shorten(drawn)
    assert len(short) < len(drawn)
    number = re.compile(r"-?\d+\.\d+")
    assert number.sub("#", short) == number.sub("#", drawn)
    scales = re.compile(r"scale\([^)]*\)|matrix\([^)]*\)")
    assert scales.findall(short) == scales.findall(drawn), "a scale is a factor: a hundredth of it is much"
    pairs = zip(number.findall(drawn), number.findall(short), strict=True)
    assert max(abs(float(before) - float(after)) for before, after in pairs) < 0.01


def test_settings_are_put_back_after_an_artist_that_fails(figure):
    """A drawing that raises leaves Matplotlib's settings as they were."""
    before = dict(matplotlib.rcParams)

    class Broken(type(figure.axes[0].lines[0])):
        def draw(self, renderer):
            raise ValueError("cannot")

    with pytest.raises(ValueError, match="cannot"):
        svg.draw(figure, [Broken([], [])], "salt")
    assert dict(matplotlib.rcParams) == before


class Pair(Scene):
    """One line that moves and one that stays, the moving one drawn first."""

    size = (300, 200)

    def build(self):
        ax = self.figure.subplots()
        self.line = self.move(ax.plot([0, 1], [0, 0])[0])
        self.still = ax.plot([0, 1], [1, 1], zorder=50)[0]
        ax.set_ylim(0, 2)

    def update(self, *, height):
        self.line.set_ydata([height, height])


def test_moving_artists_lie_above_everything_still():
    """`move` puts an artist above any still one, so that overlay and full drawing stack alike."""
    scene = Pair()
    assert all(
        scene.line.get_zorder() > artist.get_zorder()
        for artist in scene.figure.axes[0].get_children()
        if artist is not scene.line
    )
    assert [artist.get_zorder() for artist in scene.moving] == sorted(artist.get_zorder() for artist in scene.moving)


def test_axes_stay_where_they_are_while_artists_move():
    """Moving an artist changes neither the background nor any axes' place or limits."""
    scene = Pair()
    ax = scene.figure.axes[0]
    before = scene.background("salt"), ax.get_position().bounds, ax.get_xlim(), ax.get_ylim()
    scene.update(height=30.0)
    assert (scene.background("salt"), ax.get_position().bounds, ax.get_xlim(), ax.get_ylim()) == before


def test_what_is_hidden_stays_hidden():
    """An artist that a scene hides itself is not brought back by drawing the background."""
    scene = Pair()
    scene.line.set_visible(False)
    scene.background("salt")
    assert not scene.line.get_visible()
    assert scene.overlay("salt").strip() == ""


def test_a_background_that_fails_leaves_the_moving_artists_visible(monkeypatch):
    """Even when drawing the background raises, what moves can be seen afterwards."""
    scene = Pair()
    monkeypatch.setattr(svg, "draw", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        scene.background("salt")
    assert scene.line.get_visible()


def test_a_new_figure_has_the_size_it_was_asked_for():
    """Figures are measured in CSS pixels: one SVG unit each."""
    figure = new_figure(640, 320)
    assert tuple(figure.bbox.size) == (640.0, 320.0)
    assert figure.dpi == svg.DPI
