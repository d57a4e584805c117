"""A model of names that knows one character back: counts of pairs, with a little added to each."""

from dataclasses import dataclass

import numpy as np

from ..losses import sparse_categorical_crossentropy

LETTERS = "abcdefghijklmnopqrstuvwxyz"
END = len(LETTERS)  # follows the last letter, and fills the row up behind it
START = END + 1  # stands before the first letter and never comes out
OUTCOMES = END + 1


@dataclass(frozen=True)
class Rows:
    """Names as rows of equal length: what stands before each token, the token, and whether it is more than padding.

    Examples
    --------
    >>> rows = Rows.of(["tin", "lead"])
    >>> rows.tokens.tolist()
    [[19, 8, 13, 26, 26], [11, 4, 0, 3, 26]]
    >>> rows.mask.sum(axis=1)
    array([4, 5])
    """

    before: np.ndarray
    tokens: np.ndarray
    mask: np.ndarray

    @classmethod
    def of(cls, names, length=None):
        """The end of a name is a token too; `length` is that of the longest name with its end, if not given."""
        length = length or max(map(len, names)) + 1
        for name in names:
            if not name or set(name) - set(LETTERS):
                raise ValueError(f"names are made of the letters a to z; got {name!r}")
        tokens = np.array([[LETTERS.index(c) for c in name] + [END] * (length - len(name)) for name in names])
        before = np.column_stack([np.full(len(names), START), tokens[:, :-1]])
        return cls(before, tokens, before != END)

    def losses(self, table):
        """−log p of every token under a table of probabilities, one row for each token before."""
        return sparse_categorical_crossentropy(self.tokens, table[self.before])

    def chosen(self, losses, padding):
        """The losses that a mean goes over: of all tokens, or of those that are no padding."""
        return losses.ravel() if padding else losses[self.mask]


def pairs(rows):
    """How often each token follows each: shape (tokens and start, tokens)."""
    counts = np.zeros((OUTCOMES + 1, OUTCOMES))
    np.add.at(counts, (rows.before.ravel(), rows.tokens.ravel()), 1)
    return counts


def probabilities(counts, smoothing):
    """Each row of counts with k added everywhere, divided by its sum.

    Examples
    --------
    >>> probabilities(np.array([[3.0, 1.0, 0.0]]), 1.0)
    array([[0.57142857, 0.28571429, 0.14285714]])
    """
    counts = counts + smoothing
    return counts / counts.sum(axis=1, keepdims=True)
