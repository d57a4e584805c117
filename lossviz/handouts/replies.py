"""What the page says to each answer: the sentences of `check`, `hint` and `predict` themselves, asked beforehand.

Where a sentence repeats what was answered, {} stands for it.
"""

import dataclasses

from .. import exercises
from ..exercises import record
from ..exercises.checking import check
from ..exercises.exercise import Choice, Function, Number
from ..exercises.predicting import NOT_GIVEN, predict

_WORD = "zzz"


def of_exercise(exercise):
    """The replies to whatever may be answered, and the hints."""
    replies = {"hints": _hints(exercise)}
    if isinstance(exercise, Function):
        return replies
    if isinstance(exercise, Choice):
        return replies | {"letters": {letter: _lines(check(exercise, letter)) for letter in exercise.letters}}
    single = isinstance(exercise, Number)
    answers = [exercise.answer, *(each.answer for each in exercise.wrong)]
    return replies | {
        "answers": [[[each] if single else list(each), _lines(check(exercise, each))] for each in answers],
        "within": exercise.within,
        "about": _about(exercise, single),
        "text": _with_gap(check(exercise, _WORD), repr(_WORD)) if single else None,
    }


def _about(exercise, single):
    """How an answer that nobody expected differs: asked of a like exercise with the answer 2."""
    count = 1 if single else len(exercise.answer)
    like = dataclasses.replace(exercise, answer=2.0 if single else (2.0,) * count, within=1e-9, wrong=())
    asked = {"sign": -2.0, "digits": 20.0, "large": 3.25, "small": 1.25}
    about = {}
    for name, number in asked.items():
        feedback = check(like, number if single else (number, *[2.0] * (count - 1)))
        lines = _with_gap(feedback, f"{number:.6g} is", "{} is")
        about[name] = [line.replace("Number 1 of", "Number [] of") for line in lines]
    return about


def of_prediction(prediction, letters):
    """The replies to a prediction when it is made, and when it is compared; `letters` are those it may be."""
    replies = {"noted": _with_gap(predict(prediction, _WORD), repr(_WORD)), "missing": _not_predicted(prediction)}
    known = [prediction.answer, *(each.answer for each in prediction.wrong)]
    if isinstance(prediction.answer, str):
        return replies | {"letters": {letter: _compared(prediction, letter) for letter in sorted({*known, *letters})}}
    unknown = 7 * max(abs(float(each)) for each in known) + 1000.5
    return replies | {
        "answers": [[[each], _compared(prediction, each)] for each in known],
        "within": prediction.within,
        "otherwise": _compared(prediction, unknown),
    }


def _compared(prediction, answer):
    predict(prediction, answer)
    lines = _lines(predict(prediction, NOT_GIVEN))
    record.PREDICTIONS.pop(prediction.key)
    return [line.replace(f"you predicted {answer!r}", "you predicted {}") for line in lines]


def _not_predicted(prediction):
    record.PREDICTIONS.pop(prediction.key, None)
    return _lines(predict(prediction, NOT_GIVEN))


def _hints(exercise):
    record.HINTS.pop(exercise.key, None)
    return [_lines(exercises.hint(exercise.key)) for _ in exercise.hints]


def _lines(feedback):
    return [line.strip() for line in repr(feedback).splitlines()]


def _with_gap(feedback, answer, gap="{}"):
    return [line.replace(answer, gap) for line in _lines(feedback)]
