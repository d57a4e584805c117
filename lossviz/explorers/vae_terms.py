"""Reconstruction and β times KL for one code of a variational autoencoder."""

from ..figures.vae_terms import BETA, LOG_VARIANCE, MEAN, VaeTermsScene
from .controls import Slider
from .explorer import Explorer


def vae_terms(**start):
    """The explorer of the two terms of a VAE's loss; `start` sets where its sliders begin."""
    spans = {"beta": ("β", BETA), "mean": ("mean μ", MEAN), "log_variance": ("log-variance s", LOG_VARIANCE)}
    controls = [
        Slider(name, label, span.low, span.high, span.step, span.start) for name, (label, span) in spans.items()
    ]
    explorer = Explorer(VaeTermsScene(), controls, "vae_terms")
    explorer.set(**start)
    return explorer
