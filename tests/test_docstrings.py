"""Every test says in its docstring which fact it holds."""

import ast
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.rglob("test_*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_test_states_its_fact(path):
    """A test function without a docstring is named here, with its line."""
    functions = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    tests = [function for function in functions if function.name.startswith("test_")]
    assert [f"{test.name}, line {test.lineno}" for test in tests if not ast.get_docstring(test)] == []
