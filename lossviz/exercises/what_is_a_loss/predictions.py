"""Predictions before the explorers of notebook 01."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="01-bar",
        answer="a",
        wrong=(
            Wrong("b", "A higher bar finds fewer pandas, never more."),
            Wrong("c", "One of the two pays for the other."),
        ),
        reveal="What passes a higher bar is a panda more often: precision rises, from 0.86 to "
        "0.97. But fewer pandas pass: recall falls, from 0.92 to 0.52.",
    ),
    Prediction(
        key="01-nudge",
        answer=0,
        within=0.5,
        wrong=(Wrong(1, "At some weights one picture changes sides, but most nudges move none."),),
        reveal="Mostly none: accuracy stays exactly where it is, and tells no direction. The costs change with "
        "every nudge.",
    ),
    Prediction(
        key="01-nine-or-eight",
        answer="a",
        wrong=(Wrong("b", "Accuracy cannot see how sure a mistake was made; a cost can."),),
        reveal="It can: one mistake made with great confidence costs more than two made by a hair.",
    ),
    Prediction(
        key="01-unseen",
        answer="b",
        wrong=(
            Wrong("a", "So it goes on the points that it was fitted to."),
            Wrong("c", "It moves a great deal, first down and then up."),
        ),
        reveal="On unseen points it falls as long as the wave is learned, and rises once the noise is.",
    ),
]
