"""Variational autoencoders trained with several β."""

from ..figures.vae_beta import VaeBetaScene
from .controls import Slider
from .explorer import Explorer
from .stops import Stops


def vae_beta(runs=None, classify=None, **start):
    """The explorer of runs with several β; `start` sets where its sliders begin.

    `runs` and `classify` are those of `VaeBetaScene`. Where they are left out, small autoencoders and a small
    classifier learn drawn digits.
    """
    if runs is None:
        from ..networks.samples import beta_runs  # training starts only where nothing trained is given

        runs, classify = beta_runs()
    scene = VaeBetaScene(runs, classify)
    controls = [
        Stops("beta", "β", tuple(scene.betas), scene.betas[len(scene.betas) // 2]),
        Slider("draw", "draw", 0, 30, 1, 0, digits=0),
    ]
    explorer = Explorer(scene, controls, "vae_beta")
    explorer.set(**start)
    return explorer
