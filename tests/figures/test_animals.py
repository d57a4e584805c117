"""The drawn animals stay in their square, whatever their size."""

import numpy as np
import pytest
from matplotlib.transforms import Bbox

from lossviz.figures.animals import SHAPES, place, plot_animals
from lossviz.figures.picture import png
from lossviz.figures.scene import new_axes


@pytest.mark.parametrize("animal", SHAPES)
def test_an_animal_stays_in_its_square(animal):
    """No shape leaves the unit square, so nothing is drawn beyond the size asked for."""
    for shape in animal():
        corners = shape.get_path().transformed(shape.get_patch_transform()).get_extents()
        assert min(corners.p0) >= 0 and max(corners.p1) <= 1


@pytest.mark.parametrize("size", [40, 120])
def test_an_animal_is_as_wide_as_asked(size):
    """An animal of so many pixels fills a square of that size, in axes of any aspect."""
    ax = new_axes(600, 300)
    ax.set_xlim(0, 1000)
    box = place(ax, SHAPES[1], (500, 0.5), size)
    ax.figure.draw_without_rendering()
    drawn = Bbox.union([shape.get_window_extent() for shape in box.offsetbox.get_children()])
    assert 0.85 * size < drawn.width < size + 4 and 0.85 * size < drawn.height < size + 4
    assert np.mean(drawn.get_points(), axis=0) == pytest.approx(ax.transData.transform((500, 0.5)), abs=0.08 * size)


def test_the_still_picture_names_both():
    """The figure of both animals says which label each has."""
    ax = plot_animals()
    assert {text.get_text() for text in ax.texts} == {"panda, y = 1", "armadillo, y = 0"}
    assert len(png(ax.figure)) > 5000
