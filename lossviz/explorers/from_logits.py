"""Training runs in which logits meet the wrong loss."""

from functools import partial

from ..figures.from_logits import EVERY, STEPS, FromLogitsScene
from ..figures.wrong_chains import CHAINS
from .controls import Choice, Slider
from .explorer import Explorer
from .progress_bar import progress_bar


def from_logits(x=None, labels=None, x_test=None, labels_test=None, **start):
    """The explorer of training runs with a wrong `from_logits`; `start` sets where its controls begin.

    The data are inputs of shape (n, d) and class numbers from 0, for training and held out.
    """
    scene = FromLogitsScene(x, labels, x_test, labels_test, track=partial(progress_bar, label="training"))
    controls = [
        Slider("step", "steps taken", 0, STEPS, EVERY, 150, digits=0),
        Choice("mistake", "mistake", tuple(CHAINS), "softmax twice"),
    ]
    explorer = Explorer(scene, controls, "from_logits")
    explorer.set(**start)
    return explorer
