"""Who does what in training, four counts, and why they cannot train."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def precision(labels, decided):
    """The share of those called positive that are positive."""
    return np.sum((labels == 1) & (decided == 1)) / np.sum(decided == 1)


ALL = [
    Choice(
        key="01-who-compares",
        title="spot the mistake: backpropagation compares, compile trains",
        level=3,
        minutes=3,
        topics=("T01", "M25"),
        diagnoses="the jobs of loss, backpropagation, optimiser; compile and fit",
        answer="d",
        wrong=(
            Wrong(
                "a", "Backpropagation takes the loss's slope back through the layers; the comparing is done by then."
            ),
            Wrong("b", "The weight after compile was still 0: it writes your choices down."),
            Wrong("c", "The optimiser updates. It gets slopes, and compares nothing."),
        ),
        hints=("Which line says how much probability the truth got?", "After which call had the weight changed?"),
        explanation="The loss compares, backpropagation differentiates, the optimiser updates; `compile` "
        "configures and `fit` goes "
        "round the loop.",
    ),
    Number(
        key="01-smaller-step",
        title="how much less one weight moves than the other",
        level=1,
        minutes=2,
        topics=("T01",),
        diagnoses="the chain rule: dℓ/dw is dℓ/dz times x",
        answer=6.2,
        within=0.05,
        wrong=(
            Wrong(1.0, "Both have the same dℓ/dz. It is multiplied by each weight's own input."),
            Wrong(0.161, "The ratio the other way round: asked is how many times farther w₁ moves."),
            Wrong(0.52, "Divide the two, do not subtract."),
            Wrong(0.062, "Divide the two inputs, do not multiply."),
        ),
        hints=("dℓ/dw = dℓ/dz · x, for each weight with its own x.", "0.62 against 0.10"),
        explanation="dℓ/dw = dℓ/dz · x, so the steps stand in the ratio of the inputs, 0.62 to 0.10. An input of "
        "0 would not move "
        "its weight at all.",
    ),
    Choice(
        key="01-counts",
        title="spot the mistake: 55 % true positives",
        level=3,
        minutes=3,
        topics=("T03", "M16"),
        diagnoses="counts taken for shares",
        answer="b",
        wrong=(
            Wrong("a", "With 900 more armadillos, all left alone, it would be 5.5 %, and the model is the same."),
            Wrong("c", "Precision is the share of what was called a panda: 55 of 64."),
            Wrong("d", "Recall is the share of the pandas: 55 of 60."),
        ),
        hints=("A share of what?", "Add 900 armadillos that are all left alone: which numbers stay?"),
        explanation="TP, FP, FN and TN are counts. A share needs a whole with a name: of what was called "
        "positive it is precision, "
        "of what is positive recall.",
    ),
    Function(
        key="01-precision",
        title="precision from labels and decisions",
        level=2,
        minutes=5,
        topics=("T03", "M23"),
        diagnoses="TP over all, recall, accuracy, labels and decisions exchanged",
        reference=precision,
        names=("labels", "decided"),
        cases=(
            Case(np.array([1, 1, 1, 0, 0, 0, 0, 1]), np.array([1, 1, 0, 1, 0, 0, 1, 0])),
            Case(np.array([1, 0, 1, 1, 0]), np.array([1, 1, 1, 1, 1])),
            Case(np.array([1, 1, 1, 0]), np.array([1, 0, 0, 0])),
        ),
        wrong=(
            Wrong(
                lambda labels, decided: np.sum((labels == 1) & (decided == 1)) / len(labels),
                "You divide by all predictions. Precision is a share of those that were called positive: TP + FP.",
            ),
            Wrong(
                lambda labels, decided: np.sum((labels == 1) & (decided == 1)) / np.sum(labels == 1),
                "That is recall: the share of the positives that are found. Precision divides by what was called "
                "positive.",
            ),
            Wrong(
                lambda labels, decided: np.mean(labels == decided),
                "That is accuracy, the share of right decisions of both kinds.",
            ),
            Wrong(
                lambda labels, decided: np.sum((labels == 1) & (decided == 1)),
                "That is the count TP. Precision divides it by TP + FP.",
            ),
            Wrong(
                lambda labels, decided: np.sum((labels == 0) & (decided == 1)) / np.sum(decided == 1),
                "Those are the false ones among what was called positive. Precision is the rest.",
            ),
            Wrong(
                lambda labels, decided: np.sum((labels == decided) & (decided == 1)) / np.sum(labels == decided),
                "You divide by all right decisions. Divide by all that were called positive, right or wrong.",
            ),
            Wrong(
                lambda labels, decided: (
                    2 * np.sum((labels == 1) & (decided == 1)) / (np.sum(labels == 1) + np.sum(decided == 1))
                ),
                "That is F1, which mixes precision and recall.",
            ),
        ),
        hints=(
            "A share of what was called positive.",
            "TP: where labels and decided are both 1. TP + FP: where decided is 1.",
        ),
        explanation="TP / (TP + FP): of all that you called a panda, how many are. Calling nothing a panda "
        "leaves no share to take.",
    ),
    Choice(
        key="01-f1",
        title="spot the mistake: a higher F1 is a more accurate model",
        level=3,
        minutes=3,
        topics=("T03", "M23"),
        diagnoses="F1 read as accuracy",
        answer="c",
        wrong=(
            Wrong("a", "The two thresholds that were printed are a counter-example: 0.75 at 0.60, 0.67 at 0.70."),
            Wrong("b", "Precision and recall are both in it; what it leaves out is something else."),
            Wrong("d", "Both lie between 0 and 1 and are still different shares."),
        ),
        hints=(
            "Which of the four counts does not occur in F1?",
            "What does the strict threshold do with the armadillos?",
        ),
        explanation="F1 leaves TN out. It does not see that the strict threshold leaves all 40 armadillos alone, "
        "and accuracy does.",
    ),
    Number(
        key="01-flat",
        title="where the slope of accuracy leads",
        level=1,
        minutes=2,
        topics=("T04",),
        diagnoses="a metric of decisions taken to have a slope",
        answer=1.151,
        within=0.0005,
        wrong=(
            Wrong(0.0, "That is the slope. Asked is the w at which you arrive."),
            Wrong(1.3, "There the costs are least. The slope of the accuracy does not lead there, or anywhere."),
            Wrong(1.25, "There accuracy is higher. How would you get there, with that slope?"),
            Wrong(1.4, "There accuracy is higher. How would you get there, with that slope?"),
        ),
        hints=("The cell above prints the slope of the accuracy at w = 1.151.", "How far does a step of 10 · 0 go?"),
        explanation="Between steps no decision changes, so the slope is 0, and a thousand times 10 · 0 is 0. You "
        "stay wherever you are.",
    ),
    Choice(
        key="01-differentiable",
        title="spot the mistake: losses are differentiable, metrics are not",
        level=3,
        minutes=3,
        topics=("T04", "M24"),
        diagnoses="what makes a loss a loss",
        answer="a",
        wrong=(
            Wrong("b", "Absolute error and hinge have a corner and train well."),
            Wrong("c", "MSE is reported as a metric every day, and has a slope everywhere."),
            Wrong("d", "The 0–1 loss is a loss; an optimiser that needs a slope cannot use it."),
        ),
        hints=(
            "Look for a loss with a corner and a metric with a slope.",
            "What is the job of a loss, what that of a metric?",
        ),
        explanation="A loss is what training makes small, a metric what you report. For gradient descent a loss "
        "needs a slope that "
        "says something almost everywhere; corners are no obstacle.",
    ),
]
