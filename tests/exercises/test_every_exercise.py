"""Every exercise of the course: the right answer, each wrong one, the untouched stub, and what may go wrong."""

import re

import numpy as np
import pytest

from lossviz.exercises import EXERCISES, check, hint, record, solution
from lossviz.exercises.checking import by_element
from lossviz.exercises.exercise import LEVELS, Choice, Function, Number, Numbers
from lossviz.exercises.feedback import MOST_LINES

FUNCTIONS = [each for each in EXERCISES.values() if isinstance(each, Function)]
OTHERS = [each for each in EXERCISES.values() if not isinstance(each, Function)]
WRONG = [(each, wrong) for each in EXERCISES.values() for wrong in each.wrong]

every = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))
every_function = pytest.mark.parametrize("exercise", FUNCTIONS, ids=[each.key for each in FUNCTIONS])


@pytest.fixture(autouse=True)
def fresh():
    """Each test begins as a fresh kernel does."""
    record.forget()
    yield
    record.forget()


def right(exercise):
    return exercise.reference if isinstance(exercise, Function) else exercise.answer


def assert_said_well(feedback):
    text = repr(feedback)
    assert len(text.splitlines()) <= MOST_LINES
    assert "Traceback" not in text and "lossviz/" not in text
    assert max(map(len, text.splitlines())) < 330


@every
def test_the_right_answer_is_right(exercise):
    """The right answer is told so, with the reason."""
    feedback = check(exercise.key, right(exercise))
    assert feedback.right, feedback
    assert exercise.explanation in repr(feedback)
    assert exercise.key in record.SOLVED
    assert_said_well(feedback)


@pytest.mark.parametrize(
    ("exercise", "wrong"), WRONG, ids=[f"{each.key}-{each.wrong.index(wrong)}" for each, wrong in WRONG]
)
def test_a_known_wrong_answer_gets_its_own_sentence(exercise, wrong):
    """Each known wrong answer is told its own sentence and no other, and solves nothing."""
    feedback = check(exercise.key, wrong.answer)
    assert not feedback.right
    assert feedback.lines[1:] == (wrong.sentence,), feedback
    assert exercise.key not in record.SOLVED
    assert_said_well(feedback)


@every
def test_what_is_untouched_is_not_yet(exercise):
    """Three dots, nothing, and a stub that does nothing are told "not yet"."""

    def stub(*arguments, **tunables): ...

    def unfinished(*arguments, **tunables):
        raise NotImplementedError

    untouched = [..., None, *([stub, unfinished] if isinstance(exercise, Function) else [])]
    for answer in untouched:
        feedback = check(exercise.key, answer)
        assert feedback.state == "open" and "not yet" in feedback.lines[0]


@every_function
def test_a_function_that_raises_is_told_where(exercise):
    """An error is told in words, with the line of the learner's that raised."""

    def raises(*arguments, **tunables):
        return np.log_of(arguments[0])

    feedback = check(exercise.key, raises)
    assert not feedback.right
    assert "AttributeError" in repr(feedback) and "in line 2 of your function: return np.log_of" in repr(feedback)
    assert_said_well(feedback)


@every_function
def test_a_function_of_a_wrong_shape_is_told(exercise):
    """A result with an axis too many is told by its shape."""

    def wrong_shape(*arguments, **tunables):
        return np.stack([np.asarray(exercise.reference(*arguments, **tunables))] * 3)

    feedback = check(exercise.key, wrong_shape)
    assert not feedback.right and re.search(r"shape|numbers", repr(feedback)), feedback
    assert_said_well(feedback)


@every_function
def test_other_styles_are_right(exercise):
    """A list for an array, single precision, a wrapper and a loop over the elements are no mistakes."""

    def as_list(*arguments, **tunables):
        return np.asarray(exercise.reference(*arguments, **tunables)).tolist()

    def single(*arguments, **tunables):
        return np.asarray(exercise.reference(*arguments, **tunables)).astype(np.float32)

    def positional(*arguments, **tunables):
        return exercise.reference(*arguments, *tunables.values())

    def looping(*arguments, **tunables):
        """One element after the other, where the exercise is one of elements; else the reference once more."""
        if not by_element(exercise) or not np.ndim(arguments[0]):
            return exercise.reference(*arguments, **tunables)
        return [
            exercise.reference(*(np.array([n]) for n in each), **tunables)[0] for each in zip(*arguments, strict=True)
        ]

    for answer in (as_list, single, positional, looping):
        assert check(exercise.key, answer).right, check(exercise.key, answer)


@every
def test_an_exercise_is_complete(exercise):
    """Key, level, minutes, topics, two or three hints, and wrong answers that say something."""
    assert re.fullmatch(r"\d\d-[a-z0-9-]+", exercise.key)
    assert exercise.level in LEVELS and 1 <= exercise.minutes <= 15
    assert exercise.topics and all(re.fullmatch(r"[TM]\d\d", topic) for topic in exercise.topics)
    assert 2 <= len(exercise.hints) <= 3
    assert len(exercise.wrong) >= 3
    sentences = [wrong.sentence for wrong in exercise.wrong]
    assert all(4 < len(sentence) < 200 for sentence in [*sentences, *exercise.hints])
    assert not exercise.title.endswith(".")


@every
def test_hints_come_one_by_one(exercise):
    """Each call gives the next hint; after the last one the solution is pointed to."""
    given = [hint(exercise.key).lines[1] for _ in range(len(exercise.hints) + 1)]
    assert tuple(given[:-1]) == exercise.hints
    assert given[-1] == f'solution("{exercise.key}") shows the answer.'


@every
def test_the_solution_is_the_right_answer(exercise):
    """What `solution` shows, put in place of the stub, is right."""
    shown = solution(exercise.key)
    assert exercise.explanation in repr(shown)
    names = {"np": np}
    if isinstance(exercise, Function):
        exec(shown.code, names)
        answer = names[exercise.reference.__name__]
    else:
        answer = eval(shown.code, names)
    assert check(exercise.key, answer).right


@pytest.mark.parametrize("exercise", OTHERS, ids=[each.key for each in OTHERS])
def test_values_of_other_kinds_are_told(exercise):
    """A text, a function, nan or the wrong number of numbers are told in words."""
    for answer in ("perhaps", print, float("nan"), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], {}, np.zeros((2, 2))):
        feedback = check(exercise.key, answer)
        assert not feedback.right
        assert_said_well(feedback)


def test_levels_and_kinds_go_together():
    """Level 2 is for functions, 1 and 3 are for numbers and choices."""
    for each in EXERCISES.values():
        assert (each.level == 2) == isinstance(each, Function)
        assert isinstance(each, (Function, Number, Numbers, Choice))
