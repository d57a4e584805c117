"""The house style: one colour and line style for each loss and each role, in every figure of the course.

Every colour has a contrast of at least 4.5 : 1 on white, so that it serves for text as well, and neighbours in the
palette stay apart for colour-blind readers; line styles tell apart what grey printing does not.
"""

import contextlib

import matplotlib.style

INK = "#1b1f24"
MUTED = "#5b6470"
GRID = "#d9dde2"
DATA = "#3d4650"
ACCENT = "#8b0000"
CURSOR = "#1b1f24"

PALETTE = ("#0b5cad", "#a8480b", "#00735c", "#8a3d9e", "#77620a", "#b02a63", "#3b4a9e", "#51616b")
DASHES = (
    "-",
    (0, (4, 1.5)),
    (0, (9, 2)),
    (0, (1.2, 1.4)),
    (0, (7, 1.6, 1.4, 1.6)),
    (0, (5, 1.4, 1.2, 1.4, 1.2, 1.4)),
)
OWN = {"color": "#111111", "linestyle": "-"}  # a learner's own loss

_SETTINGS = {
    "font.family": "DejaVu Sans",
    "font.size": 11.5,
    "axes.titlesize": 12.5,
    "axes.titlelocation": "left",
    "axes.labelsize": 11.5,
    "axes.labelcolor": INK,
    "axes.edgecolor": MUTED,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "lines.linewidth": 2.4,
    "legend.frameon": False,
    "legend.fontsize": 11.5,
    "figure.facecolor": "white",
    "text.color": INK,
}


@contextlib.contextmanager
def house():
    """Draw in the house style, whatever style the reader has chosen for figures of their own."""
    with matplotlib.style.context(["default", _SETTINGS]):
        yield


def of(loss):
    """Colour and line style of a loss, as keywords for `Axes.plot`: the same in every figure."""
    from ..losses import LOSSES

    if LOSSES.get(loss.name) is not loss:
        return dict(OWN)
    again, colour = divmod(list(LOSSES).index(loss.name), len(PALETTE))
    # A colour that comes back has another line style, and so have colours that some readers take for one another.
    dashes = DASHES[(colour + colour // len(DASHES) - again) % len(DASHES)]
    return {"color": PALETTE[colour], "linestyle": dashes}
