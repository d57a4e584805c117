"""Checks an answer: right, a wrong one that is known, or words about how it differs."""

import functools
from numbers import Real

import numpy as np

from . import comparing, record
from .exercise import Choice, Function, Number, Numbers
from .feedback import Feedback
from .running import Trouble, call, does_nothing, quiet, short


def check(exercise, answer):
    """Feedback on an answer to an exercise; a right one is remembered."""
    find = next(find for kind, find in _KINDS.items() if isinstance(exercise, kind))
    lines = _not_attempted(exercise) if answer is ... or answer is None else find(exercise, answer)
    if lines is None:
        record.solved(exercise)
        return Feedback("right", (f"{exercise.key}: right.", exercise.explanation))
    state = "open" if lines and lines[0].startswith("not yet") else "wrong"
    first, *rest = lines
    return Feedback(state, (f"{exercise.key}: {first}", *rest))


def _not_attempted(exercise):
    return [f"not yet. {_ASKED[type(exercise)]}"]


def _wrong(*lines):
    return ["not right yet.", *(line for line in lines if line)]


def _function(exercise, function):
    if not callable(function):
        name = exercise.reference.__name__
        return _wrong(f'Hand over the function itself, without calling it: check("{exercise.key}", {name}).')
    record.answered(exercise, function)
    results, trouble = _run(function, exercise)
    if trouble and isinstance(trouble.cause, NotImplementedError):
        return _not_attempted(exercise)
    if does_nothing(function) and not trouble and all(result is None or result is ... for result in results):
        return _not_attempted(exercise)
    pairs = zip(exercise.cases, results, _right(exercise), strict=False)
    lines = next(filter(None, (_compare(exercise, *each) for each in pairs)), None)
    if not trouble and not lines:
        return None
    known = _known(exercise, results, trouble)
    if known:
        return _wrong(known)
    if trouble:
        return _wrong(str(trouble), _one_at_a_time(function, exercise, trouble))
    return _wrong(*lines)


def _run(function, exercise):
    """The results for all cases, or those until trouble came, and the trouble."""
    results = []
    for case in exercise.cases:
        try:
            results.append(call(function, case))
        except Trouble as trouble:
            return results, trouble
    return results, None


def _compare(exercise, case, result, wanted):
    """Lines about how the result differs from what is wanted; none where it does not."""
    got, words = comparing.as_numbers(result, wanted)
    if got is None:
        return [words]
    if wanted.ndim == 0 and got.size == 1:
        got = got.reshape(())
    if got.shape != wanted.shape:
        return [comparing.shape_words(got, wanted)]
    if comparing.same(got, wanted):
        return []
    place = tuple(axis[0] for axis in np.nonzero(~np.atleast_1d(comparing.agreeing(got, wanted))))
    place = place if wanted.ndim else ()
    return [
        f"{_given(exercise, case, wanted, place)} yours is {short(got[place])}, it should be {short(wanted[place])}.",
        comparing.how(np.atleast_1d(got), np.atleast_1d(wanted)),
    ]


def _given(exercise, case, wanted, place):
    """The arguments that belong to one number of the result, in words; a whole row where the row decides."""
    said = []
    for number, argument in enumerate(case.arguments):
        name = exercise.names[number] if number < len(exercise.names) else f"argument {number + 1}"
        array = np.asarray(argument)
        inner = array.ndim - wanted.ndim
        if array.shape[: wanted.ndim] == wanted.shape and inner >= 0:
            array = array[place if inner or by_element(exercise) else place[:-1]]
        said.append(f"{name} = {short(array)}")
    said += [f"{name} = {short(value)}" for name, value in case.tunables.items()]
    return f"For {', '.join(said)}"


@functools.cache
def by_element(exercise):
    """Whether each number of the result comes from one number of each argument."""
    case, wanted = exercise.cases[0], _right(exercise)[0]
    arrays = [np.asarray(argument) for argument in case.arguments]
    if wanted.ndim != 1 or any(array.shape != wanted.shape for array in arrays):
        return False
    with quiet():
        singles = [
            exercise.reference(*(array[i : i + 1] for array in arrays), **case.tunables) for i in range(wanted.size)
        ]
    return comparing.same(np.concatenate(singles), wanted)


def _known(exercise, results, trouble):
    """The sentence of the known wrong answer that gives the same, if there is one."""
    for wrong, (their_results, their_trouble) in zip(exercise.wrong, _wrongs(exercise), strict=True):
        if _equal_trouble(trouble, their_trouble) and len(results) == len(their_results):
            pairs = zip(results, their_results, strict=True)
            if all(_equal(mine, theirs) for mine, theirs in pairs):
                return wrong.sentence
    return None


def _equal_trouble(mine, theirs):
    """Whether two troubles are one: none both, or errors that say the same."""
    if mine is None or theirs is None:
        return mine is theirs
    if mine.cause is None or theirs.cause is None:
        return mine.cause is theirs.cause and str(mine) == str(theirs)
    return type(mine.cause) is type(theirs.cause) and str(mine.cause) == str(theirs.cause)


def _equal(mine, theirs):
    mine, theirs = (comparing.as_numbers(each, 0.0)[0] for each in (mine, theirs))
    return mine is not None and theirs is not None and comparing.same(mine, theirs.astype(float))


def _one_at_a_time(function, exercise, trouble):
    """Words for a function that works for single numbers and fails for arrays; empty for any other."""
    if not isinstance(trouble.cause, (TypeError, ValueError)):
        return ""
    for case, wanted in zip(exercise.cases, _right(exercise), strict=True):
        arrays = [np.asarray(argument) for argument in case.arguments]
        if wanted.ndim != 1 or any(array.shape != wanted.shape for array in arrays):
            continue
        for numbers in list(zip(*arrays, strict=True))[:4]:
            single = type(case)(*(float(number) for number in numbers), **case.tunables)
            try:
                call(function, single)
            except Trouble:
                return ""
        return "For a single number it works: it has to work for a whole array, too."
    return ""


@functools.cache
def _right(exercise):
    """What the reference gives for each case, computed once."""
    with quiet():
        results = [exercise.reference(*case.arguments, **case.tunables) for case in exercise.cases]
    return [np.asarray(result, dtype=float) for result in results]


@functools.cache
def _wrongs(exercise):
    return [_run(wrong.answer, exercise) for wrong in exercise.wrong]


def _number(exercise, answer):
    number, words = _as_number(answer)
    if number is None:
        return _wrong(words)
    if abs(number - exercise.answer) <= exercise.within:
        return None
    for wrong in exercise.wrong:
        if abs(number - wrong.answer) <= exercise.within:
            return _wrong(wrong.sentence)
    return _wrong(_about(number, exercise.answer), f'hint("{exercise.key}") says where to begin.')


def _about(number, answer):
    if np.isclose(number, -answer, rtol=1e-3):
        return "The size is right, the sign is not."
    if answer and number and np.isclose(abs(np.log10(abs(number / answer))) % 1, 0, atol=1e-3):
        return "The digits are right, the decimal point is not."
    return f"{number:.6g} is too {'large' if number > answer else 'small'}."


def _numbers(exercise, answer):
    wanted = np.asarray(exercise.answer, dtype=float)
    got, words = comparing.as_numbers(answer, wanted)
    if got is None:
        return _wrong(words.replace("returns", "holds"))
    if got.shape != wanted.shape:
        return _wrong(f"Give {wanted.size} numbers in a list; yours have shape {got.shape}.")
    off = ~(np.abs(got - wanted) <= exercise.within)
    if not off.any():
        return None
    for wrong in exercise.wrong:
        theirs = np.asarray(wrong.answer, dtype=float)
        if theirs.shape == got.shape and (np.abs(got - theirs) <= exercise.within).all():
            return _wrong(wrong.sentence)
    first = int(np.argmax(off))
    which = f"Number {first + 1} of {off.size}"
    return _wrong(f"{which}: {_about(float(got.flat[first]), wanted.flat[first])}")


def _choice(exercise, answer):
    letter = str(answer).strip().lower().strip("().\"' ")
    if letter == exercise.answer:
        return None
    for wrong in exercise.wrong:
        if letter == wrong.answer:
            return _wrong(wrong.sentence)
    return _wrong(f"Choose one of the letters {', '.join(exercise.letters)}; yours is {short_text(answer)}.")


def short_text(value):
    """Whatever someone typed, as they typed it, in at most forty characters."""
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"


def _as_number(answer):
    """The answer as a float, or None with words."""
    if isinstance(answer, str):
        try:
            answer = float(answer.replace(",", ".").replace("−", "-"))
        except ValueError:
            return None, f"A number is asked for; yours is the text {short_text(answer)}."
    if isinstance(answer, bool) or not (isinstance(answer, Real) or np.size(answer) == 1):
        return None, f"One number is asked for; yours is {short_text(answer)}."
    try:
        number = float(np.asarray(answer).reshape(()))
    except (TypeError, ValueError):
        return None, f"One number is asked for; yours is {short_text(answer)}."
    if not np.isfinite(number):
        return None, f"A finite number is asked for; yours is {number}."
    return number, ""


_KINDS = {Function: _function, Number: _number, Numbers: _numbers, Choice: _choice}
_ASKED = {
    Function: "Put your code in place of the three dots.",
    Number: "Put your number in place of the three dots.",
    Numbers: "Put your list of numbers in place of the three dots.",
    Choice: "Put the letter in place of the three dots.",
}
