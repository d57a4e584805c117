"""The plane of a variational autoencoder's codes under two sliders."""

from ..figures.vae_latent import REACH, VaeLatentScene
from .controls import Slider
from .explorer import Explorer


def vae_latent(decode=None, codes=None, labels=None, classify=None, **start):
    """The explorer of a plane of codes; `start` sets where its sliders begin.

    `decode`, `codes`, `labels` and `classify` are those of `VaeLatentScene`. Where they are left out, a small
    autoencoder and a small classifier learn drawn digits.
    """
    if decode is None:
        from ..networks.samples import small_vae  # training starts only where nothing trained is given

        decode, codes, labels, classify = small_vae()
    controls = [
        Slider("z1", "z₁", -REACH, REACH, 0.05, 0.5),
        Slider("z2", "z₂", -REACH, REACH, 0.05, 0.5),
    ]
    explorer = Explorer(VaeLatentScene(decode, codes, labels, classify), controls, "vae_latent")
    explorer.set(**start)
    return explorer
