"""The answer to an exercise, with the reason and, where there is one, a picture."""

import html

from .exercise import Function

_CODE = "background:rgba(127,127,127,.12);padding:8px;overflow-x:auto;white-space:pre-wrap"


class Solution:
    """An exercise's answer: `code`, `explanation`, and `picture`, the learner's curve over the right one, or None."""

    def __init__(self, exercise, function=None):
        self.key = exercise.key
        self.code = exercise.answer_as_code
        self.explanation = exercise.explanation
        self.picture = _picture(exercise, function)

    def __repr__(self):
        return f"→ {self.key}, the answer:\n\n{self.code}\n\n{self.explanation}"

    def _repr_mimebundle_(self, include=None, exclude=None):
        body = [f"<strong>→ {html.escape(self.key)}, the answer:</strong>"]
        body.append(f'<pre style="{_CODE}"><code>{html.escape(self.code)}</code></pre>')
        body.append(f"<p>{html.escape(self.explanation)}</p>")
        if self.picture:
            data, metadata = self.picture._repr_mimebundle_()
            alt = html.escape(metadata["image/png"]["alt"])
            width = metadata["image/png"]["width"]
            body.append(f'<img alt="{alt}" width="{width}" src="data:image/png;base64,{data["image/png"]}">')
        return {"text/plain": repr(self), "text/html": "".join(body)}


def _picture(exercise, function):
    if not isinstance(exercise, Function) or exercise.curve is None:
        return None
    from ..figures.answer import answer_picture  # Matplotlib comes with the first picture

    return answer_picture(exercise, function)
