"""The checklist: the losses of the package fail nowhere, and each clause finds the fault it is there for."""

import re

import numpy as np
import pytest

from lossviz import LOSSES, categorical_crossentropy, huber, loss, squared_error
from lossviz.losses.checklist import NOT_RUN, checklist
from lossviz.losses.clauses import CLAUSES, FAIL, LOOK, PASS

SINGLE = [each for each in LOSSES.values() if each.elementwise and len(each.targets) == len(each.predictions) == 1]


@pytest.mark.parametrize("of", SINGLE, ids=lambda of: of.name)
def test_no_loss_of_the_package_fails(of):
    """Every element-wise loss of one prediction passes, and gradient and arguments without a remark."""
    result = checklist(of)
    assert result.passed, result
    clauses = "one loss an example", "no side effects", "gradient agrees"
    assert [result.verdicts[clause] for clause in clauses] == [PASS] * 3


def mean(y_true, y_pred):
    return np.mean((y_pred - y_true) ** 2)


def normalised(y_true, y_pred):
    return (y_pred - y_true) ** 2 / np.max((y_pred - y_true) ** 2)


def greedy(y_true, y_pred):
    y_pred -= y_true
    return y_pred**2


class Remembers:
    """Weighs errors by how often it was asked."""

    __name__ = "remembers"
    asked = 0

    def __call__(self, y_true, y_pred):
        self.asked += 1
        return self.asked * (y_pred - y_true) ** 2


def logarithm(y_true, y_pred):
    return np.log(y_pred - y_true + 1)


def lopsided(y_true, y_pred):
    return (y_pred - y_true - 1) ** 2


def signed(y_true, y_pred):
    return y_pred - y_true


def indifferent(y_true, y_pred):
    return np.full_like(y_pred, 2.0)


def rewards_distance(y_true, y_pred):
    e = y_pred - y_true
    return e**2 * np.exp(-(e**2))


def counts(y_true, y_pred):
    return (np.abs(y_pred - y_true) > 1) * 1.0


def capped(y_true, y_pred, *, cap=4.0):
    return np.minimum((y_pred - y_true) ** 2, cap)


def root(y_true, y_pred):
    return np.sqrt(np.abs(y_pred - y_true))


def explodes(y_true, y_pred):
    return np.cosh(5 * (y_pred - y_true))


def tiny(y_true, y_pred):
    return 1e-7 * (y_pred - y_true) ** 2


def without_half(y_true, y_pred, *, delta=1.0):
    size = np.abs(y_pred - y_true)
    return np.where(size <= delta, size**2, delta * (size - delta / 2))


def per_cent(y_true, y_pred):
    return np.abs((y_pred - y_true) / y_true)


def floor(y_true, y_pred):
    return np.maximum(np.abs(y_pred - y_true) - 1, 0)


CASES = [
    (mean, "one loss an example", FAIL, "returned a single number"),
    (normalised, "one loss an example", FAIL, "averaged, sorted or scaled over the batch"),
    (greedy, "no side effects", FAIL, "it changes y_pred, which belongs to the caller"),
    (logarithm, "finite", FAIL, "not a number at .* first at e = -4"),
    (lopsided, "right minimum", FAIL, "least at e = 1: it asks for predictions too high"),
    (signed, "right minimum", FAIL, "least at e = -4: it asks for predictions too low"),
    (indifferent, "right minimum", FAIL, "every prediction costs the same"),
    (floor, "right minimum", LOOK, "as low on 25% of the ordinary predictions"),
    (signed, "useful slope", FAIL, "leads away from the target"),
    (rewards_distance, "useful slope", FAIL, "at e = -4 the slope leads away"),
    (counts, "useful slope", FAIL, "nothing to learn from"),
    (capped, "useful slope", LOOK, "0 at 50% of the ordinary predictions"),
    (root, "useful slope", LOOK, "grows without end towards the target"),
    (explodes, "useful slope", LOOK, "one example rules"),
    (tiny, "scale", LOOK, "an error of 1 costs 1e-07, one of 2 costs 4e-07: mind the learning rate"),
    (without_half, "shape", FAIL, "the loss jumps near e = -1, and no slope tells"),
    (capped, "shape", LOOK, "not convex, with a kink near e = -2"),
    (per_cent, "stability", FAIL, "the loss is not a number at e = 0 for a target of 0"),
    (explodes, "stability", LOOK, "the loss is infinite at e = -1000"),
]


@pytest.mark.parametrize(("function", "clause", "verdict", "reason"), CASES)
def test_each_clause_finds_its_fault(function, clause, verdict, reason):
    """A loss made with one fault gets that verdict on that line, with a reason that names it."""
    line = next(line for line in checklist(function).lines if line.clause == clause)
    assert line.verdict == verdict, line
    assert re.search(reason, line.reason), line


def test_a_loss_that_remembers_is_found():
    """A function that gives another answer to the same question has a side effect, though its arguments stay."""
    (line,) = (line for line in checklist(Remembers()).lines if line.clause == "no side effects")
    assert (line.verdict, line.reason.partition(" the second time")[1]) == (FAIL, " the second time")


def test_a_wrong_gradient_is_found():
    """A gradient given by hand is compared with differences, and the first place where they disagree is named."""
    wrong = loss(lambda y_true, y_pred: (y_pred - y_true) ** 2, gradient=lambda y_true, y_pred: y_pred - y_true)
    (line,) = (line for line in checklist(wrong).lines if line.clause == "gradient agrees")
    assert line.verdict == FAIL
    assert line.reason.startswith("the gradient says -4 at e = -4, differences say -8")
    assert checklist(wrong).verdicts["useful slope"] == PASS


def test_a_function_that_raises_fails_in_words_and_the_rest_is_not_run():
    """The first line says what was raised and where; nothing else can be judged."""

    def typo(y_true, y_pred):
        return np.abs(y_pred - y_ture)  # noqa: F821

    result = checklist(typo)
    assert result.lines[0].reason.startswith("NameError in line 2 of typo (return np.abs(y_pred - y_ture)")
    assert [line.verdict for line in result.lines] == [FAIL] + [NOT_RUN] * (len(CLAUSES) - 1)
    assert not result.passed
    assert "takes only y" in checklist(lambda y: y).lines[0].reason


def test_tunables_and_unit_are_used():
    """`unit` is the size of an ordinary error: what is flat in one unit is not in another."""
    assert checklist(capped, cap=100.0).verdicts["useful slope"] == PASS
    assert checklist(capped, unit=10.0, cap=100.0).verdicts["useful slope"] == LOOK
    assert checklist(huber, unit=1000.0).verdicts["scale"] == LOOK


def test_print_and_table_carry_every_line():
    """Text and table hold clause, verdict as a word and reason; the table has headers for those who hear it."""
    result = checklist(capped)
    printed, table = repr(result), result._repr_html_()
    assert printed.splitlines()[0] == "Checklist of capped: 7 pass, 2 look"
    for line in result.lines:
        assert f"{line.verdict:7s} {line.clause}" in printed and line.reason in printed
        assert line.verdict in table and line.clause in table
    assert table.count('scope="row"') == len(CLAUSES) and table.count('scope="col"') == 3
    escaped = checklist(lambda y_true, y_pred: "<b>")._repr_html_()
    assert "<b>&lt;" in escaped or "&lt;" not in escaped


def test_what_is_no_such_loss_is_a_type_error():
    """Whole vectors and things that cannot be called are told at once."""
    with pytest.raises(TypeError, match="one target and one prediction"):
        checklist(categorical_crossentropy)
    with pytest.raises(TypeError, match="got float"):
        checklist(0.5)
    assert checklist(squared_error).verdicts["shape"] == PASS
