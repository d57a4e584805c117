"""Autoencoders judged by squared error."""

import numpy as np

from lossviz.figures.reconstructions import ReconstructionScene


def test_errors_are_summed_over_pixels_and_averaged_over_pictures():
    """Off by a tenth in all 64 pixels is 0.64 a picture; a perfect copy is 0."""
    pictures = np.random.default_rng(0).uniform(0.2, 0.8, size=(6, 64))
    copies = np.stack([pictures + 0.1, pictures])
    scene = ReconstructionScene(pictures, {2: {"MSE": copies, "BCE": copies[::-1]}})
    scene.update(epoch=0, code=2)
    assert np.isclose(scene.now["MSE"], 0.64) and np.isclose(scene.now["BCE"], 0.0)
    assert "trained on MSE: squared error 0.64, trained on BCE: squared error 0.00" in scene.readout()
    scene.update(epoch=1, code=2)
    assert np.isclose(scene.now["MSE"], 0.0)


def test_the_mean_picture_is_the_line_of_reference():
    """The dashed line is what stating the mean of all pictures would cost."""
    pictures = np.zeros((4, 64))
    pictures[:2, 0] = 1.0
    scene = ReconstructionScene(pictures, {2: {"MSE": pictures[None].repeat(2, 0), "BCE": pictures[None].repeat(2, 0)}})
    assert np.isclose(scene.mean, 0.25)
