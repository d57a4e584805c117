"""What the facts say of other libraries, held against the libraries themselves."""

import importlib

import pytest

from lossviz import LOSSES
from lossviz.frameworks import builtin_losses, counterparts
from lossviz.frameworks.calls import CALLS

from . import REASON, WHOLE

pytestmark = pytest.mark.skipif(not WHOLE, reason=REASON)

PLACES = {
    "Keras": ("keras.losses", "keras"),
    "PyTorch": ("torch.nn", "torch.nn.functional"),
    "Optax": ("optax", "optax.losses"),
    "scikit-learn": ("sklearn._loss.loss", "sklearn", "sklearn.metrics", "sklearn.linear_model", "sklearn.svm"),
}


@pytest.mark.parametrize("name", CALLS)
def test_the_libraries_give_our_numbers(name):
    """Every call listed beside a loss gives the same numbers, as far as its precision goes, and shows them so."""
    rows = counterparts(name).rows
    assert rows and [row for row in rows if not row.agrees or row.here != row.there] == []


def test_what_is_called_is_what_the_facts_name():
    """A function that is called beside a loss is one of those its facts name for that library."""
    strange = []
    for row in counterparts().rows:
        named = {part for name in LOSSES[row.loss].elsewhere.get(row.library, ()) for part in name.split(".")}
        if not any(f".{name}(" in row.call for name in named):
            strange.append((row.loss, row.library, row.call))
    assert strange == []


@pytest.mark.parametrize(
    ("loss", "framework", "name"),
    [
        (loss.name, framework, name)
        for loss in LOSSES.values()
        for framework, names in loss.elsewhere.items()
        if framework in PLACES
        for name in names
    ],
)
def test_every_name_elsewhere_exists(loss, framework, name):
    """A name that a loss's facts give for a library is one the installed library has."""
    parts = name.partition("(")[0].split(".")
    assert any([_has(importlib.import_module(place), parts) for place in PLACES[framework]])


def _has(module, parts):
    for part in parts:
        if not hasattr(module, part):
            return False
        module = getattr(module, part)
    return True


def test_every_loss_of_keras_is_listed():
    """The list holds each class that Keras offers once for each of ours, and its function exists."""
    import keras

    rows = builtin_losses().rows
    names = {row[0] for row in rows}
    offered = {name for name in dir(keras.losses) if name[0].isupper() and name != "Loss"}
    assert names == offered
    assert len(rows) == len({(row[0], row[2]) for row in rows})
    assert all(callable(getattr(keras.losses, row[1])) for row in rows)
    assert {row[2] for row in rows if row[0] == "MeanSquaredError"} == {"squared_error"}


def test_an_unknown_name_is_told():
    """A loss that no library has, and one that does not exist, are told apart."""
    with pytest.raises(ValueError, match="'welsch' has no counterparts: no library here has it"):
        counterparts("welsch")
    with pytest.raises(ValueError, match="there is no such loss"):
        counterparts("hubber")
