"""Ways to pair an output layer with a loss, of which one or two do not fit."""

from ..figures.five_outputs import SHOWN, FiveOutputsScene
from .controls import Choice, Slider
from .explorer import Explorer


def five_outputs(images=None, labels=None, runs=None, **start):
    """The explorer of outputs and losses that fit or do not; `start` sets where its controls begin.

    `images` and `labels` are held-out pictures, `runs` what the outputs stated after each epoch: see
    `FiveOutputsScene`. Where they are left out, a small network learns drawn digits.
    """
    if runs is None:
        from ..networks.samples import five_output_runs  # training starts only where nothing trained is given

        images, labels, runs = five_output_runs()
    scene = FiveOutputsScene(images, labels, runs)
    controls = [
        Slider("epoch", "epoch", 0, scene.epochs, 1, min(5, scene.epochs), digits=0),
        Slider("picture", "picture", 1, min(SHOWN, len(scene.labels)), 1, 1, digits=0),
        Choice("outputs", "outputs + loss", tuple(scene.runs), next(iter(scene.runs))),
    ]
    explorer = Explorer(scene, controls, "five_outputs")
    explorer.set(**start)
    return explorer
