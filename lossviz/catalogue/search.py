"""Which losses answer to a filter, and to a word or a name from elsewhere."""

from ..losses import LOSSES, find
from ..losses.tasks import TASKS
from .rows import one_line

PROPERTIES = {
    "convex": "convex",
    "smooth": "smooth",
    "bounded": "bounded",
    "slope_bounded": "bounded slope",
    "untuned": "nothing to tune",
}
"""What a filter can ask for: key → words."""


def has(loss, key):
    """Whether a loss has one of `PROPERTIES`.

    Examples
    --------
    >>> from lossviz import huber
    >>> has(huber, "convex"), has(huber, "untuned")
    (True, False)
    """
    return not loss.tunables if key == "untuned" else bool(getattr(loss, key))


def matching(task=None, wanted=(), text=""):
    """The losses for a task (a key of `TASKS`, or None) that have all `wanted` properties and answer to the text.

    Those that have the text for a name, here or in a framework, come first, and before them those whose full name it
    is.

    Examples
    --------
    >>> [loss.name for loss in matching("mask", ["bounded"])]
    ['dice', 'tversky']
    >>> [loss.name for loss in matching(text="SmoothL1Loss")]
    ['smooth_l1']
    """
    known = names(text)
    named, exactly = [match.loss for match in known], [match.loss for match in known if match.name == text.strip()]
    found = [loss for loss in LOSSES.values() if loss in named or _mentions(loss, text)]
    found = [loss for loss in found if task is None or task in loss.suits]
    found = [loss for loss in found if all(has(loss, key) for key in wanted)]
    return sorted(found, key=lambda loss: (loss not in exactly, loss not in named))


def names(text):
    """What `lossviz.find` knows by that name: a list of `Match`, empty where it is no name."""
    try:
        return find(text.strip())
    except ValueError:
        return []


def _mentions(loss, text):
    """Whether all words of the text occur in the loss's names, its sentence or its tasks."""
    elsewhere = [name for names_there in loss.elsewhere.values() for name in names_there]
    said = [loss.name, loss.name.replace("_", ""), loss.title, loss.family, one_line(loss), *elsewhere]
    said += [TASKS[task].words for task in loss.suits]
    whole = " ".join(said).casefold()
    return all(word in whole for word in text.casefold().split())
