"""Losses that only part of the scores pay: beyond a margin, or on the right side of 0, they are exactly 0."""

import numpy as np

from .facts import BestConstant
from .loss import define
from .margin import MARGIN

# A zero is written 0.0 − y·…, not −y·…, so that a flat piece has the value and the slope 0.0 and never −0.0.


@define(
    "Hinge loss",
    **MARGIN,
    formula=r"\ell = \max(0,\ 1 - m), \quad m = y\,s",
    kinks=lambda y_true: (y_true,),
    best_constant=BestConstant("the label of the majority", of=lambda y_true: np.sign(np.mean(y_true))),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    suits={"yes or no": ("gap",)},
    use="You want a wide gap between two classes, and examples beyond it no longer matter: support vector machines.",
    avoid="You need probabilities: the score that is best says which class is likelier, not by how much.",
    elsewhere={
        "Keras": {
            "Hinge": "labels 0/1 become −1/+1, but only where all of them are 0 or 1; slope −0.5 or −1 at m = 1",
            "hinge": "labels 0/1 become −1/+1, but only where all of them are 0 or 1; slope −0.5 or −1 at m = 1",
        },
        "PyTorch": {
            "HingeEmbeddingLoss": "another loss: label +1 costs the prediction itself",
            "hinge_embedding_loss": "another loss: label +1 costs the prediction itself",
        },
        "Optax": {"hinge_loss": "slope −0.5 at m = 1"},
        "scikit-learn": {"hinge_loss": "averaged", 'SGDClassifier(loss="hinge")': "slope −1 at m = 1"},
    },
    source="C. Cortes and V. Vapnik, Support-vector networks, Machine Learning 20 (1995)",
)
def hinge(y_true, y_pred):
    """The part of the margin that is missing to 1.

    ℓ = max(0, 1 − m) with the margin m = y·s.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y, −1 or +1.
    y_pred : array_like, shape (...)
        Scores s: the sign decides, the size says how far.

    Returns
    -------
    ndarray, shape (...)
        One loss per example.

    Raises
    ------
    ValueError
        If the shapes differ or a label is not −1 or +1.

    Notes
    -----
    The slope is −y below the margin 1 and 0 above; at the kink m = 1 it is 0. It lies above the 0–1 loss everywhere.
    Source: Cortes and Vapnik (1995).

    Examples
    --------
    >>> hinge([1, 1, -1], [2.0, 0.25, 0.25])
    array([0.  , 0.75, 1.25])
    >>> hinge.gradient([1, 1, -1], [2.0, 0.25, 0.25])
    array([ 0., -1.,  1.])
    """
    return np.maximum(0.0, 1 - y_true * y_pred)


@hinge.derivative
def _(y_true, y_pred):
    return 0.0 - y_true * np.heaviside(1 - y_true * y_pred, 0.0)


@define(
    "Squared hinge loss",
    **MARGIN,
    formula=r"\ell = \max(0,\ 1 - m)^2, \quad m = y\,s",
    joins=lambda y_true: (y_true,),
    best_constant=BestConstant("the mean label", of=np.mean),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=False,
    suits={"yes or no": ("gap",)},
    use="You want the hinge's gap with a slope that fades out instead of jumping.",
    avoid="Some labels are wrong: an example far on the wrong side costs the square of its distance.",
    elsewhere={
        "Keras": {"SquaredHinge": "labels 0/1 become −1/+1", "squared_hinge": "labels 0/1 become −1/+1"},
        "scikit-learn": {'SGDClassifier(loss="squared_hinge")': "", "LinearSVC": "its default loss, plus a penalty"},
    },
    source="K.-W. Chang, C.-J. Hsieh and C.-J. Lin, Coordinate descent method for large-scale L2-loss linear SVM, "
    "Journal of Machine Learning Research 9 (2008)",
)
def squared_hinge(y_true, y_pred):
    """The square of what is missing to the margin 1.

    ℓ = max(0, 1 − m)² with the margin m = y·s.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y, −1 or +1.
    y_pred : array_like, shape (...)
        Scores s.

    Returns
    -------
    ndarray, shape (...)
        One loss per example.

    Raises
    ------
    ValueError
        If the shapes differ or a label is not −1 or +1.

    Notes
    -----
    There is no factor ½. The slope −2y·max(0, 1 − m) reaches 0 at the margin 1 without a jump: no kink, one join.
    Source: Chang, Hsieh and Lin (2008).

    Examples
    --------
    >>> squared_hinge([1, 1, -1], [2.0, 0.5, 0.5])
    array([0.  , 0.25, 2.25])
    >>> squared_hinge.gradient([1, 1, -1], [2.0, 0.5, 0.5])
    array([ 0., -1.,  3.])
    """
    return np.maximum(0.0, 1 - y_true * y_pred) ** 2


@squared_hinge.derivative
def _(y_true, y_pred):
    return 0.0 - 2 * y_true * np.maximum(0.0, 1 - y_true * y_pred)


@define(
    "Perceptron loss",
    **MARGIN,
    formula=r"\ell = \max(0,\ -m), \quad m = y\,s",
    kinks=lambda y_true: (np.zeros_like(y_true, dtype=float),),
    best_constant=BestConstant("0: a score of 0 is never on the wrong side", of=lambda y_true: 0.0),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    suits={"yes or no": ("gap",)},
    use="You want to see the oldest learning rule at work: only wrong examples push, all equally hard.",
    avoid="You want a gap between the classes, or the classes overlap: the score 0 for everyone costs nothing.",
    elsewhere={
        "Optax": {"perceptron_loss": ""},
        "scikit-learn": {"Perceptron": "", 'SGDClassifier(loss="perceptron")': ""},
    },
    source="F. Rosenblatt, The perceptron: a probabilistic model for information storage and organization in the "
    "brain, Psychological Review 65 (1958)",
)
def perceptron(y_true, y_pred):
    """How far a score is on the wrong side of 0.

    ℓ = max(0, −m) with the margin m = y·s.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y, −1 or +1.
    y_pred : array_like, shape (...)
        Scores s.

    Returns
    -------
    ndarray, shape (...)
        One loss per example.

    Raises
    ------
    ValueError
        If the shapes differ or a label is not −1 or +1.

    Notes
    -----
    The slope is −y on the wrong side and 0 on the right one. At the kink s = 0 it is −y: learning often starts with all
    scores at 0, and a slope of 0 would never leave that point. Source: Rosenblatt (1958).

    Examples
    --------
    >>> perceptron([1, -1, 1], [2.0, 0.5, 0.0])
    array([0. , 0.5, 0. ])
    >>> perceptron.gradient([1, -1, 1], [2.0, 0.5, 0.0])
    array([ 0.,  1., -1.])
    """
    return np.maximum(0.0, 0.0 - y_true * y_pred)


@perceptron.derivative
def _(y_true, y_pred):
    return 0.0 - y_true * np.heaviside(0.0 - y_true * y_pred, 1.0)


@define(
    "Modified Huber loss",
    **MARGIN,
    formula=r"\ell = \begin{cases} \max(0,\ 1 - m)^2 & m \ge -1 \\ -4\,m & m < -1 \end{cases}, \quad m = y\,s",
    joins=lambda y_true: (y_true, -y_true),
    best_constant=BestConstant("the mean label", of=np.mean),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"yes or no": ("gap", "wrong labels")},
    use="Some labels are wrong, and you want the squared hinge near the gap with a slope that stops growing at 4.",
    avoid="You need calibrated probabilities: beyond the gap the loss is 0 and says nothing more.",
    elsewhere={"scikit-learn": {'SGDClassifier(loss="modified_huber")': ""}},
    source="T. Zhang, Solving large scale linear prediction problems using stochastic gradient descent algorithms, "
    "International Conference on Machine Learning (2004)",
)
def modified_huber(y_true, y_pred):
    """The squared hinge with a straight line for badly wrong examples.

    ℓ = max(0, 1 − m)² where m ≥ −1, and −4m below, with the margin m = y·s.

    Parameters
    ----------
    y_true : array_like, shape (...)
        Labels y, −1 or +1.
    y_pred : array_like, shape (...)
        Scores s.

    Returns
    -------
    ndarray, shape (...)
        One loss per example.

    Raises
    ------
    ValueError
        If the shapes differ or a label is not −1 or +1.

    Notes
    -----
    The slope is −2y·(1 − m) between the joins m = −1 and m = 1, 0 above and −4y below, with no jump: no kink.
    Source: Zhang (2004).

    Examples
    --------
    >>> modified_huber([1, 1, 1], [2.0, 0.5, -3.0])
    array([ 0.  ,  0.25, 12.  ])
    >>> modified_huber.gradient([1, 1, 1], [2.0, 0.5, -3.0])
    array([ 0., -1., -4.])
    """
    missing = np.maximum(0.0, 1 - y_true * y_pred)
    square = np.minimum(missing, 2.0)
    return square * (2 * missing - square)  # missing² up to 2, and 2·(2·missing − 2) = −4m beyond


@modified_huber.derivative
def _(y_true, y_pred):
    return 0.0 - 2 * y_true * np.clip(1 - y_true * y_pred, 0.0, 2.0)
