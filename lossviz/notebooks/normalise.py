"""A notebook without what differs from run to run: ids, timings, widget state, the stamp of the drawing program.

Normalising an already normalised notebook changes no byte.
"""

import base64
import hashlib
import itertools
import json
import re
import zlib

import nbformat
from nbformat import v4

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {  # what a kernel reports, less its version: that one changes from machine to machine
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
KEPT_CELL_METADATA = ("slideshow", "tags")
WIDGET = "application/vnd.jupyter.widget-"  # views and state: a stored view has no model to show
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_REMARKS = (b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf")  # who drew it and when: no part of the picture


def read(text):
    """The notebook in `text`, without the ids that nbformat makes up at random where some are missing."""
    try:
        version = json.loads(text)["nbformat"]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise ValueError("it is not a Jupyter notebook") from error
    if version != 4:
        raise ValueError(f"it has notebook format {version}; open and save it in JupyterLab to get format 4")
    return v4.reads(text)


def write(notebook):
    """The text of the file that holds `notebook`, as Jupyter itself writes it."""
    return v4.writes(notebook) + "\n"


def normalise(notebook):
    """Normalise `notebook` in place, and return it."""
    notebook.nbformat_minor = 5  # the first with cell ids
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": LANGUAGE})
    taken = set()
    counts = itertools.count(1)
    for cell in notebook.cells:
        cell.id = _cell_id(cell, taken)
        metadata = cell.get("metadata", {})
        cell.metadata = nbformat.from_dict({key: metadata[key] for key in KEPT_CELL_METADATA if metadata.get(key)})
        if cell.cell_type == "code":
            _normalise_code(cell, counts)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise ValueError(f"it is not a valid notebook: {error.message}") from error
    return notebook


def _cell_id(cell, taken):
    """The cell's own id where it is valid and not yet taken, else one made of its text: moving a cell keeps it."""
    own = cell.get("id", "")
    if not CELL_ID.fullmatch(own) or own in taken:
        made = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:8]
        own = next(name for name in itertools.chain([made], _numbered(made)) if name not in taken)
    taken.add(own)
    return own


def _numbered(name):
    return (f"{name}-{number}" for number in itertools.count(2))


def _normalise_code(cell, counts):
    executed = cell.get("execution_count") is not None  # a cell that never ran must go on looking like one
    cell.execution_count = next(counts) if executed else None
    outputs = [_normalise_output(output, cell.execution_count) for output in cell.get("outputs", [])]
    cell.outputs = _merge_streams([output for output in outputs if output.get("data") != {}])


def _normalise_output(output, count):
    if output.output_type == "execute_result":
        output.execution_count = count
    if "data" in output:
        for kind in [kind for kind in output.data if kind.startswith(WIDGET)]:
            del output.data[kind]
        for kind in [kind for kind in output.metadata if kind not in output.data]:
            del output.metadata[kind]
        if "image/png" in output.data:
            output.data["image/png"] = _normalise_png(output.data["image/png"])
    return output


def _merge_streams(outputs):
    """One output for neighbouring pieces of a stream: how a kernel cuts them up, and interleaves two, is chance."""
    merged = []
    for is_stream, group in itertools.groupby(outputs, key=lambda output: output.output_type == "stream"):
        if not is_stream:
            merged.extend(group)
            continue
        pieces = sorted(group, key=lambda output: output.name != "stdout")
        for name, same in itertools.groupby(pieces, key=lambda output: output.name):
            merged.append(v4.new_output("stream", name=name, text="".join(output.text for output in same)))
    return merged


def _normalise_png(encoded):
    return base64.b64encode(strip_png(base64.b64decode(encoded))).decode("ascii")


def strip_png(image):
    """The PNG `image` without remarks such as the name and version of the program that drew it."""
    if not image.startswith(PNG_SIGNATURE):
        raise ValueError("an output is called image/png and is none")
    kept = [PNG_SIGNATURE]
    start = len(PNG_SIGNATURE)
    while start < len(image):
        end = start + 12 + int.from_bytes(image[start : start + 4], "big")  # length, name, content, checksum
        name = image[start + 4 : start + 8]
        if end > len(image) or zlib.crc32(image[start + 4 : end - 4]) != int.from_bytes(image[end - 4 : end], "big"):
            raise ValueError("a picture (image/png) is cut off or damaged")
        if name not in PNG_REMARKS:
            kept.append(image[start:end])
        start = end
    return b"".join(kept)
