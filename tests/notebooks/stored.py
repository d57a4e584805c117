"""What a stored notebook of the course must be; each check returns its complaints, none meaning that all is well."""

import ast
import base64
import re

SMALLEST_PICTURE = 2048  # bytes; an empty figure is smaller than that
ADDRESS = re.compile(r" at 0x[0-9a-f]+")
ERROR = re.compile(r"\b[A-Z]\w*(Error|Exception|Warning): ")
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)")
HTML_IMAGE = re.compile(r"<img\b[^>]*>")
HTML_ALT = re.compile(r"""\balt=(["'])(?=\s*[^\s"'])""")
FIRST_CELL = ("goals", "prerequisites", "minutes", "CC BY 4.0")


def first_cell(notebook):
    """Title, one question, goals, prerequisites, minutes and licence."""
    cell = notebook.cells[0]
    if cell.cell_type != "markdown":
        return ["the first cell is not text"]
    wanted = [] if re.match(r"# \S", cell.source) else ["a title, '# …', on its first line"]
    wanted += [] if "?" in cell.source else ["a question"]
    wanted += [f"the word {word!r}" for word in FIRST_CELL if word.lower() not in cell.source.lower()]
    return [f"the first cell lacks {what}" for what in wanted]


def second_cell(notebook):
    """Imports, and nothing else."""
    cell = notebook.cells[1]
    if cell.cell_type != "code":
        return ["the second cell is not code"]
    try:
        statements = ast.parse(cell.source).body
    except SyntaxError:
        return ["the second cell is not plain Python"]
    if not statements or not all(isinstance(each, (ast.Import, ast.ImportFrom)) for each in statements):
        return ["the second cell holds more than imports, or none"]
    return []


def executed(notebook):
    """Every code cell ran, in order, from a fresh kernel, without an error, a warning or a text that changes."""
    complaints = []
    for count, (number, cell) in enumerate(_code_cells(notebook), 1):
        if cell.execution_count != count:
            complaints.append(f"cell {number} was not executed in its turn: [{cell.execution_count}], not [{count}]")
        for output in cell.outputs:
            if output.output_type == "error":
                complaints.append(f"cell {number} stores an error: {output.ename}")
            if output.output_type == "stream" and output.name == "stderr":
                complaints.append(f"cell {number} stores a warning: {output.text[:60]!r}")
            text = output.get("text", "") + output.get("data", {}).get("text/plain", "")
            if ADDRESS.search(text):
                complaints.append(f"cell {number} stores an address in memory: {ADDRESS.search(text)[0]!r}")
    return complaints


def no_widget_state(notebook):
    """No widget is stored: it would show as an error where no kernel runs."""
    complaints = ["the notebook stores widget state"] if "widgets" in notebook.metadata else []
    for number, output in _outputs(notebook):
        complaints += [f"cell {number} stores {kind}" for kind in output.get("data", {}) if "jupyter.widget" in kind]
    return complaints


def explorers(notebook):
    """Each explorer is there as a picture with its numbers in words; none stands in an error."""
    complaints = []
    for number, output in _outputs(notebook):
        data = output.get("data", {})
        if not data.get("text/plain", "").startswith("Explorer"):
            continue
        if "\n" in data["text/plain"].strip():
            complaints.append(f"cell {number}: the explorer's text has more than one line")
        if len(base64.b64decode(data.get("image/png", ""))) < SMALLEST_PICTURE:
            complaints.append(f"cell {number}: the explorer has no picture, or an empty one")
        alt = output.metadata.get("image/png", {}).get("alt", "")
        if not re.search(r"\d", alt):
            complaints.append(f"cell {number}: the explorer's picture has no alt text with a number")
        if ERROR.search(alt):
            complaints.append(f"cell {number}: the explorer shows an error: {ERROR.search(alt)[0]!r}")
    return complaints


def pictures_have_alt_text(notebook):
    """Every picture, drawn by a cell or embedded in the prose, has words that stand for it."""
    complaints = []
    for number, output in _outputs(notebook):
        if "image/png" in output.get("data", {}) and not output.metadata.get("image/png", {}).get("alt", "").strip():
            complaints.append(f"cell {number}: a picture has no alt text")
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type != "markdown":
            continue
        missing = [image[0] for image in IMAGE.finditer(cell.source) if not image["alt"].strip()]
        missing += [image for image in HTML_IMAGE.findall(cell.source) if not HTML_ALT.search(image)]
        complaints += [f"cell {number}: {image} has no alt text" for image in missing]
    return complaints


CHECKS = (first_cell, second_cell, executed, no_widget_state, explorers, pictures_have_alt_text)


def topics(notebook):
    """The T and M numbers that stand as tags on the cells."""
    tags = {tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])}
    return {tag for tag in tags if re.fullmatch(r"[TM]\d\d", tag)}


def announced(course_map):
    """Notebook number → the topic numbers that the course map (its text) announces for it."""
    rows = re.findall(r"^\| ([TM]\d\d) \| .+ \| (\d\d(?:, \d\d)*) \|$", course_map, flags=re.MULTILINE)
    notebooks = {notebook for _, where in rows for notebook in where.split(", ")}
    return {notebook: {topic for topic, where in rows if notebook in where} for notebook in notebooks}


def _code_cells(notebook):
    numbered = enumerate(notebook.cells, 1)
    return [(number, cell) for number, cell in numbered if cell.cell_type == "code" and cell.source.strip()]


def _outputs(notebook):
    return [(number, output) for number, cell in _code_cells(notebook) for output in cell.outputs]
