"""Label smoothing and confidence penalty, and the calibration of models really trained with them."""

from functools import partial

from ..figures.calibration import METHODS, STRENGTHS, CalibrationScene
from .controls import Choice, Slider
from .explorer import Explorer
from .progress_bar import progress_bar


def calibration(x=None, labels=None, x_test=None, labels_test=None, **start):
    """The explorer of softened targets on data for training and held out; `start` sets where its controls begin.

    The data are inputs of shape (n, d) and class numbers from 0. One model is trained for each position.
    """
    scene = CalibrationScene(x, labels, x_test, labels_test, track=partial(progress_bar, label="training"))
    controls = [
        Slider("strength", "strength α or λ", STRENGTHS[0], STRENGTHS[-1], 0.01, 0.1),
        Choice("method", "method", METHODS, METHODS[0]),
    ]
    explorer = Explorer(scene, controls, "calibration")
    explorer.set(**start)
    return explorer
