"""What runs along the x-axis of a loss's curve: the error, a margin, a probability, a logit or the prediction."""

from dataclasses import dataclass, field

import numpy as np

from ..losses.domains import REAL, SIGN

POINTS = 241


@dataclass(frozen=True)
class Span:
    """The part of a domain that a figure shows, with the step of a slider over it and where the slider starts."""

    low: float
    high: float
    step: float
    start: float


ERROR = Span(-4.0, 4.0, 0.1, 1.5)
MARGIN = Span(-3.0, 3.0, 0.1, -0.5)
PROBABILITY = Span(0.01, 0.99, 0.01, 0.7)
REAL_LINE = Span(-6.0, 6.0, 0.1, -1.5)
# By the lower end of the domain and whether that end is excluded.
PREDICTIONS = {
    (0.0, True): Span(0.1, 8.0, 0.1, 5.0),
    (0.0, False): Span(0.0, 4.0, 0.1, 2.0),
    (-1.0, True): Span(-0.9, 8.0, 0.1, 5.0),
}
LABEL = Span(0.0, 1.0, 0.1, 1.0)
TARGETS = {
    (0.0, False): Span(0.0, 6.0, 0.5, 3.0),
    (-1.0, True): Span(-0.5, 6.0, 0.5, 2.0),
}
OTHER_TARGET = Span(0.5, 6.0, 0.5, 1.0)
OTHER_PREDICTION = Span(-2.0, 8.0, 0.1, 3.0)


def _is_probability(domain):
    return (domain.low, domain.high) == (0.0, 1.0)


def _prediction_span(domain):
    if domain.shown:
        low, high = domain.shown
        return Span(low, high, 0.1, (low + high) / 2)
    if _is_probability(domain):
        return PROBABILITY
    if domain == REAL:
        return OTHER_PREDICTION
    return PREDICTIONS.get((domain.low, domain.open_low), REAL_LINE)


def _target_span(domain):
    return LABEL if _is_probability(domain) else TARGETS.get((domain.low, domain.open_low), OTHER_TARGET)


@dataclass(frozen=True)
class Axis:
    """The x-axis of a loss's curve.

    `quantity` names the cursor's slider, `symbol` stands in labels, `span` is what is shown. `names` are the loss's
    positional arguments in order: `argument`, the first prediction, is the one that the axis moves, `held` are those
    that sliders hold meanwhile (name → Span) and `fixed` those that stay as they are (name → number).
    """

    quantity: str
    symbol: str
    span: Span
    names: tuple
    argument: str
    held: dict = field(default_factory=dict)
    fixed: dict = field(default_factory=dict)

    @property
    def label(self):
        """The quantity with its symbol, as it stands below the axis and beside the slider."""
        return f"{self.quantity.replace('_', ' ')} {self.symbol}"

    def arguments(self, x, values):
        """The loss's positional arguments when the axis stands at `x` and the sliders at `values`."""
        given = {**values, **self.fixed, self.argument: x}
        return [given[name] for name in self.names]

    def others(self, values):
        """The same arguments without the one that the axis moves."""
        given = {**values, **self.fixed}
        return [given[name] for name in self.names if name != self.argument]

    def grid(self):
        """The places where a curve is computed; a probability's reach closer to 0 and 1 than its slider does."""
        low, high = self.span.low, self.span.high
        if self.quantity == "probability":
            low, high = 0.002, 0.998
        return np.linspace(low, high, POINTS)


def axis_of(loss):
    """The axis on which an element-wise loss is drawn, from its domains alone."""
    names = (*loss.targets, *loss.predictions)
    argument, domain = next(iter(loss.predictions.items()))
    target_name, target = next(iter(loss.targets.items()), (None, None))
    if target == SIGN:
        return Axis("margin", "m", MARGIN, names, argument, fixed={target_name: 1.0})
    if target == REAL and domain == REAL:
        return Axis("error", "e", ERROR, names, argument, fixed={target_name: 0.0})
    held = {name: _target_span(wanted) for name, wanted in loss.targets.items()}
    held |= {name: _prediction_span(wanted) for name, wanted in list(loss.predictions.items())[1:]}
    quantity = argument if len(loss.predictions) > 1 else domain.quantity.replace(" ", "_")
    return Axis(quantity, domain.symbol, _prediction_span(domain), names, argument, held=held)
