"""Pictures and words in one space: sets of ten, similarities, and what training does to them."""

import numpy as np
import pytest

from lossviz.fitting.drawn_digits import drawn_digits
from lossviz.networks.towers import sets_of_ten, similarities, similarity_path, start_towers, train_towers


def test_a_set_holds_one_picture_of_each_word():
    """Row i of every set is a picture of label i, and no picture comes twice."""
    images = np.arange(60.0)[:, None]
    sets = sets_of_ten(images, np.arange(60) % 10)
    assert (sets[..., 0] % 10 == np.arange(10)).all()
    assert len(np.unique(sets)) == 60


def test_similarities_are_cosines():
    """They lie between −1 and 1, and the length of an embedding does not matter."""
    weights, bias, words = start_towers()
    images, _ = drawn_digits(10)
    s = similarities([weights, bias, words], images)
    assert np.abs(s).max() <= 1
    assert similarities([3 * weights, 3 * bias, 5 * words], images) == pytest.approx(s)


@pytest.mark.parametrize("seed", range(3))
def test_training_brings_partners_together(seed):
    """Held-out pictures come to find their words: from chance to more than 9 of 10 in ten epochs, with each seed."""
    sets, held_out = sets_of_ten(*drawn_digits(150)), sets_of_ten(*drawn_digits(60, seed=1))
    path = similarity_path(train_towers(sets, epochs=10, seed=seed), held_out)
    found = (path.argmax(axis=-1) == np.arange(10)).mean(axis=(1, 2))
    assert found[0] < 0.3
    assert found[-1] > 0.9
