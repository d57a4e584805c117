"""Explorers to move, positions to move them to, and what the tests read from an overlay."""

import functools
import re
import zlib
from xml.etree import ElementTree

import numpy as np
import pytest

from lossviz.explorers import EXPLORERS

KINDS = ["confidence", "threshold", "residuals", "best_constant", "robust_family", "loss_surface", "class_distribution"]
KINDS += ["stability", "sequence", "triplet_points", "workbench", "huber", "hinge", "binary_focal", "gan_discriminator"]
KINDS += ["segmentation"]
"""Explorers that draw by different artists and have different controls, for what all the others have in common."""

OF_EACH_KIND = [pytest.param(name, marks=[] if name in KINDS else pytest.mark.slow) for name in EXPLORERS]
"""All explorers, of which those of `KINDS` are tested in every run and the others among the slow tests."""

_IDS = re.compile(r'(?<=id=")[^"]*|(?<=#)[0-9a-zA-Z_.-]*(?=["\)])')
_NUMBER = re.compile(r"[-+−]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)(?![\w])")


def at_start(name):
    """The explorer of that name, its controls where they start; made once, for making one takes a hundred steps."""
    explorer, start = _made(name)
    explorer.set(**start)
    return explorer


@functools.cache
def _made(name):
    explorer = EXPLORERS[name]()
    return explorer, explorer.values


def along(explorer, name):
    """Every position of one control, the others where they start."""
    return [{name: value} for value in explorer.specs[name].positions()]


def at_random(explorer, count):
    """Combinations of positions of all controls, the same in every run."""
    rng = np.random.default_rng(zlib.crc32(explorer.name.encode()))
    positions = {name: control.positions() for name, control in explorer.specs.items()}
    return [{name: values[rng.integers(len(values))] for name, values in positions.items()} for _ in range(count)]


def parse(explorer):
    """The overlay as XML: its drawing and its readout. Raises where it is not well formed."""
    drawing, readout = ElementTree.fromstring(f"<overlay>{explorer.overlay}</overlay>")
    return drawing, readout


def shapes(drawing):
    """The elements of a drawing that put ink on the page."""
    return [element for element in drawing.iter() if element.tag.rpartition("}")[2] in ("path", "use", "image")]


def without_ids(overlay):
    """The overlay without the names of its parts, which are new in every step."""
    return _IDS.sub("", overlay)


def numbers(text):
    """The numbers of a sentence, in order."""
    return [float(found.replace("−", "-")) for found in _NUMBER.findall(text)]
