"""Huber loss: the ½, the slope, δ, and what it resists."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def my_huber(y_true, y_pred, delta=1.0):
    """A square inside delta, a line of slope delta outside."""
    size = np.abs(y_pred - y_true)
    return np.where(size <= delta, size**2 / 2, delta * (size - delta / 2))


def huber_slope(y_true, y_pred, delta=1.0):
    """The error, cut off at plus and minus delta."""
    return np.clip(y_pred - y_true, -delta, delta)


_CASES = (
    Case(np.zeros(6), np.array([-3.0, -1.0, -0.5, 0.0, 1.0, 2.0]), delta=1.0),
    Case(np.array([1.0, 2.0, 3.0]), np.array([4.0, 2.5, 2.0]), delta=2.0),
    Case(np.array([5.0, 5.0]), np.array([5.2, -95.0]), delta=0.5),
)


def _size(y_true, y_pred):
    return np.abs(y_pred - y_true)


ALL = [
    Choice(
        key="02-leverage",
        title="spot the mistake: MAE and Huber shrug off bad data",
        level=3,
        minutes=4,
        topics=("T15", "M32"),
        diagnoses="outliers in y confused with leverage in x",
        answer="b",
        wrong=(
            Wrong("a", "Drag the point sideways once more: at 20 all three lines have followed."),
            Wrong("c", "Upwards they do resist: the pull of one point is bounded."),
            Wrong("d", "A small δ bounds the pull further, but the lever multiplies whatever is left of it."),
        ),
        hints=(
            "Bad in which direction?",
            "A bound on the slope bounds the pull. What does the distance in x do to a pull?",
        ),
        explanation="They resist wrong targets. A wrong input is a lever, and the loss never sees x: even a "
        "bounded pull turns "
        "the line.",
    ),
    Function(
        key="02-huber",
        title="Huber loss from its two pieces",
        level=2,
        minutes=8,
        topics=("T16", "M02", "M03"),
        diagnoses="the ½ forgotten, the outside piece, δ on the wrong side, a branch on an array, the mean taken",
        reference=my_huber,
        cases=_CASES,
        wrong=(
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) <= delta,
                    _size(y_true, y_pred) ** 2,
                    delta * (_size(y_true, y_pred) - delta / 2),
                ),
                "Inside δ the ½ is missing: at |e| = δ your square gives δ², your line δ²/2, so the loss falls "
                "as the error grows.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) <= delta, _size(y_true, y_pred) ** 2 / 2, _size(y_true, y_pred)
                ),
                "Outside δ it is not the absolute error: a line of slope δ, lowered so that it meets the square, "
                "δ(|e| − δ/2).",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) <= delta, _size(y_true, y_pred) ** 2 / 2, delta * _size(y_true, y_pred)
                ),
                "Outside δ the line has the right slope but starts too high: take off δ²/2, and it meets the square.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) <= delta, _size(y_true, y_pred) ** 2 / 2, _size(y_true, y_pred) - delta / 2
                ),
                "Outside δ the slope is 1 in yours, whatever δ. It should be δ, the slope that the square has "
                "reached there.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) <= delta,
                    _size(y_true, y_pred) ** 2 / 2,
                    delta * (_size(y_true, y_pred) - delta),
                ),
                "Outside δ you take off too much: at |e| = δ your line is at 0, the square at δ²/2. It is δ(|e| "
                "− δ/2).",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) > delta,
                    _size(y_true, y_pred) ** 2 / 2,
                    delta * (_size(y_true, y_pred) - delta / 2),
                ),
                "The two pieces are swapped: the square belongs inside, where |e| ≤ δ.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    y_pred - y_true <= delta, (y_pred - y_true) ** 2 / 2, delta * (_size(y_true, y_pred) - delta / 2)
                ),
                "You compare e with δ, so every negative error counts as small. Compare its size, |e|.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: (
                    np.where(
                        _size(y_true, y_pred) <= delta,
                        _size(y_true, y_pred) ** 2 / 2,
                        delta * (_size(y_true, y_pred) - delta / 2),
                    )
                    / delta
                ),
                "Divided by δ it is smooth L1, another loss: the two agree at δ = 1 only.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.mean(my_huber(y_true, y_pred, delta)),
                "The formula is right. You return the mean: return one loss for each example, and leave the mean "
                "to the caller.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: (
                    (y_pred - y_true) ** 2 / 2
                    if _size(y_true, y_pred) <= delta
                    else delta * (_size(y_true, y_pred) - delta / 2)
                ),
                "An if asks one question; an array has many answers. Let np.where choose element by element.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: my_huber(y_true, y_pred, 1.0),
                "It takes δ and does not use it: try delta=2.0, where nothing changes in yours.",
            ),
        ),
        hints=(
            "Two pieces: a parabola where |e| ≤ δ, a line elsewhere. np.where chooses element by element.",
            "At |e| = δ both must give ½δ², and the slope of the line is δ.",
            "Inside size**2 / 2, outside delta * (size - delta / 2).",
        ),
        explanation="The ½ makes the square reach the slope δ at |e| = δ, and taking off δ/2 makes the line "
        "start where the square "
        "ends.",
        curve=Case(np.zeros(161), np.linspace(-4, 4, 161), delta=1.5),
    ),
    Function(
        key="02-huber-slope",
        title="the slope of the Huber loss",
        level=2,
        minutes=5,
        topics=("T16",),
        diagnoses="sign, the kink taken at 1, slope 1 outside, the size without its sign",
        reference=huber_slope,
        cases=_CASES,
        wrong=(
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.clip(y_true - y_pred, -delta, delta),
                "The sign is turned round: ŷ too high means a positive slope, for e = ŷ − y.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.minimum(_size(y_true, y_pred), delta),
                "A slope has a sign: for negative errors it points down.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) <= delta, y_pred - y_true, np.sign(y_pred - y_true)
                ),
                "Outside δ the slope is ±δ, not ±1: it goes on where the square left off.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(
                    _size(y_true, y_pred) <= delta, 2 * (y_pred - y_true), delta * np.sign(y_pred - y_true)
                ),
                "Inside it is e, not 2e: the ½ of the loss takes the 2 away. Yours jumps at ±δ.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(_size(y_true, y_pred) <= delta, y_pred - y_true, 0.0),
                "Outside δ the loss is still rising, so its slope is not 0. It stays at ±δ.",
            ),
            Wrong(
                lambda y_true, y_pred, delta=1.0: np.where(_size(y_true, y_pred) <= delta, y_pred - y_true, delta),
                "Outside δ the slope has the sign of the error: −δ for negative ones.",
            ),
        ),
        hints=(
            "Inside δ the loss is e²/2: its slope is e.",
            "Outside the slope stays what it was at the joint, with the sign of the error.",
            "So it is the error, cut off at ±δ: np.clip does that.",
        ),
        explanation="The slope is the error, clipped to [−δ, δ]: no example pulls harder than δ.",
    ),
    Number(
        key="02-smooth-l1",
        title="smooth L1 against Huber",
        level=1,
        minutes=4,
        topics=("T16",),
        diagnoses="smooth L1 taken for Huber",
        answer=4.0,
        within=0.0005,
        wrong=(
            Wrong(8.0, "That is the Huber loss with δ = 2. Smooth L1 is Huber divided by β."),
            Wrong(16.0, "Divide by β, do not multiply."),
            Wrong(4.5, "Smooth L1 with β = 1 gives that. Here β = 2."),
            Wrong(3.0, "You took off β once; it is β/2: outside, smooth L1 is |e| − β/2."),
            Wrong(6.25, "That is e²/2 divided by β; an error of −5 lies outside β = 2."),
        ),
        hints=("First Huber with δ = 2 at e = −5.", "Smooth L1 is Huber(δ = β) / β."),
        explanation="Huber gives 2 · (5 − 1) = 8, and smooth L1 is that divided by β = 2: |e| − β/2. The two "
        "agree at 1 only.",
    ),
    Choice(
        key="02-continuous",
        title="spot the mistake: Huber is more continuous, and δ its range",
        level=3,
        minutes=4,
        topics=("T16", "M30"),
        diagnoses="continuous value against continuous slope, δ as a bound of the loss",
        answer="a",
        wrong=(
            Wrong("b", "|e| has no gap: you can draw it without lifting the pen. What jumps is its slope."),
            Wrong("c", "At an error of 1000 Huber with δ = 1 is 999.5: δ bounds the slope, not the loss."),
            Wrong("d", "The second derivative of Huber jumps at ±δ, from 1 to 0. Its slope does not."),
        ),
        hints=(
            "Which of the two curves can you draw without lifting the pen?",
            "Now look at the right-hand panels, the slopes.",
        ),
        explanation="Both losses are continuous; Huber has a continuous slope as well. δ says where the square "
        "becomes a line, and "
        "bounds the slope.",
    ),
    Number(
        key="02-millimetres",
        title="δ in another unit",
        level=1,
        minutes=2,
        topics=("T17",),
        diagnoses="δ taken for a pure number, or squared like the loss",
        answer=500.0,
        within=0.0001,
        wrong=(
            Wrong(0.5, "δ has the unit of the error: half a metre is more than half a millimetre."),
            Wrong(0.0005, "The other way round: more millimetres make a metre."),
            Wrong(
                500000.0, "The loss has the squared unit; δ is compared with the error and has the unit of the error."
            ),
        ),
        hints=("With what is δ compared?", "δ = 0.5 m; how many millimetres is that?"),
        explanation="δ is compared with |e|, so it has its unit: 0.5 m are 500 mm. A δ copied from other data "
        "means nothing.",
    ),
]
