"""From a task to a few losses by questions. They follow from the facts of the losses: none is listed here."""

from collections.abc import Callable
from dataclasses import dataclass

from ..losses import LOSSES
from ..losses.tasks import TASKS

FEW = 3
"""So many losses can be compared on their cards; only above it are the optional questions asked."""


@dataclass(frozen=True)
class Question:
    """A question with its possible answers (key → words)."""

    key: str
    text: str
    answers: dict[str, str]


@dataclass(frozen=True)
class _Asked:
    """How a question comes about: the keys of the answers that fit a loss, and the words for it and for them."""

    key: str
    fits: Callable  # (loss, answers given so far) → keys; none for a loss that the question does not concern
    text: Callable  # answers given so far → words
    words: Callable
    optional: bool = False


ENDS = {
    "probability": "probabilities: a sigmoid or a softmax comes last",
    "logit": "logits: any real numbers, a sigmoid or softmax would follow",
    "score": "a score whose sign decides, with labels −1 and +1",
}
LABELS = {"row": "as rows: one-hot or soft", "number": "as class numbers"}
"""The last layer of a model and the labels: answer → words."""

_WRITTEN = {"classes": ("row",), "labels": ("number",), "classes_or_labels": ("row", "number")}


def _ends(loss, _):
    quantity = next(iter(loss.predictions.values())).quantity
    return (quantity,) if quantity in ENDS else ()


def _property(key, text, yes, no, of):
    return _Asked(
        key,
        lambda loss, _: ("yes" if of(loss) else "no",),
        lambda _: text,
        lambda _: {"yes": yes, "no": no},
        optional=True,
    )


_QUESTIONS = (
    _Asked(
        "task",
        lambda loss, _: tuple(loss.suits),
        lambda _: "What do you want to predict?",
        lambda _: {key: task.words for key, task in TASKS.items()},
    ),
    _Asked(
        "situation",
        lambda loss, given: loss.suits[given["task"]],
        lambda given: TASKS[given["task"]].question,
        lambda given: TASKS[given["task"]].situations,
    ),
    _Asked("ends", _ends, lambda _: "What does your model end in?", lambda _: ENDS),
    _Asked(
        "labels",
        lambda loss, _: _WRITTEN.get(loss.layout, ()),
        lambda _: "How are your labels written?",
        lambda _: LABELS,
    ),
    _property("bounded", "Should there be a most that one example can cost?", "yes", "no", lambda loss: loss.bounded),
    _property("smooth", "Must the slope be free of jumps?", "yes", "no, a corner is fine", lambda loss: loss.smooth),
    _property(
        "tuned",
        "Do you want a number to tune, such as where large errors begin?",
        "yes",
        "no",
        lambda loss: loss.tunables,
    ),
)


class Guide:
    """What is left after some answers, and what to ask next. `answers` map questions to the answers given so far.

    Examples
    --------
    >>> guide = Guide()
    >>> guide.question({}).text
    'What do you want to predict?'
    >>> answers = {"task": "number", "situation": "lopsided"}
    >>> [loss.name for loss in guide.left(answers)], guide.question(answers)
    (['pinball'], None)
    """

    def __init__(self, losses=None):
        self.losses = list(LOSSES.values() if losses is None else losses)

    def left(self, answers):
        """The losses that fit all answers."""
        left = [loss for loss in self.losses if loss.suits]
        for asked in _QUESTIONS:
            if asked.key in answers:
                fitting = [(loss, asked.fits(loss, answers)) for loss in left]
                left = [loss for loss, keys in fitting if not keys or answers[asked.key] in keys]
        return left

    def question(self, answers, optional=True):
        """The first question not answered yet that tells the losses that are left apart, or None."""
        left = self.left(answers)
        for asked in _QUESTIONS:
            if asked.key in answers or (asked.optional and (len(left) <= FEW or not optional)):
                continue
            fitting = [asked.fits(loss, answers) for loss in left]
            found = {key for keys in fitting for key in keys}
            if any(keys and set(keys) != found for keys in fitting):
                words = {key: said for key, said in asked.words(answers).items() if key in found}
                return Question(asked.key, asked.text(answers), words)
        return None

    def ways(self, optional=True, answers=None):
        """Every way through the questions, as (answers, losses that are left)."""
        answers = answers or {}
        question = self.question(answers, optional)
        if question is None:
            return [(answers, self.left(answers))]
        return [way for key in question.answers for way in self.ways(optional, {**answers, question.key: key})]
