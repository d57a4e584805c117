"""`explore`: a loss and its slope over its axis, with a slider for each tunable."""

from ..figures.curves import CurveScene
from ..losses.facts import Switch
from .controls import Choice, OptionalNumber, Slider, slider_over
from .explorer import Explorer


def curve_explorer(loss, *others, **start):
    """The explorer of one element-wise loss; `start` sets where its sliders begin."""
    scene = CurveScene(loss, others)
    axis = scene.axis
    controls = [_control(name, fact, start.pop(name, fact.default)) for name, fact in loss.tunables.items()]
    for name, span in axis.held.items():
        label = "target y" if name == "y_true" else name.replace("_", " ")
        controls.append(_along(name, label, span, start.pop(name, span.start)))
    label = f"{axis.quantity} {axis.symbol}"
    controls.append(_along(axis.quantity, label, axis.span, start.pop(axis.quantity, axis.span.start)))
    if start:
        known = ", ".join(control.name for control in controls if control)
        raise ValueError(f"{loss.name} has no slider {next(iter(start))!r}; it has {known}")
    return Explorer(scene, [control for control in controls if control], loss.name)


def _control(name, fact, value):
    if isinstance(fact, Switch):
        return Choice(name, name, (False, True), value)
    if getattr(fact, "slider", None) is None:
        return None
    label = f"{name} {fact.symbol}"
    if fact.optional:
        positions = slider_over(name, label, *fact.slider, fact.slider[0]).positions()
        return OptionalNumber(name, label, (None, *positions[:: len(positions) // 20]), value)
    return slider_over(name, label, *fact.slider, value)


def _along(name, label, span, value):
    return Slider(name, label, span.low, span.high, span.step, value)
