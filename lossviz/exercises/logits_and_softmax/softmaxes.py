"""Softmax, its slope, temperature and log-sum-exp."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Numbers, Wrong


def my_softmax(z):
    """Powers of what lies below the largest logit, shared out to sum to 1 along the last axis."""
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def pull(y, z):
    """The slope of the cross-entropy in each logit."""
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) - y


def _naive(z):
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


_ROWS = np.array([[1.0, 2.0, -0.5], [0.0, 0.0, 0.0]])


ALL = [
    Function(
        key="04-softmax",
        title="softmax for rows of logits of any size",
        level=2,
        minutes=7,
        topics=("T33", "T34", "T36"),
        diagnoses="overflow, the axis, keepdims, log-softmax, sigmoid",
        reference=my_softmax,
        names=("z",),
        cases=(
            Case(_ROWS),
            Case(np.array([2.0, 1.0, 0.0, -1.0])),
            Case(np.array([[1000.0, 999.0], [-1000.0, -1002.0]])),
        ),
        wrong=(
            Wrong(
                _naive,
                "The formula is right, and overflows: exp(1000) is infinite, and ∞/∞ is nan. Subtract the "
                "largest logit first.",
            ),
            Wrong(
                lambda z: np.exp(z) / np.exp(z).sum(),
                "You share out 1 over the whole array. Each row sums to 1: axis=-1, with keepdims=True. (And exp(1000) "
                "is infinite: subtract the largest logit first.)",
            ),
            Wrong(
                lambda z: np.exp(z) / np.exp(z).sum(axis=0),
                "You share out 1 down the columns. The classes lie along the last axis: axis=-1, with keepdims=True. "
                "(And exp(1000) is infinite: subtract the largest logit first.)",
            ),
            Wrong(
                lambda z: np.exp(z - np.max(z)) / np.exp(z - np.max(z)).sum(),
                "You share out 1 over the whole array. Each row sums to 1: axis=-1, with keepdims=True.",
            ),
            Wrong(
                lambda z: np.exp(z - np.max(z, axis=0)) / np.exp(z - np.max(z, axis=0)).sum(axis=0),
                "You share out 1 down the columns. The classes lie along the last axis.",
            ),
            Wrong(
                lambda z: np.exp(z - z.max(axis=-1)) / np.exp(z - z.max(axis=-1)).sum(axis=-1),
                "Without keepdims=True the maxima of the rows are spread along the columns.",
            ),
            Wrong(
                lambda z: 1 / (1 + np.exp(-z)),
                "That is a sigmoid for each. Softmax shares out 1 among the classes.",
            ),
            Wrong(
                lambda z: z / z.sum(axis=-1, keepdims=True),
                "Logits may be negative: first the exponential, then the share.",
            ),
            Wrong(
                lambda z: np.log(my_softmax(z)),
                "Those are the logarithms of the shares. Leave the logarithm to the loss.",
            ),
            Wrong(
                lambda z: my_softmax(-z),
                "A sign is turned round: the largest logit should get the largest share.",
            ),
        ),
        hints=(
            "exp of each logit, divided by the sum along the last axis.",
            "A shift changes nothing: subtract the largest logit of each row, and no power exceeds 1.",
            "np.max(z, axis=-1, keepdims=True) keeps the shape that fits the rows.",
        ),
        explanation="Only differences count, so the largest logit may be taken off: its power is 1, and nothing "
        "overflows.",
    ),
    Numbers(
        key="04-thirds",
        title="the pull on three equal logits",
        level=1,
        minutes=3,
        topics=("T33",),
        diagnoses="p for p − y, the sign",
        answer=(1 / 3, 1 / 3, -2 / 3),
        within=0.004,
        wrong=(
            Wrong((1 / 3, 1 / 3, 1 / 3), "That is p. Take the target off: y = (0, 0, 1)."),
            Wrong((-1 / 3, -1 / 3, 2 / 3), "That is y − p, the way the logits go. The slope is p − y."),
            Wrong((1 / 3, 1 / 3, -1 / 3), "The pulls sum to 0: what the truth lacks, the others have too much."),
            Wrong((-2 / 3, 1 / 3, 1 / 3), "The truth is the third, fox."),
        ),
        hints=("Equal logits: equal shares.", "p = (⅓, ⅓, ⅓), y = (0, 0, 1)"),
        explanation="p = ⅓ each, so p − y = (+⅓, +⅓, −⅔): up and down are equally long in sum. The loss is log 3.",
    ),
    Function(
        key="04-pull",
        title="the slope of the cross-entropy in the logits",
        level=2,
        minutes=5,
        topics=("T33", "T35"),
        diagnoses="the sign, the slope in p, dividing by the batch",
        reference=pull,
        names=("y", "z"),
        cases=(
            Case(np.array([[1.0, 0, 0], [0, 0, 1.0]]), _ROWS),
            Case(np.array([0.7, 0.2, 0.1]), np.array([2.0, 1.0, 0.1])),
        ),
        wrong=(
            Wrong(lambda y, z: y - _naive(z), "That is the way the logits go, downhill. The slope is p − y."),
            Wrong(lambda y, z: _naive(z), "That is p. The target belongs to it: p − y."),
            Wrong(lambda y, z: z - y, "First softmax: the slope is p − y, with p = softmax(z)."),
            Wrong(
                lambda y, z: -y / _naive(z),
                "That is the slope in p. In the logits softmax's own slope comes along, and p − y is left.",
            ),
            Wrong(
                lambda y, z: (_naive(z) - y) * _naive(z) * (1 - _naive(z)),
                "Nothing is multiplied: the slope of softmax cancels against that of the logarithm.",
            ),
            Wrong(
                lambda y, z: (_naive(z) - y) / len(z),
                "That is a part of the mean's slope. Asked is the slope of each example's own loss.",
            ),
            Wrong(
                lambda y, z: 1 / (1 + np.exp(-z)) - y,
                "That is for a sigmoid on each logit. Here 1 is shared out: softmax.",
            ),
        ),
        hints=("Five steps of algebra, and two letters are left.", "softmax of z, minus y"),
        explanation="p − y, for one-hot and for shared targets alike; never larger than 1 in size.",
    ),
    Number(
        key="04-odds-of-three",
        title="the temperature that turns a gap of 2 into odds of 3 : 1",
        level=1,
        minutes=3,
        topics=("T34",),
        diagnoses="multiplying for dividing, odds for logarithm",
        answer=1.8205,
        within=0.006,
        wrong=(
            Wrong(0.5493, "Upside down: the gap is divided by T, 2 / T = log 3."),
            Wrong(0.6667, "The odds are e to the gap over T: take the logarithm of 3 first."),
            Wrong(1.5, "The odds are e to the gap over T: take the logarithm of 3 first."),
            Wrong(4.1918, "That is with log₁₀. Softmax uses e."),
        ),
        hints=("The odds are exp(2 / T).", "2 / T = log 3 = 1.10"),
        explanation="exp(2/T) = 3 gives T = 2 / log 3 = 1.82. At T = 1 the odds are 7.4 : 1.",
    ),
    Number(
        key="04-smooth-maximum",
        title="how far log-sum-exp lies above the maximum",
        level=1,
        minutes=2,
        topics=("T35",),
        diagnoses="the largest gap of the smooth maximum",
        answer=1.0986,
        within=0.003,
        wrong=(
            Wrong(3.0, "There are 3 eᶻ in the sum; the logarithm makes log 3 of the 3."),
            Wrong(0.0, "It is a smooth maximum: above it where several are near the top."),
            Wrong(0.6931, "That is for two equal logits."),
            Wrong(0.4771, "That is log₁₀ 3."),
        ),
        hints=("log(eᶻ + eᶻ + eᶻ) = ?", "log(3 eᶻ) = z + log 3"),
        explanation="log(3 eᶻ) − z = log 3. For C equal logits it is log C, and with any differences it is less.",
    ),
    Choice(
        key="04-exponential",
        title="spot the mistake: it punishes wrong answers exponentially",
        level=3,
        minutes=3,
        topics=("T33", "M12"),
        diagnoses="the probability's exponential taken for the loss's",
        answer="b",
        wrong=(
            Wrong("a", "From −10 to −20 the loss went from 10 to 20: it doubled with the logit."),
            Wrong("c", "The slope stays at −1, however wrong the model is."),
            Wrong("d", "It goes on growing, straight and without end."),
        ),
        hints=("Read the column of the loss beside that of z.", "And the slope?"),
        explanation="Far on the wrong side the loss is a straight line in the logit, of slope −1. It is p that "
        "changes exponentially, "
        "and the logarithm undoes that.",
    ),
    Choice(
        key="04-seats",
        title="spot the mistake: a negative loss, logits instead of labels",
        level=3,
        minutes=3,
        topics=("T35", "M34"),
        diagnoses="negative logarithm, what logits replace",
        answer="d",
        wrong=(
            Wrong("a", "Without the minus, 50 steps downhill ended near p = 0."),
            Wrong("b", "Labels stay labels: a loss compares them with something."),
            Wrong("c", "The loss is 0 or more: minus a logarithm that is 0 or less."),
        ),
        hints=("What did 50 steps downhill on log p do?", "Which argument comes from the model?"),
        explanation="It is minus a logarithm, so the loss is 0 or more; and logits replace the probabilities, "
        "never the labels.",
    ),
]
