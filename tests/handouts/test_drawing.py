"""Drawings and frames on their way into a page."""

import base64
import json
import re
import zlib

import pytest

from lossviz.explorers import EXPLORERS
from lossviz.figures import svg
from lossviz.handouts import packing
from lossviz.handouts.drawing import Names, Shared
from lossviz.handouts.recording import record

from .moving import numbers


def unpacked(packed):
    return json.loads(zlib.decompress(base64.b64decode(packed)))


@pytest.fixture(scope="module")
def explorer():
    return EXPLORERS["surrogates"]()


@pytest.fixture(scope="module")
def recorded(explorer):
    return record(explorer)


def test_tidying_keeps_every_coordinate(explorer):
    """A tidied drawing has the same numbers to a tenth of a pixel, at most half the bytes, and no id twice."""
    explorer.set()
    elements = svg.shorten(explorer.scene.background("test"))
    shared = Shared()
    tidy = shared.tidy(elements, Names("a", elements))
    got, wanted = numbers(tidy), numbers(elements)
    assert len(got) == len(wanted) > 100
    assert max(abs(a - b) for a, b in zip(got, wanted, strict=True)) <= 0.051
    assert len(tidy) < len(elements) / 2
    ids = re.findall(r' id="([^"]+)"', tidy + shared.svg)
    assert len(ids) == len(set(ids))


def test_every_reference_of_a_tidied_drawing_is_met(explorer):
    """Clip paths, markers and glyphs that a drawing uses are in it or among what the page shares."""
    shared = Shared()
    background, (moving, _, _) = explorer.scene.background("one"), explorer.frame()
    text = shared.tidy(background, Names("b", background)) + shared.tidy(moving, Names("a", moving)) + shared.svg
    used = set(re.findall(r'(?:url\(|href=")#([^)"]+)', text))
    assert used
    assert used <= set(re.findall(r' id="([^"]+)"', text))


def test_drawings_of_one_page_share_no_id(explorer):
    """Two explorers of the same name have clip paths of their own."""
    shared = Shared()
    drawing = explorer.scene.background("one")
    ids = [set(re.findall(r' id="([^"]+)"', shared.tidy(drawing, Names(prefix, drawing)))) for prefix in ("a", "b")]
    assert ids[0] and not ids[0] & ids[1]


def test_packed_frames_are_those_of_the_kernel(explorer, recorded):
    """What the player unpacks has for each position the drawing, readout and description of the live explorer."""
    packed = packing.packed(recorded, "e0", Shared())
    data = unpacked(packed["packed"])
    name, spec = next(iter(explorer.specs.items()))
    positions = spec.positions()
    for key in ("0,0", f"{len(positions) - 1},0"):
        pieces, readout, description = data["frames"][key]
        explorer.set(**{name: positions[int(key.split(",")[0])]})
        assert data["words"][readout] == explorer.readout
        assert data["words"][description] == explorer.description
        drawn = numbers("".join(data["pieces"][piece] for piece in pieces))
        assert drawn == pytest.approx(numbers(explorer.frame()[0]), abs=0.06)


def test_recording_leaves_the_explorer_as_it_was(explorer, recorded):
    """After its frames have been made, the explorer shows what its controls say."""
    assert recorded["words"]
    explorer.set(margin=1.0)
    before = explorer.readout, explorer.overlay
    record(explorer)
    assert explorer.readout == before[0]
    assert numbers(explorer.overlay) == numbers(before[1])


def test_halving_keeps_ends_and_start(recorded):
    """A halved record has half the positions of its longest slider, and the frames that belong to them."""
    full = packing.packed(recorded, "e0", Shared())
    half = packing.halved(full)
    long, short = (each["controls"][0] for each in (full, half))
    assert (short["texts"][0], short["texts"][-1]) == (long["texts"][0], long["texts"][-1])
    assert short["texts"][short["start"]] == long["texts"][long["start"]]
    assert len(short["texts"]) <= len(long["texts"]) / 2 + 2
    assert len(half["packed"]) < len(full["packed"])
    assert packing.start(half) == packing.start(full)
    frames, before = unpacked(half["packed"]), unpacked(full["packed"])
    for number, text in enumerate(short["texts"]):
        _, readout, _ = frames["frames"][f"{number},1"]
        _, wanted, _ = before["frames"][f"{long['texts'].index(text)},1"]
        assert frames["words"][readout] == before["words"][wanted]
