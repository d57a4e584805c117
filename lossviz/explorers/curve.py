"""The explorer of a curve: a loss and its slope over its axis, with a slider for each tunable."""

from ..figures.axis import axis_of
from ..figures.curves import CurveScene
from ..losses.custom import loss as loss_of
from ..losses.facts import Switch
from ..losses.loss import Loss
from .controls import Choice, OptionalNumber, Slider, slider_over
from .explorer import Explorer


def curve_explorer(loss, *others, **start):
    """The explorer of one element-wise loss or function; `start` sets where its sliders begin."""
    loss, *others = (each if isinstance(each, Loss) else loss_of(each) for each in (loss, *others))
    for each in (loss, *others):
        if not each.elementwise:
            raise ValueError(f"{each.name} takes whole vectors: only an element-wise loss has a curve over one number")
    axis = axis_of(loss)
    for other in others:
        _check_shares(axis, loss, other)
    scene = CurveScene(loss, others)
    controls = [_control(name, fact, start.pop(name, fact.default)) for name, fact in loss.tunables.items()]
    for name, span in axis.held.items():
        label = "target y" if name in loss.targets else name.replace("_", " ")
        controls.append(_along(name, label, span, start.pop(name, span.start)))
    controls.append(_along(axis.quantity, axis.label, axis.span, start.pop(axis.quantity, axis.span.start)))
    controls = [control for control in controls if control]
    if start:
        known = ", ".join(control.name for control in controls)
        raise ValueError(f"{loss.name} has no slider {next(iter(start))!r}; it has {known}")
    return Explorer(scene, controls, loss.name)


def _check_shares(axis, loss, other):
    """Raise where the other loss cannot be drawn over this axis."""
    domains = [*other.targets.values(), *other.predictions.values()]
    held = {name: span.start for name, span in axis.held.items()}
    for x in (axis.span.low, axis.span.start, axis.span.high):
        given = axis.arguments(x, held)
        if len(given) != len(domains) or not all(domain.holds(v) for domain, v in zip(domains, given, strict=True)):
            raise ValueError(
                f"{other.name} cannot be drawn beside {loss.name}: their targets or predictions are of different kinds"
            )


def _control(name, fact, value):
    if isinstance(fact, Switch):
        return Choice(name, name, (False, True), value)
    if getattr(fact, "slider", None) is None:
        return None
    label = name if fact.symbol == name else f"{name} {fact.symbol}"
    if fact.optional:
        positions = slider_over(name, label, *fact.slider, fact.slider[0]).positions()
        return OptionalNumber(name, label, (None, *positions[:: len(positions) // 20]), value)
    return slider_over(name, label, *fact.slider, value)


def _along(name, label, span, value):
    return Slider(name, label, span.low, span.high, span.step, value)
