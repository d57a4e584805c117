"""The whole course as handouts: every page, every slider, every sheet of paper.

Where LOSSVIZ_HANDOUTS names a folder that `python -m lossviz.handouts` has just written, that build is looked at.
"""

import html
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from lossviz.exercises import EXERCISES, PREDICTIONS, solution
from lossviz.handouts import paper
from lossviz.handouts.notebook import Facts
from lossviz.handouts.prose import Prose
from lossviz.notebooks.normalise import read

from . import live
from .conftest import build
from .moving import assert_agrees_everywhere
from .test_player import CONTRAST, LAWS

pytestmark = [pytest.mark.slow, pytest.mark.browser]

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
COURSE = sorted(path.stem for path in NOTEBOOKS.glob("[0-9][0-9]_*.ipynb"))
EDITIONS = ("", ".teacher")
AROUND = ("index", "index.teacher", "glossary", "cheat_sheet")
LARGEST = 1_500_000
EVERY = 3  # so many positions apart, and at both ends, the kernel draws what the page has drawn

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdfinfo and pdftotext of poppler-utils")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of the whole course."""
    if built := os.environ.get("LOSSVIZ_HANDOUTS"):
        return Path(built)
    if paper.browser() is None:
        pytest.skip("needs Chromium")
    output = tmp_path_factory.mktemp("course") / "handouts"
    assert build(NOTEBOOKS, output) == 0
    return output


@pytest.mark.parametrize("name", COURSE)
def test_a_students_page_is_small(folder, name):
    """A student's page takes at most 1.5 MB."""
    assert (folder / f"{name}.html").stat().st_size <= LARGEST


@pytest.mark.parametrize("name", COURSE)
def test_no_students_page_holds_a_solution(folder, name):
    """Neither explanations nor the code of solutions nor what predictions reveal stands in a student's page.

    But for what the notebook itself tells every reader.
    """
    text = bare((folder / f"{name}.html").read_text(encoding="utf-8"))
    notebook = read((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    told = bare(Prose().html("\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")))
    kept = [each.explanation for each in EXERCISES.values()] + [each.reveal for each in PREDICTIONS.values()]
    kept += [each.sentence for key in EXERCISES for each in EXERCISES[key].wrong]
    own = [key for key, each in EXERCISES.items() if each.notebook == name[:2]]
    kept += [solution(key).code for key in own if "def" in solution(key).code]
    spaceless = [bare(html.escape(each, quote=False)) for each in kept]
    assert [each for each in spaceless if each in text and each not in told] == []


def bare(markup):
    """The text of HTML without any space."""
    return "".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


@pytest.mark.parametrize("name", COURSE)
def test_every_slider_agrees_with_the_kernel(offline, folder, name):
    """Every slider of the page, moved by the keyboard through its range, shows what the kernel's explorer shows."""
    page = offline.open(folder / f"{name}.html")
    figures = page.locator(".explorer").all()
    explorers = live.explorers(NOTEBOOKS / f"{name}.ipynb") if figures else []
    assert len(figures) == len(explorers)
    for figure, explorer in zip(figures, explorers, strict=True):
        assert_agrees_everywhere(page, figure, explorer, EVERY)
    assert offline.complaints == []
    assert offline.outside == []


@pytest.mark.parametrize("name", [*(f"{name}{edition}" for name in COURSE for edition in EDITIONS), *AROUND])
def test_every_page_can_be_used_by_everyone(offline, folder, name):
    """axe finds no violation of WCAG 2.2 A and AA, and the page is no wider than a screen of 320 pixels."""
    page = offline.open(folder / f"{name}.html")
    covered = f"{name}.teacher" in {each.stem for each in folder.glob("*.html")}  # it has all colours of this page
    for scheme, laws in (("light", LAWS), ("dark", CONTRAST))[: 1 if covered else 2]:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=laws)
        assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert (
        page.locator("math").evaluate_all("all => all.filter(one => one.textContent.includes('\\\\\\\\')).length") == 0
    )
    assert offline.complaints == []
    assert offline.outside == []


@needs_poppler
@pytest.mark.parametrize("name", [*(f"{name}{edition}" for name in COURSE for edition in EDITIONS), "cheat_sheet"])
def test_every_pdf_is_tagged_a4_with_all_headings(folder, name):
    """A PDF is tagged, A4, has an outline, and every heading of the page can be found in its text."""
    pdf = folder / f"{name}.pdf"
    facts = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Tagged:\s+yes", facts)
    assert "A4" in facts
    assert b"/Outlines" in pdf.read_bytes()
    text = squeezed(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout)
    source = (folder / f"{name}.html").read_text(encoding="utf-8")
    headings = re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", source, re.DOTALL)
    assert len(headings) > 5
    plain = [html.unescape(re.sub(r"<[^>]+>", "", heading)) for heading in headings if "<math" not in heading]
    assert [heading for heading in plain if squeezed(heading) not in text] == []
    if name == "cheat_sheet":
        assert re.search(r"Pages:\s+1\n", facts)


def squeezed(text):
    """The letters and digits of a text alone: a PDF breaks lines where it likes."""
    return re.sub(r"\W", "", text)


@pytest.mark.parametrize("name", COURSE)
def test_facts_are_read_from_the_first_cell(name):
    """Each notebook of the course says title, question and minutes where the index looks for them."""
    path = NOTEBOOKS / f"{name}.ipynb"
    facts = Facts.of(read(path.read_text(encoding="utf-8")), path.name)
    assert facts.title[0].isdigit()
    assert facts.question.endswith("?")
    assert facts.minutes
