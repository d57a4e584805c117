"""What a call of each library sees: its modules, the inputs as its own arrays, and a slope by its own means."""

import re

import numpy as np

from . import extra

PREFIXES = {
    "keras": "Keras",
    "F": "PyTorch",
    "torch": "PyTorch",
    "optax": "Optax",
    "metrics": "scikit-learn",
    "np": "NumPy",
    "lossviz": "lossviz",
}
"""How a call begins → whose it is."""

_FIRST = re.compile(rf"\b({'|'.join(PREFIXES)})\.")


def library(call):
    """Whose call this is, by the first module it names.

    Examples
    --------
    >>> library("-optax.cosine_similarity(p, y)")
    'Optax'
    """
    found = _FIRST.search(call)
    if found is None:
        raise ValueError(f"a call names one of {', '.join(name + '.' for name in PREFIXES)} first; got {call!r}")
    return PREFIXES[found[1]]


def here(name):
    """Whether calls of this library can be made."""
    return name not in extra.LIBRARIES or extra.installed(name)


def namespace(name, inputs):
    """The names that a call of this library may use: its modules, `slope`, and the inputs as its own arrays."""
    make, modules = _WORLDS[name]()
    return modules | {key: make(value) for key, value in inputs.items()} | {"np": np, "inf": np.inf}


def as_numbers(result):
    """A result of any of the libraries as a NumPy array."""
    return np.asarray(result.detach().cpu() if hasattr(result, "detach") else result)


def _array(value):
    array = np.asarray(value)
    return array if array.dtype.kind in "iub" else array.astype(float)


def _torch():
    extra.need("PyTorch")
    import torch

    def slope(function, at):
        """d function / d at by PyTorch's autograd; several results are summed."""
        moved = at.clone().requires_grad_()
        return torch.autograd.grad(function(moved).sum(), moved)[0]

    modules = {"torch": torch, "F": torch.nn.functional, "slope": slope}
    return lambda value: torch.tensor(_array(value)), modules


def _keras():
    extra.need("Keras", "PyTorch")
    import keras

    make, modules = _torch()
    return make, {"keras": keras, "slope": modules["slope"]}


def _optax():
    extra.need("Optax")
    import jax
    import optax

    def slope(function, at):
        return jax.grad(lambda moved: function(moved).sum())(at)

    return lambda value: jax.numpy.asarray(_array(value)), {"optax": optax, "jax": jax, "slope": slope}


def _sklearn():
    extra.need("scikit-learn")
    from sklearn import metrics

    return _array, {"metrics": metrics}


def _numpy():
    import lossviz

    return _array, {"lossviz": lossviz}


_WORLDS = {
    "Keras": _keras,
    "PyTorch": _torch,
    "Optax": _optax,
    "scikit-learn": _sklearn,
    "NumPy": _numpy,
    "lossviz": _numpy,
}
