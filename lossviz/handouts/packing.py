"""An explorer's frames, small enough for a page: every piece once, then deflated."""

import base64
import json
import zlib

from .drawing import Names

SHORTEST = 5  # a slider of no more positions is not shortened


def packed(record, prefix, shared):
    """The record with drawings for the page, and its frames packed as text.

    `prefix` begins the ids in the drawings, `shared` takes what all drawings of the page share.
    """
    names = Names(f"{prefix}m", *record["pieces"])
    pieces = [shared.tidy(piece, names) for piece in record["pieces"]]
    background = shared.tidy(record["background"], Names(f"{prefix}b", record["background"]))
    return _packed(record | {"name": prefix, "background": background, "pieces": pieces})


def start(record):
    """The frame at which the controls stand: drawing, readout and description."""
    key = ",".join(str(control["start"]) for control in record["controls"])
    pieces, readout, description = record["frames"][key]
    return "".join(record["pieces"][place] for place in pieces), record["words"][readout], record["words"][description]


def _packed(record):
    """The record with its frames as text for the page, which the player unpacks."""
    pieces, words = {}, {}

    def place(text, among):
        return among.setdefault(text, len(among))

    frames = {}
    for key, (parts, readout, description) in record["frames"].items():
        drawing = [place(record["pieces"][part], pieces) for part in parts if record["pieces"][part]]
        frames[key] = [drawing, *(place(record["words"][word], words) for word in (readout, description))]
    data = {"pieces": list(pieces), "words": list(words), "frames": frames, "together": record["together"]}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return record | {"packed": base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")}


def longest(record):
    """How many positions the longest slider of the record has, 0 where it has none."""
    return max((len(control["texts"]) for control in record["controls"] if control["slides"]), default=0)


def halved(record):
    """The record with every second position of its longest slider; both ends and the start stay."""
    control = next(each for each in record["controls"] if each["slides"] and len(each["texts"]) == longest(record))
    place = record["controls"].index(control)
    last, begin = len(control["texts"]) - 1, control["start"]
    kept = [number for number in range(last + 1) if number in (0, last) or (number - begin) % 2 == 0]
    frames = {}
    for key, frame in record["frames"].items():
        numbers = [int(number) for number in key.split(",")]
        if numbers[place] in kept:
            numbers[place] = kept.index(numbers[place])
            frames[",".join(map(str, numbers))] = frame
    shorter = control | {"texts": [control["texts"][number] for number in kept], "start": kept.index(begin)}
    controls = [shorter if each is control else each for each in record["controls"]]
    return _packed(record | {"controls": controls, "frames": frames})
