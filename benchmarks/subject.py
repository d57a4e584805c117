"""A slider on a page of JupyterLab, moved by the keyboard, and how long the page takes to paint its answer."""

import time
from pathlib import Path

PICTURE = ".widget-html-content:has(svg[role=img])"
HOLD = 2.0  # seconds that a key is held
_REPEAT = 1 / 30  # seconds between the repeats of a held key
_PAUSE = 60  # milliseconds between two single keys: a reader's hand is slower
_STILL = 600  # milliseconds without a change, after which nothing more will come


def start(page):
    """Give the page its stopwatch."""
    page.evaluate((Path(__file__).parent / "stopwatch.js").read_text("utf-8"))


class Subject:
    """What a cell of the page shows: its first slider, and the node in which the slider's answer is drawn."""

    def __init__(self, page, cell, answer):
        self.page = page
        self.cell = cell
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
