"""The workbench: a learner's own loss with its curve, slope, best constant and line, and a slider for each keyword."""

from ..figures.workbench import WorkbenchScene
from ..losses import huber
from ..losses.custom import loss as loss_of
from ..losses.domains import REAL
from ..losses.loss import Loss
from .controls import slider_over
from .curve import _control
from .explorer import Explorer


def workbench(loss=huber, x=None, y=None, *, xlabel="x", ylabel="target y", **start):
    """The explorer of one loss of an error on the points `x`, `y`; `start` sets where its sliders begin.

    `loss` is a `Loss` or a plain function f(y_true, y_pred, keywords with defaults). Whatever is wrong with it stands
    below the picture in words.
    """
    trouble = None
    try:
        loss = _of_an_error(loss)
    except (TypeError, ValueError) as error:
        loss, trouble = None, str(error)
    scene = WorkbenchScene(loss, x, y, xlabel, ylabel, trouble)
    controls = [_control(name, fact, fact.default) for name, fact in loss.tunables.items()] if loss else []
    error = slider_over("error", "error e", -scene.reach, scene.reach, scene.reach / 4)
    explorer = Explorer(scene, [*filter(None, controls), error], "workbench")
    # A call that names sliders of a loss that is none yet must show what is wrong with the loss, not with the call.
    explorer.set(**{name: value for name, value in start.items() if loss or name in explorer.specs})
    return explorer


def _of_an_error(loss):
    """The loss, or an error in words where it is none whose prediction and target may be any number."""
    if not callable(loss):
        raise TypeError(f"the workbench takes a loss or a function f(y_true, y_pred); got {type(loss).__name__}")
    loss = loss if isinstance(loss, Loss) else loss_of(loss)
    if not loss.elementwise or [*loss.targets.values(), *loss.predictions.values()] != [REAL, REAL]:
        raise ValueError(f"the workbench takes losses of an error ŷ − y between any two numbers; {loss.name} is none")
    if "error" in loss.tunables:
        raise ValueError(f"{loss.name} has a keyword 'error', which is what the cursor's slider is called: rename it")
    return loss
