"""The same input through several libraries: each call is shown as it was made, with what it returned."""

import html
import warnings
from typing import NamedTuple

import numpy as np

from .libraries import PREFIXES, as_numbers, here, library, namespace

NOT_INSTALLED = "not installed"
NONE = "–"
LONGEST = 76  # letters of an error that are shown
SHORT = 24  # letters of a cell that is not broken


class Answer(NamedTuple):
    """One call: whose it is, its text, what it returned in words, and the numbers (None where there are none)."""

    library: str
    call: str
    text: str
    numbers: np.ndarray | None = None


class Comparison:
    """What several calls returned for the same input; displayed as a table."""

    HEAD = ("library", "call", "returns")

    def __init__(self, title, inputs, answers):
        self.title = title
        self.inputs = inputs
        self.answers = answers

    def first(self, name):
        """The first answer of that library, or None where it was not called."""
        return next((answer for answer in self.answers if answer.library == name), None)

    def __repr__(self):
        wide = max(len(answer.library) for answer in self.answers), max(len(answer.call) for answer in self.answers)
        rows = [f"{a.library:{wide[0]}}  {a.call:{wide[1]}}  {a.text}" for a in self.answers]
        return "\n".join([self._caption(), *rows])

    def _repr_html_(self):
        rows = [(each.library, as_code(each.call), f"<b>{html.escape(each.text)}</b>") for each in self.answers]
        return as_table(self._caption(), self.HEAD, rows)

    def _caption(self):
        given = ", ".join(f"{name} = {short(value)}" for name, value in self.inputs.items())
        return f"{self.title}: {given}" if self.title else given


def side_by_side(*calls, title="", **inputs):
    """Make each call in its library with the same inputs, and show what comes back.

    Parameters
    ----------
    *calls : str
        Python expressions, such as ``"F.mse_loss(p, y)"``. The first module named says whose call it is: `keras`, `F`
        or `torch`, `optax`, `metrics` (scikit-learn), `np` or `lossviz`. ``slope(f, p)`` is df/dp by the library's own
        means.
    title : str
        What differs, in a few words.
    **inputs
        Numbers or lists, handed to each library as its own arrays: tensors of float64, or what JAX makes of them.

    Returns
    -------
    Comparison
        Its `answers` hold the numbers. An error is an answer too, and so is a library that is not installed.

    Raises
    ------
    ValueError
        If a call names none of the libraries.

    Examples
    --------
    >>> side_by_side("np.square(p - y)", "lossviz.half_squared_error(y, p)", title="the factor ½", y=1.0, p=3.0)
    the factor ½: y = 1, p = 3
    NumPy    np.square(p - y)                  4
    lossviz  lossviz.half_squared_error(y, p)  2
    """
    return Comparison(title, inputs, [_answer(call, inputs) for call in calls])


def _answer(call, inputs):
    whose = library(call)
    if not here(whose):
        return Answer(whose, call, NOT_INSTALLED)
    names = namespace(whose, inputs)
    with warnings.catch_warnings(record=True) as warned, np.errstate(all="ignore"):
        warnings.simplefilter("always")
        try:
            numbers = as_numbers(eval(call, names))
        except Exception as error:  # an error is an answer, too
            return Answer(whose, call, _in_words(error))
    warns = [str(each.category.__name__) for each in warned if issubclass(each.category, UserWarning)]
    return Answer(whose, call, short(numbers) + (", with a warning" if warns else ""), numbers)


def _in_words(error):
    text = " ".join(str(error).split())
    text = f"{type(error).__name__}: {text}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def short(value):
    """A number or an array of numbers in six digits.

    Examples
    --------
    >>> short([[1.0, 1 / 3], [0.0, 2.0]])
    '[[1, 0.333333], [0, 2]]'
    """
    array = np.asarray(value)
    if array.ndim == 0:
        return f"{array + 0.0:.6g}" if array.dtype.kind in "biuf" else str(value)  # + 0.0: no "-0"
    return f"[{', '.join(map(short, array))}]"


def overview(*comparisons):
    """One table of all comparisons: a row each, by its title, with the first answer of every library.

    Examples
    --------
    >>> overview(side_by_side("lossviz.half_squared_error(y, p)", title="the factor ½", y=1.0, p=3.0))
    what differs  Keras  PyTorch  Optax  scikit-learn  NumPy  lossviz
    the factor ½  –      –        –      –             –      2
    """
    return Overview(comparisons)


class Overview:
    """What differs, library by library; displayed as a table."""

    def __init__(self, comparisons):
        self.columns = list(dict.fromkeys(PREFIXES.values()))
        self.head = ("what differs", *self.columns)
        self.rows = [(each.title, *(_cell(each.first(name)) for name in self.columns)) for each in comparisons]

    def __repr__(self):
        widths = [max(len(row[i]) for row in (self.head, *self.rows)) for i in range(len(self.head))]
        lines = ["  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in self._all()]
        return "\n".join(line.rstrip() for line in lines)

    def _all(self):
        return [self.head, *self.rows]

    def _repr_html_(self):
        return as_table("", self.head, [tuple(map(html.escape, row)) for row in self.rows])


def _cell(answer):
    if answer is None:
        return NONE
    return answer.text.partition(":")[0] if answer.numbers is None else answer.text


def as_code(text):
    """The text as code in HTML."""
    return f"<code>{html.escape(text)}</code>"


def as_table(caption, head, rows):
    """The rows, whose cells are HTML already, as a table."""
    left = 'style="text-align:left"'
    top = f'<caption style="text-align:left">{html.escape(caption)}</caption>' if caption else ""
    cells = "".join(f'<th scope="col" {left}>{html.escape(name)}</th>' for name in head)
    body = "".join("<tr>" + "".join(map(_data, row)) + "</tr>" for row in rows)
    return f"<table>{top}<thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"


def _data(cell):
    """One cell; what is short stays in one line."""
    wrap = ";white-space:nowrap" if len(cell) <= SHORT else ""
    return f'<td style="text-align:left{wrap}">{cell}</td>'
