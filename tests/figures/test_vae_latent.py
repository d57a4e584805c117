"""The plane of codes: what is decoded is what the sliders say."""

import numpy as np

from lossviz.figures.vae_latent import VaeLatentScene


def test_the_picture_and_its_classes_are_of_the_code():
    """The decoder gets the sliders' code, the classifier the decoded picture, and the readout says both."""
    asked = []

    def decode(z):
        asked.append(z)
        return np.tile((z[:, :1] + 3) / 6, (1, 64))

    def classify(pictures):
        ink = pictures.mean(axis=1, keepdims=True)
        return np.hstack([1 - ink, ink])

    scene = VaeLatentScene(decode, np.array([[0.0, 0.0], [2.0, 2.0], [1.4, -1.0]]), np.array([4, 7, 9]), classify)
    scene.update(z1=1.5, z2=-1.0)
    assert asked[-1].tolist() == [[1.5, -1.0]]
    assert "taken for a 1 with p = 0.75 (a 0: 0.25), 48.0 of 64 pixels inked" in scene.readout()
    assert "z = (1.50, −1.00)" in scene.readout() and "nearest held-out codes: 9, 4, 7" in scene.readout()
