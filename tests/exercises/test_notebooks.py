"""The exercises where learners meet them: every one is posed in its notebook, and a solved notebook runs green."""

import ast
import itertools
import re

import pytest
from nbclient import NotebookClient
from nbformat import v4

from lossviz.exercises import EXERCISES, PREDICTIONS
from lossviz.exercises.exercise import LEVELS, Choice, Function
from lossviz.notebooks.normalise import read

from ..notebooks import FOLDER, NOTEBOOKS

POSED = [path for path in NOTEBOOKS if path.name[:2] in {each.notebook for each in EXERCISES.values()}]
EACH = pytest.mark.parametrize("path", POSED, ids=lambda path: path.stem)
HEAD = re.compile(r"\*\*Exercise (?P<key>\d\d-[a-z0-9-]+)\*\* \((?P<level>\w+), (?P<minutes>\d+) minutes?\)")


def of(path, among):
    return {key: each for key, each in among.items() if each.notebook == path.name[:2]}


def calls(cell, name):
    """The calls of `name` in a code cell, each with its key and its second argument or None."""
    found = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]
    named = [node for node in found if isinstance(node.func, ast.Name) and node.func.id == name]
    return [(node.args[0].value, node.args[1] if len(node.args) > 1 else None) for node in named]


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def solved(source):
    """A cell's source with every stub replaced by its solution, and every prediction made."""
    cell = v4.new_code_cell(source)
    for name, among in (("check", EXERCISES), ("predict", PREDICTIONS)):
        for key, answer in calls(cell, name):
            if isinstance(answer, ast.Constant):
                code = repr(among[key].answer) if name == "predict" else among[key].answer_as_code
                cell.source = cell.source.replace(f'{name}("{key}", ...)', f'{name}("{key}", {code})')
            elif answer is not None:
                function = among[key].reference.__name__
                (stub,) = [n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and n.name == function]
                cell.source = cell.source.replace(ast.get_source_segment(source, stub), among[key].answer_as_code)
    return cell.source


@EACH
def test_every_exercise_is_posed_once(path):
    """Each exercise and prediction of a notebook's number is checked in one cell there, and no other is."""
    cells = code_cells(read(path.read_text("utf-8")))
    keys = [key for cell in cells for key, _ in calls(cell, "check")]
    assert sorted(keys) == sorted(of(path, EXERCISES))
    predicted = [(key, answer is None) for cell in cells for key, answer in calls(cell, "predict")]
    assert sorted(predicted) == sorted((key, after) for key in of(path, PREDICTIONS) for after in (False, True))


@EACH
def test_the_text_above_says_key_level_and_minutes(path):
    """The cell before a check poses the exercise as its data have it, with the letters one can choose."""
    cells = read(path.read_text("utf-8")).cells
    posed = {}
    for text, code in itertools.pairwise(cells):
        if text.cell_type == "markdown" and code.cell_type == "code":
            for key, _ in calls(code, "check"):
                posed[key] = text.source
    for key, exercise in of(path, EXERCISES).items():
        (head,) = [found for found in HEAD.finditer(posed[key]) if found["key"] == key]
        assert (head["level"], int(head["minutes"])) == (LEVELS[exercise.level], exercise.minutes), key
        if isinstance(exercise, Choice):
            assert re.findall(r"^- \*\*(\w)\*\* ", posed[key], flags=re.MULTILINE) == exercise.letters, key


@EACH
def test_a_cell_carries_the_topics_of_its_exercise(path):
    """The tags on the cell of an exercise hold the topics that its data name."""
    for cell in code_cells(read(path.read_text("utf-8"))):
        for key, _ in calls(cell, "check"):
            assert set(EXERCISES[key].topics) <= set(cell.metadata.get("tags", [])), key


@EACH
def test_nothing_is_solved_in_advance(path):
    """Stubs return the three dots, answers are the three dots, and no stored output calls anything right."""
    for cell in code_cells(read(path.read_text("utf-8"))):
        for key, answer in [*calls(cell, "check"), *calls(cell, "predict")]:
            if isinstance(answer, ast.Constant):
                assert answer.value is ..., key
            elif answer is not None:
                assert isinstance(EXERCISES[key], Function) and "    return ...\n" in cell.source, key
                assert f"def {EXERCISES[key].call.partition('(')[0]}(" in cell.source, key
        for output in cell.outputs:
            assert not output.get("data", {}).get("text/plain", "").startswith(f"✓ {path.name[:2]}-")


@EACH
def test_there_are_five_exercises_at_three_levels(path):
    """A notebook has at least five exercises; each level is among them; two predictions are recorded."""
    exercises = of(path, EXERCISES).values()
    assert len(exercises) >= 5 and {each.level for each in exercises} == set(LEVELS)
    assert len(of(path, PREDICTIONS)) >= 2


@pytest.mark.slow
@EACH
def test_a_solved_notebook_runs_green(path):
    """With every stub replaced by its solution the notebook runs from top to bottom, and nothing is left open."""
    notebook = read(path.read_text("utf-8"))
    for cell in code_cells(notebook):
        cell.source = solved(cell.source)
    ask = "from lossviz import progress\nprint(progress(NUMBER).full)".replace("NUMBER", repr(path.name[:2]))
    notebook.cells.append(v4.new_code_cell(ask))
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(FOLDER)}}).execute()
    assert notebook.cells[-1].outputs[0].text == "True\n"
    right = [
        str(output) for cell in code_cells(notebook) for output in cell.outputs if f"✓ {path.name[:2]}-" in str(output)
    ]
    assert len(right) == len(of(path, EXERCISES))


def test_every_mistake_of_the_course_is_an_exercise():
    """Each M number that the course map announces for a notebook with exercises is among their topics."""
    rows = re.findall(
        r"^\| (M\d\d) \| .+ \| ([\d, ]+) \|$", (FOLDER / "README.md").read_text("utf-8"), flags=re.MULTILINE
    )
    announced = {topic for topic, where in rows if set(where.split(", ")) & {path.name[:2] for path in POSED}}
    assert announced <= {topic for each in EXERCISES.values() for topic in each.topics}
