"""A learner's own plain function as a loss, with sliders from its keywords and a gradient that was checked."""

import functools
import inspect
import sys

import numpy as np

from . import arguments, autodiff, keywords
from .differences import Differences
from .domains import LOGIT, PROBABILITY, REAL, SCORE, SIGN, Domain
from .loss import Loss, _by_name
from .prepare import elementwise

PREDICTIONS = {
    "error": (REAL, REAL),
    "probability": (PROBABILITY, PROBABILITY),
    "logit": (PROBABILITY, LOGIT),
    "margin": (SIGN, SCORE),
}


def loss(function=None, *, gradient=None, sliders=None, target=None, prediction="error", title=None, formula=""):
    """Make a loss of a plain function of target and prediction; a decorator, with or without brackets, or a call.

    Parameters
    ----------
    function : callable
        `f(y_true, y_pred, …)`: from two float arrays of equal shape to one loss per example. Keywords with a number as
        default become tunables with a slider, those with True or False become switches, all others are passed on.
    gradient : callable, optional
        `g(y_true, y_pred, …)`: the slope in the prediction, with those of the function's keywords that it needs.
        Without it the slope is found by autograd; either way it is compared with central differences.
    sliders : dict, optional
        The range of a slider, as in ``{"delta": (0.1, 5.0)}``.
    target : Domain, optional
        What targets may be; otherwise what goes with the predictions.
    prediction : str or Domain
        What the prediction is, which gives figures their axis: "error" (any number), "probability", "logit" (targets
        from 0 to 1) or "margin" (a score, targets −1 or +1).
    title : str, optional
        What figures call it; otherwise the function's name.
    formula : str
        LaTeX for figures, if any.

    Returns
    -------
    CustomLoss
        Used like every other loss; `gradient_source` says where its gradient comes from.

    Raises
    ------
    TypeError
        If `function` does not take target and prediction, or a further argument has no default.
    ValueError
        If `sliders` or `prediction` cannot be understood.

    Examples
    --------
    >>> import numpy as np
    >>> @loss
    ... def asymmetric(y_true, y_pred, *, too_low=3.0):
    ...     error = y_pred - y_true
    ...     return np.where(error < 0, too_low, 1.0) * error**2
    >>> asymmetric([0.0, 0.0], [-1.0, 1.0])
    array([3., 1.])
    >>> asymmetric.gradient([0.0, 0.0], [-1.0, 1.0], too_low=2.0)
    array([-4.,  2.])
    >>> asymmetric.tunables["too_low"].slider
    (0.3, 12.0)
    >>> asymmetric.gradient_source
    'The gradient comes from autograd, and central differences agree with it.'
    """
    options = {"gradient": gradient, "sliders": sliders, "target": target}
    options |= {"prediction": prediction, "title": title, "formula": formula}
    return functools.partial(CustomLoss, **options) if function is None else CustomLoss(function, **options)


class CustomLoss(Loss):
    """A loss made of a learner's function `plain`; what is not known of it, such as convexity, is None."""

    def __init__(self, function, *, gradient, sliders, target, prediction, title, formula):
        name = _name(function)
        self._options = {"gradient": gradient, "sliders": sliders, "target": target}
        self._options |= {"prediction": prediction, "title": title, "formula": formula}
        target, prediction = _domains(target, prediction)
        (first, second), tunables, self.passed_on = keywords.read(function, name, sliders or {})
        super().__init__(
            _described(function, name),
            prepare=elementwise,
            title=title or name.replace("_", " "),
            family="custom",
            formula=formula,
            targets={first: target},
            predictions={second: prediction},
            tunables=tunables,
            convex=None,
            smooth=None,
            bounded=None,
            slope_bounded=None,
            values="unknown",
            use="",
            avoid="",
            source="",
        )
        self.plain = function
        self._value, self._slope = self._losses, self._checked_slope
        self._given = None
        self._source = None
        if gradient is not None:
            self.derivative(gradient)

    def derivative(self, function):
        """Take `function` as the gradient, to be compared with central differences; also a decorator."""
        accepted = inspect.signature(function).parameters
        everything = any(p.kind is p.VAR_KEYWORD for p in accepted.values())
        self._given = function, None if everything else frozenset(accepted)
        self._options["gradient"] = function
        self._source = None
        return function

    @property
    def gradient_source(self):
        """Where the gradient comes from and what central differences say of it, in one sentence.

        It speaks of the last call of `gradient`, or of a few sample predictions before the first one.
        """
        if self._source is None:
            try:
                self.gradient(*self._sample())
            except Exception as error:  # whatever the learner's function raises is the answer here
                return f"There is no gradient: {self.name} raised {type(error).__name__}: {error}"
        return self._source

    def _sample(self):
        (target,), (prediction,) = self.targets.values(), self.predictions.values()
        low, high = max(prediction.low, -3.05), min(prediction.high, 3.05)
        points = np.linspace(low + (high - low) / 50, high - (high - low) / 50, 25)
        return np.full(points.shape, 1.0 if target.holds(1.0) else (target.low + target.high) / 2), points

    def _evaluate(self, function, args, kwargs):
        passed_on = {name: kwargs.get(name, default) for name, default in self.passed_on.items()}
        return super()._evaluate(functools.partial(function, **passed_on), args, kwargs)

    def _losses(self, y_true, y_pred, **keywords):
        return self._called(self.plain, self.name, y_true, y_pred, keywords).reshape(y_pred.shape)

    def _called(self, function, name, y_true, y_pred, keywords):
        """What the learner's function returns for copies of the arrays, which are never 0-dimensional."""
        y_true, y_pred = (np.array(array, ndmin=1) for array in (y_true, y_pred))
        shape = y_pred.shape  # before the function can change it
        return _one_number_each(name, function(y_true, y_pred, **keywords), shape)

    def _checked_slope(self, y_true, y_pred, **keywords):
        shape = y_pred.shape
        y_true, y_pred = np.atleast_1d(y_true), np.atleast_1d(y_pred)
        (domain,) = self.predictions.values()
        differences = Differences.of(lambda moved: self._losses(y_true, moved, **keywords), y_pred, domain)
        if self._given is not None:
            slope = self._given_slope(y_true, y_pred, keywords)
            wrong = differences.contradict(slope)
            self._source = _verdict("is the one you gave", wrong, slope, differences, y_pred, "is wrong")
        else:
            slope = self._found_slope(y_true, y_pred, keywords, differences)
        return np.where(np.isnan(y_pred), np.nan, slope).reshape(shape)

    def _given_slope(self, y_true, y_pred, keywords):
        function, accepted = self._given
        known = {key: value for key, value in keywords.items() if accepted is None or key in accepted}
        return self._called(function, f"the gradient of {self.name}", y_true, y_pred, known)

    def _found_slope(self, y_true, y_pred, keywords, differences):
        try:
            slope = autodiff.slope(self.plain, y_true.copy(), y_pred.copy(), keywords)
        except autodiff.AutogradFailed as failure:
            self._source = f"The gradient comes from central differences, because {failure}."
            return differences.central
        wrong = differences.contradict(slope)
        self._source = _verdict("comes from autograd", wrong, slope, differences, y_pred, "is replaced")
        return np.where(wrong, differences.central, slope)

    def __reduce__(self):
        if getattr(sys.modules.get(self.__module__), self.name, None) is self:
            return _by_name, (self.__module__, self.name)
        return functools.partial(CustomLoss, **self._options), (self.plain,)


def _name(function):
    if isinstance(function, Loss):
        raise TypeError(f"{function.name} is a loss already; give the plain function it is to be made of")
    if not callable(function):
        raise TypeError(f"loss makes a loss of a function f(y_true, y_pred); got {type(function).__name__}")
    inner = function
    while isinstance(inner, functools.partial):
        inner = inner.func
    name = getattr(inner, "__name__", type(inner).__name__)
    return name if name.isidentifier() else "your_loss"  # a lambda has no name of its own


def _described(function, name):
    """A function with the name, docstring and signature of a callable that may have none of these."""

    @functools.wraps(function)
    def described(*args, **kwargs):
        return function(*args, **kwargs)

    described.__name__ = name
    return described


def _domains(target, prediction):
    if isinstance(prediction, Domain):
        usual = REAL
    elif prediction in PREDICTIONS:
        usual, prediction = PREDICTIONS[prediction]
    else:
        words = ", ".join(map(repr, PREDICTIONS))
        raise ValueError(f"prediction must be one of {words} or a Domain; got {prediction!r}")
    if not isinstance(target, (Domain, type(None))):
        raise TypeError(f"target must be a Domain, such as lossviz.losses.domains.POSITIVE; got {target!r}")
    return target or usual, prediction


def _one_number_each(name, result, shape):
    """The result as a float array of `shape`, or an error that says how to return one loss per example."""
    if result is None:
        raise TypeError(f"{name} returned None: end the function with return and one loss for each prediction")
    try:
        array = arguments.as_array("the result", result)
    except (TypeError, ValueError) as error:
        raise type(error)(f"{name} must return one number for each prediction: {error}") from error
    if array.shape == shape:
        return array.astype(float)
    count = int(np.prod(shape))
    if array.ndim == 0:
        raise ValueError(
            f"{name} returned a single number for {count} predictions: return one loss for each, without .mean() or "
            ".sum()"
        )
    raise ValueError(
        f"{name} returned shape {array.shape} for predictions of shape {shape}: return one loss for each prediction"
    )


def _verdict(origin, wrong, slope, differences, points, instead):
    """One sentence on a gradient and what central differences say of it."""
    count = int(wrong.sum())
    if not count:
        return f"The gradient {origin}, and central differences agree with it."
    place, here, there = (float(array[wrong][0]) for array in (points, slope, differences.central))
    return (
        f"The gradient {origin}, but {instead} at {count} of {slope.size} predictions, first at {place:.6g}: "
        f"it says {here:.6g}, central differences say {there:.6g}."
    )
