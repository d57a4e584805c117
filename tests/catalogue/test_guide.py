"""The guide: every way through it ends at a few losses, and every loss is the end of one."""

import ipywidgets
import pytest

from lossviz import LOSSES
from lossviz.catalogue import which_loss
from lossviz.catalogue.guide import FEW, Guide
from lossviz.losses.tasks import TASKS

WAYS = Guide().ways()


@pytest.mark.parametrize(("answers", "losses"), WAYS, ids=[" ".join(answers.values()) for answers, _ in WAYS])
def test_a_way_ends_at_a_few_losses_that_fit(answers, losses):
    """At most five questions lead to one to three losses, each of which suits the task and the situation."""
    assert 1 <= len(losses) <= FEW and 1 <= len(answers) <= 5
    assert all(
        answers.get("situation", loss.suits[answers["task"]][0]) in loss.suits[answers["task"]] for loss in losses
    )


def test_every_loss_is_the_end_of_a_way():
    """No loss of the package is out of the guide's reach, with or without the optional questions."""
    for optional in (True, False):
        assert {loss.name for _, losses in Guide().ways(optional) for loss in losses} == set(LOSSES)


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        (("number", "plain"), ["squared_error", "half_squared_error"]),
        (("number", "few wild", "yes", "no"), ["log_cosh"]),
        (("number", "count"), ["squared_logarithmic_error", "poisson"]),
        (("yes or no", "plain", "logit"), ["binary_crossentropy_from_logits"]),
        (("class", "plain", "probability", "number"), ["sparse_categorical_crossentropy"]),
        (("class", "wrong labels"), ["generalized_crossentropy"]),
        (("mask", "lopsided"), ["tversky"]),
        (("comparison", "order"), ["pairwise_ranking"]),
        (("new example", "code"), ["vae_kl"]),
    ],
)
def test_known_cases(answers, wanted):
    """A teacher's answers to known tasks."""
    guide = which_loss()
    for answer in answers:
        guide.answer(answer)
    assert [loss.name for loss in guide.losses] == wanted
    assert guide.question is None


def test_labels_written_either_way():
    """A loss that takes class numbers and rows alike fits both answers; the others fit one of them."""
    by_number, by_row = (Guide().left({"task": "class", "labels": key}) for key in ("number", "row"))
    assert {loss.name for loss in by_number if loss not in by_row} == {
        name for name, loss in LOSSES.items() if loss.layout == "labels"
    }
    assert LOSSES["brier"] in by_number and LOSSES["brier"] in by_row


def buttons(guide):
    return [widget for widget in guide.widget.children if isinstance(widget, ipywidgets.RadioButtons)]


@pytest.mark.parametrize(("answers", "losses"), WAYS, ids=[" ".join(answers.values()) for answers, _ in WAYS])
def test_every_way_can_be_clicked(answers, losses):
    """Answered by its buttons, the guide asks those questions in that order and ends at the cards of those losses."""
    guide = which_loss()
    for question, answer in answers.items():
        assert guide.question.key == question and "cards" not in guide.widget.children[-1].value
        last = buttons(guide)[-1]
        assert last.description == guide.question.text and last.value is None
        last.value = answer
    assert guide.question is None and guide.answers == answers
    page = guide.widget.children[-1].value
    assert [f"<code>{loss.name}</code></h3>" in page for loss in losses] == [True] * len(losses)
    assert page.count("<h3>") == len(losses) and 'role="status"' in page


def test_an_earlier_answer_can_be_changed():
    """A changed answer forgets what came after it and asks on from there; the buttons before it stay the same."""
    guide = which_loss()
    guide.answer("number")
    guide.answer("lopsided")
    first = buttons(guide)[0]
    first.value = "mask"
    assert buttons(guide)[0] is first and guide.answers == {"task": "mask"}
    assert guide.question.text == TASKS["mask"].question
    guide.restart()
    assert guide.answers == {} and len(buttons(guide)) == 1


def test_a_wrong_answer_is_told():
    """An answer that is none, or one too many, is a `ValueError` that says what can be done."""
    guide = which_loss()
    with pytest.raises(ValueError, match=r"task is one of number, yes or no, .*; got 'animal'"):
        guide.answer("animal")
    guide.answer("number")
    guide.answer("tolerance")
    with pytest.raises(ValueError, match="nothing left to ask"):
        guide.answer("number")


def test_jupyter_gets_the_widget_and_all_ways():
    """The bundle holds the live widget, a table of all ways with every loss, and one line of text."""
    guide = which_loss()
    data = guide._repr_mimebundle_()
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == guide.widget.model_id
    assert all(f"<code>{name}</code>" in data["text/html"] for name in LOSSES)
    assert all(task.words in data["text/html"] for task in TASKS.values())
    assert all(f">{given}</td>" in data["text/html"] for given in ("logits; labels as class numbers", "probabilities"))
    assert data["text/html"].count("<tr>") == 1 + len(Guide().ways(optional=False))
    assert "\n" not in data["text/plain"]
    assert guide._repr_mimebundle_()["text/html"] == data["text/html"]
    guide.answer("mask")
    guide.answer("lopsided")
    assert repr(guide) == "Which loss? mask, lopsided: tversky"
