"""The table of all losses, and the way to one from its name elsewhere."""

import importlib
import pkgutil
import re

import pytest

import lossviz
from lossviz import LOSSES, find, losses
from lossviz.losses.catalogue import FAMILIES
from lossviz.losses.loss import Loss

MODULES = [module.name for module in pkgutil.iter_modules(losses.__path__)]


def test_every_loss_of_the_package_is_in_the_catalogue():
    """A loss defined in any module of `lossviz.losses` stands in `LOSSES`, and nothing else does."""
    defined = {
        value.name
        for module in MODULES
        for value in vars(importlib.import_module(f"lossviz.losses.{module}")).values()
        if isinstance(value, Loss)
    }
    assert defined == set(LOSSES)


def test_a_loss_stands_under_its_own_name():
    """Names are those of the functions, all different from names of modules, and grouped by family in course order."""
    assert all(name == loss.name == loss.__name__ for name, loss in LOSSES.items())
    assert not set(LOSSES) & set(MODULES)
    order = [FAMILIES.index(loss.family) for loss in LOSSES.values()]
    assert order == sorted(order)


def test_a_loss_of_your_own_does_not_enter():
    """Making a loss of a function leaves the catalogue as it is, even under a name that is taken."""
    before = dict(LOSSES)

    @lossviz.loss
    def huber(y_true, y_pred):
        return abs(y_pred - y_true)

    assert before == LOSSES
    assert LOSSES["huber"] is not huber


def test_find_leads_from_every_name_elsewhere():
    """Each name in the facts is found, with its framework and its note."""
    for loss in LOSSES.values():
        for framework, names in loss.elsewhere.items():
            for name, note in names.items():
                matches = [match for match in find(name) if match.loss is loss and match.framework == framework]
                assert note in [match.note for match in matches], name


def separated(name):
    """`smooth_l1_loss` as `smooth-l1-loss`, and `SmoothL1Loss` as `Smooth L1 Loss`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", "-")


def joined(name):
    """`smooth_l1_loss` as `smoothl1loss`."""
    return name.replace("_", "")


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("SmoothL1Loss", "smooth_l1"),
        ("torch.nn.SmoothL1Loss", "smooth_l1"),
        ("smoothl1loss", "smooth_l1"),
        ("MeanSquaredError", "squared_error"),
        ("keras.losses.mean_squared_error", "squared_error"),
        ("torch.nn.SmoothL1Loss(beta=2.0)", "smooth_l1"),
        ("tf.keras.losses.MeanSquaredError()", "squared_error"),
        ("smooth-l1-loss", "smooth_l1"),
        (" mean squared error ", "squared_error"),
        ("HINGE", "hinge"),
        ("SGDClassifier", "modified_huber"),
        ("cosine_similarity", "cosine_distance"),
        ("Huber loss", "huber"),
        ("huber", "huber"),
    ],
)
def test_find_takes_names_as_they_are_written(name, ours):
    """With or without module and arguments, in any capitals, with any separators; our own names and titles as well."""
    assert ours in [match.loss.name for match in find(name)]


@pytest.mark.parametrize(
    "spelt", [str.lower, str.upper, str.swapcase, separated, joined], ids=lambda spelt: spelt.__name__
)
def test_find_takes_every_name_in_any_spelling(spelt):
    """Each name of each framework leads to its loss in other capitals, with hyphens or spaces, or with no separator."""
    for loss in LOSSES.values():
        for framework, names in loss.elsewhere.items():
            for name in names:
                found = [(match.loss, match.framework) for match in find(spelt(name))]
                assert (loss, framework) in found, spelt(name)


def test_find_takes_the_whole_of_a_dotted_name():
    """`stats.norm.logpdf` and `stats.laplace.logpdf` end alike and are two losses; the whole name tells them apart."""
    assert [match.loss.name for match in find("scipy.stats.norm.logpdf")] == ["gaussian_nll"]
    assert [match.loss.name for match in find("stats.laplace.logpdf")] == ["laplace_nll"]
    assert len(find("logpdf")) == 2


def test_find_prefers_the_exact_name():
    """`Huber` is Keras's class; only a name that exists nowhere as written is looked up loosely."""
    assert {match.name for match in find("Huber")} == {"Huber"}
    assert {match.framework for match in find("hUbEr")} >= {"lossviz", "Keras"}


def test_find_says_what_it_found():
    """A match reads as one line with the names on both sides and what differs."""
    (match,) = find("SmoothL1Loss")
    assert repr(match).startswith("PyTorch SmoothL1Loss → lossviz.smooth_l1")
    assert repr(find("CosineSimilarity")[0]).endswith("(the cosine with a minus sign, so from −1 to 1)")


def test_an_unknown_name_is_answered_with_near_ones():
    """A name no loss has is a `ValueError` that lists names like it; anything but text is a `TypeError`."""
    with pytest.raises(ValueError, match=r"no loss is called 'smoth_l1', here or in Keras.*names like it: smooth_l1"):
        find("smoth_l1")
    with pytest.raises(ValueError, match=r"no loss is called 'qqqq', here or in Keras.* or SciPy$"):
        find("qqqq")
    for empty in ("", "_", "torch.nn."):
        with pytest.raises(ValueError, match="no loss is called"):
            find(empty)
    with pytest.raises(TypeError, match=r"name must be text.*got 3"):
        find(3)
