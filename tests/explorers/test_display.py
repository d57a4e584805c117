"""What an explorer hands to Jupyter and to pages without a kernel, untouched by anything outside it."""

import base64
import subprocess
import sys

import matplotlib
import matplotlib._pylab_helpers
import matplotlib.style
import pytest

from lossviz.explorers import EXPLORERS

from .moves import numbers

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


def whole(explorer, control=None):
    """Everything that a page could show of an explorer: background, a fragment for each position, picture."""
    return explorer.frames(control), explorer._repr_mimebundle_()[0]["image/png"]


def shortest(explorer):
    """The control of the fewest positions."""
    return min(explorer.specs, key=lambda name: len(explorer.specs[name].positions()))


@every_explorer
def test_a_cell_gets_widget_picture_and_line(name):
    """The bundle holds the live widget, a PNG with alt text and one line of text; twice made, text and PNG are equal."""
    explorer, twin = EXPLORERS[name](), EXPLORERS[name]()
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
    again, _ = twin._repr_mimebundle_()
    assert (data["text/plain"], data["image/png"]) == (again["text/plain"], again["image/png"])


@every_explorer
def test_the_picture_follows_the_controls(name):
    """The PNG and the text of the bundle change when a control moves."""
    explorer = EXPLORERS[name]()
    before, _ = explorer._repr_mimebundle_()
    first = next(iter(explorer.specs))
    positions = explorer.specs[first].positions()
    explorer.set(**{first: positions[0] if explorer.values[first] != positions[0] else positions[-1]})
    after, _ = explorer._repr_mimebundle_()
    assert before["image/png"] != after["image/png"]
    assert before["text/plain"] != after["text/plain"]


@every_explorer
def test_frames_are_equal_for_equal_explorers(name):
    """Two fresh explorers give the same bytes, whatever either has been moved through before."""
    explorer, twin = EXPLORERS[name](), EXPLORERS[name]()
    control = shortest(explorer)
    start = explorer.values
    for other in explorer.specs:
        explorer.set(**{other: explorer.specs[other].positions()[-1]})
    explorer.set(**start)
    assert explorer.frames(control) == twin.frames(control)


@every_explorer
def test_frames_hold_every_position_and_leave_the_explorer_as_it_was(name):
    """One frame for each position of the first control, all on one background, and the values stand as before."""
    explorer = EXPLORERS[name]()
    start, shown = explorer.values, explorer.overlay
    first = next(iter(explorer.specs))
    background, frames = explorer.frames()
    assert [value for value, *_ in frames] == explorer.specs[first].positions()
    assert explorer.values == start
    assert explorer.description in shown or explorer.error is None
    assert 'aria-hidden="true"' in background and "role=" not in background
    for _, overlay, readout, description in frames:
        assert overlay.startswith("<svg") and 'role="img"' in overlay
        assert readout and description
    assert len({overlay for _, overlay, *_ in frames}) == len(frames)
    assert frames[0][2:] != frames[-1][2:]


@every_explorer
def test_the_background_holds_nothing_that_moves(name):
    """Wherever the controls stand, the background is the same to the byte, and all moving artists are visible after."""
    explorer = EXPLORERS[name]()
    moving = explorer.scene.moving
    visible = [artist.get_visible() for artist in moving]
    here = explorer.scene.background("salt")
    for control, spec in explorer.specs.items():
        explorer.set(**{control: spec.positions()[0] if explorer.values[control] != spec.positions()[0] else spec.positions()[-1]})
    assert explorer.scene.background("salt") == here
    assert here.count('id="line2d_') < explorer.scene.overlay("salt").count('id="line2d_') + here.count('id="line2d_')
    assert [artist.get_visible() for artist in explorer.scene.moving] == visible


@every_explorer
def test_a_readers_own_style_changes_nothing(name):
    """Under another style and with settings changed in between, every byte of the pictures stays the same."""
    calm = EXPLORERS[name]()
    control = shortest(calm)
    wanted = whole(calm, control)
    with matplotlib.rc_context():
        matplotlib.style.use("dark_background")
        matplotlib.rcParams.update(CHAOS)
        made_in_chaos = EXPLORERS[name]()
        assert whole(made_in_chaos, control) == wanted, "made under another style"
    assert whole(made_in_chaos, control) == wanted, "made under another style, drawn without"
    with matplotlib.rc_context():
        matplotlib.style.use("dark_background")
        matplotlib.rcParams.update(CHAOS)
        assert whole(calm, control) == wanted, "drawn under another style"


def test_settings_of_the_reader_stay_as_they_are():
    """Making, moving and storing an explorer changes none of Matplotlib's settings."""
    before = dict(matplotlib.rcParams)
    explorer = next(iter(EXPLORERS.values()))()
    whole(explorer)
    assert dict(matplotlib.rcParams) == before


def test_no_figure_enters_pyplot():
    """Explorers of every kind, moved, shown and stored, leave pyplot without a figure, and do not even import it."""
    code = (
        "import sys, lossviz.explorers as e\n"
        "for make in e.EXPLORERS.values():\n"
        "    explorer = make(); explorer.set(); explorer._repr_mimebundle_()\n"
        "assert 'matplotlib._pylab_helpers' not in sys.modules or not sys.modules['matplotlib._pylab_helpers'].Gcf.figs\n"
        "assert 'matplotlib.pyplot' not in sys.modules, 'pyplot was imported'"
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
