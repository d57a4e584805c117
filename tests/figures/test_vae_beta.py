"""Runs with several β: sums, samples, and what a classifier sees in them."""

import numpy as np

from lossviz.figures.vae_beta import VaeBetaScene


def run(shade, reconstruction, divergence):
    pictures = np.full((8, 64), 0.5)
    return {
        "decode": lambda z: np.full((len(z), 64), shade),
        "reconstruction": reconstruction,
        "divergence": divergence,
        "pictures": pictures,
        "back": pictures,
    }


def classify(pictures):
    sure = np.where(pictures.mean(axis=1) > 0.5, 0.95, 0.6)
    return np.column_stack([sure, 1 - sure])


def test_the_sum_weighs_the_divergence_by_beta():
    """10 + 2 · 3 is 16, and the terms are those of the chosen run."""
    scene = VaeBetaScene({0.5: run(0.1, 8.0, 5.0), 2.0: run(0.9, 10.0, 3.0)}, classify)
    scene.update(beta=2.0, draw=0)
    assert "reconstruction 10.0 + β · divergence 3.0 = 16.0" in scene.readout()


def test_sure_samples_and_kinds_are_counted():
    """A decoder that paints one picture is seen: all samples sure, one kind."""
    scene = VaeBetaScene({0.5: run(0.1, 8.0, 5.0), 2.0: run(0.9, 10.0, 3.0)}, classify)
    scene.update(beta=2.0, draw=4)
    assert "sure (p > 0.9) of 36 of 36 samples and sees 1 kind of digits" in scene.readout()
    scene.update(beta=0.5, draw=4)
    assert "of 0 of 36 samples" in scene.readout()
