"""How long `import lossviz` takes against `import numpy`, each in fresh processes, one after the other."""

import statistics
import subprocess
import sys

from . import clock
from .table import Measure, show

ROUNDS = 25
TIMES = 1.3
HEAVY = ("matplotlib", "ipywidgets", "autograd", "IPython")
_CODE = """
import sys, time
begin = time.{clock}()
import {module}
print(time.{clock}() - begin, *(name for name in {heavy} if name in sys.modules))
"""


def run(options):
    """Measure and print the table; returns how many targets are missed."""
    rounds = options.steps or ROUNDS
    modules = ("numpy", "lossviz")
    times = {module: [] for module in modules}
    for number in range(rounds + 1):
        for module in modules:
            seconds, *heavy = _import(module)
            if number:  # the first round compiles
                times[module].append(1e3 * float(seconds))
    numpy, lossviz = (statistics.median(times[module]) for module in modules)
    loaded = " ".join(heavy) or "nothing heavy"
    rows = [
        ["numpy", Measure(numpy), Measure(1.0, digits=2), ""],
        ["lossviz", Measure(lossviz), Measure(lossviz / numpy, most=TIMES, digits=2), loaded],
    ]
    return show(f"Imports, processor time, medians of {rounds}", ["import", "ms", "times", "loads"], rows) + bool(heavy)


def _import(module):
    code = _CODE.format(module=module, heavy=HEAVY, clock=clock.NAME)
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
