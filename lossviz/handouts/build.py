"""The build: notebooks in, a folder of pages and papers out, or nothing changed."""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..notebooks.execute import CellFailed
from ..notebooks.normalise import read
from . import catalogue, folder, index, notebook, paper
from .cells import HandoutError
from .execution import executed

EDITIONS = {"student": "", "teacher": ".teacher"}
"""Edition → what its files have between name and ending."""


@dataclass(frozen=True)
class Order:
    """What is to be built: which notebooks and editions, to where, and the browser that prints, if any."""

    paths: tuple
    editions: tuple
    output: Path
    complete: bool
    browser: str | None


def build(order, progress):
    """Build the order; returns what failed and what else to know, in words. Where anything failed, the output stays."""
    order.output.resolve().parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=order.output.resolve().parent, prefix=".handouts-") as fresh,
        ThreadPoolExecutor(1) as printer,
    ):
        fresh = Path(fresh)
        facts = [_facts(path) for path in order.paths]
        names = frozenset(each.name for each in facts) | _standing(order)
        failures, remarks, printing = [], [], []

        def store(name, page, printed=True):
            (fresh / f"{name}.html").write_text(page, encoding="utf-8", newline="\n")
            if printed and order.browser:
                printing.append(
                    printer.submit(paper.print_page, order.browser, fresh / f"{name}.html", fresh / f"{name}.pdf")
                )

        for path, each in zip(order.paths, facts, strict=True):
            begin = time.perf_counter()
            progress.say(f"{each.name}: executing")
            try:
                run = executed(path)
                progress.say(f"{each.name}: making pages")
                for edition, page in notebook.pages(run, each, order.editions, names).items():
                    store(f"{each.name}{EDITIONS[edition]}", page)
                if run.missing:
                    remarks.append(f"{each.name} was not run, and its pages show what is stored in it: {run.missing}")
            except (CellFailed, ValueError) as error:
                failures.append(f"{path}: {error}")
            progress.step(f"{each.name}: {time.perf_counter() - begin:.0f} s")
        progress.say("index, glossary, cheat sheet")
        _around(order, facts, store)
        progress.say("printing")
        failures += [str(error) for error in (each.exception() for each in printing) if error]
        progress.end()
        if not failures:
            folder.move(fresh, order.output, complete=order.complete)
    return failures, remarks


def _facts(path):
    try:
        return notebook.Facts.of(read(path.read_text(encoding="utf-8")), path.name)
    except ValueError as error:
        raise HandoutError(f"{path}: {error}") from error


def _standing(order):
    """The notebooks whose pages lie in the output from an earlier build."""
    return frozenset() if order.complete else frozenset(each.stem for each in order.output.glob("[0-9][0-9]_*.html"))


def _around(order, facts, store):
    """The pages around the notebooks' pages."""
    source = order.paths[0].parent
    every = [_facts(path) for path in _course(source)]
    shown = [each for each in every if each in facts or each.name in _standing(order)]
    papers = set()
    if order.browser:
        papers = {f"{each.name}{suffix}.pdf" for each in shown for suffix in EDITIONS.values()} | {"cheat_sheet.pdf"}
    for edition in order.editions:
        teacher = edition == "teacher"
        store(f"index{EDITIONS[edition]}", index.index(source, shown, teacher=teacher, papers=papers), printed=False)
    store("cheat_sheet", catalogue.cheat_sheet())
    if (source / "glossary.md").exists():
        store("glossary", index.glossary(source, [each.name for each in shown]), printed=False)


def _course(source):
    return sorted(source.glob("[0-9][0-9]_*.ipynb"))
