"""Which positions of an explorer's controls a page holds: all combinations where they are few enough."""

import itertools
import math

import ipywidgets

FRAMES = 300  # about as many drawings as one explorer may have on a page
FEWEST = 11  # a slider with fewer positions than that jumps
_EVERY = (1, 2, 4, 5, 10, 20, 25, 50, 100, 200)  # positions that a reader can say aloud stay


class Control:
    """One control: its positions and what they are called, and at which of them it stands."""

    def __init__(self, spec, widget, value):
        self.name = spec.name
        self.label = spec.label
        self.slides = not isinstance(widget, ipywidgets.ToggleButtons)
        self.values = spec.positions()
        self.texts = _texts(widget, self.values)
        self.start = _nearest(self.values, value)
        self._step = getattr(spec, "step", None)

    def sparser(self):
        """Fewer and fewer places to keep: those at round values, both ends, and where the control stands."""
        always = {0, self.start, len(self.values) - 1}
        for every in _EVERY:
            yield [place for place in range(len(self.values)) if place in always or self._count(place) % every == 0]

    def _count(self, place):
        return round(self.values[place] / self._step) if self._step else place - self.start

    def record(self, kept):
        """The control as data for the page, with the places that are kept."""
        texts = [self.texts[place] for place in kept]
        start = kept.index(self.start)
        return {"label": self.label, "slides": self.slides, "texts": texts, "start": start, "of": len(self.values)}


def plan(explorer):
    """An explorer's controls, the places that each keeps, and whether its sliders combine or move one at a time.

    Choices, which are no sliders, keep all places and combine with everything.
    """
    named = explorer.values
    controls = [Control(spec, explorer.controls[name], named[name]) for name, spec in explorer.specs.items()]
    sliders = [control for control in controls if control.slides]
    room = FRAMES // math.prod(len(control.values) for control in controls if not control.slides)
    kept = _combined(sliders, room)
    together = kept is not None
    if not together:
        share = max(room // len(sliders), FEWEST)
        kept = [next(places for places in control.sparser() if len(places) <= share) for control in sliders]
    kept = dict(zip([control.name for control in sliders], kept, strict=True))
    return controls, [kept.get(control.name, list(range(len(control.values)))) for control in controls], together


def _combined(sliders, room):
    """The places that each slider keeps where all combine, or None if one of them would have too few."""
    sparser = [control.sparser() for control in sliders]
    kept = [next(places) for places in sparser]
    while math.prod(map(len, kept)) > room:
        longest = max(range(len(kept)), key=lambda number: len(kept[number]))
        kept[longest] = next(sparser[longest])
        if len(kept[longest]) < FEWEST:
            return None
    return kept


def combinations(controls, kept, together):
    """The combinations to draw, in a lasting order; each a tuple with the number of a kept place for each control."""
    numbers = [range(len(places)) for places in kept]
    if together:
        return list(itertools.product(*numbers))
    starts = [places.index(control.start) for control, places in zip(controls, kept, strict=True)]
    found = []
    for moved in (place for place, control in enumerate(controls) if control.slides):
        free = [
            numbers[place] if place == moved or not control.slides else (starts[place],)
            for place, control in enumerate(controls)
        ]
        found.extend(itertools.product(*free))
    return list(dict.fromkeys(found))


def _texts(widget, values):
    if isinstance(widget, ipywidgets.FloatSlider):
        return [format(value, widget.readout_format).replace("-", "−") for value in values]
    return [str(option[0] if isinstance(option, tuple) else option) for option in widget.options]


def _nearest(values, value):
    if value in values:
        return values.index(value)
    return min(range(len(values)), key=lambda place: abs(values[place] - value))
