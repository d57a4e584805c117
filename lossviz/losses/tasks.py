"""What losses are for: what is predicted, and what may be special about it. Each loss names the ones it suits."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    """Something to predict, in words; a question, and its answers: situations that call for different losses."""

    words: str
    question: str
    situations: dict[str, str]


TASKS = {
    "number": Task(
        "a number: a price, a temperature, a position",
        "What is special about your targets, or about a mistake?",
        {
            "plain": "nothing special: errors are ordinary, none far out",
            "few wild": "a few targets are far off",
            "many wild": "many targets are far off and should hardly count",
            "lopsided": "too low and too high cost differently, or I want a quantile",
            "tolerance": "errors up to a tolerance do not matter",
            "ratio": "the factor or the percentage counts, not the difference",
            "count": "the targets are counts",
            "noise": "their noise is known, or is to be predicted as well",
        },
    ),
    "yes or no": Task(
        "a yes or a no, or several of them at once",
        "What is special about your labels, or about what you want?",
        {
            "plain": "nothing special: I want probabilities I can believe",
            "rare": "most examples are easy ones of one kind",
            "gap": "only the decision counts, no probability",
            "wrong labels": "some labels are wrong",
            "rounds": "models are added in rounds, each to mend the ones before",
        },
    ),
    "class": Task(
        "one of several classes",
        "What is special about your labels, or about what you want?",
        {
            "plain": "nothing special: I want probabilities I can believe",
            "rare": "a class is rare, and missing it is costly",
            "near misses": "some confusions are nearly right",
            "wrong labels": "some labels are wrong",
            "softer": "the model should be less sure of itself",
            "forecast": "stated probabilities are to be judged, not trained",
        },
    ),
    "distribution": Task(
        "a whole distribution over classes",
        "How do target and prediction stand to each other?",
        {
            "one way": "the target is the truth, and the model should match it",
            "both ways": "the two are equals, and their order should not matter",
        },
    ),
    "mask": Task(
        "a mask: which pixels belong to an object",
        "What is the object like, and what does a mistake cost?",
        {
            "plain": "nothing special: the object fills a good part of the picture",
            "small": "the object covers few of the pixels",
            "lopsided": "a missed pixel and a false alarm cost differently",
        },
    ),
    "comparison": Task(
        "which things are alike, or which comes first",
        "What do you know about your examples?",
        {
            "nearer": "of two things I know which is more like a third",
            "order": "of two things I know which should rank higher",
            "partners": "each thing has one partner in the batch",
            "direction": "each thing has a vector to match, in direction alone",
        },
    ),
    "new example": Task(
        "new examples like those I have",
        "Which part of the model is it for?",
        {
            "rebuild": "an input is to come back out of its code",
            "code": "codes should lie where I can draw new ones",
            "adversary": "a second network judges what is real",
        },
    ),
}
"""Task → words and situations, in the order in which a guide asks for them."""
