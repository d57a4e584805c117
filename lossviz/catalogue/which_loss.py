"""The guide as a widget: one question after the other, and the cards of what is left at the end."""

import html

import ipywidgets

from ..losses.tasks import TASKS
from . import widgets
from .card import Card
from .guide import ENDS, LABELS, Guide


class WhichLoss:
    """Questions that appear one by one, and cards once nothing is left to ask.

    `answers` are those given so far, `question` is the one that waits (None at the end), `losses` are those that are
    left; `answer(key)` answers without a mouse, `restart()` begins again.

    Examples
    --------
    >>> guide = WhichLoss()
    >>> guide.answer("number")
    >>> guide.question.text
    'What is special about your targets, or about a mistake?'
    >>> guide.answer("lopsided")
    >>> guide
    Which loss? number, lopsided: pinball
    """

    def __init__(self):
        self._guide = Guide()
        self._asked = []  # a question with its buttons, in order
        self._below = widgets.text()
        self.widget = ipywidgets.VBox()
        self.restart()

    @property
    def answers(self):
        """Question → answer, as far as they have been given."""
        return {question.key: buttons.value for question, buttons in self._asked if buttons.value is not None}

    @property
    def question(self):
        """The question that waits for an answer, or None."""
        question, buttons = self._asked[-1]
        return question if buttons.value is None else None

    @property
    def losses(self):
        """The losses that fit all answers given so far."""
        return self._guide.left(self.answers)

    def answer(self, key):
        """Answer the question that waits, or raise a `ValueError` with the answers there are."""
        if self.question is None:
            raise ValueError("there is nothing left to ask: restart() begins again")
        if key not in self.question.answers:
            raise ValueError(f"{self.question.key} is one of {', '.join(self.question.answers)}; got {key!r}")
        self._asked[-1][1].value = key

    def restart(self):
        """Take all answers back."""
        self._asked = []
        self._go_on()

    def _go_on(self):
        question = self._guide.question(self.answers)
        if question:
            buttons = ipywidgets.RadioButtons(
                options=[(words, key) for key, words in question.answers.items()],
                value=None,
                description=question.text,
                layout={"width": "auto", "max_width": "800px"},
                style=widgets.LABELLED,
            )
            buttons.observe(self._answered, names=["value"])
            self._asked.append((question, buttons))
        self._show(finished=question is None)

    def _answered(self, change):
        """Forget what came after the question whose answer has changed, and ask on from there."""
        place = [buttons for _, buttons in self._asked].index(change["owner"])
        del self._asked[place + 1 :]
        self._go_on()

    def _show(self, finished):
        losses = self.losses
        said = f"{len(losses)} losses are left."
        if finished:
            said = f"Your {'card' if len(losses) == 1 else 'cards'}: {', '.join(loss.title for loss in losses)}."
        cards = "".join(Card(loss).html() for loss in losses) if finished else ""
        self._below.value = f'<div role="status" style="line-height:1.5">{html.escape(said)}</div>{cards}'
        self.widget.children = (*(buttons for _, buttons in self._asked), self._below)

    def __repr__(self):
        if not self.answers:
            return f"Which loss? {len(self.losses)} to choose from"
        return f"Which loss? {', '.join(self.answers.values())}: {', '.join(loss.name for loss in self.losses)}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return widgets.bundle(self.widget, table(), repr(self))


def table():
    """Every way through the questions that matter most, as an HTML table: for paper, and where no kernel runs."""
    rows = []
    for task, described in TASKS.items():
        ways = [way for way in Guide().ways(optional=False) if way[0]["task"] == task]
        for place, (answers, losses) in enumerate(ways):
            first = f'<th scope="rowgroup" rowspan="{len(ways)}" {_LEFT}>{described.words}</th>' if not place else ""
            cells = [described.situations.get(answers.get("situation"), ""), _given(answers)]
            named = ", ".join(f"<code>{loss.name}</code>" for loss in losses)
            rows.append(f"<tr>{first}{''.join(f'<td {_LEFT}>{cell}</td>' for cell in [*cells, named])}</tr>")
    head = "".join(f'<th scope="col" {_LEFT}>{name}</th>' for name in _HEAD)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _given(answers):
    """What the model ends in and how labels are written, as far as a way depends on it."""
    ends = [ENDS[answers["ends"]].partition(":")[0]] if "ends" in answers else []
    labels = [f"labels {LABELS[answers['labels']].partition(':')[0]}"] if "labels" in answers else []
    return "; ".join(ends + labels)


_LEFT = 'style="text-align:left;vertical-align:top"'
_HEAD = ("you predict", "what is special", "model and labels", "losses")


def which_loss():
    """A few questions about your task, which end at the cards of a few losses.

    Where no kernel runs, all ways through the questions stand there as a table.

    Examples
    --------
    >>> which_loss().question.text
    'What do you want to predict?'
    """
    return WhichLoss()
