"""What losses are for: every loss names a task, and every answer of a guide leads to a loss."""

import pytest

from lossviz import LOSSES
from lossviz.losses import prepare
from lossviz.losses.tasks import TASKS

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)


@every_loss
def test_a_loss_says_what_it_is_for(loss):
    """Each loss suits at least one task in at least one situation, all of them known, none named twice."""
    assert loss.suits
    for task, situations in loss.suits.items():
        assert situations and len(situations) == len(set(situations))
        assert set(situations) <= set(TASKS[task].situations)


@every_loss
def test_a_loss_says_how_its_arrays_fit_together(loss):
    """`layout` names a function of `prepare` whose docstring begins with a sentence for the reader."""
    assert getattr(prepare, loss.layout).__doc__.partition("\n")[0].endswith(".")
    assert (loss.layout == "elementwise") == loss.elementwise


def test_every_situation_has_a_loss():
    """No task and no situation is offered that would lead nowhere."""
    offered = {(task, situation) for task, described in TASKS.items() for situation in described.situations}
    suited = {
        (task, each) for loss in LOSSES.values() for task, situations in loss.suits.items() for each in situations
    }
    assert suited == offered


def test_tasks_are_told_apart():
    """No two tasks, and no two situations of a task, have the same words; questions end with a question mark."""
    assert len({task.words for task in TASKS.values()}) == len(TASKS)
    for task in TASKS.values():
        assert len(set(task.situations.values())) == len(task.situations)
        assert task.question.endswith("?")


def test_a_loss_of_your_own_suits_nothing_yet():
    """A learner's own function states no task."""
    from lossviz import loss

    assert loss(lambda y_true, y_pred: abs(y_pred - y_true)).suits == {}
