"""Losses that compare: which of two is nearer, which ranks higher, which pairs belong together."""

from dataclasses import replace

import numpy as np

from .compensated import two_sum
from .domains import NON_NEGATIVE, POSITIVE, REAL, SCORE
from .exponentials import Softmax, log1p_exp
from .exponentials import logistic as sigmoid
from .facts import BestConstant, Tunable
from .loss import define
from .prepare import elementwise, square
from .totals import total

SIMILARITY = replace(REAL, quantity="similarity", symbol="s", shown=(-1.0, 1.0))
DISTANCE = replace(REAL, quantity="distance", symbol="d", shown=(0.0, 6.0))


@define(
    "Contrastive loss of similarities",
    prepare=square,
    family="images",
    formula=r"\ell_i = -\frac{1}{2} \log \frac{e^{s_{ii}/T}}{\sum_j e^{s_{ij}/T}} "
    r"- \frac{1}{2} \log \frac{e^{s_{ii}/T}}{\sum_j e^{s_{ji}/T}}",
    targets={},
    predictions={"similarity": SIMILARITY},
    tunables={
        "temperature": Tunable(0.07, "how small a lead in similarity already counts", "T", POSITIVE, slider=(0.01, 1.0))
    },
    best_constant=BestConstant("any: equal similarities cost log N for each pair, whatever their size"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"comparison": ("partners",)},
    use="Two views of the same thing, such as a picture and its caption, are to end up nearest to each other: CLIP.",
    avoid="The batch is small or holds several right partners: every other pair counts as wrong.",
    source="A. Radford et al., Learning transferable visual models from natural language supervision, International "
    "Conference on Machine Learning (2021)",
)
def contrastive_similarity(similarity, *, temperature=0.07):
    """Cross-entropy of finding the partner, once along the row and once along the column.

    ℓ_i = ½·CE(row i, i) + ½·CE(column i, i), where CE is the cross-entropy of the softmax of similarity / T.

    Parameters
    ----------
    similarity : array_like, shape (N, N)
        Entry (i, j) says how well picture i fits caption j; the true pairs stand on the diagonal.
    temperature : float, greater than 0
        T, in the unit of the similarity.

    Returns
    -------
    ndarray, shape (N,)
        One loss for each pair, in nats. The gradient has the shape (N, N) and is that of their sum.

    Raises
    ------
    ValueError
        If the matrix is not square or T ≤ 0.

    Notes
    -----
    Its gradient is half of (row softmax − I) plus (column softmax − I), divided by T. Often the mean over the pairs is
    given as the loss. A +∞ beside another +∞ in its row or column has no limit and gives NaN.
    Source: Radford et al. (2021).

    Examples
    --------
    >>> contrastive_similarity([[1.0, 0.0], [0.0, 1.0]], temperature=0.5).round(4)
    array([0.1269, 0.1269])
    >>> contrastive_similarity.gradient([[1.0, 0.0], [0.0, 1.0]], temperature=0.5).round(4)
    array([[-0.2384,  0.2384],
           [ 0.2384, -0.2384]])
    """
    rows, columns = _both_ways(similarity, temperature)
    return -(np.diagonal(rows.log()) / 2 + np.diagonal(columns.log()) / 2)


@contrastive_similarity.derivative
def _(similarity, *, temperature):
    rows, columns = _both_ways(similarity, temperature)
    half = 0.5 / temperature
    slope = rows.times(half) + columns.times(half).T
    # p − 1 on the diagonal is minus the sum of the others, which keeps its digits where p is nearly 1
    others = [total(np.where(np.eye(len(slope), dtype=bool), 0.0, way.times(half)))[:, 0] for way in (rows, columns)]
    np.fill_diagonal(slope, -(others[0] + others[1]))
    return slope


def _both_ways(similarity, temperature):
    return Softmax.of(similarity, temperature), Softmax.of(np.ascontiguousarray(similarity.T), temperature)


@define(
    "Triplet loss",
    prepare=elementwise,
    family="images",
    formula=r"\ell = \max(0,\ d^+ - d^- + \mathrm{margin})",
    targets={},
    predictions={"distance_positive": DISTANCE, "distance_negative": DISTANCE},
    tunables={
        "margin": Tunable(1.0, "how much farther the wrong one must be", "margin", NON_NEGATIVE, slider=(0.0, 3.0))
    },
    kinks=lambda distance_negative, *, margin: (distance_negative - margin,),
    best_constant=BestConstant("any: equal distances cost the margin, whatever their size"),
    convex=True,
    smooth=False,
    bounded=False,
    slope_bounded=True,
    suits={"comparison": ("nearer",)},
    use="You know which of two is more alike, but no number to aim at: faces, signatures, search.",
    avoid="Most triplets are easy: they cost 0 and teach nothing unless you look for hard ones.",
    elsewhere={
        "PyTorch": {
            "TripletMarginLoss": "takes the three vectors; adds 1e-6 to their differences",
            "triplet_margin_loss": "takes the three vectors; adds 1e-6 to their differences",
            "TripletMarginWithDistanceLoss": "takes the three vectors and a distance",
        },
        "Optax": {"triplet_margin_loss": "takes the three vectors; adds 1e-6 under the root of the distance"},
    },
    source="F. Schroff, D. Kalenichenko and J. Philbin, FaceNet: a unified embedding for face recognition and "
    "clustering, Conference on Computer Vision and Pattern Recognition (2015)",
)
def triplet(distance_positive, distance_negative, *, margin=1.0):
    """How much is missing until the wrong one is farther away than the right one, by a margin.

    ℓ = max(0, d⁺ − d⁻ + margin).

    Parameters
    ----------
    distance_positive : array_like, shape (...)
        d⁺, from the anchor to the example that is like it.
    distance_negative : array_like, shape (...)
        d⁻, from the anchor to the example that is not.
    margin : float, at least 0
        In the unit of the distances.

    Returns
    -------
    ndarray, shape (...)
        One loss per triplet. The gradient is a tuple: in d⁺, then in d⁻.

    Raises
    ------
    ValueError
        If the shapes differ or the margin is negative.

    Notes
    -----
    The slopes are +1 and −1 while something is missing and 0 after; at the kink d⁻ = d⁺ + margin they are 0.
    Source: Schroff, Kalenichenko and Philbin (2015), who use squared distances.

    Examples
    --------
    >>> triplet([0.5, 0.5], [1.0, 2.0], margin=1.0)
    array([0.5, 0. ])
    >>> triplet.gradient([0.5, 0.5], [1.0, 2.0], margin=1.0)
    (array([1., 0.]), array([-1.,  0.]))
    """
    return np.maximum(0.0, _missing(distance_positive, distance_negative, margin))


@triplet.derivative
def _(distance_positive, distance_negative, *, margin):
    pull = np.heaviside(_missing(distance_positive, distance_negative, margin), 0.0)
    return pull, 0.0 - pull


def _missing(distance_positive, distance_negative, margin):
    """d⁺ − d⁻ + margin, rounded once: near its zero the plain sum would keep few digits, or the wrong sign."""
    gap, gap_error = two_sum(distance_positive, -distance_negative)
    total, error = two_sum(gap, margin)
    return total + (error + gap_error)


@define(
    "Pairwise ranking loss",
    prepare=elementwise,
    family="images",
    formula=r"\ell = \log(1 + e^{-(s^+ - s^-)})",
    targets={},
    predictions={"score_positive": SCORE, "score_negative": SCORE},
    best_constant=BestConstant("any: equal scores cost log 2, whatever their size"),
    convex=True,
    smooth=True,
    bounded=False,
    slope_bounded=True,
    suits={"comparison": ("order",)},
    use="You know which of two should rank higher, and only the order of the scores matters: search, preferences.",
    avoid="The size of the score is to mean something: adding a number to both changes nothing.",
    elsewhere={
        "PyTorch": {
            "MarginRankingLoss": "a hinge of the same difference",
            "margin_ranking_loss": "a hinge of the same difference",
        }
    },
    source="C. Burges et al., Learning to rank using gradient descent, International Conference on Machine Learning "
    "(2005)",
)
def pairwise_ranking(score_positive, score_negative):
    """Cross-entropy of the better one coming first.

    ℓ = log(1 + exp(−(s⁺ − s⁻))).

    Parameters
    ----------
    score_positive : array_like, shape (...)
        s⁺, the score of the one that should rank higher.
    score_negative : array_like, shape (...)
        s⁻, the score of the other.

    Returns
    -------
    ndarray, shape (...)
        One loss per pair, in nats. The gradient is a tuple: in s⁺, then in s⁻.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    It is the logistic loss of the margin s⁺ − s⁻; σ(s⁺ − s⁻) is the probability it gives to the right order. The slopes
    are opposite, so a pair moves both scores apart by the same amount. Source: Burges et al. (2005).

    Examples
    --------
    >>> pairwise_ranking([1.0, 1.0], [1.0, -1.0]).round(4)
    array([0.6931, 0.1269])
    >>> push, pull = pairwise_ranking.gradient([1.0, 1.0], [1.0, -1.0])
    >>> push.round(4), pull.round(4)
    (array([-0.5   , -0.1192]), array([0.5   , 0.1192]))
    """
    lag, error = two_sum(score_negative, -score_positive)
    return log1p_exp(lag) + sigmoid(lag) * error  # exp would magnify the rounding of the difference


@pairwise_ranking.derivative
def _(score_positive, score_negative):
    lag, error = two_sum(score_negative, -score_positive)
    doubt = sigmoid(lag)
    doubt = doubt + doubt * sigmoid(-lag) * error
    return -doubt, doubt
