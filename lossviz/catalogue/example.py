"""The examples of a loss's docstring, run here and now: a call that works, with its numbers."""

import ast
import doctest

import numpy as np

import lossviz


def examples(loss):
    """Each example as (code, result); the result is "" where the code only gives something a name.

    Examples
    --------
    >>> from lossviz import huber
    >>> examples(huber)[0]
    ('huber([0.0, 0.0], [0.5, 3.0], delta=1.0)', 'array([0.125, 2.5  ])')
    """
    names = {name: getattr(lossviz, name) for name in lossviz.losses.__all__} | {"np": np, loss.name: loss}
    with np.printoptions(precision=4, suppress=True):
        return [(each.source.strip(), _result(each, names)) for each in _of(loss)]


def _of(loss):
    try:
        return doctest.DocTestParser().get_examples(loss.__doc__ or "")
    except ValueError:  # a learner's own docstring may look like an example without being one
        return []


def _result(example, names):
    """What the example gives; one that fails here, for it needs what its reader has, shows what its author wrote."""
    try:
        if not isinstance(ast.parse(example.source).body[0], ast.Expr):
            exec(example.source, names)
            return ""
        return repr(eval(example.source, names))
    except Exception:
        return example.want.strip()
