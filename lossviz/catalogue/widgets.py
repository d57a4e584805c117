"""What the widgets of the catalogue have in common: text that sets its formulas, and what Jupyter is handed."""

import ipywidgets

WIDE = {"width": "auto", "max_width": "800px"}
LABELLED = {"description_width": "initial"}
_VIEW = "application/vnd.jupyter.widget-view+json"


def text(content=""):
    """HTML whose formulas are set."""
    return ipywidgets.HTMLMath(content, layout=WIDE)


def bundle(widget, page, line):
    """The live widget, the page that is kept where no kernel runs, and one line of text."""
    view = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
    return {_VIEW: view, "text/html": page, "text/plain": line}
