"""What the players of a GAN pay, and the slopes that reach the generator."""

import numpy as np
import pytest

from lossviz.figures.gan_slopes import FORMS, GanSlopesScene, generator_costs, generator_slopes


@pytest.fixture(scope="module")
def scene():
    return GanSlopesScene()


def test_slopes_are_those_of_the_costs():
    """Each slope is the difference quotient of its cost, from f = −8 to 8."""
    f = np.linspace(-8, 8, 33)
    above, below, slopes = generator_costs(f + 1e-5), generator_costs(f - 1e-5), generator_slopes(f)
    for form in FORMS:
        assert slopes[form] == pytest.approx((above[form] - below[form]) / 2e-5, abs=1e-9)


def test_minimax(scene):
    """What the saturating generator gains is what the discriminator loses: their sum is the price of the real one."""
    for fake in (-6.0, 0.0, 5.0):
        scene.update(fake_logit=fake, real_logit=2.0)
        assert scene.judge_cost + scene.costs["saturating"] == pytest.approx(np.log1p(np.exp(-2.0)))


def test_a_fake_that_is_seen_through(scene):
    """At D = 0.01 the saturating slope is −0.01, the non-saturating one −0.99, and a critic's −1; the words agree."""
    fake = float(np.log(0.01 / 0.99))
    scene.update(fake_logit=fake, real_logit=3.0)
    assert [scene.slopes[form] for form in FORMS] == pytest.approx([-0.01, -0.99, -1.0])
    assert "saturating -0.0100, non-saturating -0.9900, Wasserstein -1.0000" in scene.readout()
    heights = [offset[1] for offset in scene.dots[1].get_offsets()]
    assert heights == pytest.approx([-0.01, -0.99, -1.0])
