"""What one kernel takes, so that a hub can be sized: memory and processor time of each notebook in a fresh kernel."""

import tempfile
import time

import nbformat

from .frontend import FrontEnd
from .notebooks import FOLDER, here
from .table import Measure, show

MEGABYTES = 1000  # what small hubs give a learner
HEAD = ["notebook", "seconds", "of a processor", "MB with the imports", "MB at most", "MB after running all"]


def run(_options):
    """Run every notebook as a hub would and print the table; returns how many targets are missed."""
    return show("One kernel, memory resident", HEAD, [_row(path) for path in here()])


def _row(path):
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as private:
        begin = time.perf_counter()
        page = FrontEnd(FOLDER, private)
        try:
            page.wait()
            imports, *others = cells
            page.run(imports)
            imported, _ = page.memory()
            for source in others:
                page.run(source)
            seconds = time.perf_counter() - begin
            after, _ = page.memory()
            peak = page.peak()
            worked = page.worked()
        finally:
            page.close()
    most = Measure(peak, most=MEGABYTES, digits=0) if peak else "not known here"
    return [path.name, Measure(seconds), Measure(worked), Measure(imported, digits=0), most, Measure(after, digits=0)]
