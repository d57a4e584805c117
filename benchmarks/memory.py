"""What ten thousand steps leave behind: more memory of the process, and figures in pyplot."""

import gc
import json
import random
import subprocess
import sys

from .table import Measure, show

STEPS = 10_000
WARM_UP = 20  # steps of each explorer until caches are as full as they get
MEGABYTES = 5


def run(options):
    """Measure in a process of its own and print the table; returns how many targets are missed."""
    steps = options.steps or STEPS
    code = f"from benchmarks import memory; memory.measure({steps})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    grown, figures, explorers = json.loads(done.stdout)
    row = [f"{steps} over {explorers} explorers", Measure(grown, most=MEGABYTES), Measure(figures, most=0, digits=0)]
    return show("What steps leave behind", ["steps", "more memory MB", "figures in pyplot"], [row])


def measure(steps):
    """Move every explorer in turn and print by how many megabytes the process has grown."""
    from lossviz.explorers import EXPLORERS

    chance = random.Random(0)
    explorers = [make() for make in EXPLORERS.values()]
    _move(explorers, WARM_UP * len(explorers), chance)
    before = _resident()
    _move(explorers, steps, chance)
    grown = _resident() - before
    pyplot = sys.modules.get("matplotlib._pylab_helpers")
    print(json.dumps([grown, len(pyplot.Gcf.figs) if pyplot else 0, len(explorers)]))


def _move(explorers, steps, chance):
    for number in range(steps):
        explorer = explorers[number % len(explorers)]
        explorer.set(**{name: chance.choice(spec.positions()) for name, spec in explorer.specs.items()})


def _resident():
    """Megabytes of the process that are in memory now; elsewhere than on Linux, the most it has ever had."""
    gc.collect()
    try:
        with open("/proc/self/statm") as statm:
            import resource

            return int(statm.read().split()[1]) * resource.getpagesize() / 1e6
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
