"""The workbench, gradients, and the shelf of ready-made losses."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def central_difference(function, x, h=6e-6):
    """The rise over both sides of x, by the way between them."""
    return (function(x + h) - function(x - h)) / (2 * h)


def mended(y_true, y_pred, floor=1.0):
    """The error relative to the size of the target, but at least floor; too low counts twice."""
    e = (y_pred - y_true) / np.maximum(np.abs(y_true), floor)
    return np.where(e < 0, -2 * e, e)


def _square(x):
    return x**2


ALL = [
    Number(
        key="05-too-late",
        title="the wait that a lopsided loss recommends",
        level=1,
        minutes=4,
        topics=("T43",),
        diagnoses="the quantile of the wrong side, the mean",
        answer=58.0,
        within=0.6,
        wrong=(
            Wrong(82.0, "That is the quantile ¾. Too late is dear, so come early: ¼."),
            Wrong(70.9, "That is the mean, which squared error asks for."),
            Wrong(76.0, "That is the median, where both sides cost the same."),
            Wrong(43.0, "That is the shortest wait. Coming so early costs too much on the others."),
        ),
        hints=(
            "Late costs 3, early 1: where do the pulls balance?",
            'explore("workbench", too_late, x=eruption, y=waiting)',
        ),
        explanation="A quarter of the waits is shorter than 58 minutes: 3 times a quarter late balances three "
        "quarters early.",
    ),
    Function(
        key="05-central",
        title="a central difference",
        level=2,
        minutes=4,
        topics=("T44",),
        diagnoses="one side only, the factor 2, the sign",
        reference=central_difference,
        names=("f", "x"),
        cases=(
            Case(_square, np.array([-1.0, 0.0, 2.0]), h=0.5),
            Case(np.exp, np.array([0.0, 1.0]), h=0.25),
            Case(np.sin, np.array([0.5]), h=1e-5),
        ),
        wrong=(
            Wrong(
                lambda function, x, h=6e-6: (function(x + h) - function(x)) / h,
                "That is the forward difference, one side only. Step to both sides and divide by 2h.",
            ),
            Wrong(
                lambda function, x, h=6e-6: (function(x) - function(x - h)) / h,
                "That is the backward difference, one side only. Step to both sides and divide by 2h.",
            ),
            Wrong(
                lambda function, x, h=6e-6: (function(x + h) - function(x - h)) / h,
                "The way between the two points is 2h: yours is twice too large.",
            ),
            Wrong(
                lambda function, x, h=6e-6: (function(x - h) - function(x + h)) / (2 * h),
                "The sign is turned round: what lies ahead, minus what lies behind.",
            ),
            Wrong(
                lambda function, x, h=6e-6: (function(x + h) - function(x - h)) / 2 * h,
                "Brackets: / 2 * h divides by 2 and multiplies by h. Write / (2 * h).",
            ),
            Wrong(
                lambda function, x, h=6e-6: (function(x + h) + function(x - h)) / (2 * h),
                "A slope is a difference: ahead minus behind.",
            ),
            Wrong(
                lambda function, x, h=6e-6: (function(x + h / 2) - function(x - h / 2)) / h,
                "Right as a formula, with steps of h/2. Asked are steps of h to both sides.",
            ),
        ),
        hints=("Step h to both sides of x.", "Rise: f(x + h) − f(x − h). Way: 2h."),
        explanation="Rise over way, both sides. The bend of the curve cancels to first order, which buys three digits.",
    ),
    Choice(
        key="05-kink-or-bug",
        title="one check of a thousand fails",
        level=3,
        minutes=3,
        topics=("T44",),
        diagnoses="a kink taken for a bug",
        answer="a",
        wrong=(
            Wrong("b", "A wrong formula fails in many places, on a whole side of something."),
            Wrong("c", "A smaller step makes rounding worse, and does not help at a kink."),
            Wrong("d", "Noise is in the last digits; 0.5 is half a slope."),
        ),
        hints=("A bug stays, a kink has an address.", "Move that one prediction by more than h."),
        explanation="Probably a kink: the central difference answers with the mean of both sides. Move that "
        "prediction by more than h; "
        "what stays behind was a kink.",
    ),
    Choice(
        key="05-shelf",
        title="errors below five minutes are free",
        level=3,
        minutes=2,
        topics=("T45",),
        diagnoses="writing what is on the shelf",
        answer="c",
        wrong=(
            Wrong("a", "It would work. But it has been written and tested, under another name."),
            Wrong("b", "Huber charges small errors too, by their square."),
            Wrong("d", "A capped square lets large errors off, not small ones."),
        ),
        hints=("Look among the relatives in notebook 02.", "A tube without loss, of half width ε."),
        explanation="It is on the shelf: `epsilon_insensitive` with ε = 5. On its flat floor every place is as "
        "good, so it has many best "
        "constants.",
    ),
    Function(
        key="05-mended",
        title="mend a loss until the checklist is content",
        level=2,
        minutes=8,
        topics=("T50", "M33"),
        diagnoses="arguments changed, division by zero, the size of the target, the wrong side",
        reference=mended,
        cases=(
            Case(np.array([10.0, 10.0, -4.0, 2.0]), np.array([12.0, 5.0, -5.0, 2.0]), floor=1.0),
            Case(np.array([0.0, 0.0, 0.1]), np.array([1.0, -1.0, 0.3]), floor=1.0),
            Case(np.array([3.0]), np.array([0.0]), floor=6.0),
        ),
        wrong=(
            Wrong(
                lambda y_true, y_pred, floor=1.0: np.where(
                    y_pred < y_true, 2 * np.abs(y_pred - y_true) / np.abs(y_true), (y_pred - y_true) / np.abs(y_true)
                ),
                "A target of 0 still divides by 0. Divide by the size of the target, but by floor at least: "
                "np.maximum.",
            ),
            Wrong(
                lambda y_true, y_pred, floor=1.0: np.where(
                    y_pred < y_true,
                    -2 * (y_pred - y_true) / np.maximum(y_true, floor),
                    (y_pred - y_true) / np.maximum(y_true, floor),
                ),
                "For a negative target you divide by floor. It is the size of the target that counts: np.abs(y_true).",
            ),
            Wrong(
                lambda y_true, y_pred, floor=1.0: np.where(
                    y_pred > y_true,
                    2 * (y_pred - y_true) / np.maximum(np.abs(y_true), floor),
                    (y_true - y_pred) / np.maximum(np.abs(y_true), floor),
                ),
                "You charge too high twice. It is the predictions that are too low that count twice.",
            ),
            Wrong(
                lambda y_true, y_pred, floor=1.0: np.abs(y_pred - y_true) / np.maximum(np.abs(y_true), floor),
                "Both sides cost the same in yours. Too low counts twice.",
            ),
            Wrong(
                lambda y_true, y_pred, floor=1.0: np.where(
                    y_pred < y_true,
                    2 * (y_pred - y_true) / np.maximum(np.abs(y_true), floor),
                    (y_pred - y_true) / np.maximum(np.abs(y_true), floor),
                ),
                "Too low comes out negative, a reward. A loss takes the size: −2e where e is below 0.",
            ),
            Wrong(
                lambda y_true, y_pred, floor=1.0: np.where(y_pred < y_true, -2 * (y_pred - y_true), y_pred - y_true),
                "The errors are not relative: divide by the size of the target, at least floor.",
            ),
            Wrong(
                lambda y_true, y_pred, floor=1.0: np.where(
                    y_pred < y_true,
                    -2 * (y_pred - y_true) / (np.abs(y_true) + floor),
                    (y_pred - y_true) / (np.abs(y_true) + floor),
                ),
                "Adding floor keeps the division safe, and changes every target. Take the larger of the two: "
                "np.maximum.",
            ),
        ),
        hints=(
            "Work on a new array: e = (y_pred - y_true) / …",
            "np.maximum(np.abs(y_true), floor) is never 0.",
            "np.where(e < 0, -2 * e, e)",
        ),
        explanation="A new array instead of a changed argument, and a floor under the denominator. The checklist "
        "fails it nowhere.",
        curve=Case(np.full(161, 4.0), np.linspace(-2, 10, 161), floor=1.0),
    ),
]
