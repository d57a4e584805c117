"""An explorer as a figure of the page, whose sliders move by themselves."""

import html

from . import packing
from .drawing import svg

ON_PAPER = 3  # positions of the main control


def figure(record):
    """The figure of an explorer's record, tidied; it starts where its controls stand."""
    elements, readout, description = packing.start(record)
    content = f'<g>{record["background"]}</g><g class="moving">{elements}</g>'
    controls = "".join(_control(control, number, record["name"]) for number, control in enumerate(record["controls"]))
    note = _note(record)
    return (
        f'<figure class="explorer" data-paper="{";".join(_on_paper(record))}"><div class="controls">{controls}</div>'
        f'<div class="drawing">{svg(record["size"], content, description)}</div>'
        f'<p class="readout" role="status">{html.escape(readout)}</p>'
        f"{f'<p class=note>{note}</p>' if note else ''}"
        f'<script type="text/plain">{record["packed"]}</script></figure>\n'
    )


def _control(control, number, name):
    label, texts, start = html.escape(control["label"]), control["texts"], control["start"]
    listed = html.escape("|".join(texts))
    if not control["slides"]:
        buttons = "".join(
            f'<label><input type="radio" name="{name}c{number}" value="{place}"{" checked" * (place == start)}> '
            f"{html.escape(text)}</label> "
            for place, text in enumerate(texts)
        )
        return f'<fieldset class="control" data-texts="{listed}"><legend>{label}</legend>{buttons}</fieldset>'
    at = f"{name}c{number}"
    return (
        f'<div class="control" data-texts="{listed}"><label for="{at}">{label}</label>'
        f'<input type="range" id="{at}" min="0" max="{len(texts) - 1}" value="{start}" autocomplete="off" '
        f'aria-valuetext="{html.escape(texts[start])}">'
        f'<output for="{at}" aria-live="off">{html.escape(texts[start])}</output></div>'
    )


def _note(record):
    """In words what the page cannot do that the notebook can."""
    sliders = [control for control in record["controls"] if control["slides"]]
    said = []
    if not record["together"]:
        said.append("Here one slider moves at a time: moving it takes the others back to where they began.")
    fewer = [
        f"{html.escape(control['label'])} {len(control['texts'])} of {control['of']}"
        for control in sliders
        if len(control["texts"]) < control["of"]
    ]
    if fewer:
        said.append(f"Positions kept of those in the notebook: {', '.join(fewer)}.")
    return " ".join(said)


def _on_paper(record):
    """The frames that stand on paper: positions of the first control well apart, the others where they begin."""
    starts = [control["start"] for control in record["controls"]]
    count = len(record["controls"][0]["texts"])
    places = sorted({round((count - 1) * share) for share in _shares(min(count, ON_PAPER))})
    return [",".join(map(str, (place, *starts[1:]))) for place in places]


def _shares(count):
    return [0.0, 1.0] if count == 2 else [(2 * each + 1) / (2 * count) for each in range(count)]
