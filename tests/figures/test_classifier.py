"""The picture classifier: what its hundred pictures are known for."""

import pytest

from lossviz.figures.classifier import BIAS, WEIGHT, confidences, pictures
from lossviz.fitting import logistic_regression
from lossviz.metrics import confusion


def test_sixty_pandas_and_forty_armadillos():
    """A hundred pictures, sixty of them pandas; the first is a panda at 0.88, the second an armadillo at 0.03."""
    p, labels = confidences()
    assert (labels.size, labels.sum()) == (100, 60)
    assert [*zip(p[:2], labels[:2], strict=True)] == [(0.88, 1), (0.03, 0)]
    assert p.min() > 0 and p.max() < 1


def test_weight_and_bias_are_fitted():
    """The classifier is the logistic regression of its pictures, to a decimal."""
    darkness, labels = pictures()
    model = logistic_regression(darkness[:, None], labels)
    assert model.weights[0] == pytest.approx(WEIGHT, abs=0.01)
    assert model.bias == pytest.approx(BIAS, abs=0.01)


@pytest.mark.parametrize(("threshold", "accuracy", "f1"), [(0.0, 0.60, 0.75), (0.92, 0.70, 2 / 3)])
def test_a_higher_f1_beside_a_lower_accuracy(threshold, accuracy, f1):
    """Calling everything a panda has F1 0.75 at accuracy 0.60; the threshold 0.92 has F1 0.67 at accuracy 0.70."""
    p, labels = confidences()
    counts = confusion(labels, p >= threshold)
    assert (counts.accuracy, counts.f1) == (accuracy, pytest.approx(f1))
