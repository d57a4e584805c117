"""A classifier of pictures trained under several losses."""

from ..figures.digit_training import DigitTrainingScene
from .controls import Choice, Slider
from .explorer import Explorer


def digit_training(images=None, labels=None, runs=None, **start):
    """The explorer of a network's training under several losses; `start` sets where its controls begin.

    `images` and `labels` are held-out pictures, `runs` what the networks gave for them after each epoch: see
    `DigitTrainingScene`. Where they are left out, a small network learns drawn digits.
    """
    if runs is None:
        from ..networks.samples import digit_runs  # training starts only where nothing trained is given

        images, labels, runs = digit_runs()
    scene = DigitTrainingScene(images, labels, runs)
    controls = [
        Slider("epoch", "epoch", 0, scene.epochs, 1, min(3, scene.epochs), digits=0),
        Choice("network", "show", tuple(scene.runs), next(iter(scene.runs))),
    ]
    explorer = Explorer(scene, controls, "digit_training")
    explorer.set(**start)
    return explorer
