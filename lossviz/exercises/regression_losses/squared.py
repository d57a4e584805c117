"""Squared error: its growing slope, areas, and what convex means."""

from ..exercise import Choice, Number, Numbers, Wrong

ALL = [
    Numbers(
        key="02-promise",
        title="what the slope of the MSE promises, and what comes of it",
        level=1,
        minutes=5,
        topics=("T13",),
        diagnoses="the factor 2, the mean, the slope that shrinks on the way",
        answer=(0.75, 0.6875),
        within=0.0005,
        wrong=(
            Wrong((0.375, 0.6875), "The promise lacks the factor 2: the slope of e² is 2e."),
            Wrong((3.0, 2.75), "Those are the changes of one loss; the MSE is the mean over four."),
            Wrong((0.75, 0.75), "The promise is right. Now compute both MSEs: the slope shrinks on the way."),
            Wrong((0.6875, 0.75), "The right numbers, in the other order: first the promise, then what came of it."),
            Wrong((-0.75, -0.6875), "The sizes are right; asked is how far it falls, in positive numbers."),
            Wrong((0.375, 0.34375), "Both are half: there is no ½ in this MSE."),
        ),
        hints=(
            "The slope at the error −3 is 2 · (−3).",
            "Promise: slope × step ÷ 4. What comes of it: the MSE before less the MSE after.",
        ),
        explanation="The slope −6 times 0.5, divided by 4, promises 0.75. The MSE falls from 2.5625 to 1.875, by "
        "0.6875: the slope "
        "shrinks along the way.",
    ),
    Choice(
        key="02-convex",
        title="spot the mistake: MSE is convex, so descent finds the best network",
        level=3,
        minutes=5,
        topics=("T13", "M14"),
        diagnoses="convex in the prediction taken for convex in the weights",
        answer="b",
        wrong=(
            Wrong("a", "In the prediction it is convex: a parabola. Look at what the network does before it."),
            Wrong(
                "c", "The learning rate is another matter: no rate leads from one valley over the hill to the other."
            ),
            Wrong(
                "d",
                "For a linear model it is true: the prediction is then linear in the weights. For a network it is not.",
            ),
        ),
        hints=(
            "Convex in what? A loss has an argument, and a network stands before it.",
            "Walk from w = v = 1 to w = v = −1 once more: what lies between the two valleys?",
        ),
        explanation="Convex in ŷ, and so in the weights of a linear model. A network bends in between: two "
        "perfect solutions with a "
        "hill between them cannot lie on a convex surface.",
    ),
    Number(
        key="02-share",
        title="the share that one long residual has of the MSE",
        level=1,
        minutes=4,
        topics=("T14",),
        diagnoses="shares of lengths for shares of areas",
        answer=25 / 32,
        within=0.006,
        wrong=(
            Wrong(5 / 12, "That is its share of the lengths, of the MAE. The MSE adds up areas."),
            Wrong(25 / 33, "Almost: seven ordinary ones make 7, and 7 + 25 is 32."),
            Wrong(25 / 7, "A share of the whole: divide by all eight areas, the large one among them."),
            Wrong(1 / 8, "It is one residual in eight, and far more than an eighth of the areas."),
            Wrong(5 / 7, "Lengths, and without itself in the sum. Take areas, and divide by all eight."),
        ),
        hints=("How large is the square over a residual of length 5?", "Seven squares of area 1 and one of area 25."),
        explanation="25 of 32, 78 %: one residual in eight makes most of the MSE. Of the MAE it makes 5 of 12, 42 %.",
    ),
]
