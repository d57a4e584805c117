"""The stability walk: the exact answers, where each form fails, and that the drawing is what was computed."""

import mpmath
import numpy as np
import pytest

from lossviz.explorers.stability import stability
from lossviz.figures.stability import WALK, StabilityScene
from lossviz.figures.written_forms import DTYPES, FORMS, compute, exact


@pytest.fixture(scope="module")
def scene():
    return StabilityScene()


def test_the_walk_is_even_and_exact_in_both_dtypes():
    """The stops go up from −1000 to 1000, the same on both sides, and each is a float32."""
    assert list(WALK) == sorted(set(WALK)) == [-z for z in reversed(WALK)]
    assert (WALK[0], WALK[-1]) == (-1000, 1000) and 0.0 in WALK
    assert all(float(np.float32(z)) == z for z in WALK)


def test_exact_answers_have_more_digits_than_any_dtype():
    """Loss and slope agree with mpmath at 60 digits, at every stop."""
    with mpmath.workdps(60):
        for z in WALK:
            loss, slope = (mpmath.mpf(str(number)) for number in exact(z))
            u = mpmath.exp(-mpmath.mpf(z))
            assert abs(loss / mpmath.log1p(u) - 1) < 1e-38
            assert abs(slope / (-u / (1 + u)) - 1) < 1e-38


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_package_is_right_along_the_whole_walk(dtype):
    """The form of `lossviz` is within 4 ulp of the exact answer at every stop, and fails nowhere."""
    for result in compute("log1p (lossviz)", dtype, WALK):
        assert result.errors.max() < 4
        assert not result.failed.any()


@pytest.mark.parametrize(
    ("form", "dtype", "loss", "slope"),
    [
        ("−log softmax", "float64", (-745, 36.7), (-709, 36.7)),
        ("−log softmax", "float32", (-104, 17), (-88.7, 17)),
        ("shifted", "float64", (-745, 36.7), (-709, 36.7)),
        ("shifted", "float32", (-104, 16.6), (-88.7, 16.6)),
        ("log-softmax", "float64", (None, 36.7), (None, 36.7)),
        ("log-softmax", "float32", (None, 16.6), (None, 16.6)),
        ("log1p (lossviz)", "float32", (None, None), (None, None)),
    ],
)
def test_where_each_form_fails(scene, form, dtype, loss, slope):
    """exp leaves its range at −745 or −104, 1/p at −709 or −88.7, and 1 + exp(−z) rounds to 1 at 36.7 or 16.6."""
    for found, wanted in zip(scene.failures[form, dtype], (loss, slope), strict=True):
        assert [place is None for place in found] == [place is None for place in wanted]
        for place, near in zip(found, wanted, strict=True):
            assert place is None or place == pytest.approx(near, abs=1)


@pytest.mark.parametrize(
    ("form", "z", "loss", "slope"),
    [
        ("−log softmax", 1000.0, np.nan, np.nan),
        ("−log softmax", -1000.0, np.inf, np.nan),
        ("shifted", 1000.0, 0.0, 0.0),
        ("shifted", -1000.0, np.inf, np.nan),
        ("log-softmax", -1000.0, 1000.0, -1.0),
        ("log1p (lossviz)", -1000.0, 1000.0, -1.0),
    ],
)
def test_the_ends_of_the_walk(form, z, loss, slope):
    """What each form makes of ±1000, in both dtypes; a 0 is right there, for exp(−1000) is below any float."""
    for dtype in DTYPES:
        results = compute(form, dtype, [z])
        for result, wanted in zip(results, (loss, slope), strict=True):
            np.testing.assert_array_equal(np.abs(result.values), np.abs([wanted]))
            assert result.failed[0] == (not np.isfinite(wanted))


def test_a_difference_loses_its_digits_where_the_model_is_sure_and_right():
    """At z = 30 in float64 the log-softmax has some three digits left, the form of others all sixteen."""
    lost, kept = compute("log-softmax", "float64", [30.0]), compute("log1p (lossviz)", "float64", [30.0])
    for worse, better in zip(lost, kept, strict=True):
        assert 1e10 < worse.errors[0] < 1e13 and better.errors[0] < 4


@pytest.mark.parametrize("form", FORMS)
def test_lines_pass_through_what_was_computed(scene, form):
    """At each stop the drawn line stands where the number does, on the thick line where it is no answer."""
    scene.update(logit=0.0, form=form, dtype="float32")
    for parts, result, heights in zip(
        scene.parts, scene.results[form, "float32"], scene.heights[form, "float32"], strict=True
    ):
        for name in ("value", "error"):
            for line, there in ((parts[name], ~result.failed), (parts[f"failed {name}"], result.failed)):
                x, y = line.get_data()
                drawn = np.isfinite(x)
                if not there.any():
                    assert not drawn.any()
                    continue
                np.testing.assert_allclose(
                    np.interp(scene.x[there], x[drawn], y[drawn]), heights[name][there], atol=0.02
                )


def test_the_words_say_what_failed():
    """The readout has the numbers at the cursor, their errors, and where the form first fails."""
    explorer = stability(logit=-1000.0, form="shifted", dtype="float64")
    assert "loss inf (no answer), slope nan (no answer)" in explorer.readout
    assert "fails (inf, nan or a false 0): loss below -745.1 and above 36.7" in explorer.readout
    explorer.set(form="log1p (lossviz)")
    assert "loss 1000 (right), slope -1 (right)" in explorer.readout
    assert "loss nowhere, slope nowhere" in explorer.readout
