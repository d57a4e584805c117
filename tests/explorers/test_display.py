"""What an explorer hands to Jupyter and to pages without a kernel, untouched by anything outside it."""

import base64
import contextlib
import html
import subprocess
import sys
from xml.etree import ElementTree

import matplotlib
import matplotlib._pylab_helpers
import matplotlib.style
import pytest

from lossviz.explorers import EXPLORERS
from lossviz.figures import style, svg

from .moves import KINDS, OF_EACH_KIND, numbers, shapes, without_ids

PNG = b"\x89PNG\r\n\x1a\n"
VIEW = "application/vnd.jupyter.widget-view+json"

# A reader's taste, as loud as it gets: every setting here changes pictures of Matplotlib's own.
CHAOS = {
    "font.size": 27.0,
    "font.family": ["serif"],
    "lines.linewidth": 11.0,
    "lines.antialiased": False,
    "lines.scale_dashes": False,
    "lines.solid_capstyle": "butt",
    "patch.linewidth": 7.0,
    "markers.fillstyle": "none",
    "path.simplify": False,
    "path.simplify_threshold": 1.0,
    "path.sketch": (5.0, 50.0, 2.0),
    "path.snap": False,
    "axes.xmargin": 0.4,
    "axes.unicode_minus": False,
    "axes.formatter.limits": (0, 0),
    "figure.dpi": 33.0,
    "figure.autolayout": True,
    "savefig.dpi": 31.0,
    "savefig.bbox": "tight",
    "savefig.transparent": True,
    "image.interpolation": "bicubic",
    "image.cmap": "hot",
    "svg.fonttype": "none",
    "svg.hashsalt": "mine",
    "svg.image_inline": False,
    "text.antialiased": False,
    "text.hinting": "none",
    "mathtext.fontset": "cm",
}

every_explorer = pytest.mark.parametrize("name", EXPLORERS)


def shortest(explorer):
    """The control of the fewest positions."""
    return min(explorer.specs, key=lambda name: len(explorer.specs[name].positions()))


@contextlib.contextmanager
def chaos():
    """Figures as a reader with loud taste has them."""
    with matplotlib.rc_context():
        matplotlib.style.use("dark_background")
        matplotlib.rcParams.update(CHAOS)
        yield


@every_explorer
def test_a_cell_gets_widget_picture_and_line(explorer):
    """The bundle holds the live widget, a PNG with alt text and one line of text; all follow the controls."""
    data, metadata = explorer._repr_mimebundle_()
    assert set(data) == {VIEW, "image/png", "text/plain"}
    assert data[VIEW]["model_id"] == explorer.widget.model_id
    png = base64.b64decode(data["image/png"])
    assert png.startswith(PNG) and len(png) > 2000
    assert b"Software" not in png
    assert metadata["image/png"]["alt"] == explorer.description
    assert numbers(metadata["image/png"]["alt"])
    assert data["text/plain"].startswith("Explorer: ") and "\n" not in data["text/plain"]
    assert "0x" not in data["text/plain"]

    move_all(explorer)
    moved, described = explorer._repr_mimebundle_()
    assert data[VIEW] == moved[VIEW]
    for kind in ("image/png", "text/plain"):
        assert data[kind] != moved[kind]
    assert metadata["image/png"]["alt"] != described["image/png"]["alt"]


def move_all(explorer):
    """Move every control to an end where it does not stand yet."""
    for control, spec in explorer.specs.items():
        first, *_, last = spec.positions()
        explorer.set(**{control: last if explorer.values[control] == first else first})


@pytest.mark.parametrize("name", KINDS)
def test_pictures_depend_on_nothing_but_the_controls(name, explorer):
    """A fresh explorer under another style gives the frames, PNG and text of one that was moved about before."""
    control, start = shortest(explorer), explorer.values
    move_all(explorer)
    explorer.set(**start)
    wanted = explorer.frames(control)
    data, metadata = explorer._repr_mimebundle_()
    with chaos():
        twin = EXPLORERS[name]()
        assert twin.frames(control) == wanted, "made and drawn under another style"
        again, described = twin._repr_mimebundle_()
        explorer.set(**start)
        assert without_ids(explorer.overlay) == without_ids(twin.overlay), "drawn under another style"
    for kind in ("image/png", "text/plain"):
        assert data[kind] == again[kind], f"another {kind} under another style"
    assert metadata == described


@pytest.mark.parametrize("name", OF_EACH_KIND)
def test_frames_hold_every_position_and_leave_the_explorer_as_it_was(explorer):
    """One frame for each position of the first control, all on one background, and the values stand as before."""
    start = explorer.values
    first = next(iter(explorer.specs))
    background, frames = explorer.frames()
    assert [value for value, *_ in frames] == explorer.specs[first].positions()
    assert explorer.values == start
    assert 'aria-hidden="true"' in background and "role=" not in background
    for _, overlay, readout, description in frames:
        assert overlay.startswith("<svg") and 'role="img"' in overlay
        assert readout and description
    assert len({overlay for _, overlay, *_ in frames}) == len(frames)
    assert frames[0][2:] != frames[-1][2:]
    explorer.set()
    assert explorer.overlay.endswith(f">{html.escape(explorer.readout)}</div>")


@every_explorer
def test_the_background_holds_nothing_that_moves(explorer):
    """Wherever the controls stand, the background is the same to the byte, and moving artists stay visible."""
    visible = [artist.get_visible() for artist in explorer.scene.moving]
    here = explorer.scene.background("salt")
    assert [artist.get_visible() for artist in explorer.scene.moving] == visible
    move_all(explorer)
    assert explorer.scene.background("salt") == here
    with style.house():
        full = svg.draw(explorer.scene.figure, [explorer.scene.figure], "salt")
    assert ink(full) == ink(here) + ink(explorer.scene.overlay("salt"))


def ink(elements):
    """How many shapes a drawing puts on the page, those that it only defines left out."""
    drawing = ElementTree.fromstring(f'<svg xmlns:xlink="http://www.w3.org/1999/xlink">{elements}</svg>')
    defined = sum(len(shapes(defs)) for defs in drawing.iter("defs"))
    return len(shapes(drawing)) - defined


def test_settings_of_the_reader_stay_as_they_are():
    """Making, moving and storing an explorer changes none of Matplotlib's settings."""
    before = dict(matplotlib.rcParams)
    explorer = next(iter(EXPLORERS.values()))()
    explorer.frames()
    explorer._repr_mimebundle_()
    assert dict(matplotlib.rcParams) == before


def test_no_figure_enters_pyplot():
    """Explorers of every kind, moved, shown and stored, leave pyplot without a figure, and do not even import it."""
    code = (
        "import sys, lossviz.explorers as e\n"
        f"for name in {KINDS}:\n"
        "    explorer = e.EXPLORERS[name](); explorer.set(); explorer._repr_mimebundle_()\n"
        "assert 'matplotlib.pyplot' not in sys.modules, 'pyplot was imported'\n"
        "from matplotlib._pylab_helpers import Gcf\n"
        "assert not Gcf.figs"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)
    assert matplotlib._pylab_helpers.Gcf.figs == {}


def test_bytes_do_not_depend_on_the_process():
    """Frames made in two processes with different string hashes are equal: a stored page does not change by chance."""
    code = (
        "import hashlib, lossviz.explorers as e\n"
        "frames = [make().frames(None) for make in list(e.EXPLORERS.values())[-2:]]\n"
        "print(hashlib.sha256(repr(frames).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != ""
