"""A gradient against differences, with sliders for the step and the place."""

from ..figures.gradient_check import CASES, POINTS, SPACING, STEPS, Case, GradientCheckScene
from ..losses.custom import loss as loss_of
from ..losses.domains import REAL
from ..losses.loss import Loss
from .controls import Choice, Slider
from .explorer import Explorer


def gradient_check(loss=None, **start):
    """The explorer of difference quotients and their step; `start` sets where its sliders begin.

    It checks the gradient of `loss`, a loss of an error, or else three that show what may happen.
    """
    cases = CASES if loss is None else (_case(loss),)
    controls = [
        Slider("step", "step: log₁₀ h", *STEPS, SPACING, -3.0, 1),
        Slider("point", "error e", *POINTS, 0.1, 1.0, 1),
    ]
    if len(cases) > 1:
        controls.append(Choice("case", "slope of", tuple(case.name for case in cases), cases[0].name))
    explorer = Explorer(GradientCheckScene(cases), controls, "gradient_check")
    explorer.set(**start)
    return explorer


def _case(loss):
    loss = loss if isinstance(loss, Loss) else loss_of(loss)
    if not loss.elementwise or [*loss.targets.values(), *loss.predictions.values()] != [REAL, REAL]:
        raise ValueError(f"the gradient check takes losses of an error ŷ − y between any two numbers; got {loss.name}")
    return Case(loss.title, loss)
