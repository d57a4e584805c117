"""A generator and its judge."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Prediction, Wrong


def generator_slope(f, saturating=False):
    """The slope of the generator's loss in the logit f of its fakes."""
    d = 1 / (1 + np.exp(-f))
    return -d if saturating else -(1 - d)


def _sigmoid(f):
    return 1 / (1 + np.exp(-f))


_LOGITS = np.array([-6.0, -1.5, 0.5, 3.0])


ALL = [
    Prediction(
        key="06-seen-through",
        answer="c",
        wrong=(
            Wrong("a", "That is the slope of −log D in D itself. It passes the sigmoid, which takes most of it away."),
            Wrong("b", "So pulls the other form, −log D. This one flattens where the fake is seen through."),
        ),
        reveal="The slope of log(1 − D) in the logit is −D: one hundredth. The worse the fake, the less it learns.",
    ),
    Function(
        key="06-generator-slope",
        title="what reaches the generator",
        level=2,
        minutes=6,
        topics=("T57",),
        diagnoses="slope in D for slope in the logit, the two forms exchanged, signs, the flag",
        reference=generator_slope,
        names=("f",),
        cases=(Case(_LOGITS, saturating=False), Case(_LOGITS, saturating=True)),
        wrong=(
            Wrong(
                lambda f, saturating=False: -(1 - _sigmoid(f)) if saturating else -_sigmoid(f),
                "The two are exchanged. Try a bad fake, f = −6: the saturating form hardly pulls there.",
            ),
            Wrong(
                lambda f, saturating=False: -1 / (1 - _sigmoid(f)) if saturating else -1 / _sigmoid(f),
                "Those are the slopes in D. From D to the logit the chain rule multiplies by D (1 − D).",
            ),
            Wrong(
                lambda f, saturating=False: _sigmoid(f) if saturating else 1 - _sigmoid(f),
                "The sign is turned round: a larger logit costs the generator less.",
            ),
            Wrong(
                lambda f, saturating=False: -(1 - _sigmoid(f)),
                "It takes the flag and does not use it: log(1 − D) has another slope.",
            ),
            Wrong(
                lambda f, saturating=False: -_sigmoid(f),
                "That is the slope of log(1 − D), whatever the flag says.",
            ),
            Wrong(
                lambda f, saturating=False: np.log(1 - _sigmoid(f)) if saturating else -np.log(_sigmoid(f)),
                "Those are the losses. Asked are their slopes in f.",
            ),
            Wrong(
                lambda f, saturating=False: -_sigmoid(f) * (1 - _sigmoid(f)),
                "That is the sigmoid's own slope. Multiply it by the slope of the loss in D.",
            ),
        ),
        hints=(
            "D = σ(f), and dD/df = D (1 − D).",
            "−log D has the slope −1/D in D, log(1 − D) has −1/(1 − D).",
            "What is left is −(1 − D), and −D.",
        ),
        explanation="−(1 − D) and −D. Where D is near 0 the first is −1 and the second 0: same aim, another pull.",
    ),
    Number(
        key="06-cannot-tell",
        title="the discriminator that cannot tell",
        level=1,
        minutes=2,
        topics=("T57",),
        diagnoses="one term or two, probability or loss",
        answer=1.3863,
        within=0.005,
        wrong=(
            Wrong(0.6931, "That is one of the two terms. It pays for the real number and for the fake."),
            Wrong(0.0, "0 is for the discriminator that is right and sure each time."),
            Wrong(0.5, "½ is what it states. It pays −log ½ for each of the two."),
            Wrong(1.0, "In bits, one each, it would be 2. lossviz counts in nats."),
        ),
        hints=("It states ½ for both.", "−log ½ − log(1 − ½)"),
        explanation="2 log 2 = 1.386. A number to know: a discriminator there has been fooled, or has learned nothing "
        "yet.",
    ),
    Choice(
        key="06-learned-loss",
        title="comparing numbers of a learned loss",
        level=3,
        minutes=4,
        topics=("T57",),
        diagnoses="a loss that is another one in each run and at each step",
        answer="b",
        wrong=(
            Wrong("a", "0.4 under a discriminator that sees nothing is no feat. Under a sharp one 3.1 may be."),
            Wrong("c", "0.69 means that the discriminator cannot tell, which a blind one cannot either."),
            Wrong("d", "Both generators have the same loss formula; what differs is D, and D is part of the loss."),
        ),
        hints=("What is the generator's loss made of?", "Is D the same in the two runs? In one run at two steps?"),
        explanation="Each number was given by another judge. To compare, measure both with something that stands "
        "still: "
        "here, the distance to the data.",
    ),
]
