"""Several things in one picture: targets, losses and floors."""

import numpy as np
import pytest

from lossviz.figures.multi_label import SHOWN, MultiLabelScene


@pytest.fixture(scope="module")
def scene():
    return MultiLabelScene()


def test_both_losses_are_those_of_their_formulas(scene):
    """Σ −log σ(±z) over the things, and −Σ y/k log softmax z over the k that are there."""
    z = np.array([-2.0, 2.0, 1.0])
    for shown, y in SHOWN.items():
        scene.update(house=z[0], tree=z[1], sun=z[2], shown=shown)
        signs = 2 * np.array(y) - 1
        assert scene.losses[0] == pytest.approx(np.log1p(np.exp(-signs * z)).sum())
        if any(y):
            p = np.exp(z) / np.exp(z).sum()
            assert scene.losses[1] == pytest.approx(-(np.array(y) / sum(y) * np.log(p)).sum())


def test_softmax_cannot_be_sure_of_two_things(scene):
    """With two things true its loss stays above log 2 at any logits; the sigmoids' goes to nearly 0."""
    best = []
    for sun in np.linspace(-4, 4, 17):
        scene.update(house=-4.0, tree=4.0, sun=sun, shown="tree and sun")
        best.append(scene.losses)
    sigmoids, shares = np.array(best).T
    assert shares.min() >= np.log(2)
    assert sigmoids.min() < 0.06
    assert shares.argmin() == 16 and sigmoids.argmin() == 16


def test_raising_one_true_thing_above_the_other_costs_softmax_only(scene):
    """At tree = 1, softmax is best with the sun at 1 as well; the sigmoids want the sun as high as it goes."""
    scene.update(house=-4.0, tree=1.0, sun=0.0, shown="tree and sun")
    z, sigmoids = scene.curves["sigmoids"].get_data()
    _, shares = scene.curves["softmax"].get_data()
    assert z[shares.argmin()] == 1.0
    assert z[sigmoids.argmin()] == 4.0


def test_a_picture_of_nothing_has_no_softmax_target(scene):
    """No shares, no curve, no loss; the sigmoids have theirs."""
    scene.update(house=0.0, tree=0.0, sun=0.0, shown="nothing")
    assert scene.losses[1] is None
    assert len(scene.curves["softmax"].get_xdata()) == 0
    assert scene.losses[0] == pytest.approx(3 * np.log(2))
    assert len(scene.things.get_paths()) == 0
