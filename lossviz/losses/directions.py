"""A loss of two vectors that sees only where they point."""

import numpy as np

from .compensated import two_product
from .domains import REAL
from .facts import BestConstant
from .loss import define
from .prepare import last_axis
from .totals import total
from .wide import Wide, sqrt

BEYOND = 3000  # a power of two that is infinite as a float64


@define(
    "Cosine distance",
    prepare=last_axis,
    family="images",
    formula=r"\ell = 1 - \frac{\sum_i y_i \hat y_i}{\sqrt{\sum_i y_i^2}\ \sqrt{\sum_i \hat y_i^2}}",
    targets={"y_true": REAL},
    predictions={"y_pred": REAL},
    best_constant=BestConstant("no single formula: only the direction of a vector counts"),
    convex=False,
    smooth=False,
    bounded=True,
    slope_bounded=False,
    values="[0, 2]",
    suits={"comparison": ("direction",)},
    use="Only the direction of a vector has a meaning, as with embeddings of words and pictures.",
    avoid="Lengths matter, or vectors can be 0: near 0 the slope grows without bound.",
    elsewhere={
        "Keras": {
            "CosineSimilarity": "the cosine with a minus sign, so from −1 to 1",
            "cosine_similarity": "the cosine with a minus sign, so from −1 to 1",
        },
        "PyTorch": {
            "CosineEmbeddingLoss": "the same for pairs labelled +1, the cosine itself for −1",
            "cosine_similarity": "the cosine itself, 0 for a zero vector",
        },
        "Optax": {"cosine_distance": "nan for a zero vector", "cosine_similarity": "the cosine itself"},
        "SciPy": {"distance.cosine": "nan for a zero vector"},
    },
    source="G. Salton, A. Wong and C. S. Yang, A vector space model for automatic indexing, Communications of the ACM "
    "18 (1975)",
)
def cosine_distance(y_true, y_pred):
    """One minus the cosine of the angle between two vectors.

    ℓ = 1 − Σyŷ/(‖y‖·‖ŷ‖) over the last axis: 0 for the same direction, 1 for a right angle, 2 for opposite ones.

    Parameters
    ----------
    y_true : array_like, shape (..., D)
        Target vectors y.
    y_pred : array_like, shape (..., D)
        Predicted vectors ŷ.

    Returns
    -------
    ndarray, shape (...)
        One loss per vector, from 0 to 2.

    Raises
    ------
    ValueError
        If the shapes differ, there is no last axis, or a target is NaN or infinite.

    Notes
    -----
    A zero vector has no direction. Its cosine counts as 0 here, as in PyTorch, so it costs 1, and its gradient is 0. A
    prediction with one infinite entry has that axis as its direction; with several it has none and the loss is NaN.
    The slope stands at a right angle to ŷ: no step along it changes the length to first order.
    Source: Salton, Wong and Yang (1975).

    Examples
    --------
    >>> cosine_distance([[3.0, 4.0], [1.0, 0.0]], [[4.0, 3.0], [0.0, 2.0]]).round(4)
    array([0.04, 1.  ])
    >>> cosine_distance.gradient([[3.0, 4.0], [1.0, 0.0]], [[4.0, 3.0], [0.0, 2.0]]).round(4)
    array([[ 0.0336, -0.0448],
           [-0.5   ,  0.    ]])
    """
    target, prediction = _Scaled(y_true), _Scaled(y_pred)
    cosine = _dot(target, prediction) / (target.length * prediction.length)
    # 1 − cos = ½‖u − v‖² for unit vectors: near 0 it keeps its digits and is never negative
    near = ((target.vectors / target.length - prediction.vectors / prediction.length) ** 2).sum(axis=-1) / 2
    return np.where(cosine[..., 0] > 0.5, near, np.minimum(1.0 - cosine[..., 0], 2.0))


@cosine_distance.derivative
def _(y_true, y_pred):
    target, prediction = _Scaled(y_true), _Scaled(y_pred)
    across = prediction.vectors * _dot(target, prediction) - target.vectors * prediction.square  # 0 when parallel
    square = Wide.of(prediction.length_squared)
    lengths = sqrt(Wide.of(target.length_squared)) * sqrt(square)
    return np.ldexp(across * (Wide.of(1.0) / (lengths * square)).rounded(), -prediction.exponent)


class _Scaled:
    """Vectors times a power of two that makes their largest entry about 1, so that squares neither over- nor underflow.

    A zero vector keeps its zeros and gets the length 1. A single infinite entry becomes the whole vector.
    """

    def __init__(self, vectors):
        infinite = np.isinf(vectors)
        on_axis = infinite.sum(axis=-1, keepdims=True) == 1
        vectors = np.where(on_axis, np.where(infinite, np.sign(vectors), 0.0), vectors)
        _, exponent = np.frexp(np.abs(vectors).max(axis=-1, keepdims=True))
        self.vectors = np.ldexp(vectors, -exponent)
        self.exponent = np.where(on_axis, BEYOND, exponent)
        self.square = _dot(self, self)
        self.length_squared = np.where(self.square == 0, 1.0, self.square)
        self.length = np.sqrt(self.length_squared)


def _dot(a, b):
    """Σ a·b over the last axis with what each product rounds away, for the terms may cancel; shape (..., 1)."""
    return total(np.concatenate(two_product(a.vectors, b.vectors), axis=-1))
