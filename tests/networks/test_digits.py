"""What small networks reach on the handwritten digits of the course: floors that notebook 06 stands on."""

import numpy as np
import pytest

from lossviz import categorical_crossentropy_from_logits, softmax
from lossviz.networks import GradientDescent, decode, dense, differentiable, outputs, train, train_vae, vae_terms

from ..notebooks import FOLDER

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def digits():
    """Pictures and labels to learn from, and every third one held out."""
    with np.load(FOLDER / "data" / "digits.npz") as stored:
        x, labels = stored["images"].reshape(-1, 64) / 16, stored["labels"]
    held = np.arange(len(x)) % 3 == 2
    return x[~held], labels[~held], x[held], labels[held]


def classifier(x, labels, seed):
    crossentropy = differentiable(categorical_crossentropy_from_logits)
    start, hot = dense((64, 48, 10), seed), np.eye(10)[labels]
    rule = GradientDescent(0.5)
    return train(
        lambda parameters, x, y: crossentropy(y, outputs(parameters, x)).mean(),
        start,
        (x, hot),
        epochs=25,
        rule=rule,
        batch=32,
        seed=seed,
    )[-1]


@pytest.mark.parametrize("seed", range(3))
def test_crossentropy_names_95_of_100_digits(digits, seed):
    """25 epochs of plain gradient descent on 1,198 digits name at least 95 % of 599 others rightly."""
    x, labels, held_x, held_labels = digits
    right = (outputs(classifier(x, labels, seed), held_x).argmax(axis=1) == held_labels).mean()
    assert right >= 0.95


def test_samples_of_a_vae_look_like_digits(digits):
    """Its loss falls on held-out digits, and the classifier has one digit in mind for most of what is drawn from it."""
    x, labels, held_x, _ = digits
    path = train_vae(x, epochs=60)
    noise = np.random.default_rng(1).normal(size=(len(held_x), 2))
    first, middle, last = (sum(vae_terms(path[epoch], held_x, noise)).mean() for epoch in (0, 5, 60))
    assert first > middle + 10 > last + 10
    z = np.random.default_rng(5).normal(size=(1000, 2))
    p = softmax(outputs(classifier(x, labels, 0), 1 / (1 + np.exp(-decode(path[-1], z)))))
    assert (p.max(axis=1) > 0.5).mean() > 0.85
