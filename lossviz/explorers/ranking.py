"""Scores of three items whose order is known, and the pairwise ranking loss."""

from ..figures.ranking import ITEMS, SCORE, STARTS, RankingScene
from .controls import Slider
from .explorer import Explorer


def ranking(**start):
    """The explorer of the pairwise ranking loss; `start` sets where its sliders begin."""
    controls = [
        Slider(item.lower(), f"score of {item}", SCORE.low, SCORE.high, SCORE.step, value, 1)
        for item, value in zip(ITEMS, STARTS, strict=True)
    ]
    controls.append(Slider("added", "added to every score", SCORE.low, SCORE.high, SCORE.step, SCORE.start, 1))
    explorer = Explorer(RankingScene(), controls, "ranking")
    explorer.set(**start)
    return explorer
