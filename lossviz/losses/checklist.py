"""What a good loss needs: a list that a function is run through, with a verdict and a reason for each line."""

import html
from dataclasses import dataclass

import numpy as np

from .clauses import CLAUSES, FAIL, LOOK, PASS, Trial
from .custom import loss as loss_of
from .faults import said
from .loss import Loss

NOT_RUN = "not run"
_MARKS = {PASS: "✓", LOOK: "!", FAIL: "✗", NOT_RUN: "–"}
_LEFT = "text-align:left;vertical-align:top"


@dataclass(frozen=True)
class Line:
    """One line of a checklist: the clause, the verdict "pass", "look", "fail" or "not run", and the reason."""

    clause: str
    verdict: str
    reason: str


class Checklist:
    """What became of each clause; printed, or as the last line of a cell, a table in words.

    "fail" is a fault, "look" is a property that you may want, but should know of. `lines` holds the lines in order,
    `verdicts` maps each clause to its verdict, and `passed` tells whether no clause failed.
    """

    def __init__(self, name, lines):
        self.name = name
        self.lines = tuple(lines)

    @property
    def verdicts(self):
        return {line.clause: line.verdict for line in self.lines}

    @property
    def passed(self):
        return all(line.verdict in (PASS, LOOK) for line in self.lines)

    def _summary(self):
        counts = {verdict: list(self.verdicts.values()).count(verdict) for verdict in _MARKS}
        listed = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count)
        return f"Checklist of {self.name}: {listed}"

    def __repr__(self):
        width = max(len(line.clause) for line in self.lines)
        heads = (f"{_MARKS[line.verdict]} {line.verdict:7s} {line.clause:{width}s}" for line in self.lines)
        rows = (f"{head}  {line.reason}" for head, line in zip(heads, self.lines, strict=True))
        return "\n".join([self._summary(), *rows])

    def _repr_html_(self):
        rows = "".join(
            f'<tr><th scope="row" style="{_LEFT}">{line.clause}</th>'
            f'<td style="{_LEFT};white-space:nowrap"><b>{_MARKS[line.verdict]} {line.verdict}</b></td>'
            f'<td style="{_LEFT}">{html.escape(line.reason)}</td></tr>'
            for line in self.lines
        )
        heads = "".join(f'<th scope="col" style="{_LEFT}">{head}</th>' for head in ("clause", "verdict", "reason"))
        caption = f'<caption style="{_LEFT}">{html.escape(self._summary())}</caption>'
        return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def checklist(loss, *, unit=1.0, **tunables):
    """Run a loss through what a good one needs.

    Parameters
    ----------
    loss : Loss or function
        An element-wise loss of one target and one prediction, or a plain function f(y_true, y_pred, …) of an error. For
        a function of probabilities, logits or margins give a loss made by `lossviz.loss(…, prediction=…)`.
    unit : float
        The size of an ordinary error in your data: ordinary predictions are up to four of it off.
    **tunables
        Of the loss.

    Returns
    -------
    Checklist
        A line for each clause. A function that raises fails in words; nothing it does ends the list.

    Raises
    ------
    TypeError
        If `loss` is no function, or takes whole vectors or several predictions.

    Examples
    --------
    >>> from lossviz import squared_error
    >>> checklist(squared_error).passed
    True
    >>> print(checklist(lambda y_true, y_pred: (y_pred - y_true).mean()).lines[0].reason)
    your_loss returned a single number for 6 predictions: return one loss for each, without .mean() or .sum()
    """
    if not callable(loss):
        raise TypeError(f"checklist takes a loss or a function f(y_true, y_pred); got {type(loss).__name__}")
    try:
        loss = loss if isinstance(loss, Loss) else loss_of(loss)
    except (TypeError, ValueError) as error:
        return Checklist(getattr(loss, "__name__", "your loss"), _not_a_loss(str(error)))
    if not loss.elementwise or len(loss.targets) != 1 or len(loss.predictions) != 1:
        raise TypeError(f"checklist takes losses of one target and one prediction for each example; not {loss.name}")
    trial = Trial(loss, float(unit), tunables)
    first, *others = CLAUSES
    lines = [_tried(first, trial)]
    for clause in others:
        usable = lines[0].verdict != FAIL or lines[0].reason.startswith("an example costs")
        lines.append(_tried(clause, trial) if usable else Line(clause, NOT_RUN, "the function cannot be used yet"))
    return Checklist(loss.name, lines)


def _not_a_loss(reason):
    first, *others = CLAUSES
    return [Line(first, FAIL, reason), *(Line(clause, NOT_RUN, "the function cannot be used yet") for clause in others)]


def _tried(clause, trial):
    try:
        with np.errstate(all="ignore"):  # infinities are answers here
            verdict, reason = CLAUSES[clause](trial)
    except Exception as error:  # a learner's function may raise anything, and that is the answer
        verdict, reason = FAIL, said(error)
    return Line(clause, verdict, reason)
