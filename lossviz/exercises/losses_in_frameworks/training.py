"""What compile, fit and a training loop do with a loss."""

import numpy as np

from ..exercise import Case, Choice, Function, Wrong


def huber_backward(upstream, y, prediction, delta=1.0):
    """What comes from above, times the slope of the Huber loss."""
    return upstream * np.clip(prediction - y, -delta, delta)


ALL = [
    Choice(
        key="07-trains",
        title="who compares, who differentiates, who updates",
        level=3,
        minutes=3,
        topics=("T59", "M25"),
        diagnoses="compile taken for training, backpropagation for the comparison",
        answer="c",
        wrong=(
            Wrong("a", "The cell shows it: after compile the weights are the old ones, to the bit."),
            Wrong("b", "Backpropagation compares nothing. It takes the slope of a comparison that the loss has made."),
            Wrong("d", "compile has not seen a single picture, so it cannot know a slope."),
        ),
        hints=(
            "Look at the two printed lines: what has changed after compile, what after fit?",
            "Three things happen for each batch: a number, its slopes, a step.",
        ),
        explanation="compile only writes down loss and optimiser. In fit, for each batch, the loss compares, "
        "backpropagation differentiates that number, and the optimiser updates.",
    ),
    Choice(
        key="07-saved",
        title="a tunable that is missing from the config",
        level=3,
        minutes=3,
        topics=("T59",),
        diagnoses="trust in saving, errors expected where there are none",
        answer="c",
        wrong=(
            Wrong("a", "Keras stores what get_config returns, not the object's attributes."),
            Wrong("b", "Every argument of __init__ has a default, so nothing is missing that could be noticed."),
            Wrong("d", "The class is registered and its config is there: the loss does come back."),
        ),
        hints=("What does the file know of q?", "from_config calls Ceiling(**config)."),
        explanation="The file knows no q, so the class fills in its default, 0.7, without a word. A config must hold "
        "every argument of __init__.",
    ),
    Function(
        key="07-backward",
        title="the backward step of a Huber loss",
        level=2,
        minutes=6,
        topics=("T60",),
        diagnoses="the factor from above, the sign, the cut, a sum",
        reference=huber_backward,
        names=("upstream", "y", "prediction"),
        cases=(
            Case(
                np.array([1.0, 1.0, 0.5, 2.0]),
                np.array([0.0, 2.0, 1.0, 0.0]),
                np.array([0.5, -1.0, 4.0, -0.25]),
                delta=1.0,
            ),
            Case(np.array([0.25, -3.0]), np.array([1.0, 5.0]), np.array([3.5, 4.0]), delta=2.0),
        ),
        wrong=(
            Wrong(
                lambda upstream, y, prediction, delta=1.0: np.clip(prediction - y, -delta, delta),
                "That is the slope of the loss alone. The chain rule multiplies it by what comes from above.",
            ),
            Wrong(
                lambda upstream, y, prediction, delta=1.0: upstream * np.clip(y - prediction, -delta, delta),
                "The sign is turned round: a prediction that is too high has a positive slope, e = ŷ − y.",
            ),
            Wrong(
                lambda upstream, y, prediction, delta=1.0: upstream * (prediction - y),
                "That is the slope of half the square. Beyond δ the Huber loss is a line: cut e off at ±δ.",
            ),
            Wrong(
                lambda upstream, y, prediction, delta=1.0: np.clip(upstream * (prediction - y), -delta, delta),
                "You cut off after multiplying. The cut belongs to the loss's own slope, the factor comes after it.",
            ),
            Wrong(
                lambda upstream, y, prediction, delta=1.0: (
                    upstream
                    * np.where(
                        np.abs(prediction - y) <= delta,
                        (prediction - y) ** 2 / 2,
                        delta * (np.abs(prediction - y) - delta / 2),
                    )
                ),
                "That is the loss, times the factor from above. Backwards goes the slope.",
            ),
            Wrong(
                lambda upstream, y, prediction, delta=1.0: np.sum(upstream * np.clip(prediction - y, -delta, delta)),
                "One number for all: each prediction wants a slope of its own. Leave out the sum.",
            ),
            Wrong(
                lambda upstream, y, prediction, delta=1.0: upstream * np.sign(prediction - y),
                "That is the slope of the absolute error. Inside δ the Huber loss has the slope e.",
            ),
        ),
        hints=(
            "The slope of the Huber loss is e between −δ and δ, and ±δ beyond: np.clip.",
            "upstream * slope, element by element.",
        ),
        explanation="The chain rule, one line: the slope of the loss, cut off at ±δ, times what comes from above.",
    ),
    Choice(
        key="07-scalar",
        title="squares without a mean, in Keras and in a loop",
        level=3,
        minutes=3,
        topics=("T60", "M05"),
        diagnoses="who reduces: the caller in one library, you in the other",
        answer="b",
        wrong=(
            Wrong("a", "Keras takes the mean of what your function returns. A loop of your own does what you write."),
            Wrong("c", "Keras wants exactly that: one loss for each example, to weigh and to average."),
            Wrong("d", "It is the other way round: look who takes the mean."),
        ),
        hints=(
            "cost.backward() needs one number to go down on.",
            "In the cell above, what did Keras do with the vector that our function returned?",
        ),
        explanation="Keras weighs and averages whatever the function returns. In your own loop nobody does: "
        "backward() raises until you write .mean().",
    ),
]
