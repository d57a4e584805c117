"""The way from a notebook to its neighbours, the course map and the glossary: a line at its top and one at its end."""

import re

from nbformat import v4

from .normalise import read

NAME = re.compile(r"\d\d_\w+\.ipynb")  # a notebook of an ordered collection
INDEX = (("Course map", "README.md"), ("Glossary", "glossary.md"))
CELL = "navigation"  # the id of the last cell, which holds nothing else


def navigate(notebook, path):
    """Put the links of the notebook at `path` into its first cell and into a last one, in place of those there are.

    The neighbours are the numbered notebooks in the same folder. A notebook that carries no number, or whose first cell
    is not text, stays as it is.
    """
    if not NAME.fullmatch(path.name) or not notebook.cells or notebook.cells[0].cell_type != "markdown":
        return notebook
    line = _line(path)
    first = notebook.cells[0]
    first.source = "\n\n".join([*(part for part in first.source.split("\n\n") if not _is_line(part)), line])
    notebook.cells = [cell for cell in notebook.cells if cell.get("id") != CELL]
    notebook.cells.append(v4.new_markdown_cell(line, id=CELL))
    return notebook


def _line(path):
    course = sorted(each for each in path.parent.glob("*.ipynb") if NAME.fullmatch(each.name))
    place = course.index(path)
    links = [f"[{name}]({file})" for name, file in INDEX if (path.parent / file).exists()]
    if place > 0:
        links.insert(0, f"[← {_title(course[place - 1])}]({course[place - 1].name})")
    if place + 1 < len(course):
        links.append(f"[{_title(course[place + 1])} →]({course[place + 1].name})")
    return " | ".join(links)


def _is_line(paragraph):
    return bool(re.fullmatch(r"\[[^]]+\]\([^)]+\)( \| \[[^]]+\]\([^)]+\))*", paragraph.strip()))


def _title(path):
    """The heading of a notebook's first cell."""
    return read(path.read_text(encoding="utf-8")).cells[0].source.partition("\n")[0].lstrip("# ")
