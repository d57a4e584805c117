"""Losses of outputs that fit them or do not."""

import numpy as np
import pytest

from lossviz.figures.five_outputs import PAIRINGS, FiveOutputsScene

HOT = np.eye(5)[[2]]


def test_all_ones_cost_nothing_where_only_the_true_output_counts():
    """Outputs of 1 for every class: 0 as they are, ln 5 divided by their sum, infinite as five questions."""
    ones = np.ones((1, 5))
    assert PAIRINGS["sigmoids + CE"](HOT, ones) == 0
    assert np.isclose(PAIRINGS["sigmoids ÷ sum + CE"](HOT, ones), np.log(5))
    assert np.isinf(PAIRINGS["sigmoids + BCE"](HOT, ones))


def test_dividing_hides_the_size_of_the_outputs():
    """A hundredth of all outputs costs the same after dividing by the sum."""
    stated = np.array([[0.1, 0.2, 0.9, 0.3, 0.05]])
    of = PAIRINGS["sigmoids ÷ sum + CE"]
    assert np.isclose(of(HOT, stated), of(HOT, stated / 100))


def test_the_softmax_pair_refuses_what_does_not_sum_to_one():
    """Sigmoid outputs given to the categorical cross-entropy are told so."""
    with pytest.raises(ValueError, match="sum"):
        PAIRINGS["softmax + CE"](HOT, np.full((1, 5), 0.9))


def test_loss_and_accuracy_are_read_from_the_outputs():
    """The readout has the mean loss and the share named rightly at the epoch shown."""
    stated = np.array([[[0.2] * 5] * 4, [[0.0, 0.0, 1.0, 0.0, 0.0]] * 4])
    runs = {"sigmoids ÷ sum + CE": np.maximum(stated, 1e-3)}
    shown = FiveOutputsScene(np.zeros((4, 64)), np.array([2, 2, 2, 0]), runs)
    shown.update(epoch=0, picture=1, outputs="sigmoids ÷ sum + CE")
    assert f"loss {np.log(5):.4f}, right 0.250" in shown.readout()
    shown.update(epoch=1, picture=1, outputs="sigmoids ÷ sum + CE")
    assert "right 0.750" in shown.readout()
