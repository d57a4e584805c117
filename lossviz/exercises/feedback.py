"""What an exercise answers: a few lines, plain in a terminal and framed in Jupyter."""

import html
from dataclasses import dataclass

MOST_LINES = 6

_MARKS = {"right": "✓", "wrong": "✗", "open": "…", "told": "→"}
_LOOK = "border-left:4px {line} currentColor;padding:4px 10px;margin:4px 0;line-height:1.5;max-width:760px"
_LINES = {"right": "solid", "wrong": "double", "open": "dotted", "told": "solid"}


@dataclass(frozen=True)
class Feedback:
    """The answer to an answer.

    Parameters
    ----------
    state : {"right", "wrong", "open", "told"}
        Solved, not right, not attempted, or something that was asked for, such as a hint.
    lines : tuple of str
        At most six; the first one says which exercise and how it stands.
    """

    state: str
    lines: tuple

    def __post_init__(self):
        if len(self.lines) > MOST_LINES:
            raise ValueError(f"lines has {len(self.lines)} entries: say it in at most {MOST_LINES}")

    @property
    def right(self):
        """Whether the exercise is solved."""
        return self.state == "right"

    def __repr__(self):
        first, *rest = self.lines
        return "\n".join([f"{_MARKS[self.state]} {first}", *(f"  {line}" for line in rest)])

    def _repr_html_(self):
        first, *rest = (html.escape(line) for line in self.lines)
        body = "<br>".join([f"<strong>{_MARKS[self.state]} {first}</strong>", *rest])
        return f'<div role="status" style="{_LOOK.format(line=_LINES[self.state])}">{body}</div>'
