"""From a task to a loss."""

from ..exercise import Choice, Wrong

ALL = [
    Choice(
        key="08-bicycles",
        title="bicycles in an hour",
        level=3,
        minutes=3,
        topics=("T64",),
        diagnoses="counts as plain numbers, percentages of zero, a class for each count",
        answer="d",
        wrong=(
            Wrong("a", "At night a mistake of 5 is large and at noon it is small; squares charge both the same."),
            Wrong("b", "Some hours have no bicycle at all: a percentage of 0 does not exist."),
            Wrong("c", "Classes have no order: 199 for 200 would be as wrong as 3."),
        ),
        hints=("What do the numbers count, and how does their scatter behave?", "In the guide: a number, then counts."),
        explanation="Counts whose scatter grows with their mean: that is what the Poisson loss takes for granted, and "
        "hours of 0 do not disturb it.",
    ),
    Choice(
        key="08-per-cent",
        title="an error in per cent",
        level=3,
        minutes=4,
        topics=("T64",),
        diagnoses="a reported number for a loss, the missing balance, days of zero",
        answer="a",
        wrong=(
            Wrong("b", "Convex it is. What is missing is balance between too low and too high."),
            Wrong("c", "It is the other way round: too low is never dearer than 1, too high has no limit."),
            Wrong("d", "Dividing by the target makes errors of different articles comparable, not right."),
        ),
        hints=(
            "Predict 0 for a target of 10, then 30 for it. What does each cost?",
            "Read 'not when' and 'best constant' on the card of absolute_percentage_error.",
        ),
        explanation="Predicting 0 costs at most 1 and too much costs without limit, so the model learns to say too "
        "little; and a day of 0 sales has no percentage. Train on another loss, report the percentage.",
    ),
    Choice(
        key="08-web-labels",
        title="labels from the web",
        level=3,
        minutes=3,
        topics=("T64",),
        diagnoses="harder for more robust, weights for noise, bounded taken for calibrated",
        answer="c",
        wrong=(
            Wrong("a", "It pulls hardest at the wrong labels: −log p has no ceiling."),
            Wrong("b", "Weights help a rare class; the wrong labels here are spread over all of them."),
            Wrong("d", "It turns to what stays hard, and what stays hard is what is labelled wrong."),
        ),
        hints=("Which of these has a most that one example can cost?", "In the guide: one of several classes."),
        explanation="A wrong label costs at most 1/q, so no single one can pull without limit. The price stands under "
        "'not when': probabilities that exaggerate.",
    ),
    Choice(
        key="08-several-tags",
        title="a picture with several tags",
        level=3,
        minutes=3,
        topics=("T64",),
        diagnoses="several labels taken for several classes, and the softmax that goes with it",
        answer="b",
        wrong=(
            Wrong(
                "a", "That is for one right class: its probabilities share a sum of 1, and two tags cannot both win."
            ),
            Wrong("c", "A class number can name one tag, not two or none."),
            Wrong("d", "A divergence compares distributions; the tags of a picture need not sum to 1."),
        ),
        hints=("Can two of the tags be right at once? Can none?", "Each tag is a question of its own, yes or no."),
        explanation="Each tag is a yes or no of its own, so each logit gets a binary cross-entropy. Softmax would make "
        "the tags compete.",
    ),
]
