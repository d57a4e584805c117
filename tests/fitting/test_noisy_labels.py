"""Flipped labels and models trained on them, side by side and one by one."""

import numpy as np
import pytest

from lossviz.fitting import LinearModel, flipped, train_linear, train_on_labels
from lossviz.losses import categorical_crossentropy_from_logits, generalized_crossentropy, softmax

RNG = np.random.default_rng(7)
X = RNG.normal(size=(30, 4))
LABELS = np.arange(30) % 3


def test_flips_are_other_classes_and_nested():
    """A flipped label is never the true one, about the share asked for is flipped, and more flips keep the earlier."""
    truth = np.arange(6000) % 5
    some, more = (flipped(truth, share, 5, seed=1) for share in (0.2, 0.5))
    assert (some != truth).mean() == pytest.approx(0.2, abs=0.02)
    assert (more != truth).mean() == pytest.approx(0.5, abs=0.02)
    assert (more[some != truth] == some[some != truth]).all()
    assert np.bincount((more - truth)[more != truth] % 5)[1:] == pytest.approx([750] * 4, rel=0.1)
    assert (flipped(truth, 0.0, 5, seed=1) == truth).all()


@pytest.mark.parametrize("q", [0.0, 0.4, 1.0])
def test_models_side_by_side_are_those_trained_alone(q):
    """Training several labellings together gives each the model it would get on its own."""
    given = np.column_stack([LABELS, flipped(LABELS, 0.4, 3, seed=2)])
    predict = train_on_labels(X, given, q=q, rate=1.0, steps=30)
    for column in range(2):
        hot = np.eye(3)[given[:, column]]

        def slope(z, hot=hot):
            if q == 0:
                return categorical_crossentropy_from_logits.gradient(hot, z)
            p = softmax(z)
            inner = generalized_crossentropy.gradient(hot, p, q=q)
            jacobian = p[:, :, None] * (np.eye(3) - p[:, None, :])  # ∂pⱼ/∂zₖ, written out
            return np.einsum("njk,nj->nk", jacobian, inner)

        alone = train_linear(X, slope, start=LinearModel(np.zeros((4, 3)), np.zeros(3)), rate=1.0, steps=30)[-1]
        assert (predict(X)[:, column] == alone(X).argmax(axis=1)).all()
