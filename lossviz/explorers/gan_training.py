"""Three ways for a generator and a discriminator to learn against each other."""

from ..figures.gan_training import EVERY, GanTrainingScene
from ..fitting.adversaries import WAYS
from .controls import Choice, Slider
from .explorer import Explorer


def gan_training(path=None, **start):
    """The explorer of three GANs at play; `path` holds their states, and `start` sets where the sliders begin."""
    scene = GanTrainingScene(path)
    controls = [
        Slider("step", "step", 0, scene.steps, EVERY, 50, 0),
        Choice("way", "game", tuple(WAYS), "saturating"),
        Slider("seed", "seed", 1, scene.seeds, 1, 1, 0),
    ]
    explorer = Explorer(scene, controls, "gan_training")
    explorer.set(**start)
    return explorer
