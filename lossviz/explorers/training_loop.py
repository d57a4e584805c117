"""The training loop, stage by stage, for one picture of a panda."""

from ..figures.training_loop import RATES, ROUNDS, STAGES, TrainingLoopScene
from .controls import Slider
from .explorer import Explorer


def training_loop(**start):
    """The explorer of the training loop: which stage is at work, and the learning rate; `start` sets the sliders."""
    controls = [
        Slider("stage", "stages done", 1, ROUNDS * len(STAGES), 1, 4, digits=0),
        Slider("rate", "learning rate", *RATES, 0.1, 0.5, 1),
    ]
    explorer = Explorer(TrainingLoopScene(), controls, "training_loop")
    explorer.set(**start)
    return explorer
