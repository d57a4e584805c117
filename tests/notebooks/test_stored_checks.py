"""The checks of stored notebooks find what they are for: a sound notebook passes, each damage is named."""

import base64

import pytest
from nbformat import v4

from . import stored

OPENING = "# Title\n\nWhat for?\n\n**Goals** …\n\n**Prerequisites** none · 20 minutes · CC BY 4.0"


def sound():
    """A notebook with everything the checks want."""
    picture = base64.b64encode(bytes(3000)).decode()
    explorer = v4.new_code_cell("explore(huber)", execution_count=2)
    data = {"text/plain": "Explorer: Huber loss (delta = 1.0)", "image/png": picture}
    explorer.outputs = [v4.new_output("execute_result", data, metadata={"image/png": {"alt": "slope 0.5"}})]
    imports = v4.new_code_cell("import numpy as np\nfrom lossviz import huber", execution_count=1)
    prose = v4.new_markdown_cell('![a line](a.png) and <img src="b.png" alt="a point">')
    return v4.new_notebook(cells=[v4.new_markdown_cell(OPENING), imports, explorer, v4.new_code_cell(""), prose])


def complaints(notebook):
    return [complaint for check in stored.CHECKS for complaint in check(notebook)]


def test_a_sound_notebook_has_no_complaints():
    """The checks pass what they should."""
    assert complaints(sound()) == []


def set_output(**changes):
    """A change of the explorer's output; None takes the entry away."""

    def change(notebook):
        output = notebook.cells[2].outputs[0]
        for kind, value in changes.items():
            place, key = {
                "text": (output.data, "text/plain"),
                "png": (output.data, "image/png"),
                "alt": (output.metadata["image/png"], "alt"),
                "view": (output.data, "application/vnd.jupyter.widget-view+json"),
            }[kind]
            place[key] = value

    return change


def set_source(index, source):
    return lambda notebook: notebook.cells[index].update(source=source)


def set_count(index, count):
    return lambda notebook: notebook.cells[index].update(execution_count=count)


def add_output(*args, **kwargs):
    return lambda notebook: notebook.cells[2].outputs.append(v4.new_output(*args, **kwargs))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (set_source(0, OPENING.replace("# Title", "Title")), "a title"),
        (set_source(0, OPENING.replace("?", ".")), "a question"),
        (set_source(0, OPENING.replace("Goals", "Aims")), "'goals'"),
        (set_source(0, OPENING.replace("Prerequisites", "Before")), "'prerequisites'"),
        (set_source(0, OPENING.replace("minutes", "min")), "'minutes'"),
        (set_source(0, OPENING.replace("CC BY 4.0", "free")), "'CC BY 4.0'"),
        (lambda notebook: notebook.cells.pop(0), "first cell is not text"),
        (lambda notebook: notebook.cells.insert(1, v4.new_markdown_cell("more")), "second cell is not code"),
        (set_source(1, "import numpy as np\nnp.random.seed(1)"), "more than imports"),
        (set_source(1, "%matplotlib inline\nimport numpy"), "not plain Python"),
        (set_source(1, "# nothing"), "more than imports, or none"),
        (set_count(2, None), "[None], not [2]"),
        (set_count(2, 5), "[5], not [2]"),
        (add_output("error", ename="ValueError", evalue="", traceback=[]), "stores an error: ValueError"),
        (add_output("stream", name="stderr", text="RuntimeWarning"), "stores a warning"),
        (add_output("stream", name="stdout", text="<Line2D at 0x7fb3>"), "address in memory"),
        (add_output("display_data", {"text/plain": "[<Line2D at 0x7fb3>]"}), "address in memory"),
        (lambda notebook: notebook.metadata.update(widgets={}), "widget state"),
        (set_output(view={}), "widget-view"),
        (set_output(png=""), "no picture"),
        (set_output(png=base64.b64encode(bytes(900)).decode()), "an empty one"),
        (set_output(alt="a line"), "alt text with a number"),
        (set_output(alt=""), "a picture has no alt text"),
        (set_output(alt="Mine. ValueError: 3 is too much"), "shows an error"),
        (set_output(text="Explorer: one\ntwo"), "more than one line"),
        (set_source(4, "![](a.png)"), "![](a.png) has no alt text"),
        (set_source(4, '<img src="b.png" alt="">'), "has no alt text"),
        (set_source(4, '<img src="b.png">'), "has no alt text"),
        (add_output("display_data", {"image/png": "AAAA"}), "a picture has no alt text"),
    ],
)
def test_each_damage_is_named(damage, said):
    """A notebook with one thing wrong gets a complaint that says which."""
    notebook = sound()
    damage(notebook)
    assert any(said in complaint for complaint in complaints(notebook)), complaints(notebook)


def test_topics_are_the_numbered_tags():
    """Other tags, such as the ones that hide a cell on paper, are no topics."""
    notebook = sound()
    notebook.cells[2].metadata["tags"] = ["T12", "M02", "hide-input", "T1"]
    notebook.cells[4].metadata["tags"] = ["T12", "T13"]
    assert stored.topics(notebook) == {"T12", "T13", "M02"}


def test_the_course_map_is_read_by_notebook():
    """Rows of the topic table count for the notebook in their last column; other tables do not count."""
    rows = ["| T12 | a or b | 02 |", "| M02 | c | 02 |", "| T40 | d | 04 |", "| T9 | e | 1 |", "| 05 | f | T01 |"]
    table = "\n".join(["| number | what | notebook |", "|---|---|---|", *rows])
    assert stored.announced(table) == {"02": {"T12", "M02"}, "04": {"T40"}}
