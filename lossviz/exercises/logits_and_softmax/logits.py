"""Logits, odds and probabilities."""

from ..exercise import Choice, Numbers, Wrong

ALL = [
    Numbers(
        key="04-odds",
        title="odds, probability and logit of rain",
        level=1,
        minutes=4,
        topics=("T32",),
        diagnoses="odds for probability, doubling p instead of the odds",
        answer=(0.75, 1.0986, 0.8571),
        within=0.004,
        wrong=(
            Wrong((3.0, 1.0986, 6.0), "Those are odds. Asked is p, the share of the whole: 3 of 4."),
            Wrong((0.75, 1.0986, 1.5), "A probability cannot be doubled: the odds double, from 3 : 1 to 6 : 1."),
            Wrong((0.75, 3.0, 0.8571), "z is the logarithm of the odds, log 3."),
            Wrong((0.25, -1.0986, 0.4), "Upside down: rain is three times as likely as no rain, 3 : 1."),
            Wrong((0.3333, -1.0986, 0.6667), "Odds of 3 : 1 are 3 of 4, not 1 of 3."),
            Wrong((0.75, 0.4771, 0.8571), "That is log₁₀. Logits use the natural logarithm."),
            Wrong((0.75, -0.2877, 0.8571), "That is log p. The logit is the logarithm of the odds, p / (1 − p)."),
        ),
        hints=("3 : 1 means 3 of 4.", "z = log 3. Doubled odds are 6 : 1."),
        explanation="p = 3/4, z = log 3 = 1.10; doubled, the odds are 6 : 1 and p = 6/7. Evidence adds up in the "
        "logit: log 2 was "
        "added.",
    ),
    Choice(
        key="04-squashed",
        title="spot the mistake: every classifier outputs a probability",
        level=3,
        minutes=4,
        topics=("T32", "M29"),
        diagnoses="a number between 0 and 1 taken for a probability; labels taken for probabilities",
        answer="c",
        wrong=(
            Wrong(
                "a",
                "It was trained for a gap, not for odds: at radius 9 it says 0.13 where one in a hundred is malignant.",
            ),
            Wrong("b", "Of the samples with a radius from 14 to 15 a third is malignant: 0.33 is the truth there."),
            Wrong("d", "A threshold on the score can decide quite well. As a probability it is still wrong."),
        ),
        hints=("Compare each curve with the dots.", "What was each score trained to be?"),
        explanation="Labels are 0 or 1; their probability given what the model sees need not be. And a score is "
        "a probability only if "
        "its loss asked for one.",
    ),
    Choice(
        key="04-raw-scores",
        title="a custom objective that gets raw scores",
        level=3,
        minutes=3,
        topics=("T32",),
        diagnoses="a custom objective of gradient boosting taken to receive probabilities",
        answer="b",
        wrong=(
            Wrong("a", "Labels of 0 and 1 are fine; look at the other argument."),
            Wrong("c", "The learning rate scales every step; the slopes themselves are wrong here."),
            Wrong("d", "Clipping hides it: 2.3 becomes 1, and everyone above is pulled alike."),
        ),
        hints=("Can a probability be 2.3 or −4?", "What stands before the sigmoid?"),
        explanation="Boosting libraries hand a custom objective the raw scores, logits. First p = σ(score), then "
        "p − y; the curvature "
        "is p (1 − p).",
    ),
]
