"""Exercises that answer back: what was probably done, shown on the learner's own numbers."""

from . import predicting, record
from .catalogue import EXERCISES, PREDICTIONS, Table, find
from .checking import check as _check
from .feedback import Feedback
from .predicting import NOT_GIVEN
from .solutions import Solution
from .standing import Progress


def check(key, answer=...):
    """Say how an answer to an exercise stands: right, a known mistake, or where it first differs.

    Parameters
    ----------
    key : str
        The exercise, as it stands in the notebook: "02-huber".
    answer : function, number, list of numbers or str
        What the exercise asks for; a function is handed over without calling it. Three dots mean not attempted.

    Returns
    -------
    Feedback
        Displayed as the last line of a cell; `.right` says whether the exercise is solved.

    Raises
    ------
    ValueError
        If there is no such exercise.

    Examples
    --------
    >>> check("02-huber", ...)
    … 02-huber: not yet. Put your code in place of the three dots.
    """
    return _check(find(key, EXERCISES), answer)


def hint(key):
    """The next hint for an exercise; each call gives away a little more.

    Examples
    --------
    >>> hint("02-huber").state
    'told'
    """
    exercise = find(key, EXERCISES)
    place = record.next_hint(exercise)
    if place >= len(exercise.hints):
        return Feedback("told", (f"{key}: that was the last hint.", f'solution("{key}") shows the answer.'))
    count = f"hint {place + 1} of {len(exercise.hints)}"
    return Feedback("told", (f"{key}, {count}.", exercise.hints[place]))


def solution(key):
    """The answer to an exercise with the reason, and with your curve over the right one where there is one.

    Examples
    --------
    >>> "def" in solution("02-huber").code
    True
    """
    return Solution(find(key, EXERCISES), record.ANSWERS.get(key))


def predict(key, answer=NOT_GIVEN):
    """Record a prediction; called again without an answer, compare it with what is true.

    Parameters
    ----------
    key : str
        The prediction, as it stands in the notebook.
    answer : number or str, optional
        What you expect. Three dots stand for nothing yet.

    Examples
    --------
    >>> predict("02-squares", ...)
    … 02-squares: put your prediction in place of the three dots. A guess will do.
    """
    return predicting.predict(find(key, PREDICTIONS), answer)


def progress(notebook=None):
    """How many exercises have been solved in this kernel, and which are open: all, or those of one notebook ("02").

    Examples
    --------
    >>> progress().total == len(EXERCISES)
    True
    """
    return Progress(_of(notebook), record.SOLVED)


def table(notebook=None):
    """Key, level, minutes, topics and what it tells apart, of every exercise or those of one notebook ("02").

    Examples
    --------
    >>> table("02").rows[0][0][:3]
    '02-'
    """
    return Table(_of(notebook))


def _of(notebook):
    """The exercises of one notebook, or all."""
    chosen = [each for each in EXERCISES.values() if notebook in (None, each.notebook)]
    if not chosen:
        known = ", ".join(sorted({each.notebook for each in EXERCISES.values()}))
        raise ValueError(f"there is no notebook {notebook!r} with exercises; there are {known}")
    return chosen


__all__ = ["EXERCISES", "PREDICTIONS", "check", "hint", "predict", "progress", "solution", "table"]
