"""What hides behind names: other factors, clips, and names that are gone."""

import numpy as np

from ..exercise import Case, Choice, Function, Number, Wrong


def keras_crossentropy(y, p):
    """Each row divided by its sum, then clipped, then minus the log of the true class."""
    p = p / p.sum(axis=-1, keepdims=True)
    return -np.sum(y * np.log(np.clip(p, 1e-7, 1 - 1e-7)), axis=-1)


ALL = [
    Number(
        key="07-smooth-l1",
        title="from Huber to SmoothL1Loss",
        level=1,
        minutes=2,
        topics=("T61",),
        diagnoses="the two taken for the same, the factor the wrong way round",
        answer=2.0,
        within=0.001,
        wrong=(
            Wrong(4.0, "That is Huber's. SmoothL1Loss is not the same loss: look at its slope far out."),
            Wrong(8.0, "The wrong way round: SmoothL1Loss is Huber divided by β, not times β."),
            Wrong(1.0, "Divided once too often: SmoothL1Loss is Huber divided by β."),
            Wrong(3.0, "That is the absolute error. SmoothL1Loss lies β/2 below it."),
        ),
        hints=("Far out SmoothL1Loss has the slope 1, Huber has δ.", "4 / β."),
        explanation="SmoothL1Loss(β) is HuberLoss(δ = β) divided by β: 4 / 2 = 2, which is |e| − β/2.",
    ),
    Function(
        key="07-keras-crossentropy",
        title="categorical cross-entropy as Keras computes it from probabilities",
        level=2,
        minutes=6,
        topics=("T61",),
        diagnoses="the division left out, the clip left out, the order of the two, the mean",
        reference=keras_crossentropy,
        names=("y", "p"),
        cases=(
            Case(
                np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
                np.array([[0.5, 0.5, 0.5], [0.2, 0.7, 0.1], [0.6, 0.4, 0.0]]),
            ),
            Case(np.array([[0.0, 1.0]]), np.array([[0.0, 1.0]])),
            Case(np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[3e-7, 1e-7], [1.5, 0.5]])),
        ),
        wrong=(
            Wrong(
                lambda y, p: -np.sum(y * np.log(np.clip(p, 1e-7, 1 - 1e-7)), axis=-1),
                "The division is missing: for (0.5, 0.5, 0.5) Keras says log 3, for it divides by the sum first.",
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(p / p.sum(axis=-1, keepdims=True)), axis=-1),
                "The clip is missing: a true class with p = 0 costs 16.12 in Keras.",
            ),
            Wrong(
                lambda y, p: np.sum(
                    -y * np.log(np.clip(p, 1e-7, 1 - 1e-7) / np.clip(p, 1e-7, 1 - 1e-7).sum(axis=-1, keepdims=True)),
                    axis=-1,
                ),
                "You clip before you divide. Keras, on PyTorch, divides first.",
            ),
            Wrong(
                lambda y, p: np.mean(
                    -np.sum(y * np.log(np.clip(p / p.sum(axis=-1, keepdims=True), 1e-7, 1 - 1e-7)), axis=-1)
                ),
                "The formula is right. Leave one loss for each row; the class averages them.",
            ),
            Wrong(
                lambda y, p: np.sum(y * np.log(np.clip(p / p.sum(axis=-1, keepdims=True), 1e-7, 1 - 1e-7)), axis=-1),
                "The minus is missing: surprise is −log p.",
            ),
            Wrong(
                lambda y, p: -np.sum(y * np.log(p / p.sum(axis=-1, keepdims=True) + 1e-7), axis=-1),
                "Adding ε is another convention, and costs a perfect answer its 0. Keras clips to [1e-7, 1 − 1e-7].",
            ),
            Wrong(
                lambda y, p: -np.mean(y * np.log(np.clip(p / p.sum(axis=-1, keepdims=True), 1e-7, 1 - 1e-7)), axis=-1),
                "You average over the classes. The formula sums them: of C terms one survives.",
            ),
        ),
        hints=(
            "First p / p.sum(axis=-1, keepdims=True).",
            "Then np.clip(p, 1e-7, 1 - 1e-7), then −Σ y log p over the classes.",
        ),
        explanation="Divide, clip, take the log. The division hides rows that are no distributions, the clip takes the "
        "slope from the worst mistakes.",
    ),
    Choice(
        key="07-gone",
        title="a name that works as a string and not as an attribute",
        level=3,
        minutes=3,
        topics=("T61", "M04"),
        diagnoses="guessing, downgrading, reading the message",
        answer="d",
        wrong=(
            Wrong("a", "It is installed: the string worked a moment ago."),
            Wrong("b", "That mends one name and loses every other change of some years. Read the list first."),
            Wrong("c", "The spelling is what it used to be. The name itself has been taken away."),
        ),
        hints=(
            "The message says which module was searched, and for what.",
            "dir(keras.losses), or the list in this section.",
        ),
        explanation="Short names live on as strings; as attributes they are gone. The list says what the installed "
        "version has: keras.losses.mean_squared_error.",
    ),
    Choice(
        key="07-last-layer",
        title="which pair of last layer and loss belongs together",
        level=3,
        minutes=3,
        topics=("T61", "T60"),
        diagnoses="softmax twice, logits into a loss of probabilities",
        answer="b",
        wrong=(
            Wrong("a", "CrossEntropyLoss takes logits and has its own softmax: yours would be applied twice."),
            Wrong("c", "The string stands for probabilities. Logits below 0 are clipped there, without a word."),
            Wrong("d", "NLLLoss takes log-probabilities: it wants log_softmax, not softmax."),
        ),
        hints=(
            "Ask of each loss: does it take probabilities, their logarithms, or logits?",
            "In the table two lines say 0.41703, the right number, and two do not.",
        ),
        explanation="from_logits=True tells Keras that no softmax has been applied. In a, c and d the last layer "
        "and the "
        "loss disagree, and nothing warns.",
    ),
    Choice(
        key="07-bridge",
        title="why the bridge needs a slope",
        level=3,
        minutes=3,
        topics=("T62",),
        diagnoses="detach as a cure, numbers taken for graphs",
        answer="a",
        wrong=(
            Wrong("b", "The numbers are right to the last digit. It is the way back that is missing."),
            Wrong("c", "Speed is not the trouble: an array and a tensor may even share their memory."),
            Wrong("d", "It may come from anywhere: formula, autograd, differences. It only has to be there."),
        ),
        hints=(
            "Value forwards, slope backwards: which of the two does detach() leave?",
            "PyTorch differentiates along the operations that it has recorded.",
        ),
        explanation="detach() cuts the recorded way back, and NumPy records none. So the bridge brings the slope "
        "itself, and autograd goes on from there.",
    ),
]
