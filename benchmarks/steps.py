"""A slider's step of each explorer, against a new figure each time and against a kept figure drawn anew.

All three draw the same artists at the same values, one after the other in each round, so that whatever else the
machine does falls on all of them. The new figure goes through pyplot and the inline backend's own function, as
`interact` has it; its messages and its `Output` widget are not counted, nor is a browser's work in any of the three.
"""

import base64
import contextlib
import io
import random
import statistics
import warnings

import matplotlib
import matplotlib._pylab_helpers
import matplotlib.figure
from IPython.core.pylabtools import print_figure
from matplotlib.backends.backend_agg import FigureCanvasAgg

from lossviz.explorers import EXPLORERS
from lossviz.figures import style
from lossviz.figures.curves import CurveScene

from . import clock
from .baselines import drawn_by
from .table import Measure, show

ROUNDS = 7
STEPS_A_ROUND = 9  # a step is so short that a single one is all noise
HEAD = ["explorer", "step ms", "KB", "new figure ms", "KB", "times", "kept figure ms", "KB", "times"]


def run(options):
    """Measure every explorer, or those asked for, and print the table; returns how many targets are missed."""
    names = options.explorer or EXPLORERS
    rows = [_row(name, options.steps or ROUNDS) for name in names]
    left = matplotlib._pylab_helpers.Gcf.figs
    missed = show(f"A slider's step, processor time, medians of {options.steps or ROUNDS} rounds", HEAD, rows)
    return missed + show("", ["left in pyplot", "figures"], [["", Measure(len(left), most=0, digits=0)]])


def _row(name, rounds):
    explorer = EXPLORERS[name]()
    curve = isinstance(explorer.scene, CurveScene)
    kept = _Kept(explorer.scene)
    chance = random.Random(0)
    ours, new, redrawn = [], [], []
    for number in range(rounds + 1):
        steps = [_clock(_step, explorer, _values(explorer, chance)) for _ in range(STEPS_A_ROUND)]
        values = explorer.values
        compared = _clock(_new_figure, explorer.scene, values), _clock(kept.redraw, values)
        if number:  # the first round fills caches, of fonts for one
            ours += steps
            new.append(compared[0])
            redrawn.append(compared[1])
    (step, size), (new, new_size), (redrawn, redrawn_size) = (_median(kind) for kind in (ours, new, redrawn))
    return [
        name,
        Measure(step, most=3 if curve else 10, digits=2),
        Measure(size, most=10 if curve else None),
        Measure(new, digits=0),
        Measure(new_size, digits=0),
        Measure(new / step, least=40 if curve else 15, digits=0),
        Measure(redrawn, digits=0),
        Measure(redrawn_size, digits=0),
        Measure(redrawn / step, digits=0),
    ]


def _values(explorer, chance):
    """Another position of one control, as a reader moves one slider at a time."""
    name = chance.choice(list(explorer.specs))
    return {name: chance.choice(explorer.specs[name].positions())}


def _step(explorer, values):
    """All that the kernel does when a slider moves."""
    explorer.set(**values)
    return explorer.overlay.encode()


def _new_figure(scene, values):
    """The same picture as a cell under `interact` makes it: a new pyplot figure, and the inline backend's PNG."""
    from matplotlib import pyplot

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyplot warns that this backend shows nothing
        fresh = drawn_by(scene, pyplot.figure)
    fresh.update(**values)
    png = print_figure(fresh.figure, fmt="png", bbox_inches="tight")
    pyplot.close(fresh.figure)
    return base64.b64encode(png)


class _Kept:
    """The same picture in a figure that is kept, drawn anew as a whole by Agg at each step."""

    def __init__(self, scene):
        with style.house():
            self.scene = drawn_by(scene, matplotlib.figure.Figure)
            self.canvas = FigureCanvasAgg(self.scene.figure)
            self.canvas.draw()
        self.scene.figure.set_layout_engine("none")

    def redraw(self, values):
        """The picture at these values, as PNG."""
        self.scene.update(**values)
        buffer = io.BytesIO()
        self.canvas.print_png(buffer)
        return buffer.getvalue()


def _clock(work, *arguments):
    """Milliseconds that the work takes, and the kilobytes it gives."""
    with contextlib.nullcontext() if work is _step else style.house():  # the explorer puts it on itself
        begin = clock.now()
        result = work(*arguments)
        return 1e3 * (clock.now() - begin), len(result) / 1000


def _median(measured):
    return [statistics.median(column) for column in zip(*measured, strict=True)]
