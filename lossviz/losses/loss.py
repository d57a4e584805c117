"""A loss as one object: called it gives one loss per example, and it knows its gradient and its facts."""

import functools
import inspect
from collections.abc import Callable, Mapping

import numpy as np

from . import arguments
from .domains import Domain
from .facts import BestConstant
from .prepare import elementwise


class Loss:
    """A loss: `loss(y_true, y_pred, **tunables)` is its value, `loss.gradient(...)` its slope in the prediction.

    Both give one number per example; nothing is reduced, so `loss(y_true, y_pred).mean()` is the cost. The object
    also carries what the course shows of it: `title`, `family`, `formula` (LaTeX), `targets` and `predictions` (name →
    `Domain`), `elementwise` (one loss for each number rather than each vector), `layout` (how its arrays fit together:
    the name of a function in `prepare`), `tunables` (name → `Tunable`, `Switch` or `Table`), `best_constant`, `convex`,
    `smooth`, `bounded`, `slope_bounded`, `values` (its range, in words), `suits` (task → situations, as `tasks.TASKS`
    has them), `use`, `avoid`, `elsewhere` (framework → {name: convention note}) and `source`. `kinks(y_true,
    **tunables)` gives the predictions where the slope jumps and `joins` those where pieces meet with equal slopes; with
    two predictions they take the second and give places of the first.

    Examples
    --------
    >>> from lossviz import huber
    >>> huber([0.0, 0.0], [0.5, 3.0], delta=1.0)
    array([0.125, 2.5  ])
    >>> huber.gradient([0.0, 0.0], [0.5, 3.0], delta=1.0)
    array([0.5, 1. ])
    >>> huber.best_constant.words
    'a compromise of median and mean'
    """

    def __init__(self, function, *, prepare, title, family, formula, targets, predictions, **facts):
        functools.update_wrapper(self, function)
        self.name = function.__name__
        self.title = title
        self.family = family
        self.formula = formula
        self.targets: Mapping[str, Domain] = targets
        self.predictions: Mapping[str, Domain] = predictions
        self.tunables = facts.pop("tunables", {})
        self.kinks: Callable = facts.pop("kinks", _nowhere)
        self.joins: Callable = facts.pop("joins", _nowhere)
        self.best_constant: BestConstant = facts.pop("best_constant", BestConstant("no single formula"))
        self.convex = facts.pop("convex")
        self.smooth = facts.pop("smooth")
        self.bounded = facts.pop("bounded")
        self.slope_bounded = facts.pop("slope_bounded")
        self.values = facts.pop("values", "[0, ∞)")
        self.suits: Mapping[str, tuple] = facts.pop("suits", {})
        self.use = facts.pop("use")
        self.avoid = facts.pop("avoid")
        self.elsewhere = facts.pop("elsewhere", {})
        self.source = facts.pop("source")
        if facts:
            raise TypeError(f"{self.name} has facts that no loss has: {', '.join(facts)}")
        self.elementwise = prepare is elementwise
        self.layout = prepare.__name__
        self._prepare = prepare
        self._value = function
        self._slope = None
        self._positional = (*targets, *predictions)

    def derivative(self, function):
        """Take `function` as this loss's gradient; used as a decorator right below the value."""
        self._slope = function
        return function

    def __call__(self, *args, **kwargs):
        return self._evaluate(self._value, args, kwargs)

    def gradient(self, *args, **kwargs):
        """The gradient of the sum of the losses in the prediction: an array of the prediction's shape.

        A loss of two predictions gives a tuple, in the order of its arguments. At a kink it is one of the
        subgradients; the loss's own docstring says which.
        """
        return self._evaluate(self._slope, args, kwargs)

    def _evaluate(self, function, args, kwargs):
        given = self._bind(args, kwargs)
        arrays = [arguments.as_array(name, given.pop(name)) for name in self._positional]
        dtype = arguments.result_dtype(*arrays)
        tunables = {name: fact.check(name, given[name]) for name, fact in self.tunables.items()}
        arrays, tunables = self._prepare(self, arrays, tunables)
        with np.errstate(all="ignore"):  # infinities are answers here, and 0 · log 0 is settled by each loss itself
            result = function(*arrays, **tunables)
            if isinstance(result, tuple):
                return tuple(np.asarray(part, dtype=dtype)[()] for part in result)
            return np.asarray(result, dtype=dtype)[()]

    def _bind(self, args, kwargs):
        """Arguments by name, defaults filled in; a wrong call is told in the words of this loss."""
        unknown = [name for name in kwargs if name not in self._signature.parameters]
        if unknown == ["from_logits"]:
            raise TypeError(f"{self.name} has no argument 'from_logits': logits go into a loss whose name says so")
        if unknown:
            raise TypeError(f"{self.name} has no argument {unknown[0]!r}{self._suggest(unknown[0])}")
        wanted = ", ".join(self._positional)
        if len(args) > len(self._positional):
            by_name = ", ".join(self.tunables)
            cure = f"; pass {by_name} by name" if by_name else ""
            raise TypeError(f"{self.name} takes {wanted} in this order; got {len(args)} arguments{cure}")
        given = dict(zip(self._positional, args, strict=False))
        twice = given.keys() & kwargs.keys()
        if twice:
            raise TypeError(f"{self.name} was given {twice.pop()} twice: once by place and once by name")
        given |= kwargs
        missing = [name for name in self._positional if name not in given]
        if missing:
            raise TypeError(f"{self.name} takes {wanted}; {missing[0]} is missing")
        for name, fact in self.tunables.items():
            given.setdefault(name, fact.default)
        return given

    def _suggest(self, name):
        import difflib  # only a misspelt call pays for it

        known = list(self._signature.parameters)
        close = difflib.get_close_matches(name, known, n=1)
        return f"; did you mean {close[0]!r}?" if close else f"; it takes {', '.join(known)}"

    @functools.cached_property
    def _signature(self):
        return inspect.signature(self.__wrapped__)

    @property
    def __signature__(self):
        return self._signature

    def __repr__(self):
        return f"<loss {self.name}{self._signature}>"

    def __reduce__(self):
        return _by_name, (self.__module__, self.name)


def _by_name(module, name):
    """Losses are copied and pickled by their name, like functions."""
    return getattr(__import__(module, fromlist=[name]), name)


def _nowhere(*_, **__):
    return ()


def define(title, **facts):
    """Make a `Loss` of the function below: `title`, facts, and `prepare`, which checks its arguments.

    The function gets checked float64 arrays, so it holds the mathematics and nothing else; its result is cast back to
    float32 where the arguments were float32.
    """
    return functools.partial(_make, title=title, **facts)


def _make(function, **facts):
    return Loss(function, **facts)
