"""A panda and an armadillo, drawn from a few shapes each, so that the course needs no photographs."""

import numpy as np
from matplotlib.offsetbox import AnnotationBbox, DrawingArea
from matplotlib.patches import Circle, Ellipse, PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from . import style
from .scene import new_figure

_BLACK, _WHITE, _CHEEK = "#22252a", "#ffffff", "#f3c9c9"
_SHELL, _BAND, _SKIN, _BELLY = "#b08d6a", "#7a5c3e", "#d6b796", "#c4a27f"
_GRASS = "#7fa36b"


def panda():
    """The shapes of a panda's face in a square from 0 to 1, back to front."""
    shapes = [Circle((at, 0.80), 0.145, facecolor=_BLACK) for at in (0.20, 0.80)]
    shapes += [Ellipse((0.5, 0.47), 0.86, 0.78, facecolor=_WHITE, edgecolor=_BLACK, linewidth=1.6)]
    for side in (-1, 1):
        shapes += [
            Ellipse((0.5 + side * 0.2, 0.52), 0.2, 0.29, angle=side * 38, facecolor=_BLACK),
            Circle((0.5 + side * 0.18, 0.545), 0.052, facecolor=_WHITE),
            Circle((0.5 + side * 0.165, 0.54), 0.03, facecolor=_BLACK),
            Ellipse((0.5 + side * 0.29, 0.31), 0.15, 0.09, facecolor=_CHEEK),
        ]
    shapes += [Ellipse((0.5, 0.37), 0.15, 0.095, facecolor=_BLACK)]
    mouth = [(0.5, 0.33), (0.5, 0.24), (0.39, 0.22), (0.36, 0.28), (0.5, 0.33), (0.5, 0.24), (0.61, 0.22), (0.64, 0.28)]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3] * 2
    return [*shapes, PathPatch(Path(mouth, codes), facecolor="none", edgecolor=_BLACK, linewidth=1.6)]


def armadillo():
    """The shapes of an armadillo in profile in a square from 0 to 1, back to front."""
    shapes = [Ellipse((0.5, 0.16), 0.96, 0.06, facecolor=_GRASS, alpha=0.45)]
    tail = [(0.18, 0.40), (0.06, 0.34), (0.02, 0.22), (0.10, 0.17), (0.10, 0.24), (0.14, 0.28), (0.26, 0.27)]
    shapes += [_curved(tail, _BELLY)]
    shapes += [Ellipse((at, 0.22), 0.10, 0.16, facecolor=_BELLY, edgecolor=_BAND) for at in (0.27, 0.37, 0.56, 0.66)]
    head = [(0.68, 0.50), (0.80, 0.56), (0.93, 0.38), (0.985, 0.27), (0.93, 0.22), (0.82, 0.24), (0.68, 0.30)]
    shapes += [_curved(head, _SKIN)]
    shapes += [Ellipse((0.75, 0.57), 0.075, 0.20, angle=-12, facecolor=_SKIN, edgecolor=_BAND)]
    shapes += [Circle((0.845, 0.395), 0.021, facecolor=_BLACK), Circle((0.965, 0.262), 0.026, facecolor=_BLACK)]
    shapes += [_shell()]
    return [*shapes, *_bands()]


def _shell():
    turn = np.linspace(0, np.pi, 40)
    dome = np.column_stack([0.45 + 0.33 * np.cos(turn), 0.27 + 0.47 * np.sin(turn)])
    return Polygon(dome, facecolor=_SHELL, edgecolor=_BAND, linewidth=1.6)


def _bands():
    """Bands across the shell: arcs that bulge backwards, as seen from the side."""
    bands = []
    for at in np.linspace(-0.62, 0.62, 7):
        foot, top = 0.45 + 0.33 * at, 0.27 + 0.47 * np.sqrt(1 - at**2)
        curve = Path([(foot, 0.285), (foot - 0.05, (0.27 + top) / 2), (foot, top - 0.01)], [1, 3, 3])
        bands.append(PathPatch(curve, facecolor="none", edgecolor=_BAND, linewidth=1.6))
    return bands


def _curved(points, colour):
    """A closed shape whose outline runs smoothly through the middles between the points."""
    points = np.asarray(points)
    middles = (points + np.roll(points, -1, axis=0)) / 2
    vertices = [middles[-1]]
    for point, middle in zip(points, middles, strict=True):
        vertices += [point, middle]
    codes = [Path.MOVETO] + [Path.CURVE3] * (len(vertices) - 1)
    return PathPatch(Path(vertices, codes), facecolor=colour, edgecolor=_BAND, linewidth=1.2)


SHAPES = (armadillo, panda)
"""The animals of the labels 0 and 1."""


def place(ax, animal, at, size, coordinates="data"):
    """Put an animal, `size` CSS pixels wide, with its middle at this place of the axes, whatever their aspect."""
    area = DrawingArea(size, size)
    for shape in animal():
        shape.set_linewidth(shape.get_linewidth() * size / 80 if shape.get_edgecolor()[3] else 0)
        shape.set_transform(Affine2D().scale(size) + area.get_transform())
        area.add_artist(shape)
    box = AnnotationBbox(area, at, xycoords=coordinates, frameon=False, pad=0, annotation_clip=False)
    box.set_in_layout(False)
    return ax.add_artist(box)


def plot_animals(size=140):
    """A figure of a panda and an armadillo side by side with their labels; return its axes."""
    with style.house():
        ax = new_figure(640, size + 50).subplots()
        ax.set_axis_off()
        ax.set_xlim(0, 2)
        ax.set_ylim(0, 1)
        for middle, label in ((0.5, 1), (1.5, 0)):
            place(ax, SHAPES[label], (middle, 0.56), size)
            ax.text(middle, 0.0, f"{SHAPES[label].__name__}, y = {label}", ha="center", va="bottom")
    return ax
