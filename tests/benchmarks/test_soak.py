"""A class in small: two kernels, a few hundred steps each, and what the soak would say if something were wrong."""

import pytest

from benchmarks import soak

pytestmark = pytest.mark.slow

STEPS = 400


@pytest.fixture(scope="module")
def learners(tmp_path_factory):
    """Two learners who have moved the sliders of notebook 02."""
    learners = soak.opened(2, tmp_path_factory.mktemp("kernels"))
    soak.slide(learners, STEPS)
    yield learners
    soak.close(learners)


def test_every_step_is_answered_and_no_kernel_dies(learners):
    """Each step of a slider brings a new picture, and the kernels still run at the end."""
    assert [(learner.died, learner.unanswered) for learner in learners] == [(False, 0)] * 2
    assert all(learner.page.alive for learner in learners)


def test_steps_leave_no_memory_behind(learners):
    """A kernel is as large after its steps as when its caches were full."""
    assert max(learner.grown for learner in learners) <= soak.MEGABYTES
    assert all(learner.soaked[0] > 50 for learner in learners)  # or it was not the kernel that was measured


def test_every_readout_is_right(learners):
    """What stands on the pages is what fresh explorers say at the same values, and the two pages differ."""
    assert soak.wrong_readouts(learners) == [[], []]
    one, other = (learner.readouts() for learner in learners)
    assert len(one) == 17
    assert sum(a != b for a, b in zip(one, other, strict=True)) > 10


def test_a_wrong_readout_is_seen(learners, monkeypatch):
    """A page that shows a step too few, on one slider of one learner, is found out."""
    model = learners[1].page.models[learners[1].explorers[0][0][0]]
    monkeypatch.setitem(model, "value", model["min"] if model["value"] != model["min"] else model["max"])
    first, second = soak.wrong_readouts(learners)
    assert (len(first), len(second)) == (0, 1)


def test_a_kernel_that_dies_is_seen(tmp_path_factory):
    """A kernel killed among its steps is counted; the steps of the others go on."""
    learners = soak.opened(2, tmp_path_factory.mktemp("kernels"))
    try:
        learners[0].page.process.kill()
        soak.slide(learners, 50)
        assert [learner.died for learner in learners] == [True, False]
    finally:
        soak.close(learners)
