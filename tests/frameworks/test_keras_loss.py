"""Losses in Keras on PyTorch: training histories, weights, shapes, saving and loading, errors in words."""

import os
import subprocess
import sys

import numpy as np
import pytest

from . import REASON

pytest.importorskip("torch", reason=REASON)
keras = pytest.importorskip("keras", reason=REASON)

import lossviz
from lossviz import (
    absolute_error,
    binary_crossentropy,
    categorical_crossentropy_from_logits,
    class_weighted_crossentropy,
    huber,
    log_cosh,
    sparse_categorical_crossentropy_from_logits,
    squared_error,
)
from lossviz.frameworks import keras_loss

RANDOM = np.random.default_rng(0)
X = RANDOM.normal(size=(60, 5)).astype("float32")
NUMBERS = (X @ RANDOM.normal(size=5) + RANDOM.standard_t(1.5, size=60)).astype("float32")
LABELS = np.argmax(X @ RANDOM.normal(size=(5, 3)), axis=1)
BUILT_IN = {
    "mse": (squared_error, {}, "mean_squared_error", NUMBERS, 1, None),
    "mae": (absolute_error, {}, keras.losses.MeanAbsoluteError(), NUMBERS, 1, None),
    "log-cosh": (log_cosh, {}, "log_cosh", NUMBERS, 1, None),
    "huber": (huber, {"delta": 0.5}, keras.losses.Huber(delta=0.5), NUMBERS, 1, None),
    "huber of pairs": (huber, {}, keras.losses.Huber(), np.stack([NUMBERS, -NUMBERS], axis=1), 2, None),
    "binary": (binary_crossentropy, {}, "binary_crossentropy", (LABELS == 1).astype("float32"), 1, "sigmoid"),
    "logits": (
        categorical_crossentropy_from_logits,
        {"label_smoothing": 0.1},
        keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1),
        np.eye(3, dtype="float32")[LABELS],
        3,
        None,
    ),
    "class numbers": (
        sparse_categorical_crossentropy_from_logits,
        {},
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        LABELS,
        3,
        None,
    ),
}


def trained(loss, y, outputs=1, activation=None, **kwargs):
    """A small network trained for four epochs, and its history of costs."""
    keras.utils.set_random_seed(0)
    layers = [keras.layers.Dense(6, activation="tanh"), keras.layers.Dense(outputs, activation=activation)]
    model = keras.Sequential([keras.Input((5,)), *layers])
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss=loss)
    return model, model.fit(X, y, batch_size=20, epochs=4, shuffle=False, verbose=0, **kwargs).history["loss"]


def capped(y_true, y_pred, *, cap=4.0):
    return np.minimum((y_pred - y_true) ** 2, cap)


@pytest.mark.parametrize(("loss", "tunables", "theirs", "y", "outputs", "activation"), BUILT_IN.values(), ids=BUILT_IN)
def test_training_takes_the_same_path_as_with_the_built_in(loss, tunables, theirs, y, outputs, activation):
    """Every epoch's cost agrees with that of a model trained with Keras's own loss."""
    _, ours = trained(keras_loss(loss, **tunables), y, outputs, activation)
    _, wanted = trained(theirs, y, outputs, activation)
    np.testing.assert_allclose(ours, wanted, rtol=1e-5)
    assert ours[-1] < ours[0]


@pytest.mark.parametrize("kwargs", [{"sample_weight": np.linspace(0, 3, 60)}, {"class_weight": {0: 1, 1: 2, 2: 4}}])
def test_weights_count_as_with_the_built_in(kwargs):
    """Weights of examples and of classes enter as they do in Keras's own loss."""
    theirs = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    _, ours = trained(keras_loss(sparse_categorical_crossentropy_from_logits), LABELS, 3, **kwargs)
    np.testing.assert_allclose(ours, trained(theirs, LABELS, 3, **kwargs)[1], rtol=1e-5)


@pytest.mark.parametrize("reduction", ["sum_over_batch_size", "sum", "mean_with_sample_weight", "none", None])
def test_reductions_are_those_of_keras(reduction):
    """Each way to reduce gives what it gives for Keras's own loss, weighted examples included."""
    y, p, weight = np.zeros((3, 2)), np.arange(6.0).reshape(3, 2), np.array([1.0, 2.0, 4.0])
    theirs = keras.losses.MeanSquaredError(reduction=reduction)(y, p, sample_weight=weight)
    ours = keras_loss(squared_error, reduction=reduction)(y, p, sample_weight=weight)
    np.testing.assert_allclose(ours, theirs, rtol=1e-6)


def test_a_column_beside_a_row_is_no_broadcast():
    """Targets (n,) and predictions (n, 1) belong together, as with Keras's own losses; nothing becomes (n, n)."""
    y, p = np.array([1.0, 2.0, 3.0]), np.array([[1.0], [2.0], [3.0]])
    assert float(keras_loss(squared_error)(y, p)) == 0.0
    assert float(keras_loss(squared_error)(p, y)) == 0.0
    labels, logits = np.array([[0], [1]]), np.eye(2)
    for loss in (sparse_categorical_crossentropy_from_logits, class_weighted_crossentropy):
        np.testing.assert_allclose(
            float(keras_loss(loss)(labels, logits)), loss(labels[:, 0], logits).mean(), rtol=1e-6
        )


def test_a_function_of_your_own_is_trained():
    """A plain NumPy function trains to lower costs, and its tunable reaches it."""
    _, costs = trained(keras_loss(capped, cap=9.0), NUMBERS)
    assert costs[-1] < costs[0]
    assert float(keras_loss(capped, cap=9.0)([0.0], [5.0])) == 9.0


def test_a_saved_model_brings_its_loss_along(tmp_path):
    """Loss, tunables, reduction and name come back from the file, and training goes on where it was."""
    model, _ = trained(keras_loss(huber, delta=0.5, reduction="sum", name="mine"), NUMBERS)
    model.save(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras")
    assert again.loss.loss is huber
    assert (again.loss.tunables, again.loss.reduction, again.loss.name) == ({"delta": 0.5}, "sum", "mine")
    np.testing.assert_allclose(again.evaluate(X, NUMBERS, verbose=0), model.evaluate(X, NUMBERS, verbose=0), rtol=1e-6)


def test_a_saved_model_asks_for_your_own_function(tmp_path):
    """A function of the learner's is named again when loading; without it the message says how."""
    model, _ = trained(keras_loss(capped, cap=2.0), NUMBERS)
    model.save(tmp_path / "model.keras")
    with pytest.raises(ValueError, match=r'custom_objects={"capped": capped}'):
        keras.models.load_model(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras", custom_objects={"capped": capped})
    assert again.loss.tunables == {"cap": 2.0}
    np.testing.assert_allclose(again.evaluate(X, NUMBERS, verbose=0), model.evaluate(X, NUMBERS, verbose=0), rtol=1e-6)


def test_a_learners_huber_is_not_taken_for_ours(tmp_path):
    """A function that has the name of a loss here is still the learner's own after loading."""

    def named_huber(y_true, y_pred):
        return np.abs(y_pred - y_true)

    named_huber.__name__ = "huber"
    model, _ = trained(keras_loss(named_huber), NUMBERS)
    model.save(tmp_path / "model.keras")
    with pytest.raises(ValueError, match="your own loss huber"):
        keras.models.load_model(tmp_path / "model.keras")


def test_a_table_as_tunable_is_saved(tmp_path):
    """Weights of classes, an array, come back as numbers."""
    model, _ = trained(keras_loss(class_weighted_crossentropy, weights=np.array([1.0, 2.0, 4.0])), LABELS, 3)
    model.save(tmp_path / "model.keras")
    assert keras.models.load_model(tmp_path / "model.keras").loss.tunables == {"weights": [1.0, 2.0, 4.0]}


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: keras_loss(lossviz.vae_kl), "vae_kl takes mean, log_variance: use torch_loss"),
        (lambda: keras_loss(huber, beta=1.0), "huber has no tunable 'beta'; it has delta"),
        (lambda: keras_loss(huber, reduction="average"), "average"),
        (lambda: keras_loss(squared_error)(np.zeros((2, 3)), np.zeros((3, 2))), "they must be equal"),
    ],
)
def test_a_wrong_call_is_told_in_words(make, said):
    """What does not fit is told when the loss is made or called."""
    with pytest.raises((TypeError, ValueError), match=said):
        make()


def in_a_script(code, **environment):
    """What a fresh Python says that knows nothing of the tests' own settings."""
    inherited = {name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"}
    command = [sys.executable, "-c", f"from lossviz import huber\nfrom lossviz.frameworks import keras_loss\n{code}"]
    done = subprocess.run(command, env=inherited | environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_keras_finds_pytorch_by_itself():
    """A script that has set no backend gets PyTorch's, where Keras would ask for TensorFlow."""
    assert in_a_script("print(float(keras_loss(huber)([0.0], [3.0])))") == "2.5\n"


def test_another_backend_is_told():
    """On a backend without PyTorch's autograd the message says which variable to set."""
    said = 'Keras runs on jax here, and this loss needs PyTorch underneath: set os.environ["KERAS_BACKEND"]'
    assert said in in_a_script("keras_loss(huber)", KERAS_BACKEND="jax")
