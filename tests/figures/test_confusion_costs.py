"""A matrix in the cross-entropy: the identity gives the plain loss back, credit moves the best answer."""

import numpy as np
import pytest

from lossviz.figures.confusion_costs import CLASSES, ConfusionCostsScene, confusion_matrix_of


@pytest.fixture(scope="module")
def scene():
    return ConfusionCostsScene()


def test_no_credit_is_plain_cross_entropy(scene):
    """With h = 0 the matrix is the identity, and loss and slopes are those of plain cross-entropy for each label."""
    for label in CLASSES:
        scene.update(label=label, credit=0.0, cyclist=1.3, tree=-0.7)
        assert scene.weighted == pytest.approx(scene.plain)
        assert scene.slope == pytest.approx(scene.plain_slope)


@pytest.mark.parametrize("label", CLASSES)
def test_slopes_are_p_times_the_row_sum_minus_the_row(scene, label):
    """The slopes drawn are pΣH − H, written out here, and sum to 0."""
    scene.update(label=label, credit=0.6, cyclist=-1.0, tree=2.0)
    row = confusion_matrix_of(0.6)[CLASSES.index(label)]
    p = np.exp([0.0, -1.0, 2.0]) / np.exp([0.0, -1.0, 2.0]).sum()
    assert scene.slope == pytest.approx(p * row.sum() - row)
    assert scene.slope.sum() == pytest.approx(0)


def test_the_slopes_vanish_at_the_best_answer(scene):
    """Where p is the row of H over its sum, nothing pulls any more."""
    scene.update(label="person", credit=0.5, cyclist=float(np.log(0.5)), tree=-40.0)
    assert scene.p == pytest.approx(scene.best)
    assert scene.slope == pytest.approx(0, abs=1e-12)
