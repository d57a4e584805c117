"""The cells of an executed notebook as HTML, for one edition."""

import ast
import html
import re

from ..exercises import EXERCISES, PREDICTIONS
from ..exercises.exercise import Function
from . import explorer, questions, teaching
from .drawing import Names, svg
from .formula import FormulaError
from .highlight import highlight
from .prose import Prose, with_formulas
from .recording import EXPLORER, PICTURE

_PREDICT = re.compile(r"\*\*Predict\.\*\*\s*(.+?)(?=\n\s*\n|\Z)", re.DOTALL)
_LIVE_ONLY = re.compile(r"^(?=.*Shift \+ Enter).*$\n*", re.MULTILINE)  # how to run cells, on a page that runs none
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class HandoutError(ValueError):
    """A cell that cannot become part of a page; the message names it."""


class Body:
    """The HTML of a notebook's cells.

    `explorers` are its records, tidied, in the order of the cells; `shared` what its drawings share,
    `neighbours` the names of the notebooks that have pages.
    """

    def __init__(self, notebook, file, explorers, shared, neighbours=frozenset(), *, teacher=False):
        self.file = file
        self.number = file[:2]
        self.teacher = teacher
        self.prose = Prose(".teacher" if teacher else "", neighbours)
        self.asked = []  # (heading, its id, the question)
        self.keys = [each.key for each in EXERCISES.values() if each.notebook == self.number]
        self._shared = shared
        self._explorers = iter(explorers)
        self._pictures = 0
        self._parts = []
        for place, cell in enumerate(notebook.cells):
            try:
                self._add(cell)
            except (FormulaError, HandoutError) as error:
                first = cell.source.strip().partition("\n")[0]
                raise HandoutError(f"cell {place + 1}, which begins {first!r}: {error}") from error

    @property
    def html(self):
        """The whole body, the teaching notes, if any, behind its first cell."""
        first, *rest = self._parts or [""]
        notes = teaching.notes(self.number, self.asked) if self.teacher else ""
        return "".join([first, notes, *rest])

    def _add(self, cell):
        if cell.cell_type == "markdown":
            self._parts.append(self._markdown(cell.source))
        elif cell.cell_type == "code" and cell.source.strip():
            call = questions.call_in(cell.source)
            self._parts.append(self._question(cell, call) if call else self._code(cell))

    def _markdown(self, source):
        if not self._parts:
            source = _LIVE_ONLY.sub("", source)
        made = self.prose.html(source)
        for question in _PREDICT.findall(source):
            heading = next(((text, name) for level, name, text in reversed(self.prose.headings) if level > 1), ("", ""))
            self.asked.append((*heading, Prose().html(question).strip().removeprefix("<p>").removesuffix("</p>")))
        return f'<div class="prose">{made}</div>\n'

    def _code(self, cell):
        kind = "cell imports" if _imports_only(cell.source) else "cell"
        return f'<div class="{kind}">{highlight(cell.source)}{"".join(map(self._output, cell.outputs))}</div>\n'

    def _question(self, cell, call):
        stub = highlight(call.before) if call.before else ""
        if call.name == "progress":
            return stub + questions.standing(self.keys)
        known = EXERCISES if call.name == "check" else PREDICTIONS
        if call.key not in known:
            raise HandoutError(f"there is no exercise or prediction {call.key!r}")
        if call.name == "predict" and not call.answered:
            return stub + questions.comparison(call.key) + (teaching.revelation(call.key) if self.teacher else "")
        options = {}
        if not (call.name == "check" and isinstance(EXERCISES[call.key], Function)) and self._parts:
            options, before = questions.options_of(self._parts[-1].removesuffix("</div>\n").rstrip())
            if options:
                self._parts[-1] = f"{before}</div>\n"
        if call.name == "predict":
            return stub + questions.prediction_form(call.key, options)
        form = questions.exercise_form(call.key, options, self.file)
        return stub + form + (teaching.solution(call.key) if self.teacher else "")

    def _output(self, output):
        if output.output_type == "stream":
            return f'<pre class="output">{_plain(output.text)}</pre>\n'
        if output.output_type == "error":
            return f'<pre class="output">{_plain(f"{output.ename}: {output.evalue}")}</pre>\n'
        data = output.data
        if EXPLORER in data:
            return explorer.figure(next(self._explorers))
        if PICTURE in data:
            return self._picture(data[PICTURE])
        if "text/html" in data:
            return f'<div class="wide">{with_formulas(data["text/html"])}</div>\n'
        if "text/markdown" in data:
            return f'<div class="prose">{self.prose.html(data["text/markdown"])}</div>\n'
        if "image/png" in data:
            return self._png(data["image/png"], output.metadata.get("image/png", {}))
        return f'<pre class="output">{_plain(data.get("text/plain", ""))}</pre>\n'

    def _picture(self, record):
        self._pictures += 1
        elements = self._shared.tidy(record["elements"], Names(f"p{self._pictures}-", record["elements"]))
        return f'<figure class="picture">{svg(record["size"], elements, record["alt"])}</figure>\n'

    def _png(self, image, metadata):
        if not metadata.get("alt"):
            raise HandoutError("it shows a picture without a text alternative; wrap it in Picture(ax, alt)")
        source = f"data:image/png;base64,{''.join(image.split())}"
        width = f' width="{metadata["width"]}"' if "width" in metadata else ""
        return f'<figure class="picture"><img alt="{html.escape(metadata["alt"])}"{width} src="{source}"></figure>\n'


def _imports_only(source):
    try:
        return all(isinstance(each, (ast.Import, ast.ImportFrom)) for each in ast.parse(source).body)
    except SyntaxError:  # a line for IPython alone
        return False


def _plain(text):
    return html.escape(_COLOUR.sub("", text).rstrip("\n"), quote=False)


def records(notebook):
    """The explorers that a notebook shows, as data, in the order of its cells."""
    outputs = (output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)
    return [output.data[EXPLORER] for output in outputs if EXPLORER in output.get("data", {})]
