"""Runs a learner's function: whatever it does, what comes back is its results or words about what went wrong."""

import contextlib
import copy
import dis
import inspect
import io
import linecache
import signal
import sys
import threading
import time
import warnings

import numpy as np

SECONDS = 3.0  # a function that has not answered by then is taken for endless

_NOTHING = {"RESUME", "NOP", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE"}


class Trouble(Exception):
    """The function gave no usable result; the message says in words why, `cause` is what it raised, if anything."""

    def __init__(self, words, cause=None):
        super().__init__(words)
        self.cause = cause


class TimeUp(BaseException):
    """Raised inside a function that runs too long; not an `Exception`, so that an `except Exception` lets it pass."""


def call(function, case):
    """The function's result for the case, as it returned it.

    Raises `Trouble` where it raises, does not fit the arguments, runs on for seconds, or changes its arguments.
    """
    arguments, tunables = copy.deepcopy(case.arguments), copy.deepcopy(case.tunables)
    _check_signature(function, arguments, tunables)
    try:
        with quiet(), time_limit(SECONDS):
            result = function(*arguments, **tunables)
    except TimeUp as error:
        raise Trouble(f"It has not finished after {SECONDS:g} seconds: is there a loop that never ends?") from error
    except NotImplementedError as error:
        raise Trouble("not attempted", error) from error
    except RecursionError as error:
        raise Trouble("It calls itself for ever.", error) from error
    except (Exception, SystemExit) as error:
        raise Trouble(f"It raises {_what(error)}{_where(error, function)}", error) from error
    for name, before, after in _changed(function, case, arguments, tunables):
        raise Trouble(
            f"It changes its argument {name} while it runs, from {short(before)} to {short(after)}: "
            "whoever calls it still needs the old one. Work on a copy."
        )
    return result


def does_nothing(function):
    """Whether a function does nothing but return a constant, as the empty ones of the notebooks do."""
    code = getattr(function, "__code__", None)
    return code is not None and {step.opname for step in dis.get_instructions(code)} <= _NOTHING


def short(value):
    """A value in a few characters."""
    value = np.asarray(value)
    if value.ndim == 0 and value.dtype.kind in "biuf":
        return f"{value:.6g}"
    text = np.array2string(value, precision=6, threshold=6, edgeitems=2).replace("\n", "")
    return text if len(text) <= 48 else f"{text[:45]}…"


@contextlib.contextmanager
def quiet():
    """Without floating-point warnings, and without whatever the function prints."""
    with np.errstate(all="ignore"), warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def time_limit(seconds):
    """Raise `TimeUp` inside the block when the time is over.

    By the alarm clock of the operating system where there is one and this is the main thread; elsewhere by looking
    at the time at every line that Python runs.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        with _alarm(seconds):
            yield
    else:
        with _watched_lines(seconds):
            yield


@contextlib.contextmanager
def _alarm(seconds):
    def ring(_number, _frame):
        raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)  # again and again: a bare `except:` may have caught the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _watched_lines(seconds):
    end = time.monotonic() + seconds

    def look(_frame, _event, _argument):
        if time.monotonic() > end:
            raise TimeUp
        return look

    before = sys.gettrace()
    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(before)


def _check_signature(function, arguments, tunables):
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some functions written in C do not tell
        return
    try:
        signature.bind(*arguments, **tunables)
    except TypeError as error:
        wanted = f"{len(arguments)} argument{'s'[: len(arguments) != 1]}"
        wanted += "".join(f", {name}=…" for name in tunables)
        raise Trouble(f"It is declared with {signature}, but is called with {wanted}: {error}.") from error


def _what(error):
    text = str(error).strip().partition("\n")[0]
    text = text if len(text) <= 120 else f"{text[:117]}…"
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _where(error, function):
    """The line of the learner's own that raised, if there is one: the last in the file in which the function stands."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    place, trace = None, error.__traceback__
    while trace:
        if code and trace.tb_frame.f_code.co_filename == code.co_filename:
            place = trace.tb_frame.f_code, trace.tb_lineno
        trace = trace.tb_next
    if place is None:
        return "."
    inner, number = place
    line = linecache.getline(inner.co_filename, number).strip()
    count = number - code.co_firstlineno + 1 if inner is code else None
    which = f"in line {count} of your function" if count else f"in your {inner.co_name}"
    return f", {which}: {line}" if line else f", {which}."


def _changed(function, case, arguments, tunables):
    names = list(_names(function))
    pairs = [*zip(case.arguments, arguments, strict=True)]
    for place, (before, after) in enumerate(pairs):
        if not _equal(before, after):
            yield (names[place] if place < len(names) else f"number {place + 1}"), before, after
    for name, before in case.tunables.items():
        if not _equal(before, tunables[name]):
            yield name, before, tunables[name]


def _equal(before, after):
    try:
        return np.array_equal(np.asarray(before), np.asarray(after), equal_nan=True)
    except (TypeError, ValueError):  # a list that has become ragged, or something that is not numbers
        return before is after or before == after


def _names(function):
    try:
        return inspect.signature(function).parameters
    except (TypeError, ValueError):
        return ()
