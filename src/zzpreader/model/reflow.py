"""A page taken apart into what is read one after the other: headings, paragraphs, notes, pictures."""

from enum import StrEnum

from msgspec import Struct

from zzpreader.model.geometry import Rect
from zzpreader.model.text import PageText

MOST_PIECES = 4_000
"""Of one page; what comes after them is left to the page itself."""

DEEPEST = 6
"""Level of a heading, at most."""


class PieceKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    NOTE = "note"  # a footnote, right behind the paragraph that refers to it
    PICTURE = "picture"  # a figure or a table, or what may be one


class Piece(Struct, frozen=True, array_like=True):
    """
    Args:
        start, end: code points of the page's text; of a picture those that are drawn in it, if they stand together.
        level: of a heading, by its looks alone, from 1.
        box: of a picture, in page space.
    """

    kind: PieceKind
    start: int
    end: int
    level: int = 0
    box: Rect | None = None


class Emphasis(Struct, frozen=True, array_like=True):
    """Code points that are set in bold or italic, or raised as the number of a note."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    raised: bool = False


class PageFlow(Struct, frozen=True):
    """Pieces in reading order. What heads and foots page after page is in none of them."""

    text: PageText = PageText()
    pieces: tuple[Piece, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()


def is_sound(flow: PageFlow) -> bool:
    """Whether all of it lies in the text: who made it is not believed."""
    length = len(flow.text.text)
    return (
        len(flow.pieces) <= MOST_PIECES
        and len(flow.emphasis) <= length
        and all(0 <= one.start <= one.end <= length and 0 <= one.level <= DEEPEST for one in flow.pieces)
        and all(0 <= one.start <= one.end <= length for one in flow.emphasis)
        and all((one.box is not None) == (one.kind is PieceKind.PICTURE) for one in flow.pieces)
        and all(one.box is None or _is_box(one.box) for one in flow.pieces)
    )


def _is_box(box: Rect) -> bool:
    return -1e7 < box.left < box.right < 1e7 and -1e7 < box.top < box.bottom < 1e7
