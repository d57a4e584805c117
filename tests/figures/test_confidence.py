"""Two confidences become one number."""

import numpy as np
import pytest

from lossviz.figures.confidence import ConfidenceScene


@pytest.mark.parametrize(("panda", "armadillo"), [(0.88, 0.03), (0.03, 0.97), (0.5, 0.5)])
def test_one_number_for_each_loss(panda, armadillo):
    """The three costs are the means of |e|, e² and −log of the probability of what is true."""
    scene = ConfidenceScene()
    scene.update(panda=panda, armadillo=armadillo)
    off, on = 1 - panda, armadillo
    means = [(off + on) / 2, (off**2 + on**2) / 2, -(np.log(panda) + np.log(1 - armadillo)) / 2]
    assert scene.costs == pytest.approx(means)


def test_the_worked_example():
    """88 % for the panda and 3 % for the armadillo: errors 0.12 and 0.03, mean 0.075."""
    scene = ConfidenceScene()
    scene.update(panda=0.88, armadillo=0.03)
    assert "errors 0.12 and 0.03 · cost J, the mean of both: absolute 0.075, squared 0.00765" in scene.readout()
