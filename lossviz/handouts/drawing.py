"""Drawings of a page: Matplotlib's SVG with less around it, and what many drawings share kept once."""

import html
import re

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_GLYPH = re.compile(r'<path id="([A-Za-z][\w ]*-[\w-]*[0-9a-f]+)" (d="[^"]*"[^>]*)/>')
_BETWEEN = re.compile(r">\s+<")
_PATH = re.compile(r' d="([^"]*)"')
_DECIMAL = re.compile(r"-?\d+\.\d+")
_PLACE = re.compile(r'translate\([^)]*\)| (?:x|y|width|height)="[^"]*"')
_STYLE = re.compile(r' style="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'((?:url\(|href=")#)([^)"]*)')
_EMPTY = re.compile(r"<g[^>]*/>|<g[^>]*></g>|<defs/>|<defs></defs>")
_BARE = re.compile(r"<g>((?:(?!</?g[ >/]).)*)</g>", re.DOTALL)


class Shared:
    """What the drawings of a page share: the shapes of glyphs and the styles, each once."""

    def __init__(self):
        self._glyphs = {}
        self._shapes = []
        self._styles = {}

    def tidy(self, elements, names):
        """The same drawing in a third of the bytes.

        `names` says what its clip paths and markers are called on this page; other ids go.
        """
        elements = _COMMENT.sub("", elements)
        elements = _GLYPH.sub(self._glyph, elements)
        elements = _ID.sub(lambda found: f' id="{names[found[1]]}"' if found[1] in names else "", elements)
        elements = _REFERENCE.sub(lambda found: found[1] + (self._glyphs.get(found[2]) or names[found[2]]), elements)
        elements = _STYLE.sub(self._style, _shorter(elements))
        while (shorter := _BARE.sub(r"\1", _EMPTY.sub("", elements))) != elements:
            elements = shorter
        return elements

    def _glyph(self, found):
        name, shape = found.groups()
        if name not in self._glyphs:
            self._glyphs[name] = f"g{len(self._glyphs)}"
            self._shapes.append(f'<path id="{self._glyphs[name]}" {_shorter(shape)}/>')
        return ""

    def _style(self, found):
        style = found[1].replace(": ", ":").replace("; ", ";").rstrip(";")
        return f' class="s{self._styles.setdefault(style, len(self._styles))}"'

    @property
    def css(self):
        """The rules of all styles."""
        return "".join(f"svg .s{number}{{{style}}}" for style, number in self._styles.items())

    @property
    def svg(self):
        """The glyphs, in an element that shows nothing itself."""
        hidden = 'width="0" height="0" style="position:absolute" aria-hidden="true"'
        return f"<svg {hidden}><defs>{''.join(self._shapes)}</defs></svg>"


class Names(dict):
    """What the ids that these drawings refer to are called on the page: short, and of no other drawing."""

    def __init__(self, prefix, *drawings):
        referred = (name for drawing in drawings for _, name in _REFERENCE.findall(drawing))
        super().__init__((name, f"{prefix}{number}") for number, name in enumerate(dict.fromkeys(referred)))


def _shorter(elements):
    elements = _PATH.sub(lambda found: f' d="{_path(found[1])}"', elements)
    elements = _PLACE.sub(lambda found: _DECIMAL.sub(_short, found[0]), elements)
    return _BETWEEN.sub("><", elements.strip()).replace("xlink:href", "href")


def _path(text):
    return re.sub(r"\s*([A-Za-z])\s*", r"\1", _DECIMAL.sub(_short, " ".join(text.split())))


def _short(found):
    """A number to a tenth of a pixel, or a hundredth where it is part of something small, such as a marker."""
    number = float(found[0])
    return f"{number:.1f}".removesuffix(".0") if abs(number) >= 10 else f"{number:.2f}".rstrip("0").rstrip(".")


def svg(size, content, alt):
    """A whole `<svg>` as wide as its place, named by its text alternative."""
    width, height = size
    return f'<svg role="img" aria-label="{html.escape(alt)}" viewBox="0 0 {width:g} {height:g}">{content}</svg>'
