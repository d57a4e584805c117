"""A weighted rare class: the line, the recalls and the two means."""

import numpy as np
import pytest
from matplotlib.path import Path

from lossviz.figures.class_weights import ClassWeightsScene, weighted_means
from lossviz.fitting import logistic_regression, standardised
from lossviz.losses import class_weighted_crossentropy, sigmoid


@pytest.fixture(scope="module")
def scene():
    return ClassWeightsScene()


def test_the_two_means_are_those_of_the_class_weighted_loss():
    """Both divide the sum of `class_weighted_crossentropy`: one by 4 examples, the other by their weight of 8."""
    labels, z = np.array([0, 0, 0, 1]), np.array([-1.0, 0.5, 2.0, 0.3])
    losses = class_weighted_crossentropy(labels, np.column_stack([np.zeros(4), z]), weights=[1.0, 5.0])
    assert weighted_means(labels, z, 5.0) == pytest.approx((losses.sum() / 4, losses.sum() / 8))


@pytest.mark.parametrize(("weight", "threshold"), [(1.0, 0.5), (10.0, 0.5), (1.0, 0.1), (33.3, 0.82)])
def test_line_and_counts_are_those_of_a_fit_made_here(scene, weight, threshold):
    """The tinted side holds the points whose probability reaches t, and the counts are theirs."""
    scene.update(weight=weight, threshold=threshold)
    inputs = standardised(scene.x)
    model = logistic_regression(inputs, scene.labels, weights=np.where(scene.labels == 1, weight, 1.0))
    positive = sigmoid(model(inputs)) >= threshold
    assert (Path(scene.side.get_xy()).contains_points(scene.x) == positive).all()
    rare = scene.labels == 1
    assert (scene.found.tp, scene.found.fp) == (positive[rare].sum(), positive[~rare].sum())
    assert scene.now == pytest.approx([1 - positive[~rare].mean(), positive[rare].mean()])
    assert scene.mean == pytest.approx(weighted_means(scene.labels, model(inputs), weight))


def test_weight_finds_more_of_the_rare_class_and_spoils_the_probabilities(scene):
    """Without a weight the mean probability is the true share; at w = 40 far above it, and most of the 12 are found."""
    scene.update(weight=1.0, threshold=0.5)
    assert sigmoid(scene.z).mean() == pytest.approx(12 / 132) and scene.found.tp <= 3
    scene.update(weight=40.0, threshold=0.5)
    assert sigmoid(scene.z).mean() > 0.4 and scene.found.tp >= 11
