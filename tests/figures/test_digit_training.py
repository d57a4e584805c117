"""Learning curves, confusion matrix and costly pictures of given outputs."""

import numpy as np

from lossviz import categorical_crossentropy
from lossviz.figures.digit_training import DigitTrainingScene, confusion_counts

LABELS = np.array([0, 1, 1, 0])
GOOD = np.array([[0.9, 0.1], [0.2, 0.8], [0.4, 0.6], [0.7, 0.3]])
BAD = np.array([[0.9, 0.1], [0.99, 0.01], [0.4, 0.6], [0.3, 0.7]])


def scene():
    images = np.zeros((12, 64))
    stated = np.array([[np.tile(each, (3, 1)) for each in (BAD, GOOD)]])
    return DigitTrainingScene(images, np.tile(LABELS, 3), {"net": (categorical_crossentropy, stated)})


def test_rows_are_what_is_columns_what_is_named():
    """Three ones of which one is named 0 stand in row 1."""
    assert confusion_counts([0, 1, 1, 1], [0, 0, 1, 1], 2).tolist() == [[1, 0], [1, 2]]


def test_the_readout_counts_held_out_mistakes():
    """Half of the pictures are wrong at first and none at the end."""
    shown = scene()
    shown.update(epoch=0, network="net")
    assert "right 0.500 · 6 of 12 wrong" in shown.readout()
    shown.update(epoch=1, network="net")
    assert "right 1.000 · 0 of 12 wrong" in shown.readout()


def test_the_costliest_are_the_surest_mistakes():
    """The pictures that come first are those whose true class got 0.01."""
    shown = scene()
    shown.update(epoch=0, network="net")
    assert shown.worst[:3].tolist() == [1, 5, 9]
    assert np.allclose(shown.paid[1], -np.log(0.01))
