"""The slope of a learner's plain NumPy function by autograd, which follows the function through a copy of it.

autograd sees only what goes through `autograd.numpy`. So the function is copied with its `np` replaced by that, and so
are the helper functions it calls.
"""

import contextlib
import functools
import sys
import types
import warnings

import numpy as np

from .loss import Loss

NOT_REBOUND = sys.stdlib_module_names | {"numpy", "autograd", "scipy", "lossviz"}


class AutogradFailed(Exception):
    """autograd cannot follow the function; the message says why, as the end of a sentence."""


def slope(function, y_true, y_pred, keywords):
    """d function / d y_pred, element by element, or `AutogradFailed`."""
    from autograd import elementwise_grad  # takes a tenth of a second, so it comes with the first gradient
    from autograd import numpy as traced

    def followed(prediction):
        result = _Copies()(function)(y_true, prediction, **keywords)
        return traced.array(result) if isinstance(result, (list, tuple)) else result

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return np.asarray(elementwise_grad(followed)(y_pred), dtype=float)
        except Warning as warning:
            raise AutogradFailed(f"autograd warned: {_short(warning)}") from warning
        except Exception as error:  # the function itself works: it has just been called without autograd
            raise AutogradFailed(f"autograd raised {type(error).__name__}: {_short(error)}") from error


def _short(error):
    text = " ".join(str(error).split()).rstrip(".")
    return text if len(text) <= 100 else text[:99] + "…"


class _Copies:
    """Copies of functions that call autograd's NumPy; each function is copied once, so recursion ends."""

    def __init__(self):
        from autograd import numpy as traced

        self.traced = traced
        self.done = {}

    def __call__(self, value):
        """`value` itself, or what stands for it under autograd."""
        if isinstance(value, types.FunctionType):
            return self._function(value)
        if value is np:
            return self.traced
        if isinstance(value, types.ModuleType):
            _, dot, inner = value.__name__.partition("numpy.")
            return getattr(self.traced, inner, value) if dot else value
        if isinstance(value, types.MethodType):
            return types.MethodType(self(value.__func__), value.__self__)
        if isinstance(value, functools.partial):
            return functools.partial(self(value.func), *value.args, **value.keywords)
        if isinstance(value, Loss):
            return self._loss(value)
        if isinstance(type(value).__dict__.get("__call__"), types.FunctionType):
            return types.MethodType(self(type(value).__call__), value)
        name = getattr(value, "__name__", None)
        of_numpy = isinstance(name, str) and callable(value) and getattr(np, name, None) is value
        return getattr(self.traced, name, value) if of_numpy else value

    def _function(self, function):
        if (function.__module__ or "").partition(".")[0] in NOT_REBOUND:
            return function
        if function not in self.done:
            world = dict(function.__globals__)
            cells = tuple(types.CellType() for _ in function.__closure__ or ())
            copy = types.FunctionType(function.__code__, world, function.__name__, function.__defaults__, cells)
            copy.__kwdefaults__ = function.__kwdefaults__
            self.done[function] = copy
            for name in _names(function.__code__) & world.keys():
                world[name] = self(world[name])
            for new, old in zip(cells, function.__closure__ or (), strict=True):
                _fill(new, old, self)
        return self.done[function]

    def _loss(self, loss):
        """A loss inside the function as a single step whose slope is known."""
        from autograd.extend import defvjp, primitive

        def value(*arrays, **keywords):
            return loss(*arrays, **keywords)

        step = primitive(value)
        if len(loss.predictions) == 1:
            place = len(loss.targets)
            defvjp(step, lambda ans, *arrays, **kw: lambda g: g * loss.gradient(*arrays, **kw), argnums=(place,))
        return step


def _names(code):
    """All names a function's code looks up, those of the functions inside it as well."""
    inner = [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return set(code.co_names).union(*map(_names, inner))


def _fill(new, old, copies):
    with contextlib.suppress(ValueError):  # a name that has no value yet stays without one
        new.cell_contents = copies(old.cell_contents)
