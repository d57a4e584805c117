"""Losses along one line: the numbers are those of the loss, whatever it takes."""

import numpy as np
import pytest

from lossviz import LOSSES, contrastive_similarity, dice, kl_divergence, softmax, vae_kl
from lossviz.figures.slices import slice_of

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)


@every_loss
def test_every_loss_can_be_drawn(loss):
    """Each loss of the package has a line of values, infinite at an end at most, and a slope where it does not jump."""
    part = slice_of(loss)
    assert part.x.shape == part.value.shape == part.slope.shape
    assert np.all(np.diff(part.x) >= 0) and np.isfinite(part.value[1:-1]).all()
    assert np.isnan(part.slope).sum() <= 2
    assert part.label.endswith(part.symbol)
    assert loss.elementwise or part.words


@every_loss
def test_the_slope_is_that_of_the_drawn_curve(loss):
    """Between two places the value rises by as much as the slope says, to a hundredth, where the slope hardly turns."""
    part = slice_of(loss)
    rise, step = np.diff(part.value), np.diff(part.x)
    before, after = part.slope[:-1], part.slope[1:]
    calm = np.isfinite(before + after) & (np.abs(after - before) <= 0.05 * (np.abs(before) + np.abs(after)) + 1e-9)
    calm &= step > 1e-6
    assert calm.sum() >= 30
    np.testing.assert_allclose(rise[calm], (step * (before + after) / 2)[calm], rtol=0.01, atol=1e-9)


def test_classes_move_one_probability_and_share_the_rest():
    """p = 0.5 of the true class leaves a quarter for each of two others; a soft target keeps its proportions."""
    part = slice_of(LOSSES["brier"])
    assert part.read(0.5)[0] == pytest.approx(0.5**2 + 2 * 0.25**2)
    part = slice_of(kl_divergence)
    assert part.x[part.value.argmin()] == pytest.approx(0.7, abs=0.01)
    assert part.read(0.5)[0] == pytest.approx(float(kl_divergence([0.7, 0.2, 0.1], [0.5, 1 / 3, 1 / 6])))


def test_a_logit_moves_beside_zeros():
    """At z = 2 beside two zeros the sparse loss is −log of their softmax."""
    wanted = -np.log(softmax([2.0, 0.0, 0.0])[0])
    assert slice_of(LOSSES["sparse_categorical_crossentropy_from_logits"]).read(2.0)[0] == pytest.approx(wanted)


def test_masks_codes_and_pairs():
    """Dice over the pixels of the object, a code's first mean, and one pair of three."""
    assert slice_of(dice).read(0.5)[0] == pytest.approx(float(dice([1.0, 1, 0, 0], [0.5, 0.5, 0, 0])))
    assert slice_of(vae_kl).read(2.0) == (pytest.approx(2.0), pytest.approx(2.0))
    part = slice_of(contrastive_similarity)
    assert part.read(0.5)[0] == pytest.approx(contrastive_similarity(np.diag([0.5, 1.0, 1.0]))[0])


def test_numbers_in_words():
    """The words hold both ends and the middle, and say where the slope jumps."""
    assert slice_of(LOSSES["absolute_error"]).numbers() == "loss 4, 0, 4 and slope −1, a jump, 1 at e = −4, 0, 4"


def test_an_unknown_layout_has_no_line(monkeypatch):
    """A loss whose arrays fit together in some new way is not drawn, and nothing breaks."""
    monkeypatch.setattr(dice, "layout", "cubes")
    assert slice_of(dice) is None
