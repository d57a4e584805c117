"""Numbers with twice the digits of a float64 and any exponent, for formulas that amplify rounding or leave the range.

A robust loss squares e/c, divides by something tiny and takes a power: on the way there are numbers like 1e316, and
an exponential at the end multiplies every rounding on the way by its argument. With `Wide` numbers in between, a
loss is written as its formula and rounded once.
"""

import functools

import numpy as np

from .compensated import two_sum

FAR = 1 << 20  # an exponent beyond anything float64 inputs can make: that of infinity, and negative that of zero
STEPS = 128  # logarithms are tabulated at every 1/128
FIXED = 36  # binary places of the leading parts of logarithms, few enough for their sums to be exact


class Wide:
    """(high + low) · 2^exponent, element by element; high is near 1 (or is 0), low holds the next digits.

    Relative errors are about 1e-30. An infinite number is taken for one far beyond float64's range, so that bounded
    losses reach their limits; NaN stays NaN. Numbers on either side of an operator are taken exactly. NumPy's warnings
    have to be off, as they are inside every loss.
    """

    __slots__ = ("exponent", "high", "low")
    __array_ufunc__ = None  # an array on the left leaves the arithmetic to this class

    def __init__(self, high, low, exponent):
        self.high, self.low, self.exponent = high, low, exponent

    @classmethod
    def of(cls, number):
        """A finite float, or an array of them, exactly."""
        high, exponent = np.frexp(number)
        return cls(high, 0.0, np.where(high == 0, -FAR, exponent))  # so that 0 never sets the scale of a sum

    @classmethod
    def difference(cls, a, b):
        """a − b with every digit, also where it is beyond float64's range; `a` may be infinite."""
        high, low = two_sum(a, -b)
        exponent = 0
        beyond = np.isinf(high)
        if np.any(beyond):
            half, half_low = two_sum(a / 2, -b / 2)
            half = np.where(np.isinf(a), np.sign(a), half)
            high, low = np.where(beyond, half, high), np.where(beyond, half_low, low)
            exponent = np.where(np.isinf(a), FAR, np.where(beyond, 1, 0))
        number = cls(high, low, exponent)._settled()
        number.exponent = np.where(number.high == 0, -FAR, number.exponent)
        return number

    def _settled(self):
        """The same number with its high part between ½ and 1."""
        high, shift = np.frexp(self.high)
        return Wide(high, np.ldexp(self.low, -shift), self.exponent + shift)

    def rounded(self):
        """The nearest float64, infinite beyond its range."""
        return np.ldexp(self.high + self.low, self.exponent)

    def parts(self):
        """High and low as two float64, with all digits as long as they lie in its range."""
        return np.ldexp(self.high, self.exponent), np.ldexp(self.low, self.exponent)

    def shifted(self, binary_places):
        """The number times 2^binary_places."""
        return Wide(self.high, self.low, self.exponent + binary_places)

    def __neg__(self):
        return Wide(-self.high, -self.low, self.exponent)

    def __abs__(self):
        sign = np.copysign(1.0, self.high)
        return Wide(sign * self.high, sign * self.low, self.exponent)

    def __add__(self, other):
        other = _wide(other)
        top = np.maximum(self.exponent, other.exponent)
        mine, yours = self.exponent - top, other.exponent - top
        high, low = two_sum(np.ldexp(self.high, mine), np.ldexp(other.high, yours))
        low = low + (np.ldexp(self.low, mine) + np.ldexp(other.low, yours))
        total = high + low  # after a cancellation low is what is left
        return Wide(total, low - (total - high), top)._settled()

    def __sub__(self, other):
        return self + -_wide(other)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        other = _wide(other)
        high, low = _product(self.high, other.high)
        low = low + (self.high * other.low + self.low * other.high)
        return Wide(high, low, self.exponent + other.exponent)

    def __truediv__(self, other):
        other = _wide(other)
        first = self.high / other.high
        back, err = _product(first, other.high)
        second = (((self.high - back) - err) + (self.low - first * other.low)) / other.high
        high = first + second
        return Wide(high, second - (high - first), self.exponent - other.exponent)

    __radd__, __rmul__ = __add__, __mul__


def sqrt(x):
    """The square root of a `Wide` number greater than 0."""
    odd = x.exponent % 2
    high, low = np.ldexp(x.high, odd), np.ldexp(x.low, odd)
    root = np.sqrt(high)
    back, err = _product(root, root)
    return Wide(root, (((high - back) - err) + low) / (2 * root), (x.exponent - odd) // 2)


def exp(x):
    """e^x of a `Wide` number, also where that is beyond float64's range."""
    high, low = _bounded(x)
    ln2, ln2_low = _ln2()
    times = np.rint(high / ln2)
    grown = np.exp(high - times * ln2)  # e^x = 2^times · grown · e^rest, and rest is tiny
    rest = low - times * ln2_low
    return Wide(grown, grown * rest, np.fmax(times, -16 * FAR).astype(np.int32))


def expm1(x):
    """e^x − 1 of a `Wide` number, with all digits where x is near 0."""
    high, low = _bounded(x)
    grown = exp(x)
    small = np.abs(high) < 1e-9  # there it is x + x²/2, also where x is too small for a float64
    large = high > 1
    return Wide(
        np.where(small, x.high, np.where(large, grown.high - np.ldexp(1.0, -grown.exponent), np.expm1(high))),
        np.where(small, x.low + x.high * high / 2, np.where(large, grown.low, low * np.exp(high))),
        np.where(small, x.exponent, np.where(large, grown.exponent, 0)),
    )


def _bounded(x):
    """The parts of an exponent; what is beyond 2²⁴ is brought back there, for e^x is then out of range anyway."""
    return Wide(x.high, x.low, np.minimum(x.exponent, 24)).parts()


def log1p(x):
    """log(1 + x) of a `Wide` number x ≥ 0, with all digits where x is near 0.

    1 + x = m · 2^n, and m is near F, a multiple of 1/128 whose logarithm stands in a table. What is left is
    log(m/F) = 2 artanh(s) = 2 (s + s³/3 + s⁵/5 + …) for a small s = (m − F) / (m + F).
    """
    whole = x + 1.0
    m, n = whole.high, whole.exponent
    i = np.fmax(np.rint(m * STEPS), STEPS / 2)  # which also makes a number of NaN
    tabulated = i / STEPS
    near_zero = (tabulated == 0.5) & (n == 1)  # there m − F is x/2, and x has more digits than 1 + x
    left = Wide(
        np.where(near_zero, x.high, m - tabulated),
        np.where(near_zero, x.low, whole.low),
        np.where(near_zero, x.exponent - 1, 0),
    )
    both = m + tabulated
    s = left / Wide(both, (m - (both - tabulated)) + whole.low, 0)
    square = s.rounded() ** 2
    beyond = square * (1 / 3 + square * (1 / 5 + square / 7))
    ln2, ln2_low = _ln2()
    place = i.astype(int) - STEPS // 2
    high, low = _logarithms()
    known = Wide(n * ln2 + high[place], n * ln2_low + low[place], np.where(near_zero, s.exponent, 0))  # near 0 it is 0
    return Wide(s.high, s.low + s.high * beyond, s.exponent + 1) + known


@functools.cache
def _logarithms():
    """log(i/128) for i from 64 to 128, as an array of leading parts and one of rests."""
    from decimal import Decimal, localcontext  # only a robust loss pays for it

    with localcontext() as context:
        context.prec = 40
        pairs = [_fixed((Decimal(i) / STEPS).ln()) for i in range(STEPS // 2, STEPS + 1)]
    high, low = zip(*pairs, strict=True)
    return np.array(high), np.array(low)


@functools.cache
def _ln2():
    from decimal import Decimal, localcontext

    with localcontext() as context:
        context.prec = 40
        return _fixed(Decimal(2).ln())


def _fixed(number):
    """A `Decimal` as a leading part with few binary places and the rest."""
    leading = round(number * 2**FIXED) / 2**FIXED
    return leading, float(number - type(number)(leading))


def _product(a, b):
    """Like `two_product`, for the parts of `Wide` numbers, which are near 1 and so need no care at the ends."""
    p = a * b
    a_high, a_low = _split(a)
    b_high, b_low = (a_high, a_low) if a is b else _split(b)
    return p, ((a_high * b_high - p) + a_high * b_low + a_low * b_high) + a_low * b_low


def _split(a):
    spread = a * (2**27 + 1)
    high = spread - (spread - a)
    return high, a - high


def _wide(number):
    return number if isinstance(number, Wide) else Wide.of(number)
