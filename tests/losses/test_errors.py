"""Every wrong call is answered with the argument, what it got and what it wants."""

import re

import numpy as np
import pytest

from lossviz import LOSSES, binary_crossentropy, categorical_crossentropy, huber
from lossviz.losses import prepare
from lossviz.losses.domains import PROBABILITY, SIGN
from lossviz.losses.facts import Switch, Table, Tunable
from tests.losses.examples import arrays


def losses_where(condition):
    chosen = {name: loss for name, loss in LOSSES.items() if condition(loss)}
    assert chosen
    return pytest.mark.parametrize("loss", chosen.values(), ids=chosen)


every_loss = losses_where(lambda loss: True)
of_labels = losses_where(lambda loss: loss._prepare in (prepare.labels, prepare.classes_or_labels))
of_two_arrays = losses_where(lambda loss: len(loss._positional) == 2)


def names(loss):
    return [*loss.targets, *loss.predictions]


def refused(kind, words, loss, *given, **tunables):
    """Value and gradient both raise `kind` with all of `words` in its message."""
    for function in (loss, loss.gradient):
        with pytest.raises(kind) as caught:
            function(*given, **tunables)
        message = str(caught.value)
        assert all(word in message for word in words), message
        assert not message.startswith(("The truth", "operands", "could not"))


@of_two_arrays
def test_unequal_shapes(loss):
    """Arrays of different length are refused with both names and shapes."""
    given = arrays(loss)
    given[-1] = given[-1][:-1]
    refused(ValueError, [*names(loss), str(given[-1].shape), str(given[0].shape)], loss, *given)


@losses_where(lambda loss: loss.elementwise and len(loss._positional) == 2)
def test_a_column_against_a_row(loss):
    """(N, 1) against (N,) is refused, where NumPy would make (N, N) of it, and the cure is named."""
    given = arrays(loss)
    given[-1] = given[-1][:, np.newaxis]
    refused(ValueError, [*names(loss), "(24, 1)", "(24,)", "reshape"], loss, *given)


@every_loss
def test_unusable_arrays(loss):
    """Empty, ragged, textual, complex and missing arrays are refused by name, for each argument."""
    for place, name in enumerate(names(loss)):
        for kind, wrong, word in (
            (ValueError, [], "empty"),
            (ValueError, [[0.5], [0.5, 0.5]], "ragged"),
            (TypeError, ["cat", "dog"], "text"),
            (TypeError, np.array([1j, 2.0]), "complex"),
            (TypeError, None, "numbers"),
            (TypeError, [None, 0.5], "numbers"),
        ):
            given = arrays(loss)
            given[place] = wrong
            refused(kind, [name, word], loss, *given)


@every_loss
def test_targets_must_be_finite(loss):
    """A NaN or infinite target is refused by name, with what to do."""
    for place, name in enumerate(loss.targets):
        for wrong in (np.nan, np.inf, -np.inf):
            given = [array.astype(float) for array in arrays(loss)]
            given[place].flat[3] = wrong
            refused(ValueError, [name, "nan or infinity", "drop those examples"], loss, *given)


@of_labels
def test_labels_must_be_class_numbers(loss):
    """Labels out of range, counted from 1, negative or fractional are refused with the first of them and the range."""
    _, prediction = arrays(loss)
    labels = np.arange(24) % 4
    for wrong, shown in ((4, "4"), (-1, "-1"), (1.5, "1.5")):
        given = labels.astype(float)
        given[7] = wrong
        refused(ValueError, ["y_true", "0 to 3", f"got {shown}"], loss, given, prediction)
    np.testing.assert_array_equal(loss(labels.astype(float), prediction), loss(labels, prediction))


@losses_where(lambda loss: loss._prepare is prepare.labels)
def test_one_hot_targets_for_a_sparse_loss(loss):
    """One-hot rows given to a loss of labels are answered with argmax."""
    labels, prediction = arrays(loss)
    refused(ValueError, ["y_true", "y_pred", "argmax"], loss, np.eye(4)[labels], prediction)
    refused(ValueError, ["y_true", "y_pred", str(labels[:5].shape)], loss, labels[:5], prediction)


@losses_where(lambda loss: loss._prepare is prepare.classes)
def test_labels_for_a_loss_of_rows(loss):
    """Class numbers given to a loss of one-hot rows are answered with np.eye, and the sparse loss if there is one."""
    _, prediction = arrays(loss)
    sparse = ["the sparse loss"] if f"sparse_{loss.name}" in LOSSES else []
    refused(ValueError, ["y_true", "np.eye(4)", *sparse], loss, np.arange(24) % 4, prediction)


@losses_where(lambda loss: SIGN in loss.targets.values())
def test_margin_labels_are_signs(loss):
    """Labels 0 and 1 are refused with the formula that makes −1 and +1 of them."""
    refused(ValueError, ["y_true", "-1 or +1", "2 * y - 1", "got 0"], loss, [0, 1], [0.5, 0.5])


@every_loss
def test_numbers_outside_their_domain(loss):
    """Targets and predictions below or above their domain are refused with the number and what is wanted."""
    for place, (name, domain) in enumerate((loss.targets | loss.predictions).items()):
        if loss._prepare is prepare.labels and place == 0:
            continue  # class numbers have a test of their own
        for end, wrong in ((domain.low, domain.low - 0.25), (domain.high, domain.high + 0.25)):
            if np.isfinite(end):
                given = [array.astype(float) for array in arrays(loss)]
                given[place].flat[2] = wrong
                refused(ValueError, [name, domain.wants, f"got {wrong:g}"], loss, *given)


@losses_where(lambda loss: any(d.sums_to_one for d in loss.predictions.values()))
def test_probabilities_must_sum_to_one(loss):
    """Rows whose sum is off by more than 1e-3 are refused with that sum, and logits are suggested; 5e-4 passes."""
    target, prediction = arrays(loss)
    refused(ValueError, ["y_pred", "sum to 1", "1.002", "logits"], loss, target, prediction * 1.002)
    assert np.isfinite(loss(target, prediction * 1.0005)).all()
    target, prediction = arrays(categorical_crossentropy)
    refused(ValueError, ["y_true", "sum to 1"], categorical_crossentropy, target / 2, prediction)


@losses_where(lambda loss: not loss.elementwise and loss._prepare is not prepare.square)
def test_a_vector_is_needed(loss):
    """A single number is refused where a vector along the last axis is needed."""
    refused(ValueError, ["single number", "last axis"], loss, *(0.5 for _ in names(loss)))


@losses_where(lambda loss: loss._prepare is prepare.square)
def test_a_square_matrix_is_needed(loss):
    """Anything but a square matrix is refused with its shape."""
    for shape in ((3,), (2, 3), (2, 2, 2)):
        refused(ValueError, ["square matrix", str(shape)], loss, np.zeros(shape))


@losses_where(lambda loss: loss.tunables)
def test_tunables_outside_their_domain(loss):
    """Tunables beyond their domain, NaN, of the wrong kind or shape are refused by name with what they must be."""
    given = arrays(loss)
    for name, fact in loss.tunables.items():
        if isinstance(fact, Switch):
            for wrong in (1, "yes", None):
                refused(TypeError, [name, "True or False", repr(wrong)], loss, *given, **{name: wrong})
        elif isinstance(fact, Tunable):
            for end, wrong in ((fact.domain.low, fact.domain.low - 1.0), (fact.domain.high, fact.domain.high + 1.0)):
                if np.isfinite(end):
                    refused(ValueError, [name, fact.domain.wants, f"{wrong:g}"], loss, *given, **{name: wrong})
            refused(ValueError, [name, fact.domain.wants, "nan"], loss, *given, **{name: np.nan})
            for wrong in ("1", [1.0, "a"], True):
                refused(TypeError, [name, "number", repr(wrong)[:4]], loss, *given, **{name: wrong})
            if not fact.arrays:
                refused(TypeError, [name, "single number", "(2,)"], loss, *given, **{name: [1.0, 1.0]})
        else:
            assert isinstance(fact, Table)
            size = (3,) * fact.dimensions
            refused(ValueError, [name, "3 classes", "4"], loss, *given, **{name: np.ones(size)})
            refused(ValueError, [name, "(4, 4, 4)"], loss, *given, **{name: np.ones((4, 4, 4))})
            refused(ValueError, [name, "finite"], loss, *given, **{name: np.full((4,) * fact.dimensions, np.nan)})
            refused(TypeError, [name, "numbers"], loss, *given, **{name: ["a"] * 4})


@losses_where(lambda loss: any(getattr(f, "domain", None) and f.domain.open_low for f in loss.tunables.values()))
def test_open_ends_are_outside(loss):
    """Where an end of a domain is excluded, as 0 for δ, that end itself is refused."""
    for name, fact in loss.tunables.items():
        if isinstance(fact, Tunable) and fact.domain.open_low:
            refused(ValueError, [name, fact.domain.wants], loss, *arrays(loss), **{name: fact.domain.low})


@losses_where(lambda loss: any(isinstance(f, Tunable) and f.arrays for f in loss.tunables.values()))
def test_array_tunables_must_fit(loss):
    """A tunable that may hold one number per example is refused in any other shape."""
    given = arrays(loss)
    for name, fact in loss.tunables.items():
        if fact.arrays:
            assert loss(*given, **{name: np.full(24, 0.5)}).shape == (24,)
            refused(ValueError, [name, "(23,)", "(24,)"], loss, *given, **{name: np.full(23, 0.5)})
            refused(ValueError, [name, "empty"], loss, *given, **{name: []})


@every_loss
def test_wrong_calls(loss):
    """Misspelt, missing, doubled and too many arguments are answered in the words of the loss."""
    given = arrays(loss)
    first = names(loss)[0]
    refused(TypeError, [loss.name, "'no_such'"], loss, *given, no_such=1)
    refused(TypeError, [names(loss)[-1], "missing"], loss, *given[:-1])
    refused(TypeError, [loss.name, *names(loss)[:1], f"got {len(given) + 1}"], loss, *given, 1.0)
    refused(TypeError, [first, "twice"], loss, *given, **{first: given[0]})
    for name in loss.tunables:
        refused(TypeError, ["did you mean", name], loss, *given, **{name + "s" if name[-1] != "s" else name[:-1]: 1})
        refused(TypeError, ["by name", name], loss, *given, 1.0)


def test_the_message_is_a_whole_sentence():
    """Two messages in full, as learners read them."""
    with pytest.raises(ValueError, match=re.escape("delta must be greater than 0; got 0")):
        huber([0.0], [1.0], delta=0)
    with pytest.raises(ValueError, match=re.escape(f"y_pred must be {PROBABILITY.wants}; got 1.5")):
        binary_crossentropy([0.0], [1.5])
