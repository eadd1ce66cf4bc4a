"""Lines of a page with their typography: what `structure/` makes labels, sections and lessons from."""

from msgspec import Struct

from zzpreader.model.geometry import Rect, Size


class Span(Struct, frozen=True, array_like=True):
    """A run of one style inside a line.

    Args:
        size: of the type, in points.
        font: its name without the subset's prefix.
        colour: of the ink, 0xRRGGBB.
    """

    text: str
    box: Rect
    size: float
    font: str
    bold: bool = False
    italic: bool = False
    colour: int = 0


class StyledLine(Struct, frozen=True, array_like=True):
    """
    Args:
        block: number of the block to which it belongs, rising.
        turn: direction of the writing, degrees clockwise from left-to-right: 0, 90, 180 or 270.
    """

    spans: tuple[Span, ...]
    block: int
    turn: int = 0


class PageLines(Struct, frozen=True, array_like=True):
    """
    Args:
        size: of the unrotated page; boxes are in its page space.
    """

    size: Size
    lines: tuple[StyledLine, ...] = ()
