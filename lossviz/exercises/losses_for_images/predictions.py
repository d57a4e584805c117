"""Predictions before the explorers of the first half of notebook 06."""

from ..exercise import Prediction, Wrong

ALL = [
    Prediction(
        key="06-same-start",
        answer="b",
        wrong=(
            Wrong("a", "At one rate for both it looks so. Give squared error a rate of its own."),
            Wrong("c", "Look at the first three epochs."),
        ),
        reveal="At one rate squared error is far behind; at ten times the rate it arrives at the same share, "
        "only later.",
    ),
    Prediction(
        key="06-all-ones",
        answer="c",
        wrong=(
            Wrong("a", "The loss looks at the true class's output alone, and that is 1 in both."),
            Wrong("b", "The true class's output is 1 in both, so neither costs anything."),
        ),
        reveal="Both cost 0: the outputs of the wrong classes do not enter. With softmax the second answer "
        "cannot be given.",
    ),
    Prediction(
        key="06-which-returns",
        answer="b",
        wrong=(
            Wrong("a", "It was trained on just that, and still: compare the two numbers and their spread."),
            Wrong("c", "Compare the two numbers and their spread over the seeds."),
        ),
        reveal="By squares they cannot be told apart. What decides is how many numbers the code has.",
    ),
    Prediction(
        key="06-large-beta",
        answer="b",
        wrong=(
            Wrong("a", "Its codes are as normal as can be, for they no longer depend on the picture: see the samples."),
            Wrong("c", "β weighs the divergence alone. Look at the second column of «in and back»."),
        ),
        reveal="One cloud for every picture, and one grey picture for every cloud: the divergence is 0, and so is what "
        "the code says.",
    ),
    Prediction(
        key="06-calls",
        answer="a",
        wrong=(
            Wrong("b", "It is sure enough of few pixels only: look at its recall."),
            Wrong("c", "That is what the weighted one does: compare the two."),
        ),
        reveal="Too few: a pixel is called from p = ½ on, and where one pixel in fifty is mask, few get that far.",
    ),
]
