"""The colours of marks. Their meanings are the reader's own words, kept in the settings.

Fills carry black text at 13:1 or better; alone they differ too little from paper (1.3:1), so a mark also has an
edge at 3:1 or better: a dark one on light paper, the fill itself on dark paper.
"""

import re
from colorsys import rgb_to_hsv

from msgspec import Struct


class Colour(Struct, frozen=True):
    """
    Args:
        name: as in the W3C draft EPUB Annotations; stored in `Body.color`.
        fill, edge: `#rrggbb`.
    """

    name: str
    fill: str
    edge: str


COLOURS = (
    Colour("yellow", "#ffe066", "#8a6d00"),
    Colour("green", "#b7eb8f", "#2b7a0b"),
    Colour("blue", "#a5d8ff", "#1864ab"),
    Colour("pink", "#ffc9de", "#b0125b"),
    Colour("orange", "#ffd8a8", "#b35900"),
    Colour("purple", "#d9c8ff", "#6b3fa0"),
)

_BY_NAME = {colour.name: colour for colour in COLOURS}


def colour(name: str | None) -> Colour:
    """The colour of that name; the first of the legend for one that this version does not know."""
    return _BY_NAME.get(name or "", COLOURS[0])


def nearest(wanted: str) -> str:
    """The name of the colour that a reader would call the same: by hue; the first of the legend for grey and nonsense.

    Args:
        wanted: "#rrggbb", or a name.
    """
    known = {one.name: one.name for one in COLOURS} | {
        shade: one.name for one in COLOURS for shade in (one.fill, one.edge)
    }
    said = wanted.strip().lower()
    if said in known:
        return known[said]
    hue = _hue(_WORDS.get(said, said))
    if hue is None:
        return COLOURS[0].name
    away = {one.name: abs((hue - (_hue(one.fill) or 0.0) + 0.5) % 1.0 - 0.5) for one in COLOURS}
    return min(away, key=lambda name: away[name])


_HEX = re.compile(r"#[0-9a-f]{6}")
_WORDS = {"red": "#ff0000", "cyan": "#00ffff", "olive": "#9acd32", "magenta": "#ff00ff", "violet": "#8a5cff"}
_GREY = 0.08


def _hue(shade: str) -> float | None:
    if not _HEX.fullmatch(shade):
        return None
    red, green, blue = (int(shade[n : n + 2], 16) / 255 for n in (1, 3, 5))
    hue, saturation, _ = rgb_to_hsv(red, green, blue)
    return hue if saturation > _GREY else None
