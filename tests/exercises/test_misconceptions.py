"""What learners bring along from elsewhere is answered by at least one exercise each."""

import pytest

from lossviz.exercises import EXERCISES, check

MISCONCEPTIONS = {
    "softmax before a loss that takes logits": "04-stuck",
    "smooth L1 is Huber": "02-smooth-l1",
    "the mean with class weights is a plain mean": "03-other-mean",
    "(N, 1) against (N,) is element by element": "02-column",
    "KL takes probabilities where log-probabilities are expected": "03-kl-negative",
    "a perfect prediction always gives 0": "04-not-zero",
    "MAE is a robust MSE": "02-budget",
    "clipping is harmless": "03-harmless",
    "softmax over a single output": "03-single-softmax",
    "a custom objective receives probabilities": "04-raw-scores",
}


@pytest.mark.parametrize(("belief", "key"), MISCONCEPTIONS.items(), ids=list(MISCONCEPTIONS.values()))
def test_a_misconception_has_an_exercise_that_answers_it(belief, key):
    """Each has an exercise, and whoever holds it gets a sentence of its own there."""
    exercise = EXERCISES[key]
    assert exercise.wrong, belief
    assert not check(key, exercise.wrong[0].answer).right
