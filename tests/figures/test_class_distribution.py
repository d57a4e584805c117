"""A distribution over classes: only the true one's probability is charged."""

import numpy as np
import pytest

from lossviz.figures.class_distribution import NAMES, ClassDistributionScene


@pytest.fixture(scope="module")
def scene():
    return ClassDistributionScene()


def heights(patch):
    """How high the bars reach that a patch is made of, each of them four corners and the first one again."""
    return patch.get_path().vertices[:, 1].reshape(len(NAMES), -1).max(axis=1)


def test_weights_are_divided_by_their_sum(scene):
    """Weights 30, 10, 6, 4 are the probabilities 0.6, 0.2, 0.12, 0.08."""
    scene.update(cat=30, dog=10, fox=6, owl=4, true_class=0)
    assert heights(scene.bars) == pytest.approx([0.6, 0.2, 0.12, 0.08])


@pytest.mark.parametrize("true_class", range(len(NAMES)))
def test_only_the_true_class_is_counted(scene, true_class):
    """Of the four terms only that of the true class is above 0; as a row or as a number, it is the loss."""
    scene.update(cat=60, dog=25, fox=10, owl=5, true_class=true_class)
    expected = np.zeros(4)
    expected[true_class] = scene.loss
    assert heights(scene.terms) == pytest.approx(expected)
    assert scene.loss == scene.sparse == pytest.approx(-np.log([0.6, 0.25, 0.1, 0.05][true_class]))


def test_how_the_rest_is_shared_out_does_not_matter(scene):
    """Another split of the same rest between the wrong classes leaves the loss as it is."""
    losses = []
    for dog, fox, owl in ((25, 10, 5), (5, 10, 25), (20, 15, 5)):
        scene.update(cat=60, dog=dog, fox=fox, owl=owl, true_class=0)
        losses.append(scene.loss)
    assert losses == pytest.approx([losses[0]] * 3)
