"""The losses of comparisons, for one example each, and their gradients."""

from mpmath import exp, log1p, mpf, sqrt


def contrastive_similarity(s, temperature):
    return [(_surprise(row, i, temperature) + _surprise(column, i, temperature)) / 2 for i, row, column in _both(s)]


def contrastive_similarity_gradient(s, temperature):
    rows = [_softmax(row, temperature) for _, row, _ in _both(s)]
    columns = [_softmax(column, temperature) for _, _, column in _both(s)]
    return [
        [(rows[i][j] + columns[j][i] - 2 * (i == j)) / (2 * temperature) for j in range(len(s))] for i in range(len(s))
    ]


def _both(s):
    return [(i, s[i], [row[i] for row in s]) for i in range(len(s))]


def _surprise(z, label, temperature):
    return log1p(sum(exp((other - z[label]) / temperature) for j, other in enumerate(z) if j != label))


def _softmax(z, temperature):
    return [1 / sum(exp((other - own) / temperature) for other in z) for own in z]


def triplet(near, far, margin):
    return max(mpf(0), near - far + margin)


def triplet_slopes(near, far, margin):
    """One-sided slopes in the first distance; those in the second are their negatives."""
    missing = near - far + margin
    return (1 if missing > 0 else 0, 1 if missing >= 0 else 0)


def pairwise_ranking(better, worse):
    return log1p(exp(worse - better))


def pairwise_ranking_slope(better, worse):
    """The slope in the better one's score; that in the other is its negative."""
    return -1 / (1 + exp(better - worse))


def cosine_distance(y, p):
    return 1 - _cosine(y, p)


def cosine_distance_gradient(y, p):
    """Each entry with the larger of its two terms."""
    cosine, length, target_length = _cosine(y, p), sqrt(sum(q * q for q in p)), sqrt(sum(t * t for t in y))
    terms = [(cosine * q / length**2, t / (target_length * length)) for t, q in zip(y, p, strict=True)]
    return [(first - second, max(abs(first), abs(second))) for first, second in terms]


def _cosine(y, p):
    dot = sum(t * q for t, q in zip(y, p, strict=True))
    return dot / sqrt(sum(t * t for t in y)) / sqrt(sum(q * q for q in p))
