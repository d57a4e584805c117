"""A figure of which a few artists move, and which can say in words what it shows."""

import contextlib

from matplotlib.figure import Figure

from . import style, svg

_ABOVE_ALL = 100  # z-order of the moving artists: overlay and full drawing agree only if nothing static lies above them


def new_figure(width, height):
    """A figure of this many CSS pixels, laid out so that nothing is cut off; it never enters pyplot."""
    figure = Figure(figsize=(width / svg.DPI, height / svg.DPI), dpi=svg.DPI, layout="constrained")
    figure.get_layout_engine().set(w_pad=8 / svg.DPI, h_pad=4 / svg.DPI)
    return figure


def new_axes(width=640, height=340):
    """Axes in a figure of their own, for the `plot_*` functions that are given none."""
    return new_figure(width, height).subplots()


class Scene:
    """A figure that is drawn once and then moved.

    A subclass draws in `build()` into `self.figure`, registers each artist that will change by `self.move(...)`, and
    changes them in `update(**values)`. `describe()` gives the text alternative and `readout()` the sentence below the
    picture, both with the numbers of the last update. The axes' limits stay as `build` leaves them. Where an update
    finds numbers that cannot be shown, it says so in `complaint`.
    """

    title = ""
    complaint = None
    size = (800, 330)  # CSS pixels; the page may shrink it

    def __init__(self):
        self.moving = []
        with style.house():
            self.figure = new_figure(*self.size)
            self.build()
            self.figure.draw_without_rendering()
            self.figure.set_layout_engine("none")  # the axes stay where they are, at any resolution
            for ax in self.figure.axes:  # the layout's solver leaves noise in the last digits, and clip ids would tell
                ax.set_position([round(edge, 6) for edge in ax.get_position(original=True).bounds])
                ax.apply_aspect()

    def build(self):
        """Draw everything into `self.figure`; the moving artists may be empty yet."""
        raise NotImplementedError

    def update(self, **values):
        """Move the moving artists to where these values put them."""
        raise NotImplementedError

    def describe(self):
        """What the picture shows now, with its numbers, for a reader who does not see it."""
        raise NotImplementedError

    def readout(self):
        """One or two short sentences with the numbers that the sliders change."""
        raise NotImplementedError

    def move(self, artist):
        """Register an artist that `update` changes, and return it."""
        artist.set_zorder(_ABOVE_ALL + len(self.moving))
        self.moving.append(artist)
        return artist

    @contextlib.contextmanager
    def at_rest(self):
        """The figure without its moving artists, for as long as this lasts."""
        shown = [artist for artist in self.moving if artist.get_visible()]
        for artist in shown:
            artist.set_visible(False)
        try:
            yield self.figure
        finally:
            for artist in shown:
                artist.set_visible(True)

    def background(self, salt):
        """The figure without its moving artists, as SVG elements."""
        with self.at_rest(), style.house():
            return svg.draw(self.figure, [self.figure], salt)

    def overlay(self, salt):
        """The moving artists alone, as SVG elements."""
        return svg.draw(self.figure, self.moving, salt)
