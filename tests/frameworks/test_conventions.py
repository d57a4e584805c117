"""What notebook 07 asks and draws about other libraries is what they do."""

import numpy as np
import pytest

from . import REASON

torch = pytest.importorskip("torch", reason=REASON)
keras = pytest.importorskip("keras", reason=REASON)

from lossviz import explore
from lossviz.exercises import EXERCISES


def test_the_weighted_means_are_those_of_the_libraries():
    """The explorer's two means are what PyTorch and Keras return for the same weights and probabilities."""
    explorer = explore("weighted_mean", common=[0.9, 0.5], weight=3.0, probability=0.1)
    rows = np.log([[0.9, 0.1], [0.5, 0.5], [0.9, 0.1]])
    labels, weights = np.array([0, 0, 1]), [1.0, 3.0]
    by_weights = torch.nn.functional.cross_entropy(
        torch.tensor(rows), torch.tensor(labels), weight=torch.tensor(weights, dtype=torch.float64)
    )
    theirs = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    by_count = theirs(labels, rows, sample_weight=np.take(weights, labels))
    assert explorer.scene.means == pytest.approx((float(by_weights), float(by_count)), rel=1e-6)


def test_the_exercise_on_squares_is_keras():
    """The answer to 07-keras-squares is what Keras's function returns."""
    exercise = EXERCISES["07-keras-squares"]
    for case in exercise.cases:
        np.testing.assert_allclose(
            exercise.reference(*case.arguments), keras.losses.mean_squared_error(*case.arguments), rtol=1e-6
        )


def test_the_exercise_on_cross_entropy_is_keras():
    """The answer to 07-keras-crossentropy is what Keras returns, where it divides and where it clips."""
    exercise = EXERCISES["07-keras-crossentropy"]
    for case in exercise.cases:
        y, p = map(torch.tensor, case.arguments)
        np.testing.assert_allclose(
            exercise.reference(*case.arguments), keras.losses.categorical_crossentropy(y, p), rtol=1e-6, atol=1e-7
        )


def test_the_exercise_on_two_means_is_both_libraries():
    """The answer to 07-two-means is PyTorch's mean, then Keras's."""
    losses, weights = torch.tensor([0.5, 1.0, 3.0]), torch.tensor([1.0, 1.0, 4.0])
    logits = torch.stack([-losses, torch.log(1 - torch.exp(-losses))], dim=1)  # log-probabilities with these losses
    by_weights = (losses * weights).sum() / weights.sum()
    by_count = keras.losses.SparseCategoricalCrossentropy(from_logits=True)(
        torch.zeros(3, dtype=torch.int64), logits, sample_weight=weights
    )
    assert EXERCISES["07-two-means"].answer == pytest.approx((float(by_weights), float(by_count)), rel=1e-6)


def test_the_exercise_on_the_backward_step_is_pytorch():
    """The answer to 07-backward is what autograd passes on through PyTorch's Huber loss."""
    exercise = EXERCISES["07-backward"]
    for case in exercise.cases:
        upstream, y, prediction = map(torch.tensor, case.arguments)
        prediction.requires_grad_()
        losses = torch.nn.functional.huber_loss(prediction, y, reduction="none", **case.tunables)
        losses.backward(upstream)
        np.testing.assert_allclose(exercise.reference(*case.arguments, **case.tunables), prediction.grad, rtol=1e-12)


def test_the_exercises_by_number_are_what_pytorch_returns():
    """07-smooth-l1 and 07-column have PyTorch's numbers as answers."""
    loss = torch.nn.SmoothL1Loss(beta=2.0)(torch.tensor([3.0]), torch.tensor([0.0]))
    assert EXERCISES["07-smooth-l1"].answer == pytest.approx(loss.item())
    column = torch.tensor([[0.0], [3.0]])
    with pytest.warns(UserWarning, match="target size"):
        cost = torch.nn.functional.mse_loss(column, column[:, 0])
    assert EXERCISES["07-column"].answer == pytest.approx(cost.item())
