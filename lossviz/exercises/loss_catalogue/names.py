"""The same loss under another name, and what differs there."""

from ..exercise import Choice, Number, Wrong

ALL = [
    Number(
        key="08-smooth-l1",
        title="Smooth L1 for Huber",
        level=1,
        minutes=3,
        topics=("T63",),
        diagnoses="two losses taken for one; dividing where one multiplies",
        answer=8.0,
        within=0.01,
        wrong=(
            Wrong(4.0, "That is what Smooth L1 says. The two are one loss only for δ = β = 1."),
            Wrong(2.0, "The other way round: Smooth L1 is Huber divided by β."),
            Wrong(12.5, "That is ½e², the square inside δ. The error 5 lies beyond δ = 2."),
            Wrong(16.0, "Times β once: 2 · 4."),
        ),
        hints=("Read 'not when' on the card of smooth_l1.", "Huber with δ = β is β times as large."),
        explanation="Huber with δ = β is β times Smooth L1: δ(|e| − δ/2) = 2 · (5 − 1) = 8. Slopes too, so a learning "
        "rate does not carry over.",
    ),
    Number(
        key="08-brier-keras",
        title="a Brier score from another library",
        level=1,
        minutes=3,
        topics=("T63",),
        diagnoses="a mean over classes for a sum",
        answer=0.6,
        within=0.002,
        wrong=(
            Wrong(0.15, "That is Keras's number, a mean over the classes. The Brier score is their sum."),
            Wrong(0.0375, "Dividing again goes the wrong way: Keras has divided by C already."),
            Wrong(0.3, "C is 4, the number of classes."),
            Wrong(2.4, "By C once: 4 · 0.15."),
        ),
        hints=("Look at 'elsewhere' on the card of brier.", "Keras gives this loss divided by C."),
        explanation="A mean over four classes is a quarter of their sum: 4 · 0.15 = 0.6.",
    ),
    Choice(
        key="08-tversky-keras",
        title="α and β that change places",
        level=3,
        minutes=3,
        topics=("T63",),
        diagnoses="names trusted without the convention",
        answer="b",
        wrong=(
            Wrong("a", "The names are the same, their meaning is not: read the note under Keras."),
            Wrong("c", "Nothing is halved; the two weights sum to 1 in both libraries."),
            Wrong("d", "It weighs both kinds of mistake; the question is which letter weighs which."),
        ),
        hints=("What does β weigh here: missed pixels or false alarms?", "See 'elsewhere' on the card of tversky."),
        explanation="Here β weighs the missed pixels, in Keras α does. With the letters copied, the loss would ask for "
        "a model that overlooks tumours.",
    ),
]
