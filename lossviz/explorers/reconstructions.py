"""Pictures through an autoencoder's code and back."""

from ..figures.reconstructions import ReconstructionScene
from .controls import Slider
from .explorer import Explorer
from .stops import Stops


def reconstructions(pictures=None, runs=None, **start):
    """The explorer of autoencoders under two losses; `start` sets where its controls begin.

    `pictures` are held out, `runs` what the autoencoders made of them after each epoch: see `ReconstructionScene`.
    Where they are left out, small ones learn drawn digits.
    """
    if runs is None:
        from ..networks.samples import autoencoder_runs  # training starts only where nothing trained is given

        pictures, runs = autoencoder_runs()
    scene = ReconstructionScene(pictures, runs)
    codes = tuple(scene.runs)
    controls = [
        Slider("epoch", "epoch", 0, scene.epochs, 1, scene.epochs // 4, digits=0),
        Stops("code", "numbers in the code", codes, codes[len(codes) // 2]),
    ]
    explorer = Explorer(scene, controls, "reconstructions")
    explorer.set(**start)
    return explorer
