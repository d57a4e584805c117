"""How far the build is, told on the error stream."""

import sys

_WIDTH = 24


class Progress:
    """A bar over a known number of steps: one line that changes on a terminal, else a line for each change."""

    def __init__(self, total, quiet=False):
        self._total = total
        self._done = 0
        self._quiet = quiet
        changes = sys.stderr.isatty()
        self._clear, self._end = ("\r\033[K", "") if changes else ("", "\n")

    def say(self, words):
        """What is being done now."""
        filled = round(_WIDTH * self._done / self._total) if self._total else _WIDTH
        self._print(f"[{'█' * filled}{'·' * (_WIDTH - filled)}] {self._done}/{self._total} {words}", self._end)

    def step(self, words):
        """One step is done; the words about it stay."""
        self._done += 1
        self._print(words, "\n")

    def end(self):
        """Take the bar away."""
        self._print("", "")

    def _print(self, words, end):
        if not self._quiet:
            print(f"{self._clear}{words}", end=end, file=sys.stderr, flush=True)
