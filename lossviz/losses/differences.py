"""Slopes from differences: the judge of every other gradient, and its stand-in where that is wrong."""

from typing import NamedTuple

import numpy as np

STEP = np.finfo(float).eps ** (1 / 3)  # where the error of the formula and that of rounding are about equal
ROUNDING = 64 * np.finfo(float).eps  # what a function of a few operations may be off, relative to its size
CLOSE = 1e-6
STEEP, JUMP = 1e3, 1e-2  # a slope of this size that changes the value by this part in one step is a jump


class Differences(NamedTuple):
    """Slopes of a function at some points by steps to the left, to the right, and both ways.

    `noise` is how far they may be off by rounding, and by the third derivative where the second is 0.
    """

    left: np.ndarray
    right: np.ndarray
    central: np.ndarray
    noise: np.ndarray

    @classmethod
    def of(cls, function, points, domain):
        """Steps of about 6e-6, shorter next to the ends of the domain and one-sided on them."""
        here = function(points)
        room = np.fmin(points - domain.low, domain.high - points)
        step = STEP * np.fmax(1.0, np.abs(points))
        step = np.where(room > 0, np.fmin(step, room / 2), step)
        up = np.where(points < domain.high, points + step, points)
        down = np.where(points > domain.low, points - step, points)
        above, below = function(up), function(down)
        left, right = _ratio(here - below, points - down), _ratio(above - here, up - points)
        size = np.fmax(np.abs(here), np.fmax(np.abs(above), np.abs(below)))
        central = _ratio(above - below, up - down)
        rise = np.maximum(np.abs(left), np.abs(right))
        jump = (rise > STEEP) & (rise * step > JUMP * size)
        if jump.any():  # a jump of the function itself: the slopes on either side of it tell more
            farther, beyond = np.fmax(down - step, domain.low), np.fmin(up + step, domain.high)
            before = _ratio(below - function(farther), down - farther)
            after = _ratio(function(beyond) - above, beyond - up)
            flatter = np.where(np.abs(before) < np.abs(after), before, after)
            central = np.where(jump & np.isfinite(flatter), flatter, central)
        usual = max(1.0, np.median(np.nan_to_num(rise, posinf=0.0)))
        return cls(left, right, central, ROUNDING * size / step + 10 * step**2 * usual)

    def contradict(self, slope):
        """True where `slope` is none of the slopes between left and right, give or take the rounding.

        On a smooth piece the derivative lies between the two, and at a kink every subgradient does. Where only one of
        them is finite nothing can be said, unless `slope` itself is not a number.
        """
        low, high = np.minimum(self.left, self.right), np.maximum(self.left, self.right)
        slack = CLOSE * np.maximum(np.abs(low), np.abs(high)) + self.noise
        comparable = np.isfinite(low) & np.isfinite(high)
        outside = comparable & ~((slope >= low - slack) & (slope <= high + slack))
        return outside | (np.isnan(slope) & np.isfinite(self.central))


def _ratio(rise, run):
    """rise / run, and NaN where no step was made."""
    return np.where(run > 0, rise, np.nan) / np.where(run > 0, run, 1.0)
