"""The pages that lead to all others: the course map, and the glossary."""

import html

from ..exercises import EXERCISES
from ..exercises import table as exercise_table
from . import catalogue
from .page import page
from .prose import Prose
from .questions import live

_TITLE = "Loss functions, a course to play with"


def index(folder, facts, *, teacher, papers):
    """The index: the pages in their order, the course map in `folder`, all losses.

    `facts` are those of the notebooks that have pages, `papers` the names of the PDFs beside them.
    """
    suffix = ".teacher" if teacher else ""
    prose = Prose(suffix, frozenset(each.name for each in facts))
    course = folder / "README.md"
    text = course.read_text(encoding="utf-8") if course.exists() else ""
    if text.startswith("# "):
        text = text.partition("\n")[2]
    sheet = ' (<a href="cheat_sheet.pdf">PDF</a>)' if "cheat_sheet.pdf" in papers else ""
    body = [
        f"<h1>{_TITLE}</h1>",
        '<p class="edition">Teacher’s edition, with solutions</p>' if teacher else "",
        "<p>Each page moves its sliders and answers its exercises by itself, with no network.</p>",
        f"<ol class=pages>{''.join(_entry(each, suffix, papers) for each in facts)}</ol>",
        f'<p><a href="cheat_sheet.html">Every loss at a glance</a>{sheet}, on one sheet. '
        '<a href="glossary.html">Glossary</a> of symbols and terms.</p>',
        prose.html(text),
        _exercises(facts) if teacher else "",
        "<h2>All losses</h2>",
        catalogue.table(),
    ]
    return page(_TITLE, "\n".join(body), kind="index")


def glossary(folder, names):
    """The glossary in `folder` as a page; `names` are those of the notebooks that have pages."""
    prose = Prose("", frozenset(names))
    body = prose.html((folder / "glossary.md").read_text(encoding="utf-8"))
    title = next((html.unescape(text) for level, _, text in prose.headings if level == 1), "Glossary")
    return page(title, body, kind="glossary")


def _entry(facts, suffix, papers):
    links = [f'<a href="{facts.name}{suffix}.html">page</a>']
    if f"{facts.name}{suffix}.pdf" in papers:
        links.append(f'<a href="{facts.name}{suffix}.pdf">PDF</a>')
    links.append(f'<a href="{live(facts.file)}">live notebook</a>')
    title = f"<strong>{html.escape(facts.title.partition('·')[2].strip() or facts.title)}</strong>"
    minutes = f", {facts.minutes} minutes" if facts.minutes else ""
    number = f' value="{int(facts.name[:2])}"' if facts.name[:2].isdigit() else ""
    named = [
        link.replace(">", f' aria-label="{html.escape(facts.title)}: {link[link.index(">") + 1 : -4]}">', 1)
        for link in links
    ]
    return f"<li{number}>{title}{minutes}. {html.escape(facts.question)}<br>{' · '.join(named)}</li>"


def _exercises(facts):
    numbers = {each.notebook for each in EXERCISES.values()} & {each.name[:2] for each in facts}
    tables = "".join(f'<div class="wide">{exercise_table(number)._repr_html_()}</div>' for number in sorted(numbers))
    return f"<h2>All exercises</h2>\n{tables}" if tables else ""
