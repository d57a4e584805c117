"""What has been solved in this kernel."""

import html
import itertools


class Progress:
    """Solved and open exercises, notebook by notebook."""

    def __init__(self, exercises, solved):
        self.total = len(exercises)
        self.solved = sum(each.key in solved for each in exercises)
        self.rows = []
        for notebook, group in itertools.groupby(exercises, key=lambda each: each.notebook):
            keys = [each.key for each in group]
            self.rows.append((notebook, len(keys), [key for key in keys if key not in solved]))

    @property
    def full(self):
        """Whether every exercise has been solved."""
        return self.solved == self.total

    def __repr__(self):
        return "\n".join([f"{self.solved} of {self.total} exercises solved", *map(_row, self.rows)])

    def _repr_html_(self):
        items = "".join(f"<li>{html.escape(_row(row))}</li>" for row in self.rows)
        return f"<p><strong>{self.solved} of {self.total} exercises solved</strong></p><ul>{items}</ul>"


def _row(row):
    notebook, count, still_open = row
    if not still_open:
        return f"{notebook}: all {count} solved"
    listed = "" if len(still_open) == count else f" · open: {', '.join(still_open)}"
    return f"{notebook}: {count - len(still_open)} of {count}{listed}"
