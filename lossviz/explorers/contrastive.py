"""Pictures against words under the symmetric contrastive loss."""

from ..figures.contrastive import TEMPERATURES, VIEWS, ContrastiveScene
from .controls import Choice, Slider
from .explorer import Explorer
from .stops import Stops


def contrastive(similarity=None, pictures=None, **start):
    """The explorer of a table of similarities; `start` sets where its controls begin.

    `similarity` and `pictures` are those of `ContrastiveScene`. Where they are left out, two small networks learn drawn
    digits and their names.
    """
    if similarity is None:
        from ..networks.towers import small_towers  # training starts only where nothing trained is given

        similarity, pictures = small_towers()
    scene = ContrastiveScene(similarity, pictures)
    controls = [
        Stops("temperature", "temperature T", TEMPERATURES, min(TEMPERATURES, key=lambda t: abs(t - 0.1))),
        Slider("epoch", "epoch of training", 0, scene.epochs, 1, scene.epochs, 0),
        Slider("chosen", "set of pictures", 1, len(scene.pictures), 1, 1, 0),
        Choice("view", "in the middle", VIEWS, VIEWS[0]),
    ]
    explorer = Explorer(scene, controls, "contrastive")
    explorer.set(**start)
    return explorer
