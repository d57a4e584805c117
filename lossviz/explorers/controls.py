"""The controls of an explorer as data, and the widgets made from them."""

from dataclasses import dataclass

import ipywidgets
import numpy as np

_STYLE = {"description_width": "initial"}
_LEFT_OUT = "left out"  # a selection widget takes None for "nothing selected"
_SIZE = {"width": "380px", "max_width": "100%"}


@dataclass(frozen=True)
class Slider:
    """A number between `low` and `high` in steps of `step`.

    `label` is what stands beside it; `digits` is how many decimals its value shows.
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    value: float
    digits: int = 2

    def positions(self):
        """Every value the slider can take, from low to high."""
        count = int((self.high - self.low) / self.step + 1e-9)
        return [self.tidy(self.low + i * self.step) for i in range(count + 1)]

    def widget(self):
        return ipywidgets.FloatSlider(
            value=self.value,
            min=self.low,
            max=self.high,
            step=self.step,
            description=self.label,
            readout_format=f".{self.digits}f",
            style=_STYLE,
            layout=_SIZE,
        )

    def tidy(self, value):
        """The position itself: a browser counts steps in floating point and sends 1.0000000000000002 for 1."""
        return round(value, 10)

    def check(self, value):
        """The value as a float, or a `ValueError` that names the slider and its range."""
        number = self.tidy(float(value))
        if not self.low <= number <= self.high:
            raise ValueError(f"{self.name} runs from {self.low:g} to {self.high:g} here; got {value!r}")
        return number


@dataclass(frozen=True)
class Choice:
    """One of a few named values, such as a label or a method."""

    name: str
    label: str
    options: tuple
    value: object

    def positions(self):
        return list(self.options)

    def widget(self):
        return ipywidgets.ToggleButtons(
            options=[(str(option), option) for option in self.options],
            value=self.value,
            description=self.label,
            style=_STYLE | {"button_width": "auto"},
        )

    def tidy(self, value):
        return value

    def check(self, value):
        """The value itself, or a `ValueError` that names the control and its choices."""
        if value not in self.options:
            raise ValueError(f"{self.name} is one of {', '.join(map(str, self.options))}; got {value!r}")
        return value


@dataclass(frozen=True)
class OptionalNumber(Choice):
    """A number that may be left out: a slider whose first position is None."""

    def widget(self):
        return ipywidgets.SelectionSlider(
            options=[_LEFT_OUT if option is None else option for option in self.options],
            value=self.check(self.value),
            description=self.label,
            style=_STYLE,
            layout=_SIZE,
        )

    def tidy(self, value):
        return None if value == _LEFT_OUT else value

    def check(self, value):
        """What the widget holds for this value, or a `ValueError` that names the control and its positions."""
        return _LEFT_OUT if value is None else super().check(value)


def slider_over(name, label, low, high, value):
    """A slider of about a hundred steps over a tunable's range, in steps a reader can say aloud.

    It ends at the last step within the range and starts at the step nearest to `value`.
    """
    rough = (high - low) / 100
    size = 10.0 ** np.floor(np.log10(rough))
    step = float(size * min((1, 2, 5, 10), key=lambda m: abs(m * size - rough)))
    digits = max(0, -int(np.floor(np.log10(step) + 1e-9)))
    last = int((high - low) / step + 1e-9)
    start = min(max(round((value - low) / step), 0), last)
    at = [round(low + place * step, 10) for place in (0, start, last)]
    return Slider(name, label, at[0], at[2], round(step, 10), at[1], digits)
