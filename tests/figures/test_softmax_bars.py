"""Three logits: bars, arrows and loss carry softmax, p − y and −log p."""

import numpy as np
import pytest

from lossviz.figures.softmax_bars import CLASSES, SoftmaxBarsScene


@pytest.fixture(scope="module")
def scene():
    return SoftmaxBarsScene()


@pytest.mark.parametrize(
    ("z", "truth"), [((1.0, 2.0, -0.5), "cat"), ((-6.0, 6.0, 6.0), "cat"), ((0.3, 0.1, 4.0), "fox")]
)
def test_bars_arrows_and_dot(scene, z, truth):
    """Bars end at exp z / Σ exp z, arrows run from there to y, the dot stands at −log p of the true class."""
    scene.update(z1=z[0], z2=z[1], z3=z[2], truth=truth)
    p = np.exp(z) / np.exp(z).sum()
    place = CLASSES.index(truth)
    corners = scene.bars.get_path().vertices
    for at, share in enumerate(p):
        assert corners[abs(corners[:, 0] - at) < 0.5][:, 1].max() == pytest.approx(share)
    tips = scene.arrows.get_path().vertices
    for at, (share, y) in enumerate(zip(p, np.eye(3)[place], strict=True)):
        heights = tips[abs(tips[:, 0] - at) < 0.5][:, 1]
        assert (heights.min(), heights.max()) == pytest.approx((min(share, y), max(share, y)), abs=1e-12)
    assert [*scene.cursor.get_xydata()[1]] == pytest.approx([z[place], -np.log(p[place])])


def test_pulls_sum_to_zero_and_are_the_slopes_of_the_loss(scene):
    """p − y by central differences of −log softmax, and what the true class gains the others lose."""
    z, h = np.array([0.7, -1.2, 2.1]), 1e-6
    scene.update(z1=z[0], z2=z[1], z3=z[2], truth="dog")
    assert scene.pull.sum() == pytest.approx(0, abs=1e-15)
    for at in range(3):
        step = h * np.eye(3)[at]
        losses = [np.log(np.exp(moved).sum()) - moved[1] for moved in (z + step, z - step)]
        assert scene.pull[at] == pytest.approx((losses[0] - losses[1]) / (2 * h), abs=1e-8)


def test_far_behind_the_loss_is_the_straight_line(scene):
    """With the true logit 10 below the others, one logit less costs 1 more; −log p is no exponential punishment."""
    scene.update(z1=-5.0, z2=5.0, z3=5.0, truth="cat")
    z, loss = scene.curve.get_data()
    behind = z < -4
    assert np.diff(loss[behind]) / np.diff(z[behind]) == pytest.approx([-1.0] * (behind.sum() - 1), abs=1e-4)
    (left, right), (above, below) = scene.straight.get_data()
    assert np.interp(-5.0, [left, right], [above, below]) == pytest.approx(scene.loss, abs=1e-4)
