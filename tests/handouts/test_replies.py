"""What the page answers is what `check`, `hint` and `predict` say."""

import pytest

from lossviz.exercises import EXERCISES, PREDICTIONS, check, record
from lossviz.exercises.exercise import Choice, Function, Number, Numbers
from lossviz.handouts import questions, replies


@pytest.fixture(autouse=True)
def fresh():
    """No exercise of another test counts here."""
    record.forget()
    yield
    record.forget()


@pytest.mark.parametrize("key", EXERCISES)
def test_known_answers_get_the_sentences_of_check(key):
    """The right answer and every known wrong one get, word for word, what `check` prints."""
    exercise = EXERCISES[key]
    made = replies.of_exercise(exercise)
    assert len(made["hints"]) == len(exercise.hints)
    assert all(hint in " ".join(lines) for hint, lines in zip(exercise.hints, made["hints"], strict=True))
    if isinstance(exercise, Choice):
        said = made["letters"].items()
    elif isinstance(exercise, Number):
        said = [(answer, lines) for (answer,), lines in made["answers"]]
    elif isinstance(exercise, Numbers):
        said = made["answers"]
    else:
        assert isinstance(exercise, Function)
        return
    for answer, lines in said:
        assert lines == [line.strip() for line in repr(check(key, answer)).splitlines()]


@pytest.mark.parametrize("key", PREDICTIONS)
def test_predictions_are_revealed(key):
    """Whatever was predicted, the page tells what is true."""
    prediction = PREDICTIONS[key]
    made = replies.of_prediction(prediction, "abcd" if isinstance(prediction.answer, str) else "")
    said = [*made.get("letters", {}).values(), *(lines for _, lines in made.get("answers", ()))]
    said += [made["otherwise"]] if "otherwise" in made else []
    assert len(said) > 1
    assert all(prediction.reveal in " ".join(lines) for lines in said)
    assert "{}" in made["noted"][0]


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ('check("02-mae", f)', ("check", "02-mae", True, "")),
        ('def f(x):\n    return ...\n\n\ncheck("02-mae", f)', ("check", "02-mae", True, "def f(x):\n    return ...")),
        ('predict("02-squares")', ("predict", "02-squares", False, "")),
        ('progress("02")', ("progress", "02", False, "")),
    ],
)
def test_calls_are_found_by_their_syntax(source, call):
    """A cell that ends in check, predict or progress is a question, with the code in front of the call."""
    found = questions.call_in(source)
    assert (found.name, found.key, found.answered, found.before) == call


@pytest.mark.parametrize(
    "source", ["explore(huber)", "x = check('02-mae', f)", "%matplotlib inline", "", "a.check('b')"]
)
def test_other_cells_are_no_questions(source):
    """A cell that ends in anything else is shown as it is."""
    assert questions.call_in(source) is None


def test_statements_become_the_choices():
    """A list of lettered statements at the end of a text is taken out of it; any other list stays."""
    options, before = questions.options_of(
        "<p>Which?</p>\n<ul>\n<li><strong>a</strong> One.</li>\n<li><strong>b</strong> Two.</li>\n</ul>\n"
    )
    assert options == {"a": "One.", "b": "Two."}
    assert before == "<p>Which?</p>\n"
    plain = "<ul>\n<li>one</li>\n</ul>\n"
    assert questions.options_of(plain) == ({}, plain)
