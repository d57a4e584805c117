"""The house style can be read by everyone: contrast on white, and colours that colour-blind readers tell apart."""

import itertools

import matplotlib.colors
import numpy as np
import pytest

from lossviz.figures import style
from lossviz.losses import LOSSES
from lossviz.losses.custom import loss

ROLES = ("INK", "MUTED", "DATA", "ACCENT", "CURSOR")
NEAR = 10.0  # a CIELAB distance below which two thin lines are not told apart by colour alone

# Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB.
EYES = {
    "full colour": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)


def linear(colour):
    """The colour as light: sRGB without its gamma."""
    rgb = np.array(matplotlib.colors.to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast_on_white(colour):
    """The contrast ratio of WCAG 2."""
    return 1.05 / (linear(colour) @ [0.2126, 0.7152, 0.0722] + 0.05)


def lab(light):
    """CIELAB of linear RGB under D65."""
    x, y, z = _TO_XYZ @ np.clip(light, 0, 1) / (_TO_XYZ @ np.ones(3))
    f, g, h = (np.cbrt(part) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29 for part in (x, y, z))
    return np.array([116 * g - 16, 500 * (f - g), 200 * (g - h)])


def distance(one, other):
    """How far apart two colours are for the reader who tells them apart least."""
    return min(
        np.linalg.norm(lab(np.array(eye) @ linear(one)) - lab(np.array(eye) @ linear(other))) for eye in EYES.values()
    )


def families():
    """The losses of each family, in the order of the catalogue."""
    found = {}
    for member in LOSSES.values():
        found.setdefault(member.family, []).append(member)
    return found


def test_distances_are_those_of_known_colours():
    """Black and white are 100 apart for everyone; red and green of equal lightness nearly meet for protanopes only."""
    assert distance("black", "white") == pytest.approx(100, abs=0.1)
    red, green = "#b00000", "#6b5b00"
    assert np.linalg.norm(lab(linear(red)) - lab(linear(green))) > 50 > 5 * distance(red, green) / 2


@pytest.mark.parametrize("colour", [*style.PALETTE, *(getattr(style, role) for role in ROLES), style.OWN["color"]])
def test_every_colour_can_be_read_as_text(colour):
    """Contrast on white is at least 4.5 : 1, the bound of WCAG AA for text."""
    assert contrast_on_white(colour) >= 4.5


@pytest.mark.parametrize(("one", "other"), itertools.pairwise(style.PALETTE))
def test_neighbours_in_the_palette_stay_apart(one, other):
    """Neighbours differ for every kind of colour vision."""
    assert distance(one, other) > NEAR


@pytest.mark.parametrize("colour", style.PALETTE)
def test_the_accent_is_no_loss(colour):
    """What marks slope and pull is told apart from every loss's colour."""
    assert distance(style.ACCENT, colour) > NEAR


@pytest.mark.parametrize("family", families())
def test_losses_of_a_family_are_told_apart(family):
    """Two losses of one family differ in line style wherever their colours come close for anyone."""
    for one, other in itertools.combinations(families()[family], 2):
        (here, there) = style.of(one), style.of(other)
        assert here != there
        if distance(here["color"], there["color"]) <= NEAR:
            assert here["linestyle"] != there["linestyle"], f"{one.name} and {other.name}"


def test_a_loss_looks_the_same_everywhere():
    """Each loss of the catalogue has one colour of the palette and one line style, whoever asks and when."""
    for member in LOSSES.values():
        first = style.of(member)
        first["color"] = "changed by the caller"
        again = style.of(member)
        assert again["color"] in style.PALETTE and again["linestyle"] in style.DASHES
        assert again == style.of(LOSSES[member.name])


def test_a_readers_own_loss_has_a_look_of_its_own():
    """A loss that is not in the catalogue is drawn unlike any that is, also when it has the name of one."""

    def huber(y_true, y_pred):
        return (y_pred - y_true) ** 2

    own = style.of(loss(huber))
    assert own == style.OWN
    assert own["color"] not in style.PALETTE
    assert all(distance(own["color"], colour) > NEAR for colour in style.PALETTE)


def test_the_house_style_is_put_on_and_taken_off():
    """Inside `house` the settings are the course's, whatever they were; afterwards they are the reader's again."""
    with matplotlib.rc_context({"font.size": 31.0, "axes.grid": False, "axes.facecolor": "black"}):
        with style.house():
            assert matplotlib.rcParams["font.size"] == 11.5
            assert matplotlib.rcParams["axes.grid"]
            assert matplotlib.rcParams["axes.facecolor"] == "white"
        assert matplotlib.rcParams["font.size"] == 31.0
