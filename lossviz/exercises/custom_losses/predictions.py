"""Predictions before the explorers of notebook 05."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="05-within-five",
        answer="c",
        wrong=(
            Wrong("a", "Waits are long or short; hardly any is in the middle, where the mean is."),
            Wrong("b", "Still fewer: the mean lies in the gap between long and short waits."),
        ),
        reveal="15 %, a seventh. The most frequent waits are near 80 minutes, and that is what a capped loss asks for.",
    ),
    Prediction(
        key="05-step-size",
        answer="b",
        wrong=(
            Wrong("a", "At 10⁻³ the bend of the curve spoils the fourth digit."),
            Wrong("c", "At 10⁻¹⁵ both values agree in nearly all digits, and the difference is rounding."),
        ),
        reveal="10⁻⁸ for this forward difference, the root of the last digit. The central one wants 6 · 10⁻⁶ and "
        "is better.",
    ),
    Prediction(
        key="05-wrong-labels",
        answer="b",
        wrong=(Wrong("a", "It takes many of the wrong labels as if they were true."),),
        reveal="Cross-entropy gets 79 % right instead of 93 %; the loss with a ceiling, q = 0.75, still 89 %.",
    ),
    Prediction(
        key="05-essays",
        answer="b",
        wrong=(Wrong("a", "Add 100 to every score: no difference of two changes."),),
        reveal="Only differences of scores enter. There is no right score, just a right order.",
    ),
]
