"""Laws every loss of the catalogue keeps: shapes, types, what happens to its arguments, and to NaN."""

import copy
import pickle
import warnings

import numpy as np
import pytest

from lossviz import LOSSES
from tests.losses.examples import arrays, gradients, parts, result_shape, settings

every_loss = pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
elementwise = {name: loss for name, loss in LOSSES.items() if loss.elementwise}
every_elementwise_loss = pytest.mark.parametrize("loss", elementwise.values(), ids=elementwise)


@every_loss
def test_one_loss_for_each_example_and_a_slope_for_each_prediction(loss):
    """The value has one number per example, each gradient the shape of its prediction; both are float64."""
    given = arrays(loss)
    _, predictions = parts(loss, given)
    for tunables in settings(loss):
        value = loss(*given, **tunables)
        assert value.shape == result_shape(loss, predictions)
        assert value.dtype == np.float64
        slopes = gradients(loss, *given, **tunables)
        assert [slope.shape for slope in slopes] == [prediction.shape for prediction in predictions]
        assert {slope.dtype for slope in slopes} == {np.dtype(np.float64)}
        assert isinstance(loss.gradient(*given, **tunables), tuple) == (len(predictions) > 1)


@every_elementwise_loss
def test_any_shape_gives_that_shape(loss):
    """An element-wise loss treats each element by itself, whatever the shape."""
    given = arrays(loss)
    cubes = [array.reshape(2, 3, 4) for array in given]
    np.testing.assert_array_equal(loss(*cubes), loss(*given).reshape(2, 3, 4))
    for cube, flat in zip(gradients(loss, *cubes), gradients(loss, *given), strict=True):
        np.testing.assert_array_equal(cube, flat.reshape(2, 3, 4))


@every_loss
def test_leading_axes_are_examples(loss):
    """A loss of vectors takes them in any arrangement, and an example's loss does not depend on its neighbours."""
    given = arrays(loss)
    _, predictions = parts(loss, given)
    if len(result_shape(loss, predictions)) != 1 or predictions[0].shape[0] != 24:
        return  # a matrix of pairs is one arrangement only
    blocks = [array.reshape(4, 6, *array.shape[1:]) for array in given]
    np.testing.assert_array_equal(loss(*blocks), loss(*given).reshape(4, 6))
    np.testing.assert_array_equal(loss(*(array[3:5] for array in given)), loss(*given)[3:5])


@every_loss
def test_float32_stays_float32(loss):
    """Results for float32 arguments are float32: those for float64, rounded."""
    narrow = [array.astype(np.float32) if array.dtype.kind == "f" else array for array in arrays(loss)]
    wide = [array.astype(float) if array.dtype.kind == "f" else array for array in narrow]
    assert loss(*narrow).dtype == np.float32
    np.testing.assert_array_equal(loss(*narrow), loss(*wide).astype(np.float32))
    for slope, wide_slope in zip(gradients(loss, *narrow), gradients(loss, *wide), strict=True):
        assert slope.dtype == np.float32
        np.testing.assert_array_equal(slope, wide_slope.astype(np.float32))


@every_loss
def test_lists_are_welcome(loss):
    """Nested lists give what arrays give."""
    given = arrays(loss, count=3)
    lists = [array.tolist() for array in given]
    np.testing.assert_array_equal(loss(*lists), loss(*given))
    for slope, same in zip(gradients(loss, *lists), gradients(loss, *given), strict=True):
        np.testing.assert_array_equal(slope, same)


@every_elementwise_loss
def test_integers_become_float64(loss):
    """Integers that lie in the domains are taken as the numbers they are."""
    whole = [np.ones(3, dtype=int) for _ in arrays(loss)]
    floats = [array.astype(float) for array in whole]
    assert loss(*whole).dtype == np.float64
    np.testing.assert_array_equal(loss(*whole), loss(*floats))
    for slope, same in zip(gradients(loss, *whole), gradients(loss, *floats), strict=True):
        assert slope.dtype == np.float64
        np.testing.assert_array_equal(slope, same)


@every_elementwise_loss
def test_python_numbers_give_numpy_numbers(loss):
    """For single numbers value and slope are NumPy numbers, not arrays."""
    given = [array[0].item() for array in arrays(loss)]
    assert isinstance(loss(*given), np.float64)
    assert all(isinstance(slope, np.float64) for slope in gradients(loss, *given))


@every_elementwise_loss
def test_a_number_stands_for_a_constant_array(loss):
    """Each argument may be a single number beside arrays, and counts as an array full of it."""
    given = arrays(loss)
    for place in range(len(given) if len(given) > 1 else 0):
        single = [array[0] if i == place else array for i, array in enumerate(given)]
        full = [np.full(24, array[0]) if i == place else array for i, array in enumerate(given)]
        np.testing.assert_array_equal(loss(*single), loss(*full))
        for slope, same in zip(gradients(loss, *single), gradients(loss, *full), strict=True):
            np.testing.assert_array_equal(slope, same)


@every_loss
def test_arguments_are_never_changed(loss):
    """Read-only arrays pass, no array is written to, and a result shares no memory with an argument."""
    given = arrays(loss)
    before = [array.copy() for array in given]
    for array in given:
        array.flags.writeable = False
    results = [loss(*given), *gradients(loss, *given)]
    for array, same in zip(given, before, strict=True):
        np.testing.assert_array_equal(array, same)
        assert not any(np.shares_memory(array, result) for result in results)


@every_loss
def test_memory_order_does_not_matter(loss):
    """Arrays in Fortran order or with gaps give the same numbers."""
    given = arrays(loss)
    other = [np.asfortranarray(array) for array in given]
    gaps = [np.repeat(array, 2, axis=0)[::2] for array in given]
    for variant in (other, gaps):
        np.testing.assert_array_equal(loss(*variant), loss(*given))
        for slope, same in zip(gradients(loss, *variant), gradients(loss, *given), strict=True):
            np.testing.assert_array_equal(slope, same)


@every_loss
def test_nan_stays_in_its_place(loss):
    """A NaN prediction makes its own example NaN, in value and slope, and no other; there is no warning."""
    given = arrays(loss)
    _, predictions = parts(loss, given)
    for place in range(len(predictions)):
        spoiled = [array.copy() for array in given]
        spoiled[len(loss.targets) + place].flat[5] = np.nan
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            value, slopes = loss(*spoiled), gradients(loss, *spoiled)
        touched = np.zeros(result_shape(loss, predictions), bool)
        if loss._prepare.__name__ == "square":
            touched[list(divmod(5, len(touched)))] = True
        elif loss.elementwise:
            touched[5] = True
        else:
            touched[5 // predictions[0].shape[-1]] = True
        np.testing.assert_array_equal(np.isnan(value), touched)
        np.testing.assert_array_equal(value[~touched], loss(*given)[~touched])
        assert np.isnan(slopes[place].flat[5])
        if loss._prepare.__name__ != "square":
            assert not any(np.isnan(slope[~touched]).any() for slope in slopes)


@every_loss
def test_copied_and_pickled_by_name(loss):
    """A copy of a loss, deep or by pickle, is the loss itself, as for functions."""
    assert copy.copy(loss) is loss
    assert copy.deepcopy([loss])[0] is loss
    assert pickle.loads(pickle.dumps(loss)) is loss
