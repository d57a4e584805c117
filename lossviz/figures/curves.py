"""A loss on the left, its gradient on the right, over one axis, with a cursor on both."""

import numpy as np

from . import style
from .axis import axis_of
from .scene import Scene, new_axes

_BESIDE = 1e-9  # how far on either side of a kink the slope is read, as a share of the axis
_SLIDER_ROOM = 4.0  # how far beyond the first curve the limits may go for the sake of the sliders' ends
_RUNS_OFF = 6.0  # a curve that exceeds its upper quartile this many times runs off to infinity, and is cut there


def curve(loss, axis, values, tunables, cursor=None):
    """Places, losses and gradients along the axis, with a gap in the gradient wherever the slope jumps.

    With a `cursor` also the loss and the slope there, from the same call: a call costs more than a point.
    """
    x = axis.grid()
    kinks = _inside(axis, loss.kinks(*axis.others(values), **tunables))
    if kinks:
        beside = _BESIDE * (axis.span.high - axis.span.low)
        x = np.sort(np.concatenate([x, *([k - beside, k, k + beside] for k in kinks)]))
    value, slope = value_and_slope(loss, axis, x if cursor is None else np.append(x, cursor), values, tunables)
    there = (float(value[-1]), float(slope[-1]))
    value, slope = value[: x.size], slope[: x.size]
    return x, value, np.where(np.isin(x, kinks), np.nan, slope) if kinks else slope, there


def value_and_slope(loss, axis, x, values, tunables):
    """The loss and its slope in the argument that the axis moves, at `x`."""
    arguments = axis.arguments(x, values)
    slope = loss.gradient(*arguments, **tunables)
    return loss(*arguments, **tunables), slope[0] if isinstance(slope, tuple) else slope


def _inside(axis, places):
    return [place for place in places if axis.span.low < place < axis.span.high]


def plot_loss(loss, *, ax=None, **tunables):
    """Draw the loss over its axis into `ax` (a new figure's where none is given) and return the axes."""
    return _plot(loss, ax, tunables, gradient=False)


def plot_gradient(loss, *, ax=None, **tunables):
    """Draw the gradient over the loss's axis into `ax` (a new figure's where none is given) and return the axes."""
    return _plot(loss, ax, tunables, gradient=True)


def _plot(loss, ax, tunables, gradient):
    with style.house():
        ax = new_axes() if ax is None else ax
        axis = axis_of(loss)
        values = {name: span.start for name, span in axis.held.items()}
        x, value, slope, _ = curve(loss, axis, values, _defaults(loss) | tunables)
        ax.plot(x, slope if gradient else value, label=loss.title, **style.of(loss))
        ax.set_xlabel(axis.label)
        ax.set_ylabel(_slope_name(axis) if gradient else "loss ℓ")
    return ax


def _defaults(loss):
    return {name: fact.default for name, fact in loss.tunables.items()}


def _slope_name(axis):
    return f"slope dℓ/d{axis.symbol}"


class CurveScene(Scene):
    """The curves of a loss and others beside it, with a cursor that reads value and slope."""

    size = (800, 340)

    def __init__(self, loss, others=()):
        self.loss = loss
        self.others = tuple(others)
        self.axis = axis_of(loss)
        self.title = " beside ".join([loss.title, ", ".join(o.title for o in self.others)]) if others else loss.title
        super().__init__()

    def build(self):
        left, right = self.figure.subplots(1, 2)
        self.panels = (left, right)
        axis = self.axis
        room = 0.02 * (axis.span.high - axis.span.low)  # for half a dot at the ends
        for ax, title in ((left, "Loss ℓ"), (right, f"Its slope dℓ/d{axis.symbol}")):
            ax.set_title(title)
            ax.set_xlabel(axis.label)
            ax.set_xlim(axis.span.low - room, axis.span.high + room)
            ax.axhline(0, color=style.MUTED, linewidth=1)
        if axis.span.low < 0 < axis.span.high:
            right.axvline(0, color=style.MUTED, linewidth=0.8)
        self._set_limits()
        self.marks = [self.move(_mark_line(ax)) for ax in self.panels]
        self.lines = {}
        self.own = [each for each in (self.loss, *self.others) if style.of(each) == style.OWN]
        for other in reversed(self.others):
            self.lines[other] = self._pair(other, linewidth=1.8)
        self.lines[self.loss] = self._pair(self.loss, linewidth=3)
        self.fixed = [other for other in self.others if not self._moves(other)]
        for other in self.fixed:
            self._draw(other, self._start())
        for other in (self.loss, *self.others):
            if other not in self.fixed:
                for line in self.lines[other]:
                    self.move(line)
        self.stem = self.move(right.plot([], [], color=style.ACCENT, linewidth=3)[0])
        self.tangent = self.move(left.plot([], [], color=style.ACCENT, linewidth=2.2)[0])
        self.cursors = [
            self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":")) for ax in self.panels
        ]
        self.dots = [
            self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])
            for ax in self.panels
        ]
        handles = [self.lines[other][0] for other in (self.loss, *self.others)]
        labels = [other.title for other in (self.loss, *self.others)]
        self.figure.legend(handles, labels, loc="outside upper left", ncols=4, handlelength=3)

    def _pair(self, loss, linewidth):
        look = style.of(loss)
        if loss in self.own:  # several losses of a learner's own share a colour, not a line style
            look["linestyle"] = style.DASHES[self.own.index(loss) % len(style.DASHES)]
        return [ax.plot([], [], linewidth=linewidth, **look)[0] for ax in self.panels]

    def _start(self):
        return _defaults(self.loss) | {name: span.start for name, span in self.axis.held.items()}

    def _moves(self, other):
        """Whether a slider of this figure changes the other loss's curve too."""
        return bool(self.axis.held) or bool(self._sliding(other))

    def _sliding(self, other):
        return [name for name in other.tunables if name in self.loss.tunables]

    def _tunables(self, other, values):
        shared = {name: values[name] for name in self._sliding(other) if name in values}
        return _defaults(other) | shared

    def _draw(self, other, values, cursor=None):
        x, value, slope, there = curve(other, self.axis, values, self._tunables(other, values), cursor)
        loss_line, slope_line = self.lines[other]
        loss_line.set_data(x, value)
        slope_line.set_data(x, slope)
        return there

    def _set_limits(self):
        """Limits that hold the loss as it starts, with room for what the ends of the sliders make of it."""
        start = self._start()
        settings = [start]
        for name, fact in self.loss.tunables.items():
            settings += [start | {name: end} for end in (getattr(fact, "slider", None) or ())]
        for name, span in self.axis.held.items():
            settings += [start | {name: end} for end in (span.low, span.high)]
        losses, slopes = [], []
        for values in settings:
            try:
                _, value, slope, _ = curve(self.loss, self.axis, values, self._tunables(self.loss, values))
            except Exception:  # a learner's own loss may fail here; the explorer reports it when it draws
                continue
            losses.append(value)
            slopes.append(slope)
        for ax, drawn in zip(self.panels, (losses, slopes), strict=True):
            ax.set_ylim(*_limits(drawn))

    def update(self, **values):
        axis, cursor = self.axis, values[self.axis.quantity]
        tunables = self._tunables(self.loss, values)
        self.values, self.cursor = values, cursor
        for other in self.others:
            if other not in self.fixed:
                self._draw(other, values)
        self.value, self.slope = self._draw(self.loss, values, cursor)
        broken = np.isnan(self.value) or np.isnan(self.slope)
        self.complaint = f"{self.loss.title} is nan at {axis.symbol} = {cursor:g}" if broken else None
        for line, dot, height in zip(self.cursors, self.dots, (self.value, self.slope), strict=True):
            line.set_xdata([cursor, cursor])
            dot.set_data([cursor], [height])
        self.stem.set_data([cursor, cursor], [0, self.slope])
        reach = 0.12 * (axis.span.high - axis.span.low)
        self.tangent.set_data(
            [cursor - reach, cursor + reach], [self.value - self.slope * reach, self.value + self.slope * reach]
        )
        others = axis.others(values)
        places = [float(p) for marks in (self.loss.kinks, self.loss.joins) for p in marks(*others, **tunables)]
        for line in self.marks:
            line.set_data(np.repeat(places, 3), np.tile([0, 1, np.nan], len(places)))

    def _read(self, loss):
        value, slope = value_and_slope(loss, self.axis, self.cursor, self.values, self._tunables(loss, self.values))
        return float(value), float(slope)

    def describe(self):
        axis, loss = self.axis, self.loss
        sliders = "".join(
            f", {name} = {self.values[name]}" for name in (*loss.tunables, *axis.held) if name in self.values
        )
        beside = f" Drawn for comparison: {', '.join(o.title for o in self.others)}." if self.others else ""
        return (
            f"Two panels over the {axis.label} from {axis.span.low:g} to {axis.span.high:g}: left the "
            f"{loss.title}{sliders}, right its slope. At {axis.symbol} = {self.cursor:.4g} the loss is "
            f"{self.value:.4g} and the slope {self.slope:+.4g}.{beside}"
        )

    def readout(self):
        read = {self.loss: (self.value, self.slope)} | {other: self._read(other) for other in self.others}
        losses = [f"{loss.title}: loss {value:.3f}, slope {slope:+.3f}" for loss, (value, slope) in read.items()]
        return " · ".join([f"{self.axis.label} = {self.cursor:.4g}", *losses])


def _say(value):
    return f"{value:g}" if isinstance(value, float) else str(value)


def _mark_line(ax):
    (line,) = ax.plot(
        [], [], color=style.MUTED, linewidth=1.1, linestyle=(0, (2, 2)), transform=ax.get_xaxis_transform()
    )
    return line


def _limits(curves):
    """Limits for several curves of which the first matters most; what runs off to infinity is cut."""
    finite = [c[np.isfinite(c)] for c in curves]
    finite = [c for c in finite if c.size]
    if not finite:
        return 0.0, 1.0
    first = np.abs(finite[0])
    usual = _RUNS_OFF * np.quantile(first, 0.75)
    cap = (_SLIDER_ROOM * first.max() if first.max() <= usual else usual) or 1.0
    low = max(min(0.0, *(c.min() for c in finite)), -cap)
    high = min(max(0.0, *(c.max() for c in finite)), cap)
    room = 0.06 * ((high - low) or 1.0)
    return low - room, high + room
