"""A class on one machine: kernels that all run a notebook, then move its sliders as fast as the kernels answer.

A learner's hour of steps takes minutes so. At the end every readout on every page is compared with that of an explorer
which a process of its own has set straight to the same values.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import nbformat
import psutil

from .frontend import Died, FrontEnd
from .notebooks import FOLDER
from .table import Measure, show

NOTEBOOK = FOLDER / "02_regression_losses.ipynb"  # the one with most explorers
KERNELS = 20
STEPS = 10_000
WARM_UP = 1000  # steps until caches are as full as they get
MEGABYTES = 5
_A_KERNEL = 300e6  # bytes, generously: as many kernels as fit in the memory that is free


class Learner:
    """A page with the notebook in its own kernel, and what was measured of it."""

    def __init__(self, seed, private):
        self._chance = random.Random(seed)
        self.page = FrontEnd(FOLDER, private)
        self.died = False
        self.unanswered = 0

    def open(self):
        """Run the notebook from top to bottom."""
        for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
            if cell.cell_type == "code":
                self.page.run(cell.source)
        self.explorers = self.page.explorers()
        self.opened = self.page.memory()

    def slide(self, steps):
        """Move sliders by chance, each time another one; a kernel that dies is noted."""
        begin = self.page.worked()
        try:
            warm = self.page.memory()
            for number in range(steps):
                if number == min(WARM_UP, steps // 5):
                    warm = self.page.memory()
                self._step(*self.explorers[number % len(self.explorers)])
            self.soaked = self.page.memory()
            self.grown = self.soaked[0] - warm[0]
            self.worked = self.page.worked() - begin
        except (Died, psutil.NoSuchProcess):
            self.died = True

    def _step(self, controls, overlay):
        control = self._chance.choice(controls)
        name, positions = self.page.positions(control)
        there = self.page.models[control][name]
        value = self._chance.choice([position for position in positions if position != there])
        self.unanswered += not self.page.move(control, name, value, overlay)

    def readouts(self):
        """The sentence below each picture of the page, in order."""
        return [self.page.readout(overlay) for _, overlay in self.explorers]

    def places(self):
        """Where the controls of each explorer stand on the page: the position's value, or the index of a choice."""
        return [[self._place(control) for control in controls] for controls, _ in self.explorers]

    def _place(self, control):
        name, _ = self.page.positions(control)
        return name, self.page.models[control][name]


def run(options):
    """Measure and print the table; returns how many targets are missed."""
    steps = options.steps or STEPS
    kernels = max(1, min(KERNELS, int(psutil.virtual_memory().available / _A_KERNEL)))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as private:
        begin, own = time.perf_counter(), time.process_time()
        learners = opened(kernels, private)
        try:
            opening, begin, own = time.perf_counter() - begin, time.perf_counter(), time.process_time()
            slide(learners, steps)
            seconds, own = time.perf_counter() - begin, time.process_time() - own
            well = [learner for learner in learners if not learner.died]
            wrong = sum(map(len, wrong_readouts(well)))
        finally:
            close(learners)
    counts = [
        ["kernels that died", Measure(kernels - len(well), most=0, digits=0)],
        ["steps without an answer", Measure(sum(each.unanswered for each in learners), most=0, digits=0)],
        [f"wrong readouts, of {sum(len(each.explorers) for each in well)}", Measure(wrong, most=0, digits=0)],
        ["seconds to open the notebook in all", Measure(opening, digits=0)],
        ["seconds of steps", Measure(seconds, digits=0)],
        ["steps a second, of all kernels", Measure(kernels * steps / seconds, digits=0)],
    ]
    if well:
        counts += [
            ["processor ms a step, kernel", Measure(1e3 * sum(each.worked for each in well) / len(well) / steps)],
            ["processor ms a step, front end", Measure(1e3 * own / kernels / steps)],
            ["MB that a kernel grew, at most", Measure(max(each.grown for each in well), most=MEGABYTES)],
            *_megabytes("opened", [each.opened for each in well]),
            *_megabytes("after the steps", [each.soaked for each in well]),
        ]
    title = f"A class: {kernels} kernels with {NOTEBOOK.stem}, {steps} steps each"
    return show(title, ["", "measured"], counts)


def opened(kernels, private):
    """As many learners, each with the notebook run in a kernel of its own."""
    learners = [Learner(seed, tempfile.mkdtemp(dir=private)) for seed in range(kernels)]
    for learner in learners:
        learner.page.wait()
    with ThreadPoolExecutor(kernels) as pool:
        list(pool.map(Learner.open, learners))
    return learners


def slide(learners, steps):
    """All learners at once."""
    with ThreadPoolExecutor(len(learners)) as pool:
        list(pool.map(Learner.slide, learners, [steps] * len(learners)))


def close(learners):
    """End all kernels."""
    for learner in learners:
        learner.page.close()


def wrong_readouts(learners):
    """For each learner the pairs (on the page, as it should be) that differ."""
    code = "from benchmarks import soak; soak.answer()"
    asked = json.dumps([learner.places() for learner in learners])
    done = subprocess.run([sys.executable, "-c", code], input=asked, check=True, capture_output=True, text=True)
    right = json.loads(done.stdout.splitlines()[-1])
    pairs = [zip(learner.readouts(), fresh, strict=True) for learner, fresh in zip(learners, right, strict=True)]
    return [[pair for pair in each if pair[0] != pair[1]] for each in pairs]


def answer():
    """In a process of its own: read places from the standard input, print the readouts of fresh explorers there."""
    explorers = _fresh_explorers()
    pages = json.loads(input())
    print(json.dumps([[_readout(*pair) for pair in zip(explorers, places, strict=True)] for places in pages]))


def _fresh_explorers():
    import os

    from IPython.core.interactiveshell import InteractiveShell

    from lossviz.explorers import Explorer

    os.chdir(FOLDER)
    shell = InteractiveShell.instance()
    cells = [cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "code"]
    results = [shell.run_cell(source) for source in cells]
    for result in results:
        result.raise_error()
    return [result.result for result in results if isinstance(result.result, Explorer)]


def _readout(explorer, places):
    values = {}
    for (name, control), (trait, place) in zip(explorer.specs.items(), places, strict=True):
        values[name] = control.positions()[place] if trait == "index" else place
    explorer.set(**values)
    return explorer.readout


def _megabytes(when, memory):
    resident, proportional = zip(*memory, strict=True)
    return [
        [f"MB a kernel, {when}: resident, at most", Measure(max(resident), digits=0)],
        [f"MB a kernel, {when}: shared pages once, mean", Measure(sum(proportional) / len(memory), digits=0)],
    ]
