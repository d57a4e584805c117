"""What `import lossviz` loads, and what it offers."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import lossviz

HEAVY = {"matplotlib", "ipywidgets", "IPython", "autograd", "scipy", "PIL", "traitlets", "difflib", "ast", "asyncio"}


def modules_after(code):
    """The names of all modules a fresh Python has loaded after running `code`."""
    script = f"{code}\nimport sys; print(*sys.modules)"
    return set(
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    )


def test_import_loads_numpy_and_nothing_heavier():
    """`import lossviz` adds its own modules and a few small ones of the standard library to what NumPy loads."""
    added = modules_after("import lossviz") - modules_after("import numpy")
    assert {name for name in added if name.partition(".")[0] in HEAVY} == set()
    assert not any(name.startswith(("lossviz.figures", "lossviz.explorers")) for name in added)
    strange = {name.partition(".")[0] for name in added} - {"lossviz"} - sys.stdlib_module_names
    assert strange == set()


def test_a_gradient_of_ours_needs_no_autograd():
    """Values and gradients of the catalogue's losses load nothing more."""
    code = "import lossviz; lossviz.huber([0.0], [1.0]); lossviz.dice.gradient([[0.0]], [[0.5]])"
    assert modules_after(code) - modules_after("import lossviz") <= modules_after("import numpy.ma, decimal, json")


def test_heavy_parts_come_on_first_use():
    """Naming `explore` loads the explorers, and they the drawing library."""
    assert "matplotlib" in modules_after("from lossviz import explore")


def test_every_loss_and_helper_is_a_name_of_the_package():
    """All of `__all__` can be had, `dir` shows it, and each loss stands under its own name."""
    for name in lossviz.__all__:
        assert getattr(lossviz, name) is not None
        assert name in dir(lossviz)
    for name, loss in lossviz.LOSSES.items():
        assert getattr(lossviz, name) is loss
        assert getattr(lossviz.losses, name) is loss


def test_an_unknown_name_is_an_attribute_error():
    """A name that does not exist is refused like that of any other module."""
    with pytest.raises(AttributeError, match="no attribute 'hubber'"):
        _ = lossviz.hubber


ORDER = ("losses", "fitting", "networks", "figures", "explorers")


@pytest.mark.parametrize("folder", ORDER)
def test_imports_run_one_way(folder):
    """What stands lower never imports what stands higher: explorers → figures → networks → fitting → losses."""
    higher = ORDER[ORDER.index(folder) + 1 :]
    for path in (Path(lossviz.__file__).parent / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").removeprefix("lossviz.").partition(".")[0] not in higher, f"{path}"
