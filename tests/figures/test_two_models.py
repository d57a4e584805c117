"""Lower cost, lower accuracy."""

import pytest

from lossviz.figures.two_models import TwoModelsScene
from lossviz.losses import binary_crossentropy


@pytest.fixture(scope="module")
def scene():
    return TwoModelsScene()


@pytest.mark.parametrize("bold", [(0.05, 0.05), (0.2, 3.0), (1.0, 1.0), (0.25, 0.05)])
def test_the_less_accurate_model_has_the_lower_cost(scene, bold):
    """A is right nine times and B eight times of ten; B has the lower cost, however bold the two are."""
    scene.update(boldness_a=bold[0], boldness_b=bold[1])
    assert scene.right == {"A": 9, "B": 8}
    assert {name: int((p >= 0.5).sum()) for name, p in scene.p.items()} == scene.right
    assert scene.costs["B"] < scene.costs["A"]


def test_the_cost_is_that_of_the_probabilities_drawn(scene):
    """The bars show the probabilities whose cross-entropy is said."""
    scene.update(boldness_a=0.7, boldness_b=1.3)
    for name, p in scene.p.items():
        assert scene.costs[name] == pytest.approx(binary_crossentropy(scene.ones, p).mean())
