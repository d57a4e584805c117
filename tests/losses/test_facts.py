"""Laws of the facts: what a loss says about itself is complete, and sampling finds it to be so."""

import inspect
import re

import numpy as np
import pytest

from lossviz import LOSSES
from lossviz.losses.facts import Switch, Table, Tunable
from tests.losses.examples import CLASSES, arrays, extremes, gradients, parts, settings

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
WITH_FORMULA = {name: loss for name, loss in LOSSES.items() if loss.best_constant.of}


@every_loss
def test_facts_are_complete(loss):
    """Every loss has a title, a family, a formula with balanced braces, a range, a use, a warning and a source."""
    assert loss.title[0] in "ABCDEFGHIJKLMNOPQRSTUVWXYZε"
    assert loss.family in {"regression", "robust", "margin", "probabilities", "logits", "images"}
    assert loss.formula.startswith(r"\ell")
    assert loss.formula.count("{") == loss.formula.count("}")
    assert loss.formula.count(r"\left") == loss.formula.count(r"\right")
    assert loss.formula.count(r"\begin{") == loss.formula.count(r"\end{")
    assert loss.values[0] in "[("
    assert loss.best_constant.words
    for sentence in (loss.use, loss.avoid):
        assert sentence[0].isupper() or sentence.split("=")[0] in loss.tunables
        assert sentence.endswith(".")
    assert any(letter.isdigit() for letter in loss.source), "a source has a year"
    assert {loss.convex, loss.smooth, loss.bounded, loss.slope_bounded} <= {True, False}


@every_loss
def test_names_elsewhere_are_text(loss):
    """Names in frameworks stand under the five that are known, each with a note, which may be empty."""
    assert set(loss.elsewhere) <= {"Keras", "PyTorch", "Optax", "scikit-learn", "SciPy"}
    for names in loss.elsewhere.values():
        assert names
        assert all(isinstance(name, str) and isinstance(note, str) for name, note in names.items())


@every_loss
def test_tunables_can_be_moved(loss):
    """Each tunable is a keyword of the loss with the same default, a meaning, and a slider inside its domain."""
    parameters = {name: p for name, p in loss.__signature__.parameters.items() if p.kind is p.KEYWORD_ONLY}
    assert list(parameters) == list(loss.tunables)
    for name, fact in loss.tunables.items():
        assert parameters[name].default == fact.default
        assert fact.meaning
        assert isinstance(fact, (Tunable, Switch, Table))
        if isinstance(fact, Tunable):
            low, high = fact.slider
            assert low < high
            assert fact.default is None or low <= fact.default <= high
            for value in (low, (low + high) / 2, high):
                assert fact.check(name, value) == value


@every_loss
def test_docstring_has_every_section(loss):
    """The docstring starts with one sentence and has all sections, with each argument under Parameters."""
    text = inspect.cleandoc(loss.__doc__)  # Python 3.13 takes the indentation away, earlier ones leave it
    summary, *_ = text.splitlines()
    assert summary.endswith(".")
    for section in ("Parameters", "Returns", "Raises", "Notes", "Examples"):
        assert f"{section}\n{'-' * len(section)}\n" in text
    for name in loss.__signature__.parameters:
        assert f"\n{name} : " in text
    assert f">>> {loss.name}(" in text
    assert f"{loss.name}.gradient(" in text
    assert re.search(r"Sources?: .*\(\d{4}\)", " ".join(text.split()))


def chords(loss, seed, spread, tunables):
    """How far the value at the middle of two predictions is above the mean of theirs; below 0 if convex."""
    given, other = (arrays(loss, seed=s, spread=spread, count=200) for s in (seed, seed + 1000))
    targets, ends = parts(loss, given)
    _, other_ends = parts(loss, other)
    middle = [(a + b) / 2 for a, b in zip(ends, other_ends, strict=True)]
    mean = (loss(*targets, *ends, **tunables) + loss(*targets, *other_ends, **tunables)) / 2
    return (loss(*targets, *middle, **tunables) - mean) / (1 + np.abs(mean))


@every_loss
def test_convexity_is_as_stated(loss):
    """No chord of a convex loss lies below it, at its defaults; for the others sampling finds one that does."""
    spreads = (0.3, 2.0, 30.0)
    if loss.convex:
        for spread in spreads:
            assert all(chords(loss, seed, spread, {}).max() < 1e-12 for seed in range(5))
    else:
        found = (chords(loss, seed, spread, t).max() for seed in range(5) for spread in spreads for t in settings(loss))
        assert any(above > 1e-6 for above in found)


def at_extremes(loss, function, tunables):
    """What `function` gives for predictions at and near the ends of their domains, as absolute numbers."""
    columns, numbers = extremes(loss), []
    count = len(columns[0])
    for shift in range(3 if len(columns) > 1 else 1):
        predictions = [np.roll(column, shift * i) for i, column in enumerate(columns)]
        given = arrays(loss, count=count)
        targets, _ = parts(loss, given)
        if loss._prepare.__name__ == "square":
            predictions = [np.resize(np.roll(predictions[0], i), (CLASSES, CLASSES)) for i in range(1)]
        elif not loss.elementwise:
            predictions = [_rows(loss, column) for column in predictions]
        numbers += [np.abs(result).ravel() for result in function(*targets, *predictions, **tunables)]
    return np.concatenate(numbers)


def _rows(loss, column):
    (domain, *_) = loss.predictions.values()
    rows = np.stack([np.roll(column, i) for i in range(CLASSES)], axis=-1)
    if not domain.sums_to_one:
        return rows
    sure = np.where(rows < 0.5, rows, 1e-9)
    sure[:, 0] = 0
    sure[:, 0] = 1 - sure.sum(axis=-1)
    return np.stack([np.roll(row, i) for i, row in enumerate(sure)])


@every_loss
def test_bounds_are_as_stated(loss):
    """Bounded values and slopes stay small however extreme the prediction is; the others grow beyond any of these."""
    for bounded, function, limit in (
        (loss.bounded, lambda *a, **k: [loss(*a, **k)], 20.0),
        (loss.slope_bounded, lambda *a, **k: gradients(loss, *a, **k), 100.0),
    ):
        if bounded:
            assert at_extremes(loss, function, {}).max() < limit
        else:
            assert max(at_extremes(loss, function, tunables).max() for tunables in settings(loss)) > limit


def candidates(loss, best, random):
    """Constants around the best one, within the domain."""
    (domain,) = loss.predictions.values()
    for size in (1e-3, 1e-2, 0.1, 1.0):
        for _ in range(10):
            if domain.sums_to_one:
                share = min(size, 0.9)
                yield (1 - share) * best + share * random.dirichlet(np.ones(CLASSES))
            else:
                other = best + size * random.normal(size=np.shape(best))
                if np.all(domain.holds(other)):
                    yield other


@pytest.mark.parametrize("loss", WITH_FORMULA.values(), ids=WITH_FORMULA)
def test_no_constant_beats_the_best_one(loss):
    """The mean loss of the stated best constant is at most that of constants nearby and farther off."""
    random = np.random.default_rng(9)
    for tunables in settings(loss):
        if tunables.get("epsilon") and not loss.elementwise:
            continue  # what a clip lifts to ε costs no more, so the best rows would pretend to be 0 there
        (y_true, y_pred) = arrays(loss, seed=10, count=25)
        values = {name: fact.default for name, fact in loss.tunables.items()} | tunables
        best = np.asarray(loss.best_constant.of(y_true, **values))

        def cost(constant, y_true=y_true, shape=y_pred.shape, tunables=tunables):
            return loss(y_true, np.broadcast_to(constant, shape), **tunables).mean()

        least = cost(best)
        assert np.isfinite(least)
        beaten = [other for other in candidates(loss, best, random) if cost(other) < least - 1e-12 * (1 + abs(least))]
        assert not beaten, tunables
