"""Three points that the learner moves, and the triplet loss between them."""

from ..figures.triplet_points import ACROSS, MARGIN, UP, TripletPointsScene
from .controls import Slider
from .explorer import Explorer


def triplet_points(**start):
    """The explorer of the triplet loss in the plane; `start` sets where its sliders begin."""
    controls = [
        Slider("negative_x", "negative, across", ACROSS.low, ACROSS.high, ACROSS.step, ACROSS.start, 1),
        Slider("negative_y", "negative, up", UP.low, UP.high, UP.step, UP.start, 1),
        Slider("positive_x", "positive, across", ACROSS.low, ACROSS.high, ACROSS.step, -1.2, 1),
        Slider("margin", "margin", MARGIN.low, MARGIN.high, MARGIN.step, MARGIN.start),
    ]
    explorer = Explorer(TripletPointsScene(), controls, "triplet_points")
    explorer.set(**start)
    return explorer
