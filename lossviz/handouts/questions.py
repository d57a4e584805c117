"""Exercises and predictions as forms of the page, which answer in the page."""

import ast
import html
import re
from dataclasses import dataclass

from ..exercises import EXERCISES, PREDICTIONS
from ..exercises.exercise import Choice, Function, Number
from . import replies
from .prose import REPOSITORY
from .sealing import seal

LIVE = "https://mybinder.org/v2/gh/{place}/HEAD?urlpath=lab/tree/notebooks/{file}"
_OPTIONS = re.compile(r"<ul>\s*((?:<li>(?:<p>)?<strong>[a-z]</strong>(?:(?!<li>).)*</li>\s*)+)</ul>\s*$", re.DOTALL)
_OPTION = re.compile(r"<li>(?:<p>)?<strong>([a-z])</strong>\s*((?:(?!<li>).)*?)(?:</p>)?\s*</li>", re.DOTALL)
_NAMES = ("check", "predict", "progress")


@dataclass(frozen=True)
class Call:
    """A cell's call of `check`, `predict` or `progress`: what it asks about, and whether with an answer."""

    name: str
    key: str | None
    answered: bool
    before: str  # the cell's code in front of the call


def call_in(source):
    """The call that ends a cell, or None where it ends otherwise."""
    try:
        body = ast.parse(source).body
    except SyntaxError:  # a line for IPython alone
        return None
    last = body[-1].value if body and isinstance(body[-1], ast.Expr) else None
    if not (isinstance(last, ast.Call) and isinstance(last.func, ast.Name) and last.func.id in _NAMES):
        return None
    first = last.args[0].value if last.args and isinstance(last.args[0], ast.Constant) else None
    before = "\n".join(source.splitlines()[: body[-1].lineno - 1]).strip()
    return Call(last.func.id, first, len(last.args) > 1, before)


def options_of(prose):
    """The lettered statements with which the HTML of a text ends, by letter, and the HTML without them."""
    found = _OPTIONS.search(prose)
    if not found:
        return {}, prose
    return {letter: text.strip() for letter, text in _OPTION.findall(found[1])}, prose[: found.start()]


def exercise_form(key, options, file):
    """The form of an exercise; `options` are the statements by letter, `file` the notebook to answer it in live."""
    exercise = EXERCISES[key]
    sealed = seal(replies.of_exercise(exercise), key)
    if isinstance(exercise, Function):
        field, buttons = _space(exercise, file), ""
    else:
        letters = exercise.letters if isinstance(exercise, Choice) else ()
        count = 1 if isinstance(exercise, Number) else len(exercise.answer)
        field = _choose(key, letters, options) if letters else _numbers(key, count)
        buttons = '<button type="submit">Check</button> '
    buttons += '<button type="button" data-hint>Hint</button>'
    return _form(key, sealed, field, buttons, "exercise")


def prediction_form(key, options):
    """The form in which a prediction is noted."""
    prediction = PREDICTIONS[key]
    letters = _letters(prediction, options)
    field = _choose(key, letters, options) if letters else _numbers(key, 1)
    sealed = seal(replies.of_prediction(prediction, letters), key)
    return _form(key, sealed, field, '<button type="submit">Note it</button>', "prediction")


def comparison(key):
    """Where a noted prediction is compared with what is true."""
    return (
        f'<form class="question comparison" data-kind="comparison" data-key="{key}"><p class="buttons">'
        f'<button type="submit">Compare with my prediction {key}</button></p>{_FEEDBACK}</form>\n'
    )


def standing(keys):
    """Where the page counts the exercises that have been solved on it."""
    return (
        f'<p class="standing" role="status" data-of="{len(keys)}">0 of {len(keys)} exercises solved on this page</p>\n'
    )


def live(file):
    """The address of the notebook `file`, ready to run."""
    return LIVE.format(place=REPOSITORY.removeprefix("https://github.com/"), file=file)


_FEEDBACK = '<div class="feedback" role="status"></div>'


def _form(key, sealed, field, buttons, kind):
    return (
        f'<form class="question {kind}" data-kind="{kind}" data-key="{key}" data-sealed="{sealed}">'
        f'{field}<p class="buttons">{buttons}</p>{_FEEDBACK}</form>\n'
    )


def _letters(prediction, options):
    if not isinstance(prediction.answer, str):
        return ()
    return sorted({prediction.answer, *(each.answer for each in prediction.wrong), *options})


def _choose(key, letters, options):
    choices = "".join(
        f'<label><input type="radio" name="{key}" value="{letter}"> <span><strong>{letter}</strong> '
        f"{options.get(letter, '')}</span></label>"
        for letter in letters
    )
    return f"<fieldset><legend>{key}: your answer</legend>{choices}</fieldset>"


def _numbers(key, count):
    entry = '<input type="text" inputmode="decimal" autocomplete="off" size="9">'
    if count == 1:
        return f'<p class="entry"><label>{key}: your answer {entry}</label></p>'
    entries = " ".join(f"<label>number {place + 1} {entry}</label>" for place in range(count))
    return f'<fieldset class="entry"><legend>{key}: your answer</legend>{entries}</fieldset>'


def _space(exercise, file):
    name = html.escape(exercise.call)
    return (
        f"<label>{exercise.key}: your code for <code>{name}</code> "
        f'<textarea rows="5" spellcheck="false" placeholder=" "></textarea></label>'
        f'<div class="lines" aria-hidden="true">{"<i></i>" * 5}</div>'
        f'<p class="live">It runs and is checked in <a href="{live(file)}">the live notebook</a>.</p>'
    )
