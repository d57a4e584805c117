"""Three GANs on a line: slopes, seeds, and who gets to the data."""

import numpy as np
import pytest

from lossviz import gan_discriminator
from lossviz.fitting.adversaries import CLIP, DATA, START, WAYS, State, play


@pytest.fixture(scope="module")
def path():
    return play(seeds=4, steps=150)


def test_equal_seeds_begin_equally(path):
    """Before the head start all ways have the same discriminator; the generators begin at the same place."""
    assert (path[0].mean == START[0]).all()
    saturating, other = (part[:2] for part in (path[0].judge[0], path[0].judge[2]))
    assert saturating[0] == pytest.approx(saturating[1])
    assert other[0] == pytest.approx(other[1])


def test_the_slope_in_x_is_that_of_the_output(path):
    """The slope of a judge in x agrees with central differences."""
    x = np.linspace(-4, 5, 19)
    difference = (path[50].output(x + 1e-5) - path[50].output(x - 1e-5)) / 2e-5
    assert path[50].slope(x) == pytest.approx(difference, abs=1e-7)


def test_the_head_start_sees_through_the_first_fakes(path):
    """Where the generator begins, D of its fakes is below 0.02 and D of the data above 0.98."""
    of_fakes, of_data = (path[0].output(np.array([place]))[:2, :, 0] for place in (START[0], DATA.mean))
    assert of_fakes.max() < np.log(0.02 / 0.98) < np.log(0.98 / 0.02) < of_data.min()
    assert gan_discriminator(of_data, of_fakes).max() < 0.05


def test_who_arrives(path):
    """After 100 steps, with each seed: the non-saturating game and the critic are near the data, minimax is not."""
    saturating, other, critic = path[100].distance()
    assert saturating.min() > 2.5
    assert other.max() < 0.6
    assert critic.max() < 1.2


def test_a_critic_keeps_within_its_clip(path):
    """The weights of a critic stay within ±CLIP, those of the discriminators do not."""
    at = list(WAYS).index("Wasserstein")
    assert max(np.abs(part[at]).max() for part in path[-1].judge) <= CLIP
    assert max(np.abs(part[:2]).max() for part in path[-1].judge) > 3 * CLIP


def test_distance_is_how_far_the_fakes_are_to_be_moved():
    """Data themselves are at distance 0, data moved by 3 at distance 3."""
    places = np.array([[0.0, 3.0]])
    state = State((), DATA.mean + places, np.full((1, 2), DATA.stdev))
    assert state.distance() == pytest.approx(places)
