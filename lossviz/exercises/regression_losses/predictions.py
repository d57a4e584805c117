"""Predictions before the explorers of notebook 02."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="02-squares",
        answer=4,
        wrong=(
            Wrong(2, "Twice is what the slope does."),
            Wrong(8, "Eight would be the cube."),
        ),
        reveal="An error twice as large costs four times as much, and its slope is twice as steep.",
    ),
    Prediction(
        key="02-dragged",
        answer="a",
        wrong=(
            Wrong("b", "Of the three, absolute error and Huber stay: their pull is bounded."),
            Wrong("c", "Two of the three stay: a bounded pull cannot move them far."),
        ),
        reveal="Upwards only the squared-error line follows. Sideways all three do: a lever multiplies even a "
        "bounded pull.",
    ),
    Prediction(
        key="02-four-sigma",
        answer="b",
        wrong=(
            Wrong("a", "Twice is far too little, as almost everyone finds."),
            Wrong("c", "The right direction; the tail of the Laplacian is not that heavy yet."),
        ),
        reveal="At e = 4 and equal standard deviations it is 18 times as likely, and at e = 5 already 254 times.",
    ),
]
