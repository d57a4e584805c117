"""Many pictures in one image."""

import numpy as np

from lossviz.figures.mosaic import inked, mosaic, plot_pictures


def test_each_picture_is_in_its_cell():
    """Row by row the cells of the mosaic hold the pictures, with one pixel between them and white after the last."""
    pictures = np.random.default_rng(0).uniform(size=(5, 4, 3))
    whole = mosaic(pictures, columns=2)
    assert whole.shape == (3 * 5 - 1, 2 * 4 - 1, 3)
    for at in range(5):
        down, right = 5 * (at // 2), 4 * (at % 2)
        assert np.array_equal(whole[down : down + 4, right : right + 3], inked(pictures[at]))
    assert (whole[10:, 4:] == 255).all()
    assert len(np.unique(whole[4, :7].reshape(-1, 3), axis=0)) == 1


def test_ink_is_clipped_and_few_shades():
    """Below 0 is paper, above 1 is ink, and there are 32 shades between."""
    assert np.array_equal(inked(np.array([-3.0, 0.0])), np.full((2, 3), 255))
    assert np.array_equal(inked(np.array([1.0])), inked(np.array([7.0])))
    assert len(np.unique(inked(np.linspace(0, 1, 1000)), axis=0)) == 32


def test_captions_stand_below_their_pictures():
    """A figure of pictures has a row of axes for each row, and all captions."""
    ax = plot_pictures(np.zeros((5, 8, 8)), 3, captions=["a", "b", "c", "d", "e"])
    assert [[text.get_text() for text in each.texts] for each in ax.figure.axes] == [["a", "b", "c"], ["d", "e"]]
