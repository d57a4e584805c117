"""The ways in which the arguments of a loss fit together; each loss names one of them."""

import numpy as np

from . import arguments


def elementwise(loss, arrays, tunables):
    """Equal shapes (...), one loss for each element.

    Array tunables have that shape as well.
    """
    names = [*loss.targets, *loss.predictions]
    tables = {name: value for name, value in tunables.items() if isinstance(value, np.ndarray)}
    matched = arguments.same_shape([*names, *tables], [*arrays, *tables.values()])
    arrays, values = matched[: len(names)], matched[len(names) :]
    return _checked(loss, arrays), tunables | dict(zip(tables, values, strict=True))


def last_axis(loss, arrays, tunables):
    """Equal shapes (..., D), one loss for each vector along the last axis."""
    names = [*loss.targets, *loss.predictions]
    arrays = arguments.same_shape(names, arrays)
    if arrays[-1].ndim == 0:
        raise ValueError(f"{names[-1]} is a single number; {loss.name} needs a vector along the last axis")
    return _checked(loss, arrays), tunables


def square(loss, arrays, tunables):
    """One matrix of shape (N, N): entry (i, j) belongs to row i and column j."""
    (name,) = loss.predictions
    (matrix,) = arrays
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValueError(f"{name} must be a square matrix, a row and a column for each pair; got shape {matrix.shape}")
    return _checked(loss, arrays), tunables


def classes(loss, arrays, tunables):
    """Targets and predictions of shape (..., C): one-hot or soft targets, one loss for each row."""
    y_true, y_pred = arrays
    if y_true.shape != y_pred.shape:
        raise ValueError(f"y_true has shape {y_true.shape} and y_pred {y_pred.shape}: {_one_hot_cure(loss, arrays)}")
    return _checked(loss, arrays), tunables


def labels(loss, arrays, tunables):
    """Integer targets of shape (...) and predictions of shape (..., C): one loss for each label.

    The function receives the labels as integers.
    """
    y_true, y_pred = arrays
    if y_pred.ndim == 0:
        raise ValueError("y_pred is a single number; give one number for each class along the last axis")
    if y_true.shape == y_pred.shape:
        raise ValueError(
            f"y_true and y_pred both have shape {y_true.shape}: {loss.name} takes class numbers, one for each row of "
            "y_pred. For one-hot targets use the loss without 'sparse', or y_true.argmax(axis=-1)"
        )
    if y_true.shape == (*y_pred.shape[:-1], 1):
        raise ValueError(
            f"y_true has shape {y_true.shape} and y_pred {y_pred.shape}: drop y_true's last axis, as in y_true[..., 0]"
        )
    if y_true.shape != y_pred.shape[:-1]:
        raise ValueError(
            f"y_true has shape {y_true.shape} and y_pred {y_pred.shape}: y_true must have y_pred's shape without its "
            f"last axis, here {y_pred.shape[:-1]}"
        )
    whole = arguments.class_labels("y_true", y_true, y_pred.shape[-1])
    (y_pred,) = _checked_predictions(loss, [y_pred])
    return (whole, y_pred), tunables


def classes_or_labels(loss, arrays, tunables):
    """Targets as rows (..., C) or as class numbers (...), predictions of shape (..., C): one loss for each example.

    The function itself always receives rows.
    """
    y_true, y_pred = arrays
    if y_pred.ndim == 0:
        raise ValueError("y_pred is a single number; give one number for each class along the last axis")
    if y_true.shape == y_pred.shape[:-1]:
        whole = arguments.class_labels("y_true", y_true, y_pred.shape[-1])
        y_true = arguments.one_hot(whole, y_pred.shape[-1])
    arrays, tunables = classes(loss, (y_true, y_pred), tunables)
    for name, table in tunables.items():
        if isinstance(table, np.ndarray) and table.shape[-1] != y_pred.shape[-1]:
            raise ValueError(f"{name} is for {table.shape[-1]} classes and y_pred has {y_pred.shape[-1]}")
    return arrays, tunables


def _one_hot_cure(loss, arrays):
    y_true, y_pred = arrays
    if y_pred.ndim and y_true.shape in (y_pred.shape[:-1], (*y_pred.shape[:-1], 1)):
        sparse = "the sparse loss or " if "categorical" in loss.name else ""
        drop = "[..., 0]" if y_true.ndim == y_pred.ndim else ""
        return (
            f"{loss.name} takes one-hot targets of y_pred's shape. If y_true holds class numbers, use "
            f"{sparse}np.eye({y_pred.shape[-1]})[y_true{drop}]"
        )
    return "they must be equal, one row of classes for each example"


def _checked(loss, arrays):
    count = len(loss.targets)
    targets = [np.asarray(a, dtype=float) for a in arrays[:count]]
    for (name, domain), target in zip(loss.targets.items(), targets, strict=True):
        arguments.finite(name, target)
        domain.check(name, target)
        if domain.sums_to_one:
            arguments.distributions(name, target, "For several labels at once use binary_crossentropy for each class")
    return [*targets, *_checked_predictions(loss, arrays[count:])]


def _checked_predictions(loss, arrays):
    predictions = [np.asarray(a, dtype=float) for a in arrays]
    for (name, domain), prediction in zip(loss.predictions.items(), predictions, strict=True):
        is_probability = (domain.low, domain.high) == (0.0, 1.0)
        domain.check(name, prediction, "; raw scores go into a loss of logits" if is_probability else "")
        if domain.sums_to_one:
            cure = "Divide by the sum, or use a loss of logits if these are raw scores"
            arguments.distributions(name, prediction, cure)
    return predictions
