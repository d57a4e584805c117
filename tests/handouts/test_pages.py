"""The bytes of the finished pages."""

import re

import pytest

from lossviz.exercises import EXERCISES, PREDICTIONS, solution
from lossviz.handouts.highlight import highlight

HERE = [key for key in EXERCISES if key in ("02-corner", "02-mae-slope", "02-promise", "02-mae")]


def spaceless(text):
    return re.sub(r"\s+", "", text)


def test_a_page_needs_nothing_from_anywhere(handouts):
    """No page loads anything: no address but in links, no script or style from elsewhere, and a policy that says so."""
    for path in handouts.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r'<(?:script|img|link|iframe|source)[^>]* (?:src|href)="(?!data:)', text)
        assert not re.findall(r"url\((?!data:|#)", text)
        assert "default-src 'none'" in text


@pytest.mark.parametrize("key", HERE)
def test_the_student_edition_holds_no_solution(student, teacher, key):
    """Neither code nor explanation of an exercise stands in the student's page; the teacher's has both."""
    shown = solution(key)
    for text in (shown.explanation, shown.code):
        if len(text) > 8:
            assert spaceless(text) not in spaceless(re.sub(r"<[^>]+>", "", student))
    plain = spaceless(re.sub(r"<[^>]+>", "", teacher)).replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">")
    assert spaceless(shown.explanation) in plain
    if shown.code.startswith("def"):
        assert spaceless(shown.code) in plain


def test_the_student_edition_does_not_reveal_predictions(student, teacher):
    """What is true of a prediction stands in the teacher's page alone."""
    reveal = PREDICTIONS["02-squares"].reveal
    assert reveal not in student
    assert reveal in teacher


def test_the_teachers_edition_says_what_to_ask_and_what_is_mistaken(teacher):
    """Teaching notes hold minutes, the questions of the sections, and every wrong answer with what helps."""
    assert "Four times?" in teacher.partition("What to ask")[2].partition("</section>")[0]
    for wrong in EXERCISES["02-mae-slope"].wrong:
        assert wrong.sentence in teacher
    assert f"{EXERCISES['02-corner'].minutes} minutes" in teacher


def test_links_lead_to_pages(student, teacher):
    """Links to course map, glossary and notebooks lead to pages; a notebook without page is linked where it is."""
    for address in ("index.html", "glossary.html"):
        assert f'href="{address}"' in student
    assert 'href="index.teacher.html"' in teacher
    assert ".ipynb" not in re.sub(r'href="https://[^"]*"', "", student)
    assert 'href="https://github.com/lossviz/lossviz/blob/main/notebooks/03_cross_entropy.ipynb"' in student


def test_what_speaks_of_running_cells_is_left_out(student):
    """The page does not ask for Shift + Enter."""
    assert "Shift + Enter" not in student


def test_output_is_text(student):
    """What a cell prints is shown as it was printed, never taken for HTML."""
    assert "&lt;b&gt;&amp;&lt;/b&gt; True" in student


def test_formulas_in_what_a_cell_shows_are_set(student):
    """A formula in the HTML that a cell shows is MathML on the page."""
    assert "<mi>e</mi><mo>&lt;</mo><mi>δ</mi></math>" in student


def test_the_controls_say_what_the_page_cannot_do(student):
    """Where sliders move one at a time, the page says so beside them, and nowhere else."""
    assert student.count("one slider moves at a time") == 1


def test_the_index_leads_to_everything(handouts):
    """The index names the notebook with its question and minutes, links its page, the glossary and the cheat sheet."""
    text = (handouts / "index.html").read_text(encoding="utf-8")
    for part in (
        "A small notebook",
        "5 minutes",
        "What is it for?",
        "02_small.html",
        "glossary.html",
        "cheat_sheet.html",
    ):
        assert part in text
    assert "teacher" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    teachers = (handouts / "index.teacher.html").read_text(encoding="utf-8")
    assert "02_small.teacher.html" in teachers and EXERCISES["02-corner"].diagnoses in teachers


def test_only_long_code_may_be_divided_on_paper():
    """Code of 23 lines and more is marked as long, so that it need not leave a page half empty."""
    assert '<pre class="code">' in highlight("x = 1\n" * 22)
    assert '<pre class="code long">' in highlight("x = 1\n" * 23)
