"""The colours of marks. Their meanings are the reader's own words, kept in the settings.

Fills carry black text at 13:1 or better; alone they differ too little from paper (1.3:1), so a mark also has an
edge at 3:1 or better: a dark one on light paper, the fill itself on dark paper.
"""

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
