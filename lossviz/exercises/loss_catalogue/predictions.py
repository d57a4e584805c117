"""Predictions before the tables of notebook 08."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="08-convex-and-bounded",
        answer=0,
        within=0.4,
        wrong=(
            Wrong(1, "Which one? A convex curve that rises at some place goes on rising at least as steeply."),
            Wrong(2, "Which ones? A convex curve that rises at some place goes on rising at least as steeply."),
            Wrong(5, "The five robust ones are bounded or nearly so, and pay for it: none of them is convex."),
        ),
        reveal="None, and none can be: a convex curve that rises at some place never rises less steeply further out, "
        "so on the whole line it has no ceiling.",
    ),
    Prediction(
        key="08-mse",
        answer="b",
        wrong=(
            Wrong("a", "Only after .mean(): ours gives one loss for each example."),
            Wrong("c", "No factor ½ on either side; that is what Optax calls l2_loss."),
        ),
        reveal="MSELoss gives 3, the mean of 1, 1, 1 and 9. squared_error gives the four numbers; its .mean() is 3.",
    ),
    Prediction(
        key="08-welsch-start",
        answer="b",
        wrong=(
            Wrong("a", "So it does from a good start. From 0 the mean slope is below 10⁻⁹, and nothing moves."),
            Wrong("c", "The wild ones are further away still, and pull still less."),
        ),
        reveal="It stays at 0. From the median it reaches 10.0, where the ordinary targets are: a bounded loss wants a "
        "good start.",
    ),
]
