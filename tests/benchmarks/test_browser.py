"""The benchmark from key to paint runs in a real JupyterLab, and tells each of its measures with its target."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("browser")]

ROOT = Path(__file__).parents[2]
# A process of its own: a thread has room for one Playwright, and the tests have theirs.
COMMAND = [sys.executable, "-m", "benchmarks", "--only", "browser", "--steps", "1", "--explorer", "huber"]


def test_an_explorer_is_measured_against_the_floor_and_interact():
    """One round of one explorer: every way takes some milliseconds, `interact` most, and a held key draws frames."""
    done = subprocess.run(COMMAND, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    (row,) = (line for line in lines if line.startswith("huber"))
    assert "≤ 1.3" in row and "≥ 6" in row
    ours, floor, interact = (float(found) for found in re.findall(r"(?<![\d–.])\d+(?:\.\d)?(?=\s+\d+–\d+)", row))
    assert min(ours, floor) > 1 and max(ours, floor) < interact
    held = [line for line in lines if line.startswith(("explorers of curves", "a number alone", "interact"))]
    assert len(held) == 3 and all(int(line.split()[-2]) > 5 for line in held)
