"""What has happened in this kernel: exercises solved, answers tried, hints given, predictions made."""

SOLVED = {}  # key → Exercise
ANSWERS = {}  # key → the last function that was checked
HINTS = {}  # key → how many hints have been given
PREDICTIONS = {}  # key → what was predicted


def solved(exercise):
    """Remember that the exercise has been solved."""
    SOLVED[exercise.key] = exercise


def answered(exercise, function):
    """Remember the function that was handed in last."""
    ANSWERS[exercise.key] = function


def next_hint(exercise):
    """The place of the hint to give now."""
    place = HINTS.get(exercise.key, 0)
    HINTS[exercise.key] = place + 1
    return place


def forget():
    """Begin anew, as a fresh kernel does."""
    for each in (SOLVED, ANSWERS, HINTS, PREDICTIONS):
        each.clear()
