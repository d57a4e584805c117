"""LaTeX to MathML."""

import html
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lossviz import LOSSES
from lossviz.handouts import font
from lossviz.handouts.formula import FormulaError, mathml
from lossviz.handouts.prose import Prose
from lossviz.notebooks.normalise import read

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
TEXTS = sorted([*NOTEBOOKS.glob("*.ipynb"), *NOTEBOOKS.glob("*.md")])


def text(made):
    """The characters of MathML, in their order."""
    numeric = re.sub(r"&(?!lt;|gt;|amp;)\w+;", lambda found: html.unescape(found[0]), made)
    return "".join(ElementTree.fromstring(numeric).itertext())


def in_font(made):
    return {ord(character) for character in text(made)} <= {*font.characters(), 0xFE00}  # a variation selector


@pytest.mark.parametrize("name", LOSSES)
def test_every_formula_of_a_loss_can_be_set(name):
    """No loss's formula holds a command that is not known, or a character the font of the pages lacks."""
    made = mathml(LOSSES[name].formula)
    assert "\\" not in text(made)
    assert in_font(made)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_formula_of_the_course_can_be_set(path):
    """Nor does any formula in the notebooks, the course map and the glossary."""
    source = path.read_text(encoding="utf-8")
    cells = (
        [cell.source for cell in read(source).cells if cell.cell_type == "markdown"]
        if path.suffix == ".ipynb"
        else [source]
    )
    for made in re.findall(r"<math.*?</math>", "".join(map(Prose().html, cells)), re.DOTALL):
        assert in_font(made), made


@pytest.mark.parametrize(
    ("latex", "wanted"),
    [
        (r"\tfrac14", "14"),
        (r"\mathrm{KL}(p \Vert q)", "KL(p‖q)"),
        (r"\text{if } x", "if\N{NO-BREAK SPACE}x"),
        (r"\mathbb{E}[z']", "𝔼[z′]"),
        (r"\underbrace{a + b}_{\text{cost}}", "a+b⏟cost"),
        (r"\sqrt[3]{x}", "x3"),
    ],
)
def test_words_and_symbols_arrive(latex, wanted):
    """The characters of a formula stand in the order in which they are read."""
    assert text(mathml(latex)) == wanted


def test_a_sign_after_a_comma_is_no_difference():
    """In max(0, −m) the minus stands close to m, as it does in −m alone; between two letters it has space around."""
    assert 'rspace="0">−' in mathml(r"\max(0,\ -m)")
    assert mathml("a - b").count("space=") == 0


@pytest.mark.parametrize("latex", [r"\foo x", r"\frac{a}", r"{a", "a}", r"\begin{tikz}\end{tikz}", r"\left( a", "x^"])
def test_what_is_not_understood_is_an_error(latex):
    """Nothing reaches a reader half translated, and the message quotes the formula."""
    with pytest.raises(FormulaError, match=re.escape(repr(latex))):
        mathml(latex)


def test_signs_that_html_needs_are_escaped():
    """Less-than and ampersand are text in the page."""
    assert html.escape("<") in mathml("a < b")
    assert text(mathml(r"a < b \& c")) == "a<b&c"
