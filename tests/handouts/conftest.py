"""A small course of one notebook, built once, and pages that Chromium opens with the network cut off."""

import nbformat
import pytest

from lossviz.handouts.__main__ import main

TITLE = """# 2 · A small notebook

**What is it for?** For tests.

**Time:** about 5 minutes.

Run the cells with Shift + Enter.

[Course map](README.md) | [Glossary](glossary.md) | [3 · Cross-entropy →](03_cross_entropy.ipynb)"""
CORNER = """### Spot the mistake

**Exercise 02-corner** (reason, 4 minutes). Which answer is right?

- **a** None of it is wrong, `e/|e|`.
- **b** Other variables.
- **c** Any slope from $-1$ to $1$ serves.
- **d** No weakness at all."""
CASES = r"$$\ell = \begin{cases} e & e > 0 \\ -e & e \le 0 \end{cases}$$"
CELLS = [
    ("markdown", TITLE),
    ("code", "import numpy as np\n\nfrom lossviz import absolute_error, check, explore, huber, predict, progress"),
    ("markdown", f"## Absolute error\n\n**Predict.** How much is $|e|$ at 3?\n\n{CASES}"),
    ("code", "explore(absolute_error)"),
    ("code", 'print("<b>&</b>", 1 < 2)'),
    ("code", "from IPython.display import HTML\n\nHTML('<p>$$e &lt; \\\\delta$$</p>')"),
    ("markdown", CORNER),
    ("code", 'check("02-corner", ...)'),
    ("markdown", "**Exercise 02-mae-slope** (recall, 3 minutes). By how much?"),
    ("code", 'check("02-mae-slope", ...)'),
    ("code", 'check("02-promise", ...)'),
    ("code", 'def mean_absolute_error(y_true, y_pred):\n    return ...\n\n\ncheck("02-mae", mean_absolute_error)'),
    ("markdown", "## Prediction\n\n**Predict.** Four times?"),
    ("code", 'predict("02-squares", ...)'),
    ("code", 'explore("surrogates", margin=0.5)'),
    ("code", 'predict("02-squares")'),
    ("code", 'explore("residuals")'),
    ("code", 'progress("02")'),
]
README = "# Course map\n\nOne notebook: [small](02_small.ipynb).\n"
GLOSSARY = "# Glossary\n\n[Course map](README.md)\n\n| symbol | meaning |\n|---|---|\n| e | error |\n"


def course(folder, cells):
    """A folder `notebooks` with one notebook, 02_small, that has these (kind, source) cells."""
    notebooks = folder / "notebooks"
    notebooks.mkdir(parents=True)
    kinds = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    notebook = nbformat.v4.new_notebook(cells=[kinds[kind](source) for kind, source in cells])
    nbformat.write(notebook, notebooks / "02_small.ipynb")
    (notebooks / "README.md").write_text(README, encoding="utf-8")
    (notebooks / "glossary.md").write_text(GLOSSARY, encoding="utf-8")
    return notebooks


def build(notebooks, output, *options):
    """Run the command on a folder of notebooks; returns its exit code."""
    return main(["--notebooks", str(notebooks), "--output", str(output), "--quiet", *options])


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory):
    """The folder of the small course."""
    return course(tmp_path_factory.mktemp("course"), CELLS)


@pytest.fixture(scope="session")
def handouts(notebooks, tmp_path_factory):
    """The small course's handouts, without PDFs."""
    output = tmp_path_factory.mktemp("built") / "handouts"
    assert build(notebooks, output, "--no-pdf") == 0
    return output


@pytest.fixture(scope="session")
def student(handouts):
    """The text of the student's page."""
    return (handouts / "02_small.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def teacher(handouts):
    """The text of the teacher's page."""
    return (handouts / "02_small.teacher.html").read_text(encoding="utf-8")


class Opened:
    """A page of a browser without network: what it complained of, and what it asked for."""

    def __init__(self, page):
        self.page = page
        self.complaints, self.requests = [], []
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path):
        """Show the file and wait until its explorers have been unpacked."""
        self.page.goto(path.as_uri())
        if self.page.locator(".explorer").count():
            self.page.locator("body[data-ready]").wait_for(state="attached", timeout=60_000)
        return self.page

    @property
    def outside(self):
        """The requests to anything but files and what the page itself holds."""
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]


@pytest.fixture
def offline(browser):
    """A browser without network."""
    context = browser.new_context(viewport={"width": 1000, "height": 900}, offline=True)
    yield Opened(context.new_page())
    context.close()
