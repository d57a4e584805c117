"""One logit walks from −1000 to 1000: what four ways to write the cross-entropy make of it, in float32 and float64."""

import numpy as np

from ..losses import sparse_categorical_crossentropy_from_logits
from . import style
from .scene import Scene
from .written_forms import DTYPES, FORMS, compute, exact, first_failure

_AWAY = [*range(1, 20), *range(20, 40, 2), *range(40, 88, 5), 88, 89, 95, 103, 104, *range(120, 181, 20)]
_AWAY += [*range(200, 701, 50), 709, 710, 745, 746, 800, 900, 1000]
WALK = (*(-float(z) for z in reversed(_AWAY)), 0.0, *map(float, _AWAY))
"""Where the logit stops: close to each other near 0, and on both sides of where an exponential leaves its range."""

_LOST = {"float32": 24, "float64": 53}  # an error of two to that power, in ulp, is as large as the number itself

# The panels are linear in heights and places computed here, which is faster to draw than Matplotlib's scales.
_NAN, _INF, _ZERO = 2.75, 2.15, -6.6  # rows that stand for no number: see `_height`
_STOPS = (-1000, -100, -10, 0, 10, 100, 1000)
_SHOWN = (1e3, 1.0, 1e-1, 1e-3, 1e-10, 1e-30, 1e-100, 1e-300)
_LEAST_ERROR, _NO_ANSWER = 0.1, 1e19
_FLAT, _JUMP = 0.01, 0.5  # in heights: what no eye sees, and what is a change of row


def _height(values):
    """Where a number stands in the upper panels: its size by a logarithm of its logarithm, which reaches 1e-300."""
    values = np.asarray(values, dtype=float)
    size = np.abs(values)
    with np.errstate(all="ignore"):
        power = np.log10(size)
        height = np.copysign(np.log1p(np.abs(power)), power)
    return np.where(np.isnan(values), _NAN, np.where(np.isinf(values), _INF, np.where(size == 0, _ZERO, height)))


def _along(z):
    """Where a logit stands on the x-axis: even steps near 0, even factors far out."""
    return np.arcsinh(np.asarray(z, dtype=float) / 10)


def _heights(result):
    """Where a result stands in the upper panel and in the lower one."""
    return {"value": _height(result.values), "error": np.log10(np.clip(result.errors, _LEAST_ERROR, _NO_ANSWER))}


def _failures(form, dtype, which, failed):
    """The logits nearest to 0, on the left and on the right, where a form gives no number of any use, or None."""
    found = []
    for side in (-1, 1):
        walk = sorted(range(len(WALK)), key=lambda place: abs(WALK[place]))
        walk = [place for place in walk if WALK[place] * side >= 0]
        first = int(np.argmax(failed[walk]))
        ends = [WALK[place] for place in walk[first - 1 : first + 1]]
        found.append(first_failure(form, dtype, which, *ends) if failed[walk].any() else None)
    return found


def _line(x, heights, shown, breaks=False):
    """A line through the points that are shown, without those on the way from one to another.

    With `breaks` it has a gap where it would change rows.
    """
    cuts = ~shown[1:] | ~shown[:-1] | (breaks & (np.abs(np.diff(heights)) > _JUMP))
    runs = np.split(np.arange(len(x)), np.flatnonzero(cuts) + 1)
    pieces = [piece for run in runs if shown[run[0]] for piece in (run[_corners(x[run], heights[run])], [-1])]
    places = np.concatenate(pieces or [[-1]]).astype(int)
    gap = places < 0
    return np.where(gap, np.nan, x[places]), np.where(gap, np.nan, heights[places])


def _corners(x, heights):
    """The places that a line must go through so that it passes all others closely."""
    kept, last = [0], len(x) - 1
    while kept[-1] < last:
        start = kept[-1]
        end = start + 1
        while end < last and _on_the_way(x[start : end + 2], heights[start : end + 2]):
            end += 1
        kept.append(end)
    return kept


def _on_the_way(x, heights):
    way = heights[0] + (x - x[0]) * (heights[-1] - heights[0]) / (x[-1] - x[0])
    return np.abs(heights - way).max() < _FLAT


class StabilityScene(Scene):
    """Loss and slope of one logit's walk above, their errors in ulp below, for one way to write them and one dtype."""

    title = "A logit walks to ±1000: which way to write the loss survives?"
    size = (800, 450)

    def __init__(self):
        self.x = _along(WALK)
        self.results = {(form, dtype): compute(form, dtype, WALK) for form in FORMS for dtype in DTYPES}
        self.failures = {
            key: [_failures(*key, which, result.failed) for which, result in enumerate(pair)]
            for key, pair in self.results.items()
        }
        self.heights = {key: [_heights(result) for result in pair] for key, pair in self.results.items()}
        self.lines = {}
        for key, pair in self.results.items():
            self.lines[key] = [self._lines(*both) for both in zip(pair, self.heights[key], strict=True)]
        super().__init__()

    def build(self):
        grid = self.figure.subplots(2, 2, sharex=True, sharey="row", height_ratios=(1.45, 1))
        self.colour = style.of(sparse_categorical_crossentropy_from_logits)["color"]
        truths = np.array([[float(number) for number in exact(z)] for z in WALK]).T
        names = ("Loss ℓ = −log p of the true class", "Size of the slope |dℓ/dz|")
        self.parts = []
        for (above, below), truth, name in zip(grid.T, truths, names, strict=True):
            self._build_values(above, truth, name)
            self._build_errors(below)
            self.parts.append(self._moving(above, below))
        grid[0, 0].text(_along(-1000), -3.2, "sure and\nwrong", color=style.MUTED)
        grid[0, 0].text(_along(1000), 0.45, "sure and\nright", color=style.MUTED, ha="right")
        grid[1, 0].set_ylabel("error in ulp")
        for name, power in _LOST.items():
            height = (power - 2) * np.log10(2)
            grid[1, 0].text(_along(-1100), height, f"no digit right in {name}", color=style.MUTED, va="top", size=10)

    def _build_values(self, ax, truth, name):
        ax.set_title(name)
        ax.set_xlim(*_along([-1200, 1200]))
        ax.set_ylim(_ZERO - 0.5, _NAN + 0.4)
        ax.set_yticks([_NAN, _INF, *_height(_SHOWN), _ZERO])
        ax.set_yticklabels(["nan", "inf", *(f"{number:g}" for number in _SHOWN), "0"], size=10)
        ax.plot(self.x, np.where(truth == 0, np.nan, _height(truth)), color="#b9c2cc", linewidth=7)

    def _build_errors(self, ax):
        ax.set_xlabel("logit z of the true class (the other logit is 0)")
        ax.set_xticks(_along(_STOPS), [f"{z:g}".replace("-", "−") for z in _STOPS])
        ax.set_yticks(np.log10([_LEAST_ERROR, 1e4, 1e8, 1e12, 1e16, _NO_ANSWER]))
        ax.set_yticklabels(["≤ 0.1", "1e4", "1e8", "1e12", "1e16", "∞"], size=10)
        ax.set_ylim(np.log10(_LEAST_ERROR) - 0.8, np.log10(_NO_ANSWER) + 1.5)
        for power in _LOST.values():
            ax.axhline(power * np.log10(2), color=style.MUTED, linewidth=1, linestyle=(0, (4, 3)))

    def _moving(self, above, below):
        parts = {}
        for name, ax in (("value", above), ("error", below)):
            parts[name] = self.move(ax.plot([], [], color=self.colour, linewidth=2)[0])
            parts[f"failed {name}"] = self.move(ax.plot([], [], color=style.ACCENT, linewidth=4.5)[0])
        look = {"color": style.CURSOR, "linewidth": 1, "linestyle": ":", "marker": "o", "markersize": 8}
        for name, ax in (("value", above), ("error", below)):
            parts[f"cursor {name}"] = self.move(ax.plot([], [], markevery=[1], **look)[0])
        return parts

    def _lines(self, result, heights):
        """The drawn lines of a result: where it is a number and where it is not."""
        lines = {}
        for name, each in heights.items():
            lines[name] = _line(self.x, each, ~result.failed)
            lines[f"failed {name}"] = _line(self.x, each, result.failed, breaks=True)
        return lines

    def update(self, *, logit, form, dtype):
        self.logit, self.form, self.dtype = logit, form, dtype
        self.place = WALK.index(logit)
        self.pair = self.results[form, dtype]
        for number, (parts, result) in enumerate(zip(self.parts, self.pair, strict=True)):
            for name, line in self.lines[form, dtype][number].items():
                parts[name].set_data(*line)
            colour = style.ACCENT if result.failed[self.place] else style.CURSOR
            for name, heights in self.heights[form, dtype][number].items():
                cursor = parts[f"cursor {name}"]
                cursor.set_data([self.x[self.place]] * 3, [-100, heights[self.place], 100])
                cursor.set_color(colour)

    def describe(self):
        return (
            f"Four panels over the logit z of the true class from −1000 to 1000, the other logit being 0. Above, the "
            f"computed loss and the size of its slope over a pale band that is the exact answer; below, their errors "
            f"in units in the last place. Written as {self.form} in {self.dtype}, at z = {self.logit:g}: "
            f"{self._in_words()}. {self._failures_in_words()}."
        )

    def readout(self):
        return f"{self.form}, {self.dtype}, z = {self.logit:g} · {self._in_words()} · {self._failures_in_words()}"

    def _in_words(self):
        return ", ".join(
            f"{name} {self._number(result)}" for name, result in zip(("loss", "slope"), self.pair, strict=True)
        )

    def _number(self, result):
        value, error = result.values[self.place], result.errors[self.place]
        wrong = "no answer" if np.isinf(error) else f"off by {error:.2g} ulp" if error >= _LEAST_ERROR else "right"
        return f"{value + 0.0:.6g} ({wrong})"  # a zero without its sign

    def _failures_in_words(self):
        """Where the loss and the slope first fail to be a number of any use, on either side."""
        said = []
        for name, (low, high) in zip(("loss", "slope"), self.failures[self.form, self.dtype], strict=True):
            places = [f"below {low:g}" if low else "", f"above {high:g}" if high else ""]
            places = " and ".join(filter(None, places))
            said.append(f"{name} {places}" if places else f"{name} nowhere")
        return "fails (inf, nan or a false 0): " + ", ".join(said)
