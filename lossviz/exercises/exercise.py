"""What an exercise is: data, with the wrong answers that people really give and what helps each of them."""

import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

LEVELS = {1: "recall", 2: "write", 3: "reason"}


@dataclass(frozen=True, eq=False)
class Case:
    """One call of a function under test: its positional arguments and its tunables.

    Examples
    --------
    >>> Case(0.0, 3.0, delta=1.0)
    Case(0.0, 3.0, delta=1.0)
    """

    arguments: tuple
    tunables: dict

    def __init__(self, *arguments, **tunables):
        object.__setattr__(self, "arguments", arguments)
        object.__setattr__(self, "tunables", tunables)

    def __repr__(self):
        given = [*map(repr, self.arguments), *(f"{name}={value!r}" for name, value in self.tunables.items())]
        return f"Case({', '.join(given)})"


@dataclass(frozen=True, eq=False)
class Wrong:
    """A wrong answer that people give, and the sentence that helps whoever gave it.

    `answer` is a function for a function exercise, else a value.
    """

    answer: Any
    sentence: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Exercise:
    """What all kinds of exercises have in common.

    Parameters
    ----------
    key : str
        The number of its notebook and a name: "02-huber".
    title : str
        What is to be done, in a few words.
    level : {1, 2, 3}
        1 recall by number, 2 write a function, 3 reason and explain.
    minutes : int
        How long a learner who has read the section takes.
    topics : tuple of str
        The T and M numbers it belongs to.
    diagnoses : str
        What the known wrong answers tell apart, for teachers.
    hints : tuple of str
        In two or three steps, each giving away a little more.
    explanation : str
        Why the answer is right; shown with the answer.
    """

    key: str
    title: str
    level: int
    minutes: int
    topics: tuple
    diagnoses: str
    hints: tuple
    explanation: str

    @property
    def notebook(self):
        """The number of the notebook that poses it."""
        return self.key[:2]

    @property
    def answer_as_code(self):
        """What a learner would have to write."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False, kw_only=True)
class Function(Exercise):
    """A function to be written.

    `reference` does it right and carries the name that the notebook's stub has; `cases` are the calls on which the two
    are compared; `names` say what the positional arguments are called in words. `curve`, if given, is a `Case` whose
    second argument is the array over which answers are drawn.
    """

    reference: Callable
    cases: tuple
    wrong: tuple
    names: tuple = ("y", "ŷ")
    curve: Case | None = None

    @property
    def answer_as_code(self):
        return textwrap.dedent(inspect.getsource(self.reference)).rstrip()

    @property
    def call(self):
        """How the function is declared: its name with its arguments."""
        return f"{self.reference.__name__}{inspect.signature(self.reference)}"


@dataclass(frozen=True, eq=False, kw_only=True)
class Number(Exercise):
    """A number to be worked out; `within` is how far off a rounded answer may be."""

    answer: float
    within: float
    wrong: tuple

    @property
    def answer_as_code(self):
        return repr(self.answer)


@dataclass(frozen=True, eq=False, kw_only=True)
class Numbers(Exercise):
    """Several numbers in an array or list; `within` is how far off each rounded number may be."""

    answer: tuple
    within: float
    wrong: tuple

    @property
    def answer_as_code(self):
        return repr(list(self.answer))


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice(Exercise):
    """One of several statements, by its letter; `wrong` holds a sentence for each of the other letters."""

    answer: str
    wrong: tuple

    @property
    def answer_as_code(self):
        return repr(self.answer)

    @property
    def letters(self):
        """The letters one can choose, in order."""
        return sorted([self.answer, *(each.answer for each in self.wrong)])


@dataclass(frozen=True, eq=False, kw_only=True)
class Prediction:
    """A guess before an explorer: recorded, then compared with what the explorer shows.

    `answer` is a number with `within` as tolerance, or a letter; `wrong` maps letters or numbers to a kind sentence;
    `reveal` says what is true and where to see it.
    """

    key: str
    answer: Any
    reveal: str
    within: float = 0.0
    wrong: tuple = field(default=())

    @property
    def notebook(self):
        """The number of the notebook that asks it."""
        return self.key[:2]
