"""A code on its way to a label: where it goes, what it costs, and what holds it."""

import numpy as np
import pytest

from lossviz import softmax
from lossviz.figures.guidance import STEPS, WEIGHTS, GuidanceScene


@pytest.fixture(scope="module")
def scene():
    return GuidanceScene()


def test_every_step_costs_less(scene):
    """The sum of the two terms never rises from step to step, on any way."""
    total = scene.terms.sum(axis=1)
    assert (np.diff(total, axis=0) < 1e-9).all()


def test_a_stronger_pull_ends_nearer_to_the_start(scene):
    """For every start and label: the larger w, the nearer the code ends to z₀, and the less likely is the label."""
    far = np.linalg.norm(scene.path[-1] - scene.starts[:, None, None], axis=-1)
    assert (np.diff(far, axis=-1) < 1e-9).all()
    assert (np.diff(scene.terms[-1, 0], axis=-1) > -1e-9).all()


def test_what_is_shown_is_what_the_classifier_says(scene):
    """The readout's probability and the first term belong to the picture that is shown."""
    scene.update(step=30, weight=1.0, label=4, start=2)
    p = softmax(scene.logits(scene.decode(scene.code[None])))[0, scene.names.index(4)]
    assert scene.costs[0] == pytest.approx(-np.log(p))
    assert f"p(4) = {p:.3f}" in scene.readout()
    assert np.asarray(scene.images[1].get_array()) == pytest.approx(
        np.clip(scene.decode(scene.code[None]), 0, 1).reshape(8, 8)
    )


def test_the_pull_is_half_w_times_the_mean_square(scene):
    """At w = 2 the second term is the mean of the squared differences of the two entries."""
    scene.update(step=STEPS, weight=2.0, label=7, start=1)
    assert scene.costs[1] == pytest.approx(np.mean((scene.code - scene.starts[0]) ** 2))
    assert 2.0 in WEIGHTS


def test_the_dashed_line_is_where_the_label_has_one_half(scene):
    """Along the border the classifier gives the label ½."""
    for label, border in enumerate(scene.borders):
        along = border.T[~np.isnan(border[0])]
        p = softmax(scene.logits(scene.decode(along)))[:, label]
        assert p == pytest.approx(0.5, abs=0.02)
