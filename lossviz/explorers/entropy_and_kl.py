"""Cross-entropy as entropy plus Kullback–Leibler divergence."""

from ..figures.entropy_and_kl import PROBABILITIES, EntropyAndKlScene
from .controls import Slider
from .explorer import Explorer


def entropy_and_kl(**start):
    """The explorer of a true and a stated probability; `start` sets where its sliders begin."""
    controls = [
        Slider("probability", "stated probability p", *PROBABILITIES, 0.02, 0.8),
        Slider("target", "true probability y", *PROBABILITIES, 0.02, 0.3),
    ]
    explorer = Explorer(EntropyAndKlScene(), controls, "entropy_and_kl")
    explorer.set(**start)
    return explorer
