"""Markdown of the notebooks as HTML: formulas as MathML, links between the pages, headings one can link to."""

import html
import re
from dataclasses import dataclass, field

import mistune

from .formula import mathml
from .highlight import highlight

REPOSITORY = "https://github.com/lossviz/lossviz"
_NOTEBOOK = re.compile(r"(\d\d_[^/]+?)\.ipynb(#.*)?")
_PAGES = {"README.md": "index", "glossary.md": "glossary"}
_CODE = r"(?P<code>^(?P<fence>```|~~~).*?^(?P=fence)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
_FORMULA = re.compile(
    _CODE + r"|\$\$(?P<block>.+?)\$\$|(?<![\\$])\$(?=\S)(?P<inline>[^$\n]+?)(?<=\S)\$(?![\d$])",
    re.DOTALL | re.MULTILINE,
)
_BLOCK = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_PLACEHOLDER = re.compile("(<p>)?\ue000(\\d+)\ue001(</p>)?")


def with_formulas(markup):
    """HTML with the formulas in $$ set, as Jupyter sets them in what a cell shows."""
    return _BLOCK.sub(lambda found: f'<span class="formula">{mathml(html.unescape(found[1]), True)}</span>', markup)


@dataclass
class Prose:
    """Turns the Markdown of one page into HTML, and remembers its headings.

    `suffix` is what stands between name and `.html` in links to the notebooks' pages: "" or ".teacher". `pages` are the
    notebooks that have a page, by name; links to others lead to the notebook in the repository.
    """

    suffix: str = ""
    pages: frozenset = frozenset()
    headings: list = field(default_factory=list)  # (level, id, HTML)

    def __post_init__(self):
        self._render = mistune.create_markdown(renderer=_Renderer(self), plugins=["table"])

    def html(self, text):
        """One cell or file of Markdown; raises `FormulaError` where a formula cannot be set."""
        formulas = []

        def keep(found):
            if found["code"]:
                return found[0]
            block = found["block"] is not None
            formulas.append((block, mathml(found["block"] if block else found["inline"], block)))
            return f"\ue000{len(formulas) - 1}\ue001"

        def put_back(found):
            block, formula = formulas[int(found[2])]
            alone = found[1] and found[3]
            if not block:
                return f"{found[1] or ''}{formula}{found[3] or ''}"
            return f'<div class="formula">{formula}</div>' if alone else f'<span class="formula">{formula}</span>'

        return _PLACEHOLDER.sub(put_back, self._render(_FORMULA.sub(keep, text)))

    def heading(self, level, content):
        """A heading with an id of its own."""
        plain = html.unescape(re.sub(r"<[^>]+>", "", content))
        slug = re.sub(r"[^\w]+", "-", _PLACEHOLDER.sub("", plain).lower()).strip("-") or "section"
        taken = {each[1] for each in self.headings}
        name = next(n for n in (slug, *(f"{slug}-{i}" for i in range(2, 99))) if n not in taken)
        self.headings.append((level, name, content))
        return f'<h{level} id="{name}">{content}</h{level}>\n'

    def link(self, address):
        """Where a link of a notebook leads from its page: to another page, or to the file in the repository."""
        if re.match(r"[a-z]+:|#", address):
            return address
        file, _, anchor = address.partition("#")
        anchor = f"#{anchor.lower().replace('_', '-')}" if anchor else ""
        notebook = _NOTEBOOK.fullmatch(file)
        if notebook and notebook[1] in self.pages:
            return f"{notebook[1]}{self.suffix}.html{anchor}"
        if file in _PAGES:
            return f"{_PAGES[file]}{self.suffix if _PAGES[file] == 'index' else ''}.html{anchor}"
        return f"{REPOSITORY}/blob/main/notebooks/{address}".replace("/notebooks/../", "/")


class _Renderer(mistune.HTMLRenderer):
    def __init__(self, prose):
        super().__init__(escape=False)
        self._prose = prose

    def heading(self, text, level, **_attributes):
        return self._prose.heading(level, text)

    def link(self, text, url, title=None):
        return super().link(text, self._prose.link(url), title)

    def block_code(self, code, info=None):
        return (
            highlight(code) if (info or "").startswith("python") else f"<pre><code>{html.escape(code)}</code></pre>\n"
        )

    def table(self, text):
        return f'<div class="wide"><table>\n{text}</table></div>\n'

    def table_cell(self, text, align=None, head=False):
        name = "th" if head else "td"
        scope = ' scope="col"' if head else ""
        set_to = f' style="text-align:{align}"' if align else ""
        if head and not text.strip():
            name, scope = "td", ""  # a heading without words would be read out as one
        return f"<{name}{scope}{set_to}>{text}</{name}>\n"
