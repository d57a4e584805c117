"""Python code in colour."""

import html

from pygments import lex
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String

_KINDS = (
    (Comment, "c"),
    (Keyword.Constant, "n"),
    (Keyword, "k"),
    (Operator.Word, "k"),
    (String, "t"),
    (Number, "n"),
    (Name.Function, "f"),
    (Name.Class, "f"),
    (Name.Decorator, "f"),
)
_LONG = 22  # lines; code with more of them may go on over the page
_LEXER = PythonLexer(stripnl=True, ensurenl=False)


def highlight(code):
    """The code as a `<pre>`, its words in the classes that the page's style colours."""
    words = "".join(_span(kind, text) for kind, text in lex(code.strip(), _LEXER))
    kind = "code long" if code.strip().count("\n") >= _LONG else "code"
    return f'<pre class="{kind}"><code>{words}</code></pre>\n'


def _span(kind, text):
    name = next((name for known, name in _KINDS if kind in known), "")
    text = html.escape(text, quote=False)
    return f'<b class="{name}">{text}</b>' if name and text.strip() else text
