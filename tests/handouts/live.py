"""The explorers of a notebook, run here as its kernel runs them."""

import ast
import contextlib
import io
import os

from lossviz.explorers import Explorer
from lossviz.notebooks.normalise import read


def explorers(path):
    """The explorers that the cells of the notebook at `path` show, in their order."""
    notebook = read(path.read_text(encoding="utf-8"))
    names, found = {}, []
    before = os.getcwd()
    os.chdir(path.parent)
    try:
        for cell in notebook.cells:
            if cell.cell_type == "code":
                with contextlib.redirect_stdout(io.StringIO()):
                    shown = _run(cell.source, names)
                if isinstance(shown, Explorer):
                    found.append(shown)
    finally:
        os.chdir(before)
    return found


def _run(source, names):
    """Run a cell; returns the value of its last line where that is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None
