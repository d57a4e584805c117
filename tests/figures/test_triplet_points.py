"""Anchor, positive, negative: where the loss is 0 and which way the points are pulled."""

import numpy as np
import pytest

from lossviz.figures.triplet_points import TripletPointsScene


@pytest.fixture(scope="module")
def scene():
    return TripletPointsScene()


def pulls(scene):
    return np.column_stack([scene.pulls.U, scene.pulls.V])


def test_the_disc_is_where_the_loss_is_not_zero(scene):
    """A negative just inside the disc of radius d⁺ + margin costs, one just outside does not and nothing is pulled."""
    scene.update(negative_x=0.0, negative_y=0.0, positive_x=0.6, margin=1.0)  # d⁺ = 1
    assert np.hypot(*scene.disc.get_xy().T) == pytest.approx(2.0)
    scene.update(negative_x=1.9, negative_y=0.0, positive_x=0.6, margin=1.0)
    assert scene.loss == pytest.approx(0.1)
    scene.update(negative_x=2.1, negative_y=0.0, positive_x=0.6, margin=1.0)
    assert scene.loss == 0 and not pulls(scene).any()
    assert "nothing is pulled" in scene.describe()


def test_pulls_go_downhill(scene):
    """Each arrow is minus the gradient of the loss in its point, by central differences; together they cancel."""
    positive, negative, margin = np.array([0.6, -0.8]), np.array([1.0, 0.5]), 1.0
    scene.update(negative_x=1.0, negative_y=0.5, positive_x=0.6, margin=margin)

    def loss(points):
        near, far = np.hypot(*(points[0] - points[2])), np.hypot(*(points[1] - points[2]))
        return max(0.0, near - far + margin)

    points = np.array([positive, negative, [0.0, 0.0]])
    slope = np.zeros((3, 2))
    for place in np.ndindex(3, 2):
        step = np.zeros((3, 2))
        step[place] = 1e-6
        slope[place] = (loss(points + step) - loss(points - step)) / 2e-6
    assert pulls(scene) == pytest.approx(-slope, abs=1e-6)
    assert pulls(scene).sum(axis=0) == pytest.approx(0, abs=1e-12)


def test_a_negative_on_the_anchor_has_no_direction(scene):
    """At distance 0 there is no way out to point along: its arrow is 0 and the loss d⁺ + margin."""
    scene.update(negative_x=0.0, negative_y=0.0, positive_x=0.6, margin=0.5)
    assert scene.loss == pytest.approx(1.5)
    assert not pulls(scene)[1].any()
