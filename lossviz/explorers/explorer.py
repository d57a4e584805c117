"""The engine: a scene, its controls, and between them one message a step that carries only what moves."""

import contextlib
import html
import itertools

import ipywidgets

from ..figures import picture, style, svg

_LIVE = itertools.count()  # tells apart the drawings of one page: see svg.draw
_SAME_CELL = ipywidgets.Layout(grid_area="1 / 1 / 2 / 2", margin="0", width="100%")

_READOUT = "padding:2px 8px;line-height:1.5;font-variant-numeric:tabular-nums"
_ALERT = f"{_READOUT};font-weight:bold;white-space:pre-wrap;border-left:4px solid {style.ACCENT}"


class Explorer:
    """Sliders and the figure they move.

    `controls` (name → widget), `set(**values)`, `values`, `description` (the picture's text alternative), `readout`
    (the sentence below it) and `error` (what is wrong with a learner's loss, or None) let a test or a learner drive
    it without a mouse. Display it as the last line of a cell.

    Parameters
    ----------
    scene : Scene
        What is drawn; it holds the numbers.
    controls : sequence of Slider or Choice
        The first is the main one: on paper its positions stand side by side.
    name : str
        A short name without spaces; drawings made twice from it are equal to the byte.

    Examples
    --------
    >>> from lossviz import explore, huber
    >>> explorer = explore(huber)
    >>> explorer.set(delta=2.0, error=3.0)
    >>> explorer.readout
    'error e = 3 · Huber loss: loss 4.000, slope +2.000'
    """

    def __init__(self, scene, controls, name):
        self.scene = scene
        self.name = name
        self.title = scene.title
        self.specs = {control.name: control for control in controls}
        self.controls = {control.name: control.widget() for control in controls}
        self.error = None
        self.readout = self.description = ""
        self._live = next(_LIVE)
        self._step = 0
        self._quiet = False
        self._background = ipywidgets.HTML(layout=_SAME_CELL)
        self._overlay = ipywidgets.HTML(layout=_SAME_CELL)
        for widget in self.controls.values():
            widget.observe(self._moved, names=["value"])
        self._background.value = svg.wrap(scene.figure, scene.background(f"{name}-{self._live}"))
        self._redraw()
        self.widget = self._lay_out()

    @property
    def values(self):
        """What the controls stand at, by name."""
        return {name: self.specs[name].tidy(widget.value) for name, widget in self.controls.items()}

    def set(self, **values):
        """Move controls to these values, drawing once; an unknown name or a value out of range is a `ValueError`."""
        for name in values:
            if name not in self.specs:
                raise ValueError(f"this explorer has no control {name!r}; it has {', '.join(self.specs)}")
        checked = {name: self.specs[name].check(value) for name, value in values.items()}
        self._quiet = True
        try:
            for name, value in checked.items():
                self.controls[name].value = value
        finally:
            self._quiet = False
        self._redraw()

    @property
    def overlay(self):
        """What the last step sent: the moving artists as SVG, and the readout."""
        return self._overlay.value

    def frames(self, control=None):
        """A background and one (value, overlay, readout, description) for each position of one control.

        For pages without a kernel: the other controls stay where they are, and equal explorers give equal bytes.
        """
        control = self.specs[control or next(iter(self.specs))]
        before = self.values
        figure = self.scene.figure
        background = svg.wrap(figure, svg.shorten(self.scene.background(self.name)))
        frames = []
        for number, value in enumerate(control.positions()):
            elements = self._draw(before | {control.name: value}, f"{self.name}-{control.name}-{number}")
            overlay = svg.wrap(figure, svg.shorten(elements), self.description)
            frames.append((value, overlay, self.readout, self.description))
        self._redraw()
        return background, frames

    def frame(self, **values):
        """The moving artists as SVG elements, the readout and the description at these values; no control moves.

        All frames of an explorer share their ids, so a page shows one at a time. `set()` ends a series of them: the
        figure then agrees with the controls again.
        """
        elements = self._draw(self.values | values, f"{self.name}-frame")
        return elements, self.readout, self.description

    def _moved(self, _change):
        if not self._quiet:
            self._redraw()

    def _redraw(self):
        self._step += 1
        elements = self._draw(self.values, f"{self.name}-{self._live}-{self._step}")
        role, look = ("alert", _ALERT) if self.error else ("status", _READOUT)
        below = f'<div role="{role}" style="{look}">{html.escape(self.readout)}</div>'
        self._overlay.value = svg.wrap(self.scene.figure, elements, self.description) + below

    def _draw(self, values, salt):
        """The moving artists at these values; readout, description and error are set along the way."""
        scene = self.scene
        try:
            with svg.settings():
                scene.update(**values)
            self.readout, self.description = scene.readout(), scene.describe()
            elements = scene.overlay(salt)
            self.error = scene.complaint
        except Exception as error:  # a learner's own loss may raise anything; the sliders must go on working
            self.error = f"{type(error).__name__}: {error}"
            self.description = self.title
            elements = ""
        if self.error:
            self.readout = self.error
            self.description = f"{self.description} {self.error}."
        return elements

    def _lay_out(self):
        width = f"{self.scene.size[0]}px"
        controls = ipywidgets.Box(
            list(self.controls.values()), layout=ipywidgets.Layout(flex_flow="row wrap", max_width=width)
        )
        picture = ipywidgets.GridBox(
            [self._background, self._overlay],
            layout=ipywidgets.Layout(
                width="100%", max_width=width, grid_template_columns="100%", align_items="flex-start"
            ),
        )
        return ipywidgets.VBox([controls, picture])

    def __repr__(self):
        listed = ", ".join(f"{name} = {value}" for name, value in self.values.items())
        return f"Explorer: {self.title} ({listed})"

    def _repr_mimebundle_(self, include=None, exclude=None):
        drawable = self.error is None or self.error == self.scene.complaint
        with contextlib.nullcontext() if drawable else self.scene.at_rest():
            data, metadata = picture.bundle(self.scene.figure, self.description, repr(self))
        data["application/vnd.jupyter.widget-view+json"] = {
            "version_major": 2,
            "version_minor": 0,
            "model_id": self.widget.model_id,
        }
        return data, metadata
