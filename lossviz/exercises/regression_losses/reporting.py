"""Likelihoods, reporting, and shapes that pair everything with everything."""

from ..exercise import Choice, Number, Wrong

ALL = [
    Number(
        key="02-variance",
        title="the variance a model should claim",
        level=1,
        minutes=3,
        topics=("T20", "T67"),
        diagnoses="deviation for variance, the least variance taken for the best",
        answer=4.0,
        within=0.0005,
        wrong=(
            Wrong(2.0, "That is the standard deviation; the variance is its square."),
            Wrong(0.0, "A variance of 0 makes every error infinitely expensive: e²/v."),
            Wrong(1.0, "With v = 1 the loss is 2; put v = 4 into ½(log v + e²/v) and compare."),
            Wrong(16.0, "The square of the square: the variance is the mean of e²."),
        ),
        hints=("½(log v + e²/v): set its slope in v to 0.", "1/v = e²/v²"),
        explanation="The slope in v vanishes at v = e²: the honest claim is the mean squared error of the region.",
    ),
    Choice(
        key="02-mae-rmse",
        title="what a large gap between MAE and RMSE says",
        level=3,
        minutes=3,
        topics=("T66",),
        diagnoses="RMSE and MAE as two names of one thing",
        answer="b",
        wrong=(
            Wrong("a", "If all errors had one size, RMSE and MAE would be equal."),
            Wrong("c", "Both are in the unit of the target: the root takes the square back."),
            Wrong("d", "RMSE is never below MAE, so 2 and 9 can belong together."),
        ),
        hints=(
            "What are the two numbers if all errors have the same size?",
            "Which of the two does one huge error move more?",
        ),
        explanation="RMSE weighs by size. A gap that large needs a few very large errors among many small ones.",
    ),
    Number(
        key="02-column",
        title="how many losses a column and a row make",
        level=1,
        minutes=3,
        topics=("T13",),
        diagnoses="(N, 1) against (N,): broadcasting to a table",
        answer=16,
        within=0.1,
        wrong=(
            Wrong(4, "So it should be. But NumPy stretches the column over the row and pairs each with each."),
            Wrong(8, "The two are not put one after the other: a column against a row makes a table."),
            Wrong(1, "Nothing is averaged here: count the entries of y_pred - y_true."),
        ),
        hints=("NumPy stretches axes of length 1 to fit.", "(4, 1) against (4,): which shape comes out?"),
        explanation="A column against a row becomes a 4 × 4 table: 16 losses, most of them of strangers. lossviz "
        "refuses, and says "
        "how to reshape.",
    ),
]
