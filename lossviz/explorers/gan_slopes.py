"""The losses of a GAN's two players over the discriminator's logit."""

from ..figures.gan_slopes import LOGITS, GanSlopesScene
from .controls import Slider
from .explorer import Explorer


def gan_slopes(**start):
    """The explorer of the two players' losses and slopes; `start` sets where its sliders begin."""
    controls = [
        Slider("fake_logit", "logit f of a fake", *LOGITS, 0.1, -5.0, 1),
        Slider("real_logit", "logit of a real one", *LOGITS, 0.2, 3.0, 1),
    ]
    explorer = Explorer(GanSlopesScene(), controls, "gan_slopes")
    explorer.set(**start)
    return explorer
