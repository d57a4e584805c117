"""From a key to the painted change, in JupyterLab and Chromium, for every explorer of a curve.

Each is compared with the same picture under `interact` and with a slider whose callback only writes its number, which
is the floor: what page, server and kernel take to say anything at all. The three are on one page and take turns.
"""

import contextlib
import statistics
import tempfile
from pathlib import Path

from lossviz.explorers import EXPLORERS
from lossviz.figures.curves import CurveScene
from lossviz.handouts import paper

from .subject import PICTURE, Subject, start
from .table import Measure, Spread, show

ROOT = Path(__file__).parents[1]
ROUNDS = 5
KEYS = 6  # in a round, of the explorer and of the floor; `interact` gets a third of them
A_HOLD_EACH = 8  # explorers: a held key differs little from one to the next
FLOOR = 1.3  # at most so many times the floor
TIMES = 6  # at least so many times as fast as `interact`
_HEAD = ["explorer", "ms", "range", "floor ms", "range", "× floor", "interact ms", "range", "times as fast"]
_HELD = ["held for two seconds", "frames drawn", "ms from release to the last"]
_KINDS = ["explorers of curves, median", "a number alone", "interact"]
_IMPORT = "from benchmarks import baselines"
_NUMBER = ".widget-html-content"
_OUTPUT = ".widget-interact .jp-OutputArea"


def run(options):
    """Measure and print the tables; returns how many targets are missed."""
    if paper.browser() is None:
        print("There is no Chromium or Chrome here, so nothing is measured from key to paint.\n")
        return 0
    names = options.explorer or [name for name, make in EXPLORERS.items() if isinstance(make().scene, CurveScene)]
    rounds = options.steps or ROUNDS
    steps, held = [], []
    for number, (name, *subjects) in enumerate(_pages(names)):
        steps.append((name, _in_turns(subjects, rounds)))
        if number % A_HOLD_EACH == 0:
            held.append([subject.hold() for subject in subjects])
    title = f"From a key to the paint in JupyterLab, medians and ranges of {rounds} rounds of {KEYS} keys"
    missed = show(title, _HEAD, [_row(name, *three) for name, three in steps])
    rows = [_held(*each) for each in zip(_KINDS, zip(*held, strict=True), strict=True)]
    return missed + show(f"A held key, medians of {len(held)} pages", _HELD, rows)


def _row(name, ours, floor, interact):
    step, least, slow = (statistics.median(kind) for kind in (ours, floor, interact))
    return [
        name,
        Measure(step),
        Spread(ours),
        Measure(least),
        Spread(floor),
        Measure(step / least, most=FLOOR, digits=2),
        Measure(slow, digits=0),
        Spread(interact),
        Measure(slow / step, least=TIMES),
    ]


def _held(kind, measured):
    frames, lags = zip(*measured, strict=True)
    return [kind, Measure(statistics.median(frames), digits=0), Measure(statistics.median(lags), digits=0)]


def _pages(names):
    """For each name a page of JupyterLab that has been run: name, explorer, number alone, and `interact`."""
    from playwright.sync_api import sync_playwright

    from tests.browser import course, lab
    from tests.conftest import FLAGS

    with contextlib.ExitStack() as stack:
        folder, home = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in "ab")
        server = stack.enter_context(lab.server("jupyterlab", folder, home, ROOT))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=paper.browser(), args=FLAGS)
        for name in names:
            shown = ["baselines.number_alone()", f"EXPLORERS[{name!r}]()", f"baselines.under_interact({name!r})"]
            course.write(folder / f"{name}.ipynb", [_IMPORT, *shown])
            page = browser.new_page(viewport={"width": 1366, "height": 900})
            lab.open_and_run(page, server.address(f"{name}.ipynb"))
            page.locator(f"{_OUTPUT} img").wait_for(state="attached", timeout=60_000)
            start(page)
            floor, ours, interact = page.locator(".jp-CodeCell").all()[2:]
            yield name, Subject(page, ours, PICTURE), Subject(page, floor, _NUMBER), Subject(page, interact, _OUTPUT)
            page.close()
            server.end_sessions()
        browser.close()


def _in_turns(subjects, rounds):
    """The milliseconds of each of the three, a round of one after a round of the other; the first round is not kept."""
    ours, floor, interact = subjects
    steps = [[], [], []]
    for subject in subjects:
        subject.go_home()
    for number in range(rounds + 1):
        key = "ArrowLeft" if number % 2 else "ArrowRight"
        taken = [ours.press(key, KEYS), floor.press(key, KEYS), interact.press(key, KEYS // 3)]
        if number:
            for kept, new in zip(steps, taken, strict=True):
                kept += new
    return steps
