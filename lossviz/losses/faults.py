"""What a learner's function did wrong, in one sentence."""

import linecache
import traceback

from .autodiff import NOT_REBOUND


def said(error):
    """The error in words, with the line of the learner's code it came from, where it came from there.

    What `lossviz` itself raises about a function, such as "returned None", is a sentence already and stays as it is.

    Examples
    --------
    >>> said(ValueError("my_loss returned None"))
    'my_loss returned None'
    """
    message = " ".join(str(error).split())
    frames = [(frame, line) for frame, line in traceback.walk_tb(error.__traceback__) if _is_learners(frame)]
    if not frames:
        return message if isinstance(error, (TypeError, ValueError)) else f"{type(error).__name__}: {message}"
    frame, line = frames[-1]
    code = frame.f_code
    text = linecache.getline(code.co_filename, line).strip()
    place = f"line {line - code.co_firstlineno + 1} of {code.co_name}" + (f" ({text})" if text else "")
    return f"{type(error).__name__} in {place}: {message}"


def _is_learners(frame):
    return frame.f_globals.get("__name__", "").partition(".")[0] not in NOT_REBOUND
