"""The benchmarks run and mark what misses its target."""

import pytest

from benchmarks.__main__ import main
from benchmarks.table import Measure, show


@pytest.mark.parametrize(
    ("measure", "missed", "text"),
    [
        (Measure(2.0, most=3), False, "2.0 ≤ 3  "),
        (Measure(3.5, most=3), True, "3.5 ≤ 3 ✗"),
        (Measure(39.0, least=40, digits=0), True, "39 ≥ 40 ✗"),
        (Measure(41.0, least=40, digits=0), False, "41 ≥ 40  "),
        (Measure(7.25, digits=2), False, "7.25  "),
    ],
)
def test_a_missed_target_is_marked(measure, missed, text):
    """A measure beyond its target has a mark and is counted; one without a target never has."""
    assert (measure.missed, str(measure)) == (missed, text)
    assert show("title", ["what", "much"], [["row", measure]]) == missed


def test_the_steps_of_one_explorer_are_measured(capsys):
    """One explorer in one round: a line with its times and sizes, and no figure left behind."""
    assert main(["--only", "steps", "--steps", "1", "--explorer", "huber"]) == 0
    printed = capsys.readouterr().out
    (row,) = (line for line in printed.splitlines() if line.startswith("huber"))
    assert row.count("≤") == 2 and row.count("≥") == 1
    assert "0 ≤ 0" in printed


def test_a_strict_run_fails_where_a_target_is_missed(monkeypatch):
    """`--strict` turns a missed target into the exit code 1; without it the exit code is 0."""
    monkeypatch.setattr("benchmarks.__main__.PARTS", {"imports": lambda options: 1})
    assert main(["--only", "imports"]) == 0
    assert main(["--only", "imports", "--strict"]) == 1
