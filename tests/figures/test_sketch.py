"""The small pictures: sound SVG, small, on the curve, and equal every time."""

import base64
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from lossviz import LOSSES, dice
from lossviz.figures import sketch as module
from lossviz.figures.gallery import gallery
from lossviz.figures.picture import png
from lossviz.figures.sketch import sketch
from lossviz.figures.slices import slice_of

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)


@every_loss
def test_a_sketch_is_small_sound_and_equal_every_time(loss):
    """Well-formed SVG under 4 KB with two curves, no nan, numbers in words, the same bytes twice."""
    drawn = sketch(loss)
    root = ElementTree.fromstring(drawn.svg)
    assert len(root.findall(".//{*}path[@stroke-width]")) == 2
    assert len(drawn.svg) < 4096 and "nan" not in drawn.svg and "inf" not in drawn.svg
    assert len(re.findall(r"\d", drawn.alt)) > 5
    assert sketch(loss) == drawn
    assert len(ElementTree.fromstring(sketch(loss, slope=False).svg).findall(".//{*}path[@stroke-width]")) == 1


@every_loss
def test_what_is_drawn_is_the_curve(loss):
    """The drawn line, read back from the SVG, is within a third of a pixel of the loss at every computed place."""
    part = slice_of(loss)
    path = ElementTree.fromstring(sketch(loss).svg).find(".//{*}path[@stroke-width]").get("d")
    drawn = np.array(re.findall(r"(-?[\d.]+) (-?[\d.]+)", path), dtype=float)
    low, high = module._limits([part.value])
    x = (part.x - part.x[0]) / (part.x[-1] - part.x[0]) * module._WIDTH
    y = (high - part.value) / (high - low) * module._HEIGHT
    inside = (y > 0) & (y < module._HEIGHT) & np.isfinite(y)
    leaning = 1 + np.abs(np.gradient(np.where(np.isfinite(y), y, 0.0), np.linspace(0, module._WIDTH, y.size)))
    assert inside.sum() > 50
    assert np.all(np.abs(np.interp(x, drawn[:, 0], drawn[:, 1]) - y)[inside] <= 0.3 * leaning[inside])


def test_the_picture_needs_no_file():
    """The `<img>` holds the drawing itself, and its words."""
    drawn = sketch(dice)
    assert base64.b64decode(re.search(r'base64,([^"]+)"', drawn.img)[1]).decode() == drawn.svg
    assert f'alt="{drawn.alt}"' in drawn.img and f'width="{drawn.width}"' in drawn.img


@every_loss
def test_a_sketch_is_equal_on_other_processors(loss, monkeypatch):
    """Curves that differ in their last bits, as they do from one processor to the next, are drawn by the same bytes."""
    wanted, rng, part = sketch(loss), np.random.default_rng(0), slice_of(loss)
    noisy = {name: getattr(part, name) * (1 + rng.normal(0, 1e-15, part.x.size)) for name in ("value", "slope")}
    monkeypatch.setattr(module, "slice_of", lambda _: replace(part, **noisy))
    assert sketch(loss) == wanted


def test_a_sketch_without_slope_is_told_without_it():
    """The words of a picture of the loss alone do not speak of a slope."""
    assert sketch(dice, slope=False).alt == "Loss over the probability p: loss 0.667, 0.25, 0 at p = 0, 0.5, 1."


def test_no_line_no_sketch(monkeypatch):
    """Where a loss has no line to be drawn along, there is no sketch."""
    monkeypatch.setattr(dice, "layout", "cubes")
    assert sketch(dice) is None


@pytest.mark.parametrize("count", [4, 5])
def test_a_gallery_shows_and_tells_every_loss(count):
    """Each loss has a panel with its title and is told with its numbers; more panels than losses stay empty."""
    losses = list(LOSSES.values())[:count]
    picture = gallery(losses)
    titles = [panel.get_title(loc="left") for panel in picture.figure.axes if panel.axison]
    assert titles == [loss.title.replace("cross-entropy", "CE") for loss in losses]
    assert all(f"{loss.title}: {slice_of(loss).numbers()}" in picture.alt for loss in losses)
    assert png(picture.figure).startswith(b"\x89PNG")
