"""Training on flipped labels under cross-entropy and its bounded generalisation."""

from ..figures.label_noise import POWERS, SHARES, LabelNoiseScene
from .controls import Slider
from .explorer import Explorer
from .progress_bar import progress_bar


def label_noise(data=None, held_out=None, *, rate=2.0, steps=120, **start):
    """The explorer of flipped labels; `data` and `held_out` are (inputs, class numbers).

    `rate` and `steps` are those of gradient descent; `start` sets where the sliders begin.
    """
    scene = LabelNoiseScene(data, held_out, rate, steps, track=lambda powers: progress_bar(powers, "training"))
    controls = [
        Slider("share", "flipped training labels (percent)", 0, float(round(100 * SHARES[-1])), 10, 30, 0),
        Slider("q", "q", 0.0, float(POWERS[-1]), float(POWERS[1]), 0.75),
    ]
    explorer = Explorer(scene, controls, "label_noise")
    explorer.set(**start)
    return explorer
