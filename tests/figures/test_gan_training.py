"""Three games on a line: the learned loss, the fakes on it, and their distance."""

import numpy as np
import pytest

from lossviz.figures.gan_training import EVERY, GanTrainingScene
from lossviz.fitting.adversaries import WAYS, play


@pytest.fixture(scope="module")
def scene():
    return GanTrainingScene(play(seeds=2, steps=60))


@pytest.mark.parametrize("way", WAYS)
def test_fakes_stand_on_the_curve(scene, way):
    """Each fake lies on the learned loss at its place, between the points that are drawn."""
    scene.update(step=30, way=way, seed=2)
    x, height = scene.fakes.get_data()
    assert height == pytest.approx(np.interp(x, *scene.curve.get_data()), abs=0.05)


@pytest.mark.parametrize("way", WAYS)
def test_arrows_point_downhill(scene, way):
    """A fake's arrow points to where the curve is lower, wherever there is an arrow."""
    scene.update(step=20, way=way, seed=1)
    x, _ = scene.fakes.get_data()
    places, cost = scene.curve.get_data()
    lower = np.interp(x - 0.1, places, cost) - np.interp(x + 0.1, places, cost)
    drawn = scene.pulls.U != 0
    assert (np.sign(lower[drawn]) == np.sign(scene.pulls.U[drawn])).all()
    assert drawn.any() or way == "saturating"


def test_the_dot_is_the_distance_of_the_game_shown(scene):
    """Dot and readout give the distance of this game, at this step, with this seed."""
    scene.update(step=45, way="Wasserstein", seed=2)
    wanted = scene.path[45].distance()[2, 1]
    assert scene.dot.get_ydata()[0] == pytest.approx(wanted) == pytest.approx(scene.distance[45 // EVERY, 2, 1])
    assert f"distance {wanted:.2f}" in scene.readout()
