"""From what a caller passes to arrays of float64 that fit together, or an error that says what to change."""

import numpy as np

ONE_HOT_TOLERANCE = 1e-3  # how far from 1 the sum of class probabilities may be


def as_array(name, value):
    """`value` as a NumPy array of real numbers; lists are welcome."""
    try:
        array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name} is ragged: its rows have different lengths; give rows of equal length") from error
    if array.dtype.kind == "c":
        raise TypeError(f"{name} holds complex numbers; pass real numbers, such as {name}.real")
    if array.dtype.kind in "US":
        raise TypeError(f"{name} holds text; pass numbers, such as 0 and 1 for two classes")
    if array.dtype.kind not in "biuf":
        got = type(value).__name__ if array.ndim == 0 else f"an array of {array.dtype}"
        raise TypeError(f"{name} must hold numbers; got {got}")
    if array.size == 0:
        raise ValueError(f"{name} is empty (shape {array.shape}): give at least one example")
    return array


def result_dtype(*arrays):
    """float32 where every floating argument is float32 (or smaller), float64 otherwise.

    A single number takes no part: the constant 0.5 beside a float32 array leaves it float32.
    """
    floating = [a for a in arrays if a.dtype.kind == "f"]
    deciding = [a for a in floating if a.ndim] or floating
    if deciding and all(a.dtype.itemsize <= 4 for a in deciding):
        return np.dtype(np.float32)
    return np.dtype(np.float64)


def finite(name, array):
    """Raise where a target holds NaN or infinity: there is nothing to learn from such an example."""
    if not np.isfinite(array).all():
        raise ValueError(f"{name} holds nan or infinity; drop those examples or fill them in first")


def same_shape(names, arrays):
    """The arrays with equal shapes; a single number may stand for a constant array, nothing else broadcasts."""
    shapes = [a.shape for a in arrays if a.ndim]
    if len(set(shapes)) > 1:
        listed = " and ".join(f"{name} has shape {a.shape}" for name, a in zip(names, arrays, strict=True))
        raise ValueError(f"{listed}: they must be equal. {_cure(names, arrays)}")
    shape = shapes[0] if shapes else ()
    return [a if a.shape == shape else np.full(shape, a) for a in arrays]


def _cure(names, arrays):
    first, last = arrays[0], arrays[-1]
    if first.ndim > 1 and first.shape == last.shape[::-1]:
        return f"Rows and columns are swapped: use {names[-1]}.T"
    if first.size == last.size:
        return f"Both hold {first.size} numbers: reshape one, as in {names[-1]}.reshape({names[0]}.shape)"
    return "Give one prediction for each target"


def distributions(name, array, cure):
    """Raise where the last axis is not a distribution over classes, up to a small tolerance."""
    if array.ndim == 0:
        raise ValueError(f"{name} is a single number; give one probability for each class along the last axis")
    total = array.sum(axis=-1)
    off = np.abs(total - 1) > ONE_HOT_TOLERANCE
    if np.any(off):
        first = float(total[off].flat[0]) if total.ndim else float(total)
        if array.shape[-1] == 1:
            cure = "With one probability for two classes use binary_crossentropy"
        raise ValueError(f"{name} must sum to 1 over the last axis (the classes); a row sums to {first:.6g}. {cure}")


def class_labels(name, labels, classes):
    """Integer labels 0 … C − 1 as an integer array; whole floats are taken, fractions are not."""
    if labels.dtype.kind == "f":
        finite(name, labels)
        if np.any(labels != np.floor(labels)):
            first = labels[labels != np.floor(labels)].flat[0] if labels.ndim else labels
            raise ValueError(f"{name} must be whole class numbers 0 to {classes - 1}; got {float(first):g}")
    outside = (labels < 0) | (labels >= classes)
    if np.any(outside):
        first = labels[outside].flat[0] if labels.ndim else labels
        raise ValueError(f"{name} must be class numbers 0 to {classes - 1} (counted from 0); got {float(first):g}")
    return labels.astype(np.intp)


def one_hot(labels, classes):
    """Integer labels of shape (...) as rows of shape (..., classes) with a single 1."""
    return (labels[..., None] == np.arange(classes)).astype(float)
