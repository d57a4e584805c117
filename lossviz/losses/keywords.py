"""What a learner's plain function says about itself: its two arguments, and a tunable for each keyword."""

import inspect
import math
from numbers import Real

import numpy as np

from .facts import Switch, Tunable

GREEK = {
    **{"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "theta": "θ", "kappa": "κ", "lam": "λ"},
    **{"lambda_": "λ", "mu": "μ", "rho": "ρ", "sigma": "σ", "tau": "τ", "quantile": "τ"},
}


def read(function, name, sliders):
    """The names of target and prediction, the tunables, and the defaults of keywords that are passed on unchanged."""
    arguments, keywords = _parameters(function, name)
    numbers = {key: default for key, default in keywords.items() if _is_number(default)}
    _check_sliders(sliders, numbers, name)
    tunables, rest = {}, {}
    for key, default in keywords.items():
        if isinstance(default, (bool, np.bool_)):
            tunables[key] = Switch(bool(default), f"the keyword {key} of {name}")
        elif key in numbers:
            tunables[key] = _tunable(key, float(default), name, sliders.get(key))
        else:
            rest[key] = default
    return arguments, tunables, rest


def _parameters(function, name):
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError) as error:
        raise TypeError(f"{name} hides its arguments; wrap it: def my_loss(y_true, y_pred): …") from error
    places = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    first, others = [p.name for p in places[:2]], [*places[2:], *(p for p in parameters if p.kind is p.KEYWORD_ONLY)]
    if len(first) < 2:
        raise TypeError(
            f"{name} takes {_listed(first)}; a loss takes target and prediction, as in def {name}(y_true, y_pred)"
        )
    if "pred" in first[0] and "true" in first[1]:
        raise TypeError(f"{name} takes {_listed(first)}: put the target first, as in def {name}(y_true, y_pred)")
    for parameter in others:
        if parameter.default is parameter.empty:
            raise TypeError(
                f"{name} needs a default for {parameter.name}, as in {parameter.name}=1.0: a loss is called with "
                "target and prediction alone, and a keyword whose default is a number becomes a slider"
            )
    return first, {p.name: p.default for p in others}


def _listed(names):
    return f"only {names[0]}" if len(names) == 1 else " and ".join(names) or "no argument by place"


def _is_number(value):
    return isinstance(value, Real) and not isinstance(value, (bool, np.bool_)) and not math.isnan(value)


def _tunable(key, default, name, slider):
    return Tunable(
        default,
        f"the keyword {key} of {name}",
        GREEK.get(key, key),
        slider=slider or _range(default),
        infinite=math.isinf(default),
    )


def _range(default):
    """A slider's range around a default: what is positive stays so, what is a fraction stays below 1."""
    if math.isinf(default):
        return None
    if default == 0:
        return (0.0, 1.0)
    if default < 0:
        return (4 * default, -4 * default)
    top = 4 * default
    return (default / 10, min(top, 1 - (1 - default) / 10) if default < 1 else top)


def _check_sliders(sliders, numbers, name):
    for key, ends in sliders.items():
        if key not in numbers:
            known = ", ".join(numbers) or "none"
            raise ValueError(f"sliders names {key!r}, which is no number among {name}'s keywords ({known})")
        if not (
            isinstance(ends, (tuple, list)) and len(ends) == 2 and all(map(_is_number, ends)) and ends[0] < ends[1]
        ):
            raise ValueError(f"the slider of {key} must be two numbers, from and to, as in (0.1, 5.0); got {ends!r}")
        if not ends[0] <= numbers[key] <= ends[1]:
            raise ValueError(f"the slider of {key} from {ends[0]} to {ends[1]} leaves out its default {numbers[key]}")
