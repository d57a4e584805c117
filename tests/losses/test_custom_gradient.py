"""Where the gradient of a learner's loss comes from, that it is right, and what is said about it."""

import copy
import types

import numpy as np
import numpy as numbers
import pytest
from numpy import where as pick

from lossviz import hinge, huber, loss
from lossviz.losses.differences import Differences
from lossviz.losses.domains import PROBABILITY, REAL

GRID = np.linspace(-3, 3, 400)  # without 0
AGREE = "The gradient comes from autograd, and central differences agree with it."


def helper(x):
    return deeper(x) + 0.0


def written_into(y_true, y_pred):
    result = np.zeros_like(y_true)
    result[y_pred > y_true] = (y_pred - y_true)[y_pred > y_true] ** 2
    return result


def deeper(x):
    return numbers.sqrt(numbers.square(x) + 1) - 1


@pytest.mark.parametrize(
    ("function", "slope"),
    [
        (lambda y, p: (p - y) ** 3, lambda e: 3 * e**2),
        (lambda y, p: np.log(np.cosh(p - y)), np.tanh),
        (lambda y, p: numbers.linalg.norm(np.stack([p - y, 2 * (p - y)]), axis=0), lambda e: np.sqrt(5) * np.sign(e)),
        (lambda y, p: pick(p > y, p - y, 0.0), lambda e: np.where(e > 0, 1.0, 0.0)),
        (lambda y, p: helper(p - y), lambda e: e / np.sqrt(1 + e**2)),
        (lambda y, p, k=2.0: k * (p - y) ** 2 + 0.5 * huber(y, p), lambda e: 4 * e + 0.5 * np.clip(e, -1, 1)),
        (lambda y, p: np.where(np.abs(p) < 1, p**2, 2 * np.abs(p) - 1), lambda e: 2 * np.clip(e, -1, 1)),
    ],
)
def test_autograd_follows_what_learners_write(function, slope):
    """NumPy under any name, parts of it, helpers that call helpers and losses of ours: exact slopes, and agreement."""
    made = loss(function)
    np.testing.assert_allclose(made.gradient(0.0, GRID), slope(GRID), rtol=1e-12, atol=1e-13)
    assert made.gradient_source == AGREE


def test_the_learners_function_is_left_as_it_is():
    """Only a copy is bound to autograd: the function, its helpers and their module keep the NumPy they had."""
    made = loss(lambda y, p: helper(p - y))
    made.gradient(0.0, GRID)
    assert made.plain.__globals__["np"] is np
    assert deeper.__globals__["numbers"] is np
    assert type(deeper(GRID)) is np.ndarray


def test_globals_and_closures_are_read_anew():
    """A number changed after the loss was made, or a helper defined again, changes the gradient too."""
    module = types.ModuleType("lesson")
    exec("import numpy as np\nk = 2.0\ndef f(y_true, y_pred):\n    return k * (y_pred - y_true) ** 2", vars(module))
    made = loss(module.f)
    assert made.gradient(0.0, 1.0) == pytest.approx(4.0)
    module.k = 5.0
    assert made.gradient(0.0, 1.0) == pytest.approx(10.0)


def test_losses_made_of_losses():
    """A loss inside another, a learner's own or one of ours, brings its own slope along."""
    inner = loss(lambda y, p: (p - y) ** 2)
    outer = loss(lambda y, p, w=3.0: w * inner(y, p) + np.abs(p))
    np.testing.assert_allclose(outer.gradient([0.0, 0.0], [1.0, -2.0]), [7.0, -13.0])
    assert outer.gradient_source == AGREE
    both = loss(lambda y, p: hinge(y, p) + p**2, prediction="margin")
    np.testing.assert_allclose(both.gradient([1.0, 1.0], [0.5, 3.0]), [0.0, 6.0])


def test_where_autograd_is_wrong_differences_stand_in():
    """np.where with a branch that has no finite slope gives autograd nan; those slopes are replaced, and it is said."""
    made = loss(lambda y, p: np.where(p > y, np.sqrt(p - y), (p - y) ** 2))
    np.testing.assert_allclose(made.gradient([0.0, 0.0, 0.0], [4.0, -1.0, -2.0]), [0.25, -2.0, -4.0], rtol=1e-9)
    assert made.gradient_source == (
        "The gradient comes from autograd, but is replaced at 2 of 3 predictions, first at -1: "
        "it says nan, central differences say -2."
    )


def test_where_autograd_is_silently_wrong_differences_stand_in():
    """A value autograd cannot see, as behind float conversion of a copy, gives a finite slope that is wrong."""

    def hidden(y_true, y_pred):
        seen = getattr(y_pred, "_value", y_pred)
        return (y_pred - y_true) * (seen - y_true)

    made = loss(hidden)
    np.testing.assert_allclose(made.gradient(0.0, GRID), 2 * GRID, atol=1e-9)
    assert "replaced at 400 of 400 predictions, first at -3: it says -3, central differences say -6" in (
        made.gradient_source
    )


@pytest.mark.parametrize(
    ("function", "why"),
    [
        (lambda y, p: np.heaviside(p - y, 0.5), "autograd raised"),
        (lambda y, p: np.round(p - y), "autograd warned: Output seems independent of input"),
        (lambda y, p: [float(a) for a in p - y], "autograd raised"),
        (written_into, "autograd raised"),
    ],
)
def test_where_autograd_fails_differences_are_used(function, why):
    """What autograd cannot follow, or warns of, is answered by central differences, with the reason in the sentence."""
    made = loss(function)
    slopes = made.gradient(0.0, np.array([-1.2, 0.3, 2.2]))
    values = [function(np.zeros(3), np.array([-1.2, 0.3, 2.2]) + by) for by in (-1e-5, 1e-5)]
    np.testing.assert_allclose(slopes, np.subtract(values[1], values[0]) / 2e-5, atol=1e-9)
    assert made.gradient_source.startswith(f"The gradient comes from central differences, because {why}")


def test_a_jump_has_the_slope_of_its_sides():
    """At a step of the function itself differences would be huge; the slope beside it is taken."""
    made = loss(lambda y, p: np.heaviside(p - y, 0.5) + p)
    np.testing.assert_allclose(made.gradient(0.0, [-1.0, 0.0, 1.0]), [1.0, 1.0, 1.0], atol=1e-6)


def test_a_given_gradient_is_used_and_compared():
    """A right one is confirmed; a wrong one is used all the same, and the sentence says where it is wrong."""
    right = loss(lambda y, p, k=2.0: k * (p - y) ** 2, gradient=lambda y, p, k=2.0: 2 * k * (p - y))
    np.testing.assert_array_equal(right.gradient(0.0, [1.0, -2.0], k=3.0), [6.0, -12.0])
    assert right.gradient_source == "The gradient is the one you gave, and central differences agree with it."
    wrong = loss(lambda y, p, k=2.0: k * (p - y) ** 2, gradient=lambda y, p: p - y)
    np.testing.assert_array_equal(wrong.gradient(0.0, [1.0, 0.0, -2.0]), [1.0, 0.0, -2.0])
    assert wrong.gradient_source == (
        "The gradient is the one you gave, but is wrong at 2 of 3 predictions, first at 1: "
        "it says 1, central differences say 4."
    )
    reduced = loss(lambda y, p: (p - y) ** 2, gradient=lambda y, p: (2 * (p - y)).mean())
    with pytest.raises(ValueError, match="the gradient of your_loss returned a single number for 2 predictions"):
        reduced.gradient(0.0, [1.0, 2.0])


def test_the_gradient_can_follow_as_a_decorator():
    """`@name.derivative` below the loss gives its gradient, as for the losses of the package."""

    @loss
    def square(y_true, y_pred):
        return (y_pred - y_true) ** 2

    assert square.gradient_source == AGREE

    @square.derivative
    def _(y_true, y_pred):
        return 2 * (y_pred - y_true)

    assert "is the one you gave, and" in square.gradient_source
    assert copy.deepcopy(square).gradient_source == square.gradient_source


def test_any_subgradient_at_a_kink_is_right():
    """At a kink a given slope between those on both sides is no error, and one outside is."""
    for at_zero, agrees in ((-1.0, True), (0.0, True), (0.7, True), (1.0, True), (1.5, False), (-2.0, False)):
        made = loss(
            lambda y, p: np.abs(p - y), gradient=lambda y, p, at_zero=at_zero: np.where(p == y, at_zero, np.sign(p - y))
        )
        made.gradient(0.0, [-1.0, 0.0, 1.0])
        assert ("agree" in made.gradient_source) == agrees


def test_small_errors_of_a_gradient_are_found():
    """A slope that is off by one part in 10,000 is called wrong, one that is off by rounding is not."""
    for factor, agrees in ((1.0001, False), (1 + 1e-12, True)):
        made = loss(lambda y, p: np.exp(p - y), gradient=lambda y, p, factor=factor: factor * np.exp(p - y))
        made.gradient(0.0, GRID)
        assert ("agree" in made.gradient_source) == agrees


def test_probabilities_stay_inside_their_domain():
    """Differences never step outside [0, 1], are one-sided at its ends, and follow log p down to 1e-300."""
    seen = []

    def surprise(y_true, y_pred):
        seen.append(getattr(y_pred, "_value", y_pred))
        return -np.log(y_pred)

    points = np.array([1e-300, 1e-9, 0.3, 1.0])
    made = loss(surprise, prediction="probability")
    np.testing.assert_allclose(made.gradient(1.0, points), -1 / points, rtol=1e-12)
    assert made.gradient_source == AGREE
    assert all((array >= 0).all() and (array <= 1).all() for array in seen)
    assert made.gradient(1.0, 0.0) == -np.inf
    kinked = loss(lambda y, p: np.abs(p - y) ** 3, prediction="probability")
    assert kinked.gradient(0.5, 0.5) == 0
    assert kinked.gradient_source == AGREE
    size = loss(lambda y, p: np.sqrt(p**2), prediction="probability")
    assert size.gradient(0.0, 0.0) == pytest.approx(1.0)  # autograd says nan, and there is only one side to compare
    differences = Differences.of(np.square, np.array([0.0, 0.5, 1.0]), PROBABILITY)
    np.testing.assert_allclose(differences.central, [0, 1, 2], atol=1e-5)
    assert np.isnan(differences.left[0])
    assert np.isnan(differences.right[2])


def test_no_false_alarm_for_large_or_noisy_numbers():
    """Rounding of large values and steep ends is not taken for a wrong slope."""
    for function, points in (
        (lambda y, p: (p - y) ** 2 + 1e9, GRID),
        (lambda y, p: (p - y) ** 2, GRID * 1e8),
        (lambda y, p: (p - y) ** 3, np.zeros(3)),
        (lambda y, p: np.abs(p - y) ** 0.5, GRID[GRID != 0]),
        (lambda y, p: np.exp(20 * (p - y)), GRID),
    ):
        made = loss(function)
        made.gradient(0.0, points)
        assert made.gradient_source == AGREE


def test_nan_and_infinite_predictions():
    """A NaN prediction has a NaN slope and spoils no other; an infinite one has what autograd makes of it."""
    made = loss(lambda y, p: np.clip(p - y, -1, 1))
    slopes = made.gradient(0.0, [0.0, np.nan, np.inf])
    np.testing.assert_array_equal(np.isnan(slopes), [False, True, False])
    np.testing.assert_allclose(slopes[[0, 2]], [1.0, 0.0], atol=1e-12)


def test_the_source_is_known_before_the_first_call():
    """Asked first, `gradient_source` tries a few predictions of the loss's domain."""
    for word in ("error", "probability", "logit", "margin"):
        assert loss(lambda y, p: (p - y) ** 2, prediction=word).gradient_source == AGREE
    domain_of_its_own = loss(lambda y, p: p - y * np.log(p), prediction=REAL, target=PROBABILITY)
    assert domain_of_its_own.gradient_source == AGREE
