"""Cross-entropy as entropy plus divergence: the parts, the floor and the missing symmetry."""

import numpy as np
import pytest

from lossviz.figures.entropy_and_kl import EntropyAndKlScene


@pytest.fixture(scope="module")
def scene():
    return EntropyAndKlScene()


@pytest.mark.parametrize(("y", "p"), [(0.3, 0.8), (0.02, 0.98), (0.5, 0.9), (0.98, 0.98)])
def test_the_parts_add_up(scene, y, p):
    """H(y) + KL(y‖p) = H(y, p), and the two bars at the cursor end there."""
    scene.update(target=y, probability=p)
    assert scene.entropy + scene.kl == pytest.approx(scene.cross)
    assert scene.cross == pytest.approx(-y * np.log(p) - (1 - y) * np.log(1 - p))
    assert scene.parts[1].get_ydata() == pytest.approx([scene.entropy, scene.cross])


def test_at_the_truth_only_the_floor_is_left(scene):
    """At p = y both divergences are 0 and the cross-entropy is the entropy, 0.611 nats at y = 0.3."""
    scene.update(target=0.3, probability=0.3)
    assert (scene.kl, scene.other_kl) == (pytest.approx(0, abs=1e-15), pytest.approx(0, abs=1e-15))
    assert scene.cross == scene.entropy == pytest.approx(0.6108643)
    assert scene.total.get_ydata().min() >= scene.entropy


def test_exchanging_truth_and_statement_changes_the_divergence(scene):
    """KL of (½, ½) and (0.1, 0.9) is 0.511 one way and 0.368 the other."""
    scene.update(target=0.5, probability=0.9)
    assert (round(scene.kl, 3), round(scene.other_kl, 3)) == (0.511, 0.368)
