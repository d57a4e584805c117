"""One point dragged away in y or in x, and the lines of three losses that follow or resist."""

from ..figures.outlier import OutlierScene
from .controls import slider_over
from .explorer import Explorer


def outlier(x=None, y=None, moving=None, *, xlabel="x", ylabel="target y", **start):
    """The explorer of one dragged point, number `moving` of the data `x`, `y`; `start` sets where its sliders begin."""
    scene = OutlierScene(x, y, moving, xlabel, ylabel)
    controls = [
        slider_over("shift_y", "shift in y", *scene.reach_y, 0.4 * scene.reach_y[1]),
        slider_over("shift_x", "shift in x", *scene.reach_x, 0.0),
        slider_over("delta", "δ", *scene.deltas, 1.345 * scene.noise),
    ]
    explorer = Explorer(scene, controls, "outlier")
    explorer.set(**start)
    return explorer
