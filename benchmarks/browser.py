"""From a key to the painted change, in JupyterLab and Chromium, for every explorer of a curve.

Each is compared with the same picture under `interact` and with a slider whose callback only writes its number, which
is the floor: what page, server and kernel take to say anything at all. The three are on one page and take turns.
"""

import contextlib
import statistics
import tempfile
import time
from pathlib import Path

from lossviz.explorers import EXPLORERS
from lossviz.figures.curves import CurveScene
from lossviz.handouts import paper

from .table import Measure, Spread, show

ROOT = Path(__file__).parents[1]
ROUNDS = 5
KEYS = 6  # in a round, of the explorer and of the floor; `interact` gets a third of them
A_PAGE_OF = 1  # explorers, so that a page stays as light as one of the course
FLOOR = 1.3  # at most so many times the floor
TIMES = 6  # at least so many times as fast as `interact`
HOLD = 2.0  # seconds that a key is held
_REPEAT = 1 / 30  # seconds between the repeats of a held key
_PAUSE = 60  # milliseconds between two single keys: a reader's hand is slower
_STILL = 600  # milliseconds without a change, after which nothing more will come
_HEAD = ["explorer", "ms", "range", "floor ms", "range", "× floor", "interact ms", "range", "times as fast"]
_HELD = ["held for two seconds", "frames drawn", "ms from release to the last"]
_KINDS = ["explorers of curves, median", "a number alone", "interact"]
_IMPORT = "from benchmarks import baselines"
_PICTURE = ".widget-html-content:has(svg[role=img])"
_NUMBER = ".widget-html-content"
_OUTPUT = ".widget-interact .jp-OutputArea"


def run(options):
    """Measure and print the tables; returns how many targets are missed."""
    if paper.browser() is None:
        print("There is no Chromium or Chrome here, so nothing is measured from key to paint.\n")
        return 0
    names = options.explorer or [name for name, make in EXPLORERS.items() if isinstance(make().scene, CurveScene)]
    rounds = options.steps or ROUNDS
    measured = []
    for page, shown in _pages(names):
        floor = _Subject(page, 2, _NUMBER)
        for number, name in enumerate(shown):
            subjects = _Subject(page, 3 + 2 * number, _PICTURE), floor, _Subject(page, 4 + 2 * number, _OUTPUT)
            steps = _in_turns(subjects, rounds)
            measured.append((name, steps, [subject.hold() for subject in subjects]))
    title = f"From a key to the paint in JupyterLab, medians and ranges of {rounds} rounds of {KEYS} keys"
    missed = show(title, _HEAD, [_row(name, *steps) for name, steps, _ in measured])
    held = zip(*(held for _, _, held in measured), strict=True)
    return missed + show("A held key", _HELD, [_held(*each) for each in zip(_KINDS, held, strict=True)])


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
    """Pages of JupyterLab that have been run, each with the names of its explorers."""
    from playwright.sync_api import sync_playwright

    from tests.browser import course, lab
    from tests.conftest import FLAGS

    with contextlib.ExitStack() as stack:
        folder, home = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in "ab")
        server = stack.enter_context(lab.server("jupyterlab", folder, home, ROOT))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=paper.browser(), args=FLAGS)
        for at in range(0, len(names), A_PAGE_OF):
            shown = names[at : at + A_PAGE_OF]
            pairs = [(f"EXPLORERS[{name!r}]()", f"baselines.under_interact({name!r})") for name in shown]
            compared = [cell for pair in pairs for cell in pair]
            course.write(folder / f"{at}.ipynb", [_IMPORT, "baselines.number_alone()", *compared])
            page = browser.new_page(viewport={"width": 1366, "height": 900})
            lab.open_and_run(page, server.address(f"{at}.ipynb"))
            page.locator(f"{_OUTPUT} img").nth(len(shown) - 1).wait_for(state="attached", timeout=60_000)
            page.evaluate((Path(__file__).parent / "stopwatch.js").read_text("utf-8"))
            yield page, shown
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


class _Subject:
    """What a cell of the page shows: its first slider, and the node in which the slider's answer is drawn."""

    def __init__(self, page, cell, answer):
        self.page = page
        self.cell = page.locator(".jp-CodeCell").nth(cell)
        self.handle = self.cell.locator(".noUi-handle").first
        self.answer = self.cell.locator(answer).first

    def go_home(self):
        """Put the slider to its left end, and wait until all is still."""
        self._watch()
        self.page.keyboard.press("Home")
        self._rest()

    def press(self, key, times):
        """Press a key so many times, each after the answer to the one before; returns the milliseconds of each."""
        self._watch()
        for number in range(times):
            self.page.keyboard.press(key)
            self.page.wait_for_function("number => stopwatch.steps.length > number", arg=number, polling=20)
            self.page.wait_for_timeout(_PAUSE)
        return self.page.evaluate("stopwatch.steps")

    def hold(self):
        """Hold the right arrow from the left end on; returns the frames drawn and the lag after release."""
        self.go_home()
        self._watch()
        end = time.monotonic() + HOLD
        while time.monotonic() < end:
            self.page.keyboard.down("ArrowRight")
            time.sleep(_REPEAT)
        self.page.keyboard.up("ArrowRight")
        self._rest()
        frames, released = self.page.evaluate("[stopwatch.frames, stopwatch.released]")
        return len(frames), max(0.0, frames[-1] - released)

    def _watch(self):
        self.cell.scroll_into_view_if_needed()
        self.handle.focus()
        self.answer.evaluate("node => stopwatch.watch(node)")

    def _rest(self):
        before = None
        while before != (before := self.page.evaluate("stopwatch.frames.length")):
            self.page.wait_for_timeout(_STILL)
