"""Softened targets: the gap of least loss, the slope of the penalty, and the counting of the calibration plot."""

import numpy as np
import pytest

from lossviz.figures.calibration import (
    METHODS,
    STRENGTHS,
    CalibrationScene,
    best_gap,
    calibration_curve,
    four_clouds,
    penalised,
    train_all,
)
from lossviz.fitting import LinearModel, train_linear
from lossviz.losses import categorical_crossentropy_from_logits, softmax


@pytest.fixture(scope="module")
def scene():
    return CalibrationScene()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("classes", [2, 4, 10])
def test_the_least_loss_is_at_the_marked_gap(scene, method, classes):
    """For each strength the loss is nowhere lower than at `best_gap`, and higher a little to either side."""
    target = np.eye(classes)[0]

    def loss(gaps, strength):
        logits = np.column_stack([gaps, np.zeros((len(gaps), classes - 1))])
        rows = np.broadcast_to(target, logits.shape)
        if method == "label smoothing":
            return categorical_crossentropy_from_logits(rows, logits, label_smoothing=strength)
        return penalised(rows, logits, strength)[0]

    for strength in (0.05, 0.1, 0.2, 0.3):
        best = best_gap(method, strength, classes)
        least, left, right = loss(np.array([best, best - 0.1, best + 0.1]), strength)
        assert least < min(left, right)
        assert least <= loss(np.linspace(-10, 40, 2001), strength).min() + 1e-12
    assert best_gap(method, 0.0, classes) == np.inf


def test_the_floor_of_smoothed_targets_is_their_entropy(scene):
    """With α = 0.1 and four classes the least loss is the entropy of (0.925, 0.025, 0.025, 0.025); the penalty's is
    below 0."""
    scene.update(strength=0.1, method="label smoothing")
    assert scene.lowest == pytest.approx(-0.925 * np.log(0.925) - 3 * 0.025 * np.log(0.025))
    scene.update(strength=0.3, method="confidence penalty")
    assert scene.lowest < 0


def test_the_penalty_s_slope_is_that_of_its_loss():
    """The slope of −log p_y − λ H(p) agrees with central differences, and without λ the loss is the package's."""
    rng = np.random.default_rng(1)
    target, z, h = np.eye(5)[[0, 3]], rng.normal(scale=2, size=(2, 5)), 1e-6
    slope = penalised(target, z, 0.4)[1]
    for j, step in enumerate(h * np.eye(5)):
        change = penalised(target, z + step, 0.4)[0] - penalised(target, z - step, 0.4)[0]
        np.testing.assert_allclose(slope[:, j], change / (2 * h), atol=1e-8)
    np.testing.assert_allclose(penalised(target, z, 0.0)[0], categorical_crossentropy_from_logits(target, z))


def test_models_trained_side_by_side_are_those_trained_alone():
    """The column of α = 0.1 is what training with `label_smoothing=0.1` alone gives."""
    x, labels, *_ = four_clouds()
    x, target = x - x.mean(axis=0), np.eye(4)[labels]
    weights, bias = train_all("label smoothing", x, labels, 4)
    place = STRENGTHS.index(0.1)
    rate = 3 / max(1.0, np.linalg.eigvalsh(x.T @ x / len(x))[-1])
    alone = train_linear(
        x,
        lambda z: categorical_crossentropy_from_logits.gradient(target, z, label_smoothing=0.1),
        start=LinearModel(np.zeros((10, 4)), np.zeros(4)),
        rate=rate,
        steps=300,
    )[-1]
    np.testing.assert_allclose(weights[place], alone.weights, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(bias[place], alone.bias, rtol=1e-9, atol=1e-12)


def test_calibration_is_counted():
    """Shares, mean confidences and accuracies of each tenth, and the error they add up to, by a loop."""
    rng = np.random.default_rng(2)
    p, labels = softmax(rng.normal(scale=2, size=(500, 3))), rng.integers(3, size=500)
    share, confidence, accuracy = calibration_curve(p, labels)
    for tenth in range(10):
        chosen = [i for i in range(500) if tenth / 10 <= p[i].max() < (tenth + 1) / 10 or p[i].max() == tenth == 1]
        assert share[tenth] == pytest.approx(len(chosen) / 500)
        if chosen:
            assert confidence[tenth] == pytest.approx(np.mean([p[i].max() for i in chosen]))
            assert accuracy[tenth] == pytest.approx(np.mean([p[i].argmax() == labels[i] for i in chosen]))
        else:
            assert np.isnan(confidence[tenth]) and np.isnan(accuracy[tenth])
    assert calibration_curve(np.array([[1.0, 0.0]]), np.array([0]))[0][-1] == 1


def test_smoothing_makes_the_model_less_sure(scene):
    """Few examples make a model too sure; confidence falls with each step of α, and the calibration error at first."""
    runs = [scene.results["label smoothing", strength] for strength in STRENGTHS]
    assert runs[0]["confidence"] > runs[0]["accuracy"] + 0.1
    assert all(np.diff([run["confidence"] for run in runs]) < 0)
    assert min(run["ece"] for run in runs) < runs[0]["ece"] / 3
    for run in runs:  # too sure in one tenth and too modest in another do not cancel
        off = [abs(a - c) for a, c in zip(run["accuracies"], run["confidences"], strict=True)]
        assert run["ece"] == pytest.approx(sum(s * d for s, d in zip(run["share"], off, strict=True) if s))
    scene.update(strength=0.2, method="label smoothing")
    assert f"calibration error {runs[20]['ece']:.3f}" in scene.readout()
