"""The two editions of a notebook's page, from one execution."""

import html
import re
from dataclasses import dataclass

from . import cells, packing
from .cells import HandoutError
from .drawing import Shared
from .page import page
from .questions import live

LIMIT = 1_450_000  # bytes of a student's page
SCRIPTS = ("reach.js", "player.js", "answers.js")
_TIME = re.compile(r"\*\*Time:\*\*\s*about (\d+) minutes")
_QUESTION = re.compile(r"\*\*(?!Goals|Prerequisites|Time|Licence|Symbols)([^*]+\?)\*\*")


@dataclass(frozen=True)
class Facts:
    """What the first cell of a notebook says of it: title, the question it answers, minutes."""

    file: str
    title: str
    question: str
    minutes: int | None

    @classmethod
    def of(cls, notebook, file):
        """The facts of a notebook; what its first cell does not say stays empty."""
        first = notebook.cells[0].source if notebook.cells else ""
        title = first.partition("\n")[0].lstrip("# ").strip() or file
        question, minutes = _QUESTION.search(first), _TIME.search(first)
        return cls(file, title, question[1] if question else "", int(minutes[1]) if minutes else None)

    @property
    def name(self):
        """What its pages are called, without what stands for the edition."""
        return self.file.removesuffix(".ipynb")


def pages(run, facts, editions, neighbours=frozenset()):
    """The HTML of each edition ("student", "teacher") of a notebook that was run, by edition; `neighbours` are the
    names of the notebooks that have pages, to which links may lead.

    Where a page would grow too large, the explorers that take most lose every second position of a slider; where that
    does not help, this raises `HandoutError`.
    """
    shared = Shared()
    records = [packing.packed(record, f"e{place}", shared) for place, record in enumerate(cells.records(run.notebook))]

    def made(edition):
        return _page(run, facts, records, shared, neighbours, edition)

    whole = {"student": made("student")}
    surplus = len(whole["student"].encode("utf-8")) - LIMIT
    long = [place for place, record in enumerate(records) if packing.longest(record) > packing.SHORTEST]
    while surplus > 0:
        if not long:
            raise HandoutError(f"the page is {surplus} bytes too large, and no slider has positions to lose")
        whole = {}
        heaviest = max(long, key=lambda place: len(records[place]["packed"]))
        before = records[heaviest]
        records[heaviest] = packing.halved(before)
        surplus -= len(before["packed"]) - len(records[heaviest]["packed"])
        if packing.longest(records[heaviest]) <= packing.SHORTEST:
            long.remove(heaviest)
    return {edition: whole.get(edition) or made(edition) for edition in editions}


def _page(run, facts, records, shared, neighbours, edition):
    teacher = edition == "teacher"
    body = cells.Body(run.notebook, facts.file, records, shared, neighbours, teacher=teacher)
    return page(
        facts.title,
        body.html,
        kind=edition,
        drawings=shared,
        scripts=SCRIPTS,
        top=_top(facts, body.prose.headings, teacher) + _resting(run),
    )


def _resting(run):
    """What a reader should know of a page that shows stored outputs."""
    if not run.missing:
        return ""
    said = "This page shows what the notebook printed when it was stored; its figures stand still. To run it: "
    return f'<p class="resting">{said}{html.escape(run.missing)}</p>'


def _top(facts, headings, teacher):
    index = "index.teacher.html" if teacher else "index.html"
    links = [(index, "Course"), ("glossary.html", "Glossary"), ("cheat_sheet.html", "Cheat sheet")]
    links.append((live(facts.file), "Live notebook"))
    items = "".join(f'<li><a href="{address}">{name}</a></li>' for address, name in links)
    sections = "".join(f'<li><a href="#{name}">{text}</a></li>' for level, name, text in headings if level == 2)
    edition = '<p class="edition">Teacher’s edition, with solutions</p>' if teacher else ""
    contents = f"<details class=contents><summary>Sections</summary><ul>{sections}</ul></details>" if sections else ""
    course = f'<nav class="top" aria-label="Course"><ul>{items}</ul></nav>'
    return f'<header>{course}{edition}<nav aria-label="Sections">{contents}</nav></header>'
