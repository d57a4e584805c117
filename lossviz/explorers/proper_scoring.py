"""The expected loss of a stated probability: what each loss wants to hear."""

from ..figures.proper_scoring import STATED, TRUTHS, ProperScoringScene
from .controls import Slider
from .explorer import Explorer


def proper_scoring(**start):
    """The explorer of a true and a stated probability; `start` sets where its sliders begin."""
    controls = [
        Slider("stated", "stated probability p", *STATED, 0.01, 0.9),
        Slider("truth", "true probability π", *TRUTHS, 0.02, 0.7),
    ]
    explorer = Explorer(ProperScoringScene(), controls, "proper_scoring")
    explorer.set(**start)
    return explorer
