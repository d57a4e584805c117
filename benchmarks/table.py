"""Tables of measured numbers, with a mark at each that misses its target."""

from dataclasses import dataclass

MARK = " ✗"


@dataclass(frozen=True)
class Measure:
    """A number with its target: at most `most`, or at least `least`, or None of both where it only informs."""

    value: float
    most: float | None = None
    least: float | None = None
    digits: int = 1

    @property
    def missed(self):
        """Whether there is a target that the number does not reach."""
        above = self.most is not None and self.value > self.most
        return above or (self.least is not None and self.value < self.least)

    def __str__(self):
        bound = f" ≤ {self.most:g}" if self.most is not None else f" ≥ {self.least:g}" if self.least is not None else ""
        return f"{self.value:.{self.digits}f}{bound}" + (MARK if self.missed else " " * len(MARK))


@dataclass(frozen=True)
class Spread:
    """The range of repeated measurements, from the least to the greatest."""

    values: list

    def __str__(self):
        return f"{min(self.values):.0f}–{max(self.values):.0f}"


def show(title, head, rows):
    """Print a table; returns how many of its measures miss their target."""
    cells = [head, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    print(title)
    for row in cells:
        first, *others = row
        print("  ".join([first.ljust(widths[0]), *(cell.rjust(w) for cell, w in zip(others, widths[1:], strict=True))]))
    print()
    return sum(cell.missed for row in rows for cell in row if isinstance(cell, Measure))
