"""Softmax under a shift and a temperature."""

from ..figures.temperature import LOGITS, SHIFTS, TEMPERATURES, TemperatureScene
from .controls import Slider
from .explorer import Explorer


def temperature(logits=LOGITS, **start):
    """The explorer of shift and temperature for these logits; `start` sets where its sliders begin."""
    controls = [
        Slider("temperature", "temperature T", *TEMPERATURES, 0.05, 1.0),
        Slider("shift", "shift c", *SHIFTS, 0.2, 3.0, 1),
    ]
    explorer = Explorer(TemperatureScene(logits), controls, "temperature")
    explorer.set(**start)
    return explorer
