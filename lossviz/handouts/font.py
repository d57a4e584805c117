"""The math font that every page carries: a part of TeX Gyre Pagella Math, with what makes brackets and roots stretch.

`python -m lossviz.handouts.font texgyrepagella-math.otf` makes it anew from the whole font (on Debian in the package
fonts-texgyre-math), with fontTools and brotli, which are needed for nothing else.
"""

import base64
import functools
import sys
from pathlib import Path

FILE = Path(__file__).parent / "fonts" / "lossviz-math.woff2"
FAMILY = "Lossviz Math"  # the licence asks for another name where a font has been changed
_ITALICS = [*range(0x1D434, 0x1D455), *range(0x1D456, 0x1D468), 0x210E, *range(0x1D6E2, 0x1D71C)]  # <mi>x</mi>
_BOLD = [*range(0x1D400, 0x1D434), *range(0x1D7CE, 0x1D7D8)]
_GREEK = [*range(0x391, 0x3A2), *range(0x3A3, 0x3AA), *range(0x3B1, 0x3CA), 0x3D1, 0x3D5, 0x3D6, 0x3F1, 0x3F5]
_SIGNS = "±·×÷ı…′″‴‖’ℓℝ𝔼𝟙∂∇∞∅∀∃⊤−∓∗∘√∏∑∫⋂⋃∩∪∖∧∨⊕⊗⊙⋅∈∉∣∥∝∼≈≠≡≤≥≪≫⊂⊆←→↔↦⇐⇒⇔⟵⟶⟷⟸⟹⟺⋮⋯⋱⌈⌉⌊⌋⟨⟩⏞⏟"
_ACCENTS = "¨¯ˆ˜˙\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING TILDE}\N{COMBINING MACRON}\N{COMBINING RIGHT ARROW ABOVE}"
_BLANK = "\N{NO-BREAK SPACE}\N{THIN SPACE}\N{EN DASH}\N{FUNCTION APPLICATION}\N{INVISIBLE SEPARATOR}"


@functools.cache
def data_uri():
    """The font as an address that needs no request."""
    return f"data:font/woff2;base64,{base64.b64encode(FILE.read_bytes()).decode('ascii')}"


def characters():
    """Every character a formula may hold, as code points."""
    return sorted({*range(0x20, 0x7F), *map(ord, _SIGNS + _ACCENTS + _BLANK), *_GREEK, *_ITALICS, *_BOLD})


def make(source, target=FILE):
    """Write the part of the font `source` that formulas need, with its MATH table, as woff2."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, glyph_names=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13])
    options.drop_tables += ["FFTM"]
    options.layout_features = ["ssty", "dtls", "flac"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    for number, text in {1: FAMILY, 3: f"{FAMILY} 1", 4: FAMILY, 6: FAMILY.replace(" ", "")}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["name"].names = [record for record in font["name"].names if record.platformID == 3]
    letters = font["CFF "].cff
    letters.fontNames = [FAMILY.replace(" ", "")]
    letters.topDictIndex[0].FullName = letters.topDictIndex[0].FamilyName = FAMILY
    font.flavor = "woff2"
    font.save(target)


if __name__ == "__main__":
    make(sys.argv[1])
