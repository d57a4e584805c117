"""Predictions before the explorers of notebook 03."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="03-forecasters",
        answer="b",
        wrong=(
            Wrong("a", "That is proportional to 1/p, and would charge rare events out of all measure."),
            Wrong("c", "That is steeper still than 1/p, which gives 5 and 50; the price grows far more slowly."),
        ),
        reveal="One coin toss has p = ½. 10 % is as surprising as 3.3 tosses in a row, 1 % as 6.6: ten times "
        "rarer adds 3.3.",
    ),
    Prediction(
        key="03-honest-rain",
        answer=0.611,
        within=0.03,
        wrong=(Wrong(0.0, "0 is for those who know the outcome; she knows the frequency only."),),
        reveal="Stating the truth costs the entropy, 0.611 a day. No statement costs less, and none costs 0.",
    ),
    Prediction(
        key="03-stuck",
        answer="b",
        wrong=(
            Wrong("a", "Cross-entropy does arrive. Squared error has hardly moved by then."),
            Wrong("c", "The other way round."),
        ),
        reveal="At step 40 cross-entropy has learned; squared error still says that label 1 is next to impossible.",
    ),
    Prediction(
        key="03-first-line",
        answer=2.303,
        within=0.02,
        wrong=(
            Wrong(0.9, "That is the share of wrong guesses; a loss counts −ln p."),
            Wrong(0.1, "That is the probability of each digit; the loss is −ln of it."),
            Wrong(1.0, "With log₁₀ it would be 1; losses use the natural log."),
            Wrong(3.32, "With log₂ it is 3.32 bits; logs are kept in nats."),
        ),
        reveal="With all weights 0 every digit gets 1/10, and −ln(1/10) = ln 10 = 2.303: the value of knowing nothing.",
    ),
]
