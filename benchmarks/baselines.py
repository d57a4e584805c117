"""What an explorer is compared with: the same picture made in other ways, and a slider that draws nothing."""

import copy

import ipywidgets
import matplotlib

from lossviz.explorers import EXPLORERS
from lossviz.figures import style


def drawn_by(scene, figure):
    """A copy of a scene with its data, drawn into a new figure of as many pixels at Matplotlib's default resolution."""
    fresh = copy.copy(scene)
    fresh.moving = []
    dpi = matplotlib.rcParams["figure.dpi"]
    fresh.figure = figure(figsize=[side / dpi for side in scene.size], layout="constrained")
    fresh.build()
    return fresh


def under_interact(name):
    """The explorer of that name as `interact` makes it: the same sliders, and a new inline figure at each step."""
    from matplotlib import pyplot

    explorer = EXPLORERS[name]()

    def draw(**values):
        with style.house():
            fresh = drawn_by(explorer.scene, pyplot.figure)
            fresh.update(**{name: explorer.specs[name].tidy(value) for name, value in values.items()})

    return ipywidgets.interactive(draw, **{name: spec.widget() for name, spec in explorer.specs.items()})


def number_alone():
    """A slider whose callback only writes its number: the round trip from page to kernel and back, and nothing else."""
    slider, number = ipywidgets.FloatSlider(value=1.0, min=0.0, max=10.0, step=0.1), ipywidgets.HTML("1.0")

    def write(change):
        number.value = f"{change.new:.1f}"

    slider.observe(write, names=["value"])
    return ipywidgets.VBox([slider, number])
