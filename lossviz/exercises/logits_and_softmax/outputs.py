"""Which output for which question, and soft targets."""

from ..exercise import Choice, Number, Numbers, Wrong

ALL = [
    Choice(
        key="04-which-squash",
        title="softmax or sigmoids",
        level=3,
        minutes=3,
        topics=("T38",),
        diagnoses="exclusive classes and independent labels confused",
        answer="b",
        wrong=(
            Wrong("a", "A photo that shows one bird has exactly one species: softmax."),
            Wrong("c", "Exactly one word comes next: softmax."),
            Wrong("d", "A digit is one of ten: softmax."),
        ),
        hints=("For which of them may several answers be right at once?", "Or none?"),
        explanation="None, one or several of the 14 findings may be there: 14 questions of yes or no, a sigmoid each.",
    ),
    Choice(
        key="04-one-output",
        title="a softmax over one output",
        level=3,
        minutes=2,
        topics=("T38",),
        diagnoses="softmax over a single output",
        answer="c",
        wrong=(
            Wrong(
                "a", "It cannot say no: the output is 1 for every mail. And where the slope is 0 nothing is learned."
            ),
            Wrong("b", "That would be p = ½ everywhere. One number shared out among one class is 1."),
            Wrong("d", "The loss is 0, right or wrong. The accuracy is not: the output calls every mail spam."),
        ),
        hints=("Softmax of one number is …", "So which mails does it get right, and what is −y log p?"),
        explanation="p is 1 for every mail, so −y log p is 0 for either label, and the slope is 0: it calls everything "
        "spam from the first step to the last, and one in five is. One output wants a sigmoid.",
    ),
    Number(
        key="04-not-zero",
        title="the loss of the logits 0, 1, 0",
        level=1,
        minutes=3,
        topics=("T39",),
        diagnoses="a right answer taken to cost 0",
        answer=0.5514,
        within=0.004,
        wrong=(
            Wrong(0.0, "These are logits: their softmax is (0.21, 0.58, 0.21), and −log 0.58 is not 0."),
            Wrong(0.5761, "That is the probability of the right class. The loss is −log of it."),
            Wrong(1.0986, "That is knowing nothing, with three equal logits."),
            Wrong(0.3133, "That is for two classes, a gap of 1. Here there are two others."),
        ),
        hints=("e / (e + 2) is the probability of the right class.", "log(1 + 2/e)"),
        explanation="log(1 + 2/e) = 0.551. Only an infinite gap costs nothing; with label smoothing not even that.",
    ),
    Numbers(
        key="04-smoothed",
        title="the best probability and gap under label smoothing",
        level=1,
        minutes=4,
        topics=("T39",),
        diagnoses="1 − α without α/C; the gap of the logits",
        answer=(0.82, 3.7136),
        within=0.006,
        wrong=(
            Wrong((0.8, 3.5835), "The true class gets its share of α as well: 0.8 + 0.2/10."),
            Wrong((0.82, 41.0), "That is the ratio of the two targets. The gap is its logarithm."),
            Wrong((0.9, 4.3944), "That is α = 0.1, nearly. Here α is 0.2."),
            Wrong((0.82, 1.5163), "That is log p/(1 − p). The gap is to one other class, with 0.02: log(0.82/0.02)."),
        ),
        hints=("1 − α + α/C for the true class, α/C for each other.", "The gap is the logarithm of their ratio."),
        explanation="0.8 + 0.02 = 0.82 against 0.02 each: a gap of ln 41 = 3.71. Beyond it the loss rises again.",
    ),
]
