"""From confidence to one number: error, loss, cost, and signs that cancel."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Numbers, Wrong


def mse(y_true, y_pred):
    """The mean of the squared errors."""
    return np.mean((y_pred - y_true) ** 2)


ALL = [
    Number(
        key="01-mean-error",
        title="the mean size of two errors",
        level=1,
        minutes=2,
        topics=("T05",),
        diagnoses="confidence taken for error, sum for mean, signs",
        answer=0.49,
        within=0.0005,
        wrong=(
            Wrong(0.51, "The armadillo's target is 0, so its error is 0.49, not 0.51."),
            Wrong(0.02, "You took the second confidence from the first. Take each from its own target."),
            Wrong(0.5, "Almost: the panda is off by 0.49 and the armadillo by 0.49."),
            Wrong(0.98, "That is the sum. The mean of two divides by 2."),
            Wrong(0.0, "With their signs the errors cancel: −0.49 and +0.49. Take the sizes."),
        ),
        hints=("The target of the panda is 1, of the armadillo 0.", "1 − 0.51 and 0.49 − 0"),
        explanation="Both errors have the size 0.49. Accuracy is 100 % for this model and for the first: "
        "counting cannot tell the two "
        "apart, confidence can.",
    ),
    Choice(
        key="01-below-zero",
        title="a training log that shows −2.3",
        level=3,
        minutes=3,
        topics=("T06",),
        diagnoses="0 taken for the floor of every loss",
        answer="c",
        wrong=(
            Wrong("a", "Some losses do go below 0: minus the logarithm of a density above 1."),
            Wrong("b", "A squared error of −2.3 would be a bug. Which loss is it?"),
            Wrong("d", "With a soft target cross-entropy has a floor above 0, not below."),
        ),
        hints=("Which of the losses of this section went below 0?", "What was the loss of a stated variance of 0.01?"),
        explanation="First ask which loss it is. For the negative log-likelihood of a density −2.3 is a fine "
        "value; for a squared "
        "error it is a bug.",
    ),
    Number(
        key="01-sum-or-mean",
        title="the slope of the mean from the slope of the sum",
        level=1,
        minutes=2,
        topics=("T07",),
        diagnoses="sum and mean, and what that does to a step",
        answer=0.5,
        within=0.0005,
        wrong=(
            Wrong(16.0, "That is the slope of the sum. The mean divides by the number of pictures."),
            Wrong(512.0, "Divide by 32, do not multiply."),
            Wrong(2.0, "Divide the slope by the number: 16 / 32."),
        ),
        hints=("The mean is the sum divided by n; so is its slope.", "16 / 32"),
        explanation="16 / 32 = 0.5. With the same learning rate the sum steps 32 times as far, and a larger "
        "batch farther still.",
    ),
    Function(
        key="01-mse",
        title="a function that deserves the name MSE",
        level=2,
        minutes=4,
        topics=("T07", "M05"),
        diagnoses="squares without a mean, sum, half, root, absolute values",
        reference=mse,
        cases=(
            Case(np.array([1.0, 0.0, 1.0, 1.0]), np.array([0.9, 0.2, 0.4, 0.8])),
            Case(np.array([3.0, -1.0]), np.array([1.0, 2.0])),
            Case(np.array([0.0, 0.0, 0.0]), np.array([1.0, 10.0, -4.0])),
        ),
        wrong=(
            Wrong(
                lambda y_true, y_pred: (y_pred - y_true) ** 2,
                "Those are the squares, one for each example. The M of MSE is the mean: one number.",
            ),
            Wrong(
                lambda y_true, y_pred: np.sum((y_pred - y_true) ** 2),
                "That is the sum. It grows with the number of examples; the mean does not.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean((y_pred - y_true) ** 2) / 2,
                "The ½ belongs to another convention. MSE, as it is reported, has none.",
            ),
            Wrong(
                lambda y_true, y_pred: np.sqrt(np.mean((y_pred - y_true) ** 2)),
                "That is the RMSE. The MSE is the mean before the root.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean(np.abs(y_pred - y_true)),
                "That is the MAE: sizes. The MSE averages squares.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean(y_pred - y_true) ** 2,
                "You square the mean: the signs have cancelled by then. First square, then average.",
            ),
            Wrong(
                lambda y_true, y_pred: np.mean(y_pred**2 - y_true**2),
                "Square the differences; a difference of squares is another thing.",
            ),
        ),
        hints=("Errors, squares, mean: in this order.", "np.mean((y_pred - y_true) ** 2)"),
        explanation="Squares are losses, one for each example; their mean is the cost. The name says which one "
        "you get.",
    ),
    Number(
        key="01-two-batches",
        title="the cost over two batches of unequal size",
        level=1,
        minutes=3,
        topics=("T07",),
        diagnoses="the mean of means",
        answer=0.30,
        within=0.0005,
        wrong=(
            Wrong(0.70, "That is the mean of the two means: it counts each of the ten pictures nine times as much."),
            Wrong(1.4, "That is the sum of the two means."),
            Wrong(30.0, "That is the sum of all losses. Divide by 100."),
            Wrong(0.15, "Divide by the number of pictures, 100, once."),
        ),
        hints=("How large is the sum of the losses in each batch?", "(90 · 0.2 + 10 · 1.2) / 100"),
        explanation="(90 · 0.2 + 10 · 1.2) / 100 = 0.30. Means of unequal batches have to be weighed by their sizes.",
    ),
    Numbers(
        key="01-cancel",
        title="five errors, three means",
        level=1,
        minutes=3,
        topics=("T08", "M26"),
        diagnoses="signed errors that cancel; sum for mean",
        answer=(0.0, 1.6, 4.0),
        within=0.0005,
        wrong=(
            Wrong((0.0, 8.0, 20.0), "Those are the sums. The mean of five divides by 5."),
            Wrong((0.0, 1.6, 2.0), "The last one is the root of the mean square. Asked is the mean of e²."),
            Wrong((0.0, 2.0, 5.0), "The error of 0 counts as well: divide by 5."),
            Wrong((1.6, 1.6, 4.0), "The first mean keeps the signs: +3 and −3 cancel."),
            Wrong((0.0, 1.6, 2.56), "The mean of the squares is not the square of the mean size."),
        ),
        hints=("Add the five errors, with their signs.", "Their sizes: 3, 3, 1, 1, 0. Their squares: 9, 9, 1, 1, 0."),
        explanation="0, 1.6 and 4. The net error says that nothing is wrong; only the last two see that something is.",
    ),
    Choice(
        key="01-net-distance",
        title="spot the mistake: the smallest net distance",
        level=3,
        minutes=3,
        topics=("T08", "M26"),
        diagnoses="signed errors as a cost",
        answer="d",
        wrong=(
            Wrong("a", "Lower it by 1000, and the signed sum falls by 8000."),
            Wrong("b", "Every line through the means has a net difference of 0, the one turned the wrong way, too."),
            Wrong("c", "The horizontal line through the mean is one of many with net difference 0."),
        ),
        hints=("Lower the best line by 10. What does the signed sum do?", "Is there a lowest signed sum?"),
        explanation="There is none: lower the line, and the signed sum falls without end. Distance is what is "
        "left when the sign is "
        "gone.",
    ),
]
