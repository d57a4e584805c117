"""Anchor, positive and negative in the plane: the triplet loss, where it is 0, and how it pulls."""

import numpy as np

from ..losses import triplet
from . import style
from .axis import Span
from .scene import Scene

ACROSS = Span(-3.0, 3.0, 0.1, 1.6)
UP = Span(-2.0, 2.0, 0.1, 1.0)
MARGIN = Span(0.0, 2.0, 0.05, 1.0)

_POSITIVE_UP = -0.8
_ARROW = 0.6  # length of a pull of 1
_FARTHEST = 5.6
_ROUND = np.linspace(0, 2 * np.pi, 73)


class TripletPointsScene(Scene):
    """Three points with their pulls and the disc in which a negative costs; beside it the loss over its distance."""

    title = "Nearer and farther: the triplet loss"
    size = (800, 370)

    def build(self):
        left, right = self.figure.subplots(1, 2, width_ratios=(1.45, 1))
        self._build_plane(left)
        self._build_loss(right)

    def _build_plane(self, ax):
        ax.set_title("A negative in the shaded disc still costs")
        ax.set_xlim(-3.7, 3.7)
        ax.set_ylim(-2.7, 2.7)
        ax.set_aspect("equal", anchor="N")
        ax.set_xlabel("first coordinate")
        ax.set_ylabel("second coordinate")
        self.disc = self.move(ax.fill([np.nan], [np.nan], color=style.ACCENT, alpha=0.13, linewidth=0)[0])
        self.rim = self.move(ax.plot([], [], color=style.MUTED, linewidth=1.2, linestyle=style.DASHES[1])[0])
        pulls = {"angles": "xy", "scale_units": "xy", "scale": 1 / _ARROW, "width": 0.009}
        colours = [style.PALETTE[2], style.PALETTE[1], style.INK]
        self.pulls = self.move(ax.quiver(*np.zeros((4, 3)), color=colours, **pulls))
        look = {"linestyle": "none", "markersize": 11, "markeredgecolor": "white"}
        self.anchor = self.move(ax.plot([0.0], [0.0], "s", color=style.INK, **look)[0])
        self.positive = self.move(ax.plot([], [], "o", color=style.PALETTE[2], **look)[0])
        self.negative = self.move(ax.plot([], [], "D", color=style.PALETTE[1], **look)[0])
        handles = [self.anchor, self.positive, self.negative, self.rim]
        names = ["anchor", "positive: alike", "negative: not alike", "as far as the positive"]
        self.figure.legend(handles, names, loc="outside upper left", ncols=4)

    def _build_loss(self, ax):
        ax.set_title("Loss over the negative's distance")
        ax.set_xlabel("distance d⁻ of the negative")
        ax.set_ylabel("loss ℓ")
        ax.set_xlim(-0.1, _FARTHEST)
        ax.set_ylim(-0.15, _FARTHEST)
        self.line = self.move(ax.plot([], [], **style.of(triplet))[0])
        self.cursor = self.move(ax.axvline(np.nan, color=style.CURSOR, linewidth=1, linestyle=":"))
        self.dot = self.move(ax.plot([], [], "o", markersize=9, markeredgecolor="white", color=style.CURSOR)[0])

    def update(self, *, negative_x, negative_y, positive_x, margin):
        self.margin = margin
        points = np.array([(positive_x, _POSITIVE_UP), (negative_x, negative_y)])
        self.points = points
        self.distances = np.hypot(*points.T)
        self.loss = float(triplet(*self.distances, margin=margin))
        self.slopes = np.array(triplet.gradient(*self.distances, margin=margin))
        # A distance grows fastest along the line from the anchor; on the anchor itself no direction is the one.
        ways = points / np.where(self.distances == 0, 1.0, self.distances)[:, None]
        pulls = -self.slopes[:, None] * ways
        self.pulls.set_offsets([*points, (0.0, 0.0)])
        self.pulls.set_UVC(*np.vstack([pulls, -pulls.sum(axis=0)]).T)
        circle = np.column_stack([np.cos(_ROUND), np.sin(_ROUND)])
        self.disc.set_xy((self.distances[0] + margin) * circle)
        self.rim.set_data(*(self.distances[0] * circle[::2]).T)
        self.positive.set_data(*points[:1].T)
        self.negative.set_data(*points[1:].T)
        corners = np.array([0.0, self.distances[0] + margin, _FARTHEST])
        self.line.set_data(corners, triplet(np.full(3, self.distances[0]), corners, margin=margin))
        self.cursor.set_xdata([self.distances[1], self.distances[1]])
        self.dot.set_data([self.distances[1]], [self.loss])

    def describe(self):
        (px, py), (nx, ny) = self.points
        return (
            f"Left, an anchor at (0, 0), a positive at ({px:g}, {py:g}) and a negative at ({nx:g}, {ny:g}), with a "
            f"disc of radius d⁺ + margin = {self.distances[0] + self.margin:.2f} around the anchor in which a negative "
            f"costs. {self._pulls_in_words()} Right, the loss over the negative's distance, falling to 0 at the "
            f"disc's radius. At margin {self.margin:g} and the distances {self.distances[0]:.2f} and "
            f"{self.distances[1]:.2f} the loss is {self.loss:.3f}."
        )

    def _pulls_in_words(self):
        if self.loss == 0:
            return "No arrow: nothing is pulled."
        return "Arrows pull the positive to the anchor, the negative away from it, and the anchor along."

    def readout(self):
        (px, _), (nx, ny) = self.points
        near, far = self.distances
        return (
            f"positive at x = {px:g}: d⁺ = {near:.2f} · negative at ({nx:g}, {ny:g}): d⁻ = {far:.2f} · ℓ = max(0, "
            f"{near:.2f} − {far:.2f} + {self.margin:g}) = {self.loss:.3f} · slopes {self.slopes[0]:+g} in d⁺ and "
            f"{self.slopes[1]:+g} in d⁻"
        )
