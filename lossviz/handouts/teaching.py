"""What the teacher's edition has besides: solutions, what wrong answers mean, what to ask."""

import html

from ..exercises import EXERCISES, PREDICTIONS, exercise, table
from .highlight import highlight


def solution(key):
    """The answer to an exercise with the reason, the wrong answers people give, and the hints."""
    of = EXERCISES[key]
    level = exercise.LEVELS[of.level]
    return (
        f'<section class="for-teachers" aria-label="Solution of {key}">'
        f"<p><strong>{key}</strong>, for teachers: {html.escape(of.title)}. {level.capitalize()}, {of.minutes} "
        f"minutes, {' '.join(of.topics)}. It tells apart {html.escape(of.diagnoses)}.</p>"
        f"{_answer(of)}<p>{html.escape(of.explanation)}</p>"
        f"{_wrong_answers(of)}<p>Hints, one after the other:</p><ol>{_items(of.hints)}</ol></section>\n"
    )


def revelation(key):
    """What is true of a prediction, and what to say to those who expected otherwise."""
    of = PREDICTIONS[key]
    return (
        f'<section class="for-teachers" aria-label="Answer to the prediction {key}">'
        f"<p><strong>{key}</strong>, for teachers: the answer is {_value(of.answer)}. {html.escape(of.reveal)}</p>"
        f"{_wrong_answers(of)}</section>\n"
    )


def notes(number, asked):
    """The teaching notes of a notebook; `asked` are its questions, each with the section's heading and id."""
    own = [each for each in EXERCISES.values() if each.notebook == number]
    parts = ['<section class="for-teachers" id="teaching-notes" aria-labelledby="teaching-notes-title">']
    parts.append('<h2 id="teaching-notes-title">Teaching notes</h2>')
    if own:
        minutes = sum(each.minutes for each in own)
        parts.append(f"<p>The {len(own)} exercises take about {minutes} minutes, on top of the time stated above.</p>")
        parts.append(f'<div class="wide">{table(number)._repr_html_()}</div>')
    if asked:
        parts.append("<p>What to ask, before the figure answers:</p><ul>")
        parts.extend(f'<li><a href="#{name}">{heading}</a>: {question}</li>' for heading, name, question in asked)
        parts.append("</ul>")
    return "".join([*parts, "</section>\n"])


def _answer(of):
    if isinstance(of, exercise.Function):
        return f"<p>Solution:</p>{highlight(of.answer_as_code)}"
    return f"<p>Solution: <strong>{_value(of.answer)}</strong></p>"


def _wrong_answers(of):
    if not of.wrong:
        return ""
    if isinstance(of, exercise.Function):
        said = list(dict.fromkeys(each.sentence for each in of.wrong))
        return f"<p>Common wrong answers, and what helps:</p><ul>{_items(said)}</ul>"
    rows = "".join(f"<tr><td>{_value(each.answer)}</td><td>{html.escape(each.sentence)}</td></tr>" for each in of.wrong)
    head = '<tr><th scope="col">wrong answer</th><th scope="col">what helps</th></tr>'
    return f'<div class="wide"><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>'


def _items(sentences):
    return "".join(f"<li>{html.escape(each)}</li>" for each in sentences)


def _value(answer):
    if isinstance(answer, (tuple, list)):
        return ", ".join(map(_value, answer))
    return html.escape(f"{answer:.6g}".replace("-", "−") if isinstance(answer, (int, float)) else str(answer))
