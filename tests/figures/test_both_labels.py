"""Binary cross-entropy for both labels: which curve is thick, and what its readout adds up."""

import numpy as np
import pytest

from lossviz.figures.both_labels import BothLabelsScene


@pytest.fixture(scope="module")
def scene():
    return BothLabelsScene()


@pytest.mark.parametrize(("label", "loss", "slope"), [(1, -np.log(0.8), -1.25), (0, -np.log(0.2), 5.0)])
def test_the_label_chooses_the_curve(scene, label, loss, slope):
    """At p = 0.8 label 1 costs −log 0.8 with slope −1/0.8, label 0 costs −log 0.2 with slope 1/0.2."""
    scene.update(probability=0.8, label=label)
    assert (scene.loss, scene.slope) == (pytest.approx(loss), pytest.approx(slope))
    assert np.interp(0.8, *scene.chosen[0].get_data()) == pytest.approx(loss, rel=0.01)
    assert np.interp(0.8, *scene.chosen[1].get_data()) == pytest.approx(slope, rel=0.01)


def test_the_readout_shows_both_terms(scene):
    """For label 0 the term of label 1 is there, times 0, and the other one times 1."""
    scene.update(probability=0.9, label=0)
    assert "0 · 0.105 + 1 · 2.303 = 2.303" in scene.readout()
