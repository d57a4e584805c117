"""From the names of the frameworks to ours, as one table."""

import html
import itertools

from ..losses import LOSSES
from .rows import grouped

_HEAD = {"its names": 34, "ours": 26, "what differs there": 40}  # column → its share of the width, in percent
_TABLE = 'style="width:100%;table-layout:fixed"'
_LEFT = 'style="text-align:left;vertical-align:top;white-space:normal;overflow-wrap:anywhere"'


class Index:
    """Every name elsewhere, in rows: framework, names, the name of our loss, and what differs there ("" if nothing)."""

    def __init__(self, framework=None):
        named = [
            (where, together, loss.name, note)
            for loss in LOSSES.values()
            for where, names in loss.elsewhere.items()
            for together, note in grouped(names)
        ]
        known = list(dict.fromkeys(where for where, *_ in named))
        if framework not in (None, *known):
            raise ValueError(f"framework is one of {', '.join(known)}; got {framework!r}")
        self.rows = sorted(
            (row for row in named if framework in (None, row[0])),
            key=lambda row: (known.index(row[0]), row[1].lstrip("_").casefold(), row[2]),
        )

    def __repr__(self):
        return "\n".join(
            f"{where} {name} → {ours}" + f" ({note})" * bool(note) for where, name, ours, note in self.rows
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html(), "text/plain": repr(self)}

    def html(self):
        """The rows as an HTML table, those of one framework under one heading."""
        head = "".join(f'<th scope="col" width="{share}%" {_LEFT}>{name}</th>' for name, share in _HEAD.items())
        body = []
        for framework, rows in itertools.groupby(self.rows, key=lambda row: row[0]):
            body.append(f'<tr><th scope="rowgroup" colspan="{len(_HEAD)}" {_LEFT}>{framework}</th></tr>')
            for _, name, ours, note in rows:
                cells = f"<code>{html.escape(name)}</code>", f"<code>{ours}</code>", html.escape(note)
                body.append(f"<tr>{''.join(f'<td {_LEFT}>{cell}</td>' for cell in cells)}</tr>")
        return f"<table {_TABLE}><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"


def names_elsewhere(framework=None):
    """The names that losses have in Keras, PyTorch, Optax, scikit-learn and SciPy, or in one of them, beside ours.

    Examples
    --------
    >>> names_elsewhere("SciPy").rows[0]
    ('SciPy', 'distance.cosine', 'cosine_distance', 'nan for a zero vector')
    """
    return Index(framework)
