"""What a good loss needs, clause by clause: each looks at one trial of a loss and gives a verdict with its reason."""

import functools

import numpy as np

from .custom import CustomLoss
from .differences import Differences
from .domains import LOGIT, REAL, SCORE, SIGN

PASS, LOOK, FAIL = "pass", "look", "fail"

_ORDINARY = np.linspace(-4.0, 4.0, 161)
_FAR = np.array([-1e6, -1e3, 1e3, 1e6])
_TINY = np.array([-1e-9, 0.0, 1e-9])
_NEAR = np.array([-1e-4, 1e-4])
_EQUAL = 1e-9  # shares of the greatest loss or slope below this are rounding
_FINE = 33  # places in a closer look at one step of the grid
_STEEP = 1e3
_ENDLESS = 4.0  # as many times steeper next to the target than anywhere else: no limit is in sight
_MODEST = 1e-2, 1e2
_WIDE = 0.1


class Trial:
    """A loss with the predictions it is tried on, for each of two targets; values and slopes on first use.

    `places` are what the words speak of: the error where targets are any number, else the prediction. `away` is the
    distance from the best prediction, with its sign.
    """

    def __init__(self, loss, unit, tunables):
        (self.target,), (self.prediction,) = loss.targets.values(), loss.predictions.values()
        self.loss, self.unit, self.tunables = loss, unit, tunables
        self.by_side = self.prediction in (LOGIT, SCORE)
        self.by_probability = _is_probability(self.prediction)
        self.by_error = self.prediction == REAL
        self.symbol = "e" if self.by_error else self.prediction.symbol
        self.targets = self._targets()

    def _targets(self):
        if self.target == SIGN:
            return -1.0, 1.0
        if _is_probability(self.target):
            return 0.0, 1.0
        return 2 * self.unit, 5 * self.unit

    def at(self, offsets, target):
        """Predictions at these offsets, those that the loss takes, and what the words call them."""
        if self.by_side:
            predictions = offsets * 2
        elif self.by_probability:
            predictions = np.unique(np.clip(0.5 + offsets / 8, 0.0, 1.0))
        else:
            predictions = target + offsets * self.unit
        predictions = predictions[self.prediction.holds(predictions)]
        return predictions, predictions - target if self.by_error else predictions

    def value(self, predictions, target):
        return self.loss(np.full(predictions.shape, target), predictions, **self.tunables)

    def slope(self, predictions, target):
        return self.loss.gradient(np.full(predictions.shape, target), predictions, **self.tunables)

    @functools.cached_property
    def rounds(self):
        """For each target: (target, predictions, places, away, values, slopes) over the ordinary predictions."""
        found = []
        for target in self.targets:
            predictions, places = self.at(_ORDINARY, target)
            inner = (predictions > self.prediction.low) & (predictions < self.prediction.high)  # the ends are extremes
            predictions, places = predictions[inner], places[inner]
            side = 2 * target - 1 if _is_probability(self.target) else target
            away = np.full(predictions.shape, -np.sign(side)) if self.by_side else predictions - target
            slopes = self.slope(predictions, target)
            found.append((target, predictions, places, away, self.value(predictions, target), slopes))
        return found

    def here(self, place):
        """The place in words, to a hundredth of a unit unless it is tiny."""
        coarse = round(float(place) / self.unit, 2) * self.unit + 0.0  # no "-0"
        return f"{self.symbol} = {coarse if abs(place) > 1e-3 * self.unit else place:.4g}"


def _is_probability(domain):
    return (domain.low, domain.high) == (0.0, 1.0)


def one_loss_an_example(trial):
    """Each example has a loss of its own, whatever stands beside it."""
    for target in trial.targets:
        predictions, _ = trial.at(np.array([-3.0, -1.0, -0.4, 0.2, 1.0, 2.5]), target)
        together = trial.value(predictions, target)
        alone = np.array([trial.value(predictions[i : i + 1], target)[0] for i in range(predictions.size)])
        differ = ~np.isclose(together, alone, rtol=1e-9, atol=0.0, equal_nan=True)
        if differ.any():
            return FAIL, (
                f"an example costs {alone[differ][0]:.3g} alone and {together[differ][0]:.3g} beside others: something "
                "is averaged, sorted or scaled over the batch"
            )
    return PASS, "an array in, an array of that shape out; what stands beside an example does not matter"


def no_side_effects(trial):
    """The arguments stay as they are, and asking twice gives one answer."""
    plain = trial.loss.plain if isinstance(trial.loss, CustomLoss) else trial.loss
    for target in trial.targets:
        predictions, _ = trial.at(np.array([-3.0, -1.0, 0.5, 2.0]), target)
        given = [np.full(predictions.shape, target), predictions]
        kept = [array.copy() for array in given]
        with np.errstate(all="ignore"):
            first = np.array(plain(*given, **trial.tunables), dtype=float)
            names = zip([*trial.loss.targets, *trial.loss.predictions], given, kept, strict=True)
            changed = [name for name, now, before in names if not np.array_equal(now, before)]
            if changed:
                return FAIL, f"it changes {changed[0]}, which belongs to the caller: work on a copy"
            again = np.array(plain(*given, **trial.tunables), dtype=float)
        if not np.array_equal(first, again, equal_nan=True):
            return FAIL, "the same question gets another answer the second time: it keeps or draws something in between"
    return PASS, "its arguments stay as they were, and asking twice gives one answer"


def finite(trial):
    """Every ordinary prediction has a finite loss."""
    for _, _, places, _, values, _ in trial.rounds:
        bad = ~np.isfinite(values)
        if bad.any():
            what = "not a number" if np.isnan(values[bad][0]) else "infinite"
            first = trial.here(places[bad][0])
            return FAIL, f"{what} at {bad.sum()} of {bad.size} ordinary predictions, first at {first}"
    _, _, places, *_ = trial.rounds[0]
    return PASS, f"a finite number everywhere from {trial.here(places[0])} to {places[-1]:.4g}"


def right_minimum(trial):
    """The target itself, or its side, is the cheapest prediction."""
    widest = 0.0
    for target, _, places, away, values, _ in trial.rounds:
        values = np.where(np.isnan(values), np.inf, values)
        if values.min() == -np.inf:
            return FAIL, f"it falls to minus infinity at {trial.here(places[np.argmin(values)])}"
        above = values - values.min()
        if not above.any():
            return FAIL, "every prediction costs the same"
        lowest = np.flatnonzero(above <= _EQUAL * np.quantile(above, 0.25))
        best = lowest[np.argmin(np.abs(away[lowest]))]
        on_its_side = (places[lowest] * away[lowest] < 0).any()
        if not (on_its_side if trial.by_side else np.abs(away[best]) == np.abs(away).min()):
            wrong = f"too {'low' if away[best] < 0 else 'high'}" if trial.by_error else f"for the target {target:g}"
            return FAIL, f"least at {trial.here(places[best])}: it asks for predictions {wrong}"
        widest, least = max(widest, lowest.size / values.size), values.min()
    where = "on the target's side" if trial.by_side else "at the target"
    if widest > 1.5 / _ORDINARY.size and not trial.by_side:
        return LOOK, f"least {where}, and as low on {widest:.0%} of the ordinary predictions: those are as good"
    note = "" if abs(least) < 1e-6 or not trial.by_error else f", where it is {least:.3g}: 0 does not mean perfect"
    return PASS, f"least {where}{note}"


def useful_slope(trial):
    """The slope points to the target and is neither 0 over wide ranges nor endless."""
    for target, _, places, away, _, slopes in trial.rounds:
        if np.isnan(slopes).any():
            return FAIL, f"the slope is not a number at {trial.here(places[np.isnan(slopes)][0])}"
        sizes = np.abs(slopes[np.isfinite(slopes) & (slopes != 0)])
        size, usual = np.quantile(sizes, (1, 0.25)) if sizes.size else (0.0, 0.0)
        wrong = slopes * np.sign(away) < -_EQUAL * usual
        if wrong.any():
            return FAIL, f"at {trial.here(places[wrong][0])} the slope leads away from the target"
        elsewhere = np.abs(away) > _EQUAL
        flat = np.mean(np.abs(slopes[elsewhere]) <= _EQUAL * usual)
        if flat > 0.95:
            return FAIL, f"the slope is 0 at {flat:.0%} of the ordinary predictions: there is nothing to learn from"
        if flat > _WIDE:
            return LOOK, f"the slope is 0 at {flat:.0%} of the ordinary predictions: such examples teach nothing"
        if not np.isfinite(slopes).all():
            return LOOK, f"the slope is infinite at {trial.here(places[~np.isfinite(slopes)][0])}"
        if trial.by_error:
            near = np.abs(trial.slope(target + _NEAR * trial.unit, target)).max()
            if near > _ENDLESS * size:
                return LOOK, f"the slope grows without end towards the target: {near:.3g} at an error of 0.0001"
            at_one = np.abs(slopes[np.isclose(np.abs(places), trial.unit)]).max()
            if size > _STEEP * at_one:
                return LOOK, f"{size:.2g} at the ends and {at_one:.2g} at an error of {trial.unit:g}: one example rules"
    return PASS, f"it leads towards the target everywhere, and is at most {size:.3g}"


def gradient_agrees(trial):
    """The slope is what central differences say."""
    for target, predictions, places, _, _, slopes in trial.rounds:
        differences = Differences.of(lambda moved, y=target: trial.value(moved, y), predictions, trial.prediction)
        wrong = differences.contradict(slopes)
        if wrong.any():
            here, there = slopes[wrong][0], differences.central[wrong][0]
            return FAIL, (
                f"the gradient says {here:.4g} at {trial.here(places[wrong][0])}, differences say {there:.4g}; "
                f"{wrong.sum()} of {wrong.size} disagree"
            )
    source = getattr(trial.loss, "gradient_source", "")
    if source and "agree" not in source:
        return LOOK, source[0].lower() + source[1:].rstrip(".")
    return PASS, "the slope and central differences agree wherever they were compared"


def scale(trial):
    """An ordinary mistake costs an ordinary number."""
    target = trial.targets[0]
    if trial.by_side or trial.by_probability:
        cost = float(trial.value(trial.at(np.array([0.0]), target)[0], target)[0])
        words = f"a prediction of {trial.here(0.0 if trial.by_side else 0.5)} costs {cost:.3g}"
    else:
        cost, twice = trial.value(target + trial.unit * np.array([1.0, 2.0]), target)
        words = f"an error of {trial.unit:g} costs {cost:.3g}, one of {2 * trial.unit:g} costs {twice:.3g}"
    if _MODEST[0] <= abs(cost) <= _MODEST[1]:
        return PASS, words
    return LOOK, f"{words}: mind the learning rate, and what else is added to it"


def shape(trial):
    """Convex, smooth, without jumps, as far as can be seen."""
    convex = True
    for target, predictions, places, _, values, _ in trial.rounds:
        size, shift = np.abs(values[np.isfinite(values)]).max(initial=0.0), predictions[0] - places[0]
        convex = convex and bool((np.diff(values, 2) >= -_EQUAL * size).all())

        def missed(x, y=target):
            """How far the rise of the loss is from what its slopes say."""
            slope = trial.slope(x, y)
            return np.abs(np.diff(trial.value(x, y)) - np.diff(x) * (slope[1:] + slope[:-1]) / 2)

        jump = _sharpest(missed, predictions, _EQUAL * size)
        if jump is not None:
            return FAIL, f"the loss jumps near {trial.here(jump - shift)}, and no slope tells of a jump"
    rounding = _EQUAL * np.abs(trial.slope(predictions, target)).max()
    kink = _sharpest(lambda x: np.abs(np.diff(trial.slope(x, target))), predictions, rounding)
    smooth = "smooth" if kink is None else f"with a kink near {trial.here(kink - shift)}"
    if convex:
        return PASS, f"convex in the prediction, {smooth}"
    return LOOK, f"not convex, {smooth}: a fit may have several valleys, so its start matters"


def _sharpest(changes, predictions, rounding):
    """Where the change is greatest, if a closer look finds most of it in one place."""
    coarse = changes(predictions)
    step = int(np.argmax(coarse >= (1 - _EQUAL) * coarse.max()))  # of equal ones the first, whatever rounding says
    if not coarse[step] > rounding:
        return None
    closer = np.linspace(predictions[step], predictions[step + 1], _FINE)
    fine = changes(closer)
    return float(closer[np.argmax(fine >= (1 - _EQUAL) * fine.max())]) if fine.max() > coarse[step] / 2 else None


def stability(trial):
    """Extremes give numbers too."""
    targets = [*trial.targets, 0.0, -2 * trial.unit] if trial.target == REAL else trial.targets
    for target in targets:
        predictions, places = trial.at(np.concatenate([_FAR, _TINY]), target)
        for what, of in (("loss", trial.value), ("slope", trial.slope)):
            numbers = of(predictions, target)
            for words, is_bad, verdict in (("not a number", np.isnan, FAIL), ("infinite", np.isinf, LOOK)):
                bad = places[is_bad(numbers)]
                if bad.size:
                    nearest = trial.here(bad[np.argmin(np.abs(bad))])
                    return verdict, f"the {what} is {words} at {nearest} for a target of {target:g}"
    reach = f"errors of {_FAR[-1] * trial.unit:g}" if trial.by_error else f"{trial.symbol} = {places.max():g}"
    return PASS, f"finite up to {reach}, and right at the target"


CLAUSES = {
    "one loss an example": one_loss_an_example,
    "no side effects": no_side_effects,
    "finite": finite,
    "right minimum": right_minimum,
    "useful slope": useful_slope,
    "gradient agrees": gradient_agrees,
    "scale": scale,
    "shape": shape,
    "stability": stability,
}
"""The clauses by name, in order; the first fails for a function that cannot be called at all."""
