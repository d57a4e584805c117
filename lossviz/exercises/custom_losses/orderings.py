"""Losses of orderings."""

from ..exercise import Choice, Number, Wrong

ALL = [
    Number(
        key="05-circle",
        title="readers who contradict each other",
        level=1,
        minutes=3,
        topics=("T71",),
        diagnoses="a ranking that cannot be satisfied",
        answer=0.6931,
        within=0.004,
        wrong=(
            Wrong(0.0, "That would need every gap to be large, and the three gaps sum to 0."),
            Wrong(2.0794, "That is the sum of the three. Asked is the loss for each pair."),
            Wrong(0.5, "½ is the probability that each pair states. The loss is −log of it."),
            Wrong(1.0986, "log 3 would be for a choice among three. Each pair is a choice between two."),
        ),
        hints=("The three gaps of a circle sum to 0.", "Convex, so equal gaps are best: what does a gap of 0 cost?"),
        explanation="Equal scores are best, log 2 = 0.693 for each pair. The loss cannot be made small, and "
        "rightly so.",
    ),
    Choice(
        key="05-collapse",
        title="a triplet loss that rests at its margin",
        level=3,
        minutes=3,
        topics=("T71",),
        diagnoses="the collapse to one point",
        answer="b",
        wrong=(
            Wrong("a", "Then the loss would be 0: all negatives beyond the margin."),
            Wrong("c", "A margin twice as large would only double the number at which it rests."),
            Wrong("d", "Scale alone does not leave exactly the margin behind."),
        ),
        hints=("What does max(0, d⁺ − d⁻ + margin) give if both distances are 0?", "Where do all points lie then?"),
        explanation="All points have fallen into one place: both distances are 0, what is left is the margin, "
        "and there is no direction to "
        "leave in.",
    ),
]
