"""What runs along the x-axis of a loss's curve: the error, a margin, a probability, a logit or the prediction itself."""

from dataclasses import dataclass, field

import numpy as np

from ..losses.domains import (
    ABOVE_MINUS_ONE,
    LOGIT,
    NON_NEGATIVE,
    POSITIVE,
    PROBABILITY,
    REAL,
    SCORE,
    SIGN,
)

POINTS = 241


@dataclass(frozen=True)
class Span:
    """The part of a domain that a figure shows, with the step of a slider over it and where the slider starts."""

    low: float
    high: float
    step: float
    start: float


ERROR_SPAN = Span(-4.0, 4.0, 0.1, 1.5)
MARGIN_SPAN = Span(-3.0, 3.0, 0.1, -0.5)
SPANS = {
    REAL: Span(-2.0, 8.0, 0.1, 3.0),
    POSITIVE: Span(0.1, 8.0, 0.1, 5.0),
    NON_NEGATIVE: Span(0.0, 4.0, 0.1, 2.0),
    ABOVE_MINUS_ONE: Span(-0.9, 8.0, 0.1, 5.0),
    PROBABILITY: Span(0.01, 0.99, 0.01, 0.7),
    LOGIT: Span(-8.0, 8.0, 0.1, -1.5),
    SCORE: Span(-4.0, 4.0, 0.1, 0.5),
}
TARGET_SPANS = {
    PROBABILITY: Span(0.0, 1.0, 0.1, 1.0),
    NON_NEGATIVE: Span(0.0, 6.0, 0.5, 3.0),
    ABOVE_MINUS_ONE: Span(-0.5, 6.0, 0.5, 2.0),
}
OTHER_TARGET = Span(0.5, 6.0, 0.5, 3.0)


@dataclass(frozen=True)
class Axis:
    """The x-axis of a loss's curve.

    `quantity` names the cursor's slider, `symbol` stands in labels, `span` is what is shown, `argument` is the
    prediction it moves, `held` are the arguments that sliders hold meanwhile (name → Span) and `fixed` those that
    stay as they are.
    """

    quantity: str
    symbol: str
    span: Span
    argument: str
    held: dict = field(default_factory=dict)
    fixed: dict = field(default_factory=dict)

    def arguments(self, x, values):
        """The loss's positional arguments by name when the axis stands at `x`."""
        return {self.argument: x} | {name: values[name] for name in self.held} | self.fixed

    def grid(self):
        """The places where a curve is computed; a probability's reach closer to 0 and 1 than its slider does."""
        low, high = self.span.low, self.span.high
        if self.quantity == "probability":
            low, high = 0.002, 0.998
        return np.linspace(low, high, POINTS)


def axis_of(loss):
    """The axis on which an element-wise loss is drawn, from its domains alone."""
    argument, domain = next(iter(loss.predictions.items()))
    target = loss.targets.get("y_true")
    if target == SIGN:
        return Axis("margin", "m", MARGIN_SPAN, argument, fixed={"y_true": 1.0})
    if target == REAL and domain == REAL:
        return Axis("error", "e", ERROR_SPAN, argument, fixed={"y_true": 0.0})
    held = {name: TARGET_SPANS.get(wanted, OTHER_TARGET) for name, wanted in loss.targets.items()}
    others = list(loss.predictions.items())[1:]
    held |= {name: SPANS[wanted] for name, wanted in others}
    words = argument.replace("_", " ") if argument != "y_pred" else domain.quantity
    return Axis(words, domain.symbol, SPANS[domain], argument, held=held)
