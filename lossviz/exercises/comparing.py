"""Compares a learner's numbers with the right ones, and says in words how they differ."""

import numpy as np

RELATIVE = 1e-5
FLOAT32_ABSOLUTE = 1e-6  # of the largest number, for what was computed in single precision and cancelled


def same(got, wanted):
    """Whether shapes and numbers are equal, to 1e-5; infinities and NaN must stand in equal places."""
    return got.shape == wanted.shape and bool(agreeing(got, wanted).all())


def agreeing(got, wanted):
    """Where two arrays of equal shape agree."""
    finite = np.abs(wanted[np.isfinite(wanted)])
    scale = finite.max() if finite.size else 0.0
    room = RELATIVE * np.abs(wanted) + (FLOAT32_ABSOLUTE if got.dtype == np.float32 else 1e-12) * min(scale, 1e300)
    got = got.astype(float)
    with np.errstate(all="ignore"):
        near = np.isfinite(wanted) & (np.abs(got - wanted) <= room)
    return near | (got == wanted) | (np.isnan(got) & np.isnan(wanted))


def how(got, wanted):
    """How `got` differs from `wanted`, in a sentence: sign, scale, an added constant, infinite, NaN, or a value.

    The arrays have equal shapes and differ somewhere.
    """
    agree = agreeing(got, wanted)
    off_got, off_wanted = got[~agree].astype(float), wanted[~agree]
    share = f" {int(agree.sum())} of {agree.size} numbers agree." if agree.any() else ""
    if np.isnan(off_got).any():
        return f"There is nan where a number should be.{share}"
    if np.isinf(off_got).any() and np.isfinite(off_wanted).any():
        return f"There is an infinity where a finite number should be.{share}"
    if got.dtype.kind in "iu":
        return f"Yours are whole numbers ({got.dtype}): something cut off the decimals.{share}"
    if not np.isfinite(off_wanted).all():
        return f"The right answer is infinite there.{share}"
    known = wanted[wanted != 0]
    if known.size > 1 and not agree[wanted != 0].any() and not got[wanted == 0].any():
        ratio = got[wanted != 0].astype(float) / known
        if np.allclose(ratio, ratio[0], rtol=1e-4):
            return "Only the sign differs, everywhere." if np.isclose(ratio[0], -1) else _times(ratio[0])
    if off_got.size > 1 and not agree.any() and np.allclose(off_got - off_wanted, off_got[0] - off_wanted[0]):
        return f"All are off by the same amount, {off_got[0] - off_wanted[0]:.4g}."
    if np.allclose(off_got, -off_wanted):
        return f"The sign differs there.{share}"
    size = np.abs(wanted[np.isfinite(wanted)])
    if agree.any() and np.abs(off_wanted).min() > 1e3 * np.median(size):
        return f"It differs for extreme inputs only.{share}"
    return share.strip() or "None of the numbers agrees."


def _times(ratio):
    return f"All are {ratio:.4g} times what they should be."


def as_numbers(result, wanted):
    """The learner's result as an array, or None with words about why it is none."""
    if result is None:
        return None, "It returns None: end the function with return and the result."
    if result is Ellipsis:
        return None, "It returns the three dots: put your formula in their place."
    if callable(result):
        return None, "It returns a function, not a number: does the inner function still have to be called?"
    try:
        got = np.asarray(result)
    except ValueError:
        return None, "It returns rows of different lengths: they should be equally long."
    if got.dtype.kind == "O":
        try:
            return got.astype(float), ""
        except (TypeError, ValueError):
            return None, f"It returns {_of_type(result)}, not numbers."
    if got.dtype.kind == "b" and np.asarray(wanted).dtype.kind != "b":
        return got.astype(float), ""
    if got.dtype.kind not in "biuf":
        return None, f"It returns {_of_type(result)}, not real numbers."
    return got, ""


def shape_words(got, wanted):
    """What is wrong with the shape of `got`: reduced, blown up, turned, or just another one."""
    if got.ndim == 0 and wanted.ndim:
        for name, reduced in (("mean", np.mean), ("sum", np.sum)):
            with np.errstate(all="ignore"):
                if np.isclose(float(got), reduced(wanted), rtol=1e-4):
                    return f"It returns the {name}, one number: return one loss for each of the {wanted.size} examples."
        return f"It returns a single number: return one for each of the {wanted.size} examples."
    if got.ndim == 2 and wanted.ndim == 1 and got.shape == (wanted.size, wanted.size):
        return f"It returns a table of shape {got.shape}: a column met a row, and each paired with each."
    if wanted.ndim == 0:
        return f"It returns {got.size} numbers, of shape {got.shape}: it should return one, say their mean."
    if got.ndim > 1 and got.shape == wanted.shape[::-1]:
        return f"It returns shape {got.shape}, rows and columns exchanged: it should be {wanted.shape}."
    if got.size == wanted.size:
        return f"The numbers come in shape {got.shape}: they should have shape {wanted.shape}."
    return f"It returns shape {got.shape}: it should be {wanted.shape}."


def _of_type(result):
    name = type(result).__name__
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
