"""Predictions: recorded before an explorer, compared with what it shows afterwards, kindly."""

from numbers import Real

from . import record
from .checking import short_text
from .feedback import Feedback

NOT_GIVEN = object()


def predict(prediction, answer):
    """Record an answer, or compare the recorded one where none is given."""
    if answer is NOT_GIVEN:
        return _compare(prediction)
    if answer is ... or answer is None:
        record.PREDICTIONS.pop(prediction.key, None)
        ask = "put your prediction in place of the three dots. A guess will do."
        return Feedback("open", (f"{prediction.key}: {ask}",))
    record.PREDICTIONS[prediction.key] = answer
    return Feedback("told", (f"{prediction.key}: noted, {short_text(answer)}. Now move the sliders and see.",))


def _compare(prediction):
    if prediction.key not in record.PREDICTIONS:
        return Feedback("open", (f"{prediction.key}: you have not predicted anything yet. Go back and guess first.",))
    answer = record.PREDICTIONS[prediction.key]
    said = f"{prediction.key}: you predicted {short_text(answer)}"
    if _agree(answer, prediction.answer, prediction.within):
        return Feedback("told", (f"{said}, and so it is.", prediction.reveal))
    for wrong in prediction.wrong:
        if _agree(answer, wrong.answer, prediction.within):
            return Feedback("told", (f"{said}. {wrong.sentence}", prediction.reveal))
    kindly = "It comes out differently, which is what predictions are for."
    return Feedback("told", (f"{said}. {kindly}", prediction.reveal))


def _agree(answer, wanted, within):
    if isinstance(wanted, str):
        return str(answer).strip().lower() == wanted
    return isinstance(answer, Real) and abs(float(answer) - wanted) <= within
