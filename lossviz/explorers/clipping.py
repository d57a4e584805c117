"""A clip at ε against the value and the slope of −log p."""

from ..figures.clipping import EXPONENTS_OF_EPSILON, EXPONENTS_OF_P, ClippingScene
from .controls import Slider
from .explorer import Explorer


def clipping(**start):
    """The explorer of −log p clipped at ε, both over many powers of ten; `start` sets where its sliders begin."""
    controls = [
        Slider("log_p", "log₁₀ p", *EXPONENTS_OF_P, 0.2, -9.0, digits=1),
        Slider("log_epsilon", "log₁₀ ε", *EXPONENTS_OF_EPSILON, 0.5, -7.0, digits=1),
    ]
    explorer = Explorer(ClippingScene(), controls, "clipping")
    explorer.set(**start)
    return explorer
