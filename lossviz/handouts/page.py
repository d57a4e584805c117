"""One self-contained HTML page: no request leaves it."""

import functools
import html
from pathlib import Path

from . import font

_HERE = Path(__file__).parent
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:"
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
@font-face {{ font-family: "{family}"; src: url({font}) format("woff2"); }}
{style}
{rules}
</style>
</head>
<body class="{kind}">
{glyphs}
{top}
<main>
{body}
</main>
{bottom}
{scripts}
</body>
</html>
"""


def page(title, body, *, kind="", drawings=None, scripts=("reach.js",), top="", bottom=""):
    """The HTML of a page; `drawings` is what its drawings share, `scripts` the names of the files it runs."""
    return _PAGE.format(
        policy=_POLICY,
        title=html.escape(title),
        family=font.FAMILY,
        font=font.data_uri(),
        style=_read("page.css"),
        rules=drawings.css if drawings else "",
        kind=kind,
        glyphs=drawings.svg if drawings else "",
        top=top,
        body=body,
        bottom=bottom,
        scripts="".join(f'<script type="module">\n{_read(name)}</script>\n' for name in scripts),
    )


@functools.cache
def _read(name):
    return (_HERE / name).read_text(encoding="utf-8")
