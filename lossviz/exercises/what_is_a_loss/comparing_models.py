"""Loss against metric, training against held-out data, and the two families."""

from ..exercise import Choice, Wrong

ALL = [
    Choice(
        key="01-lower-loss",
        title="spot the mistake: smaller cross-entropy, better accuracy",
        level=3,
        minutes=3,
        topics=("T10", "M20"),
        diagnoses="loss and metric as the same kind of thing",
        answer="a",
        wrong=(
            Wrong("b", "The trained panda classifier does it too: w = 1.3 against 1.4."),
            Wrong("c", "Often a falling loss raises accuracy. Often is not always."),
            Wrong("d", "Both were computed on the same pictures. They ask two different questions."),
        ),
        hints=("On which side of ½, or how far from the truth?", "Compare w = 1.3 and w = 1.4 once more."),
        explanation="Accuracy asks on which side of ½ a probability lies, the loss how far it is from the truth. "
        "The two may disagree "
        "about who is better.",
    ),
    Choice(
        key="01-fair",
        title="spot the mistake: a lower loss is a better model",
        level=3,
        minutes=3,
        topics=("T65", "M28"),
        diagnoses="comparing across losses, units and data",
        answer="d",
        wrong=(
            Wrong("a", "Square kilograms and square tons differ by a million, for the same predictions."),
            Wrong("b", "With ln and with log₂ the numbers differ by a factor of 1.44, and neither model is better."),
            Wrong("c", "On training data the freest model always wins, and then loses on new data."),
        ),
        hints=(
            "Three things must be equal for a comparison.",
            "Which of the four pairs compares on data that neither model has seen?",
        ),
        explanation="A comparison is fair with the same loss, in the same units, on the same held-out data.",
    ),
    Choice(
        key="01-kept-the-best",
        title="the validation loss of the model that won",
        level=3,
        minutes=3,
        topics=("T65",),
        diagnoses="a selected validation loss taken for an honest estimate",
        answer="b",
        wrong=(
            Wrong("a", "It would be fair for a degree chosen beforehand. You chose the smallest of fifteen."),
            Wrong("c", "The smallest of several noisy numbers is more often too low than too high."),
            Wrong("d", "The training loss is kinder still: it was made small."),
        ),
        hints=("Fifteen noisy numbers: which one did you take?", "Has the chosen model really not seen these data?"),
        explanation="It is a little too kind: among 15 noisy numbers you took the smallest. Keep a third part of "
        "the data, look at it "
        "once, and report that.",
    ),
    Choice(
        key="01-families",
        title="which target asks for which family",
        level=3,
        minutes=2,
        topics=("T11",),
        diagnoses="counts and classes confused",
        answer="c",
        wrong=(
            Wrong("a", "A temperature is a number: how far off you are matters."),
            Wrong("b", "A number of visitors is a number; there are losses made for counts."),
            Wrong("d", "An age in years is a number, even when it is rounded."),
        ),
        hints=("For which of them does it make no sense to be off by 2?", "Digits as pictures are names, not amounts."),
        explanation="Which digit is written is one of ten names: a classification. Being off by 2 means nothing there.",
    ),
]
