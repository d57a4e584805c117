"""One output or two: the same loss."""

import pytest

from lossviz.figures.two_outputs import TwoOutputsScene


@pytest.fixture(scope="module")
def scene():
    return TwoOutputsScene()


def test_the_pair_of_nine_tenths_and_one_tenth(scene):
    """p = 0.9 for label 1 costs 0.10536, and so do the outputs (0.1, 0.9) for class 1."""
    scene.update(probability=0.9, target=1.0)
    assert (round(scene.binary, 5), round(scene.categorical, 5)) == (0.10536, 0.10536)


@pytest.mark.parametrize(("p", "y"), [(0.05, 1.0), (0.3, 0.0), (0.7, 0.6), (0.95, 0.05)])
def test_both_columns_are_as_high_as_the_loss(scene, p, y):
    """Both losses agree at any target; class 1's filled term and class 0's add up to them."""
    scene.update(probability=p, target=y)
    assert scene.categorical == pytest.approx(scene.binary)
    assert sum(scene.terms) == pytest.approx(scene.binary)
    tops = [patch.get_path().vertices[:, 1].max() for patch in scene.lower]
    assert tops == pytest.approx([scene.terms[1]] * 2)
    assert max(scene.upper.get_ydata()[:4]) == pytest.approx(scene.binary)
