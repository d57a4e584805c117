"""Sums grow with the batch, means do not."""

import numpy as np
import pytest

from lossviz.figures.batches import BatchScene


@pytest.fixture(scope="module")
def scene():
    return BatchScene()


@pytest.mark.parametrize(("size", "first"), [(1, 1), (8, 27), (60, 70), (100, 100)])
def test_sum_and_mean_are_those_of_the_shaded_pictures(scene, size, first):
    """A batch that reaches the last picture goes on with the first."""
    scene.update(size=size, first=first)
    chosen = scene.losses[np.arange(first - 1, first - 1 + size) % 100]
    assert (scene.sum, scene.mean) == pytest.approx((chosen.sum(), chosen.mean()))
    shaded = [x for x in range(1, 101) if scene.batch.get_path().contains_point((x, 1.0))]
    assert sorted((np.arange(first - 1, first - 1 + size) % 100) + 1) == shaded


def test_all_pictures_make_the_cost(scene):
    """The batch of all pictures has the cost J for its mean, wherever it begins."""
    for first in (1, 40):
        scene.update(size=100, first=first)
        assert scene.mean == pytest.approx(scene.cost)
