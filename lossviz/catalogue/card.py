"""One loss on a card: formula, picture and facts, as HTML that reads well without any style."""

import html

from ..figures.sketch import sketch
from ..figures.slices import slice_of
from ..losses import find
from ..losses.loss import Loss
from .example import examples
from .rows import one_line, rows

_HEAD = 'style="text-align:left;vertical-align:top;white-space:nowrap;padding:2px 14px 2px 0"'
_CODE = 'style="white-space:pre-wrap;word-break:normal;margin:0"'
_CELL = 'style="text-align:left;vertical-align:top;padding:2px 0"'


class Card:
    """A loss with all its facts, shown by Jupyter as a card; `rows` are the facts as (label, lines).

    Examples
    --------
    >>> from lossviz import huber
    >>> Card(huber)
    Card: Huber loss (lossviz.huber)
    """

    def __init__(self, loss):
        self.loss = loss
        self.rows = rows(loss)

    def __repr__(self):
        known = "" if self.loss.family == "custom" else "lossviz."
        return f"Card: {self.loss.title} ({known}{self.loss.name})"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(), "text/plain": repr(self)}

    def html(self, level=3):
        """The card as HTML, its heading at `level`; the formula stands in $$ for Jupyter to set."""
        loss = self.loss
        parts = [
            f"<h{level}>{html.escape(loss.title)} <code>{html.escape(loss.name)}</code></h{level}>",
            f"<p>{html.escape(one_line(loss))}</p>",
            f"<p>$${html.escape(loss.formula)}$$</p>" if loss.formula else "",
            self._picture(),
            "<table>",
            *(_row(label, "<br>".join(map(html.escape, lines))) for label, lines in self.rows),
            self._tries(),
            "</table>",
        ]
        return f'<div style="max-width:760px;line-height:1.5">{"".join(parts)}</div>'

    def _picture(self):
        drawn = sketch(self.loss)
        if drawn is None:
            return "<p>It takes whole arrays and is not drawn over one number.</p>"
        words = slice_of(self.loss).words
        below = f"<br><small>{html.escape(words[0].upper() + words[1:])}.</small>" if words else ""
        return f"<p>{drawn.img}{below}</p>"

    def _tries(self):
        tried = [f"{code}\n{result}".rstrip() for code, result in examples(self.loss)]
        return _row("try it", f"<pre {_CODE}>{html.escape(chr(10).join(tried))}</pre>") if tried else ""


def _row(label, content):
    return f'<tr><th scope="row" {_HEAD}>{label}</th><td {_CELL}>{content}</td></tr>'


def card(loss):
    """The card of a loss: ours, one of your own, or whatever has that name in a framework.

    Parameters
    ----------
    loss : Loss or str
        A loss, or a name that `lossviz.find` knows, such as "SmoothL1Loss".

    Returns
    -------
    Card
        Displayed as the last line of a cell.

    Raises
    ------
    ValueError
        If no loss has that name.

    Examples
    --------
    >>> card("torch.nn.HuberLoss")
    Card: Huber loss (lossviz.huber)
    """
    if not isinstance(loss, (str, Loss)):
        raise TypeError(f"card takes a loss or its name; got {type(loss).__name__}")
    return Card(find(loss)[0].loss if isinstance(loss, str) else loss)
