"""A slider whose positions are listed, for a number that must be fine near 0 and reach far out."""

from dataclasses import dataclass

import ipywidgets

from .controls import Choice


@dataclass(frozen=True)
class Stops(Choice):
    """A slider over the numbers `options`, from low to high, as a reader would write them.

    Examples
    --------
    >>> Stops("smoothing", "smoothing k", (0.01, 0.1, 1.0), 0.1).positions()
    [0.01, 0.1, 1.0]
    """

    def widget(self):
        return ipywidgets.SelectionSlider(
            options=[(f"{number:g}".replace("-", "−"), number) for number in self.options],
            value=self.check(self.value),
            description=self.label,
            style={"description_width": "initial"},
            layout={"width": "380px", "max_width": "100%"},
        )
