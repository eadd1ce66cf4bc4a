"""The text of one page: code points in reading order, each with its box, in lines and blocks."""

from array import array
from functools import cached_property
from math import isfinite
from struct import Struct as Layout

from msgspec import Struct

from zzpreader.model.geometry import Quad, Rect

_BOX = Layout("4f")


class Line(Struct, frozen=True, array_like=True):
    """Code points [start, end) of the page's text that stand on one line.

    Args:
        block: number of the paragraph (heading, item, cell) to which it belongs, rising.
        turn: direction of the writing in degrees clockwise from left-to-right: 0, 90, 180 or 270 (nearest).
    """

    start: int
    end: int
    block: int
    turn: int = 0


class PageText(Struct, frozen=True, dict=True):
    """The text of one page as the document has it: ligatures, hyphens and line ends are kept.

    Every line ends with one "\\n" that belongs to no line. Offsets into `text` are what `TextPositionSelector`
    holds; cleaning and folding keep maps back to them.

    Args:
        boxes: for every code point of `text` left, top, right, bottom as 32-bit floats in page space.

    Raises:
        ValueError: boxes or lines do not belong to the text.
    """

    text: str = ""
    boxes: bytes = b""
    lines: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        if len(self.boxes) != 16 * len(self.text) or not isfinite(sum(self._floats)):
            raise ValueError("not one box for every code point")
        end = 0
        for line in self.lines:
            if not end <= line.start < line.end <= len(self.text):
                raise ValueError("lines that are not in the text")
            end = line.end

    @property
    def _floats(self) -> "array[float]":
        """Made anew: kept, they would weigh as much again as the rest. Cost: 5 µs for a page of running text."""
        floats = array("f")
        floats.frombytes(self.boxes)
        return floats

    def box(self, offset: int) -> Rect:
        return Rect(*_BOX.unpack_from(self.boxes, _BOX.size * offset))

    @cached_property
    def line_boxes(self) -> tuple[Rect, ...]:
        """For every line the rectangle around it."""
        floats = self._floats
        return tuple(_hull(floats, line.start, line.end) for line in self.lines)

    def quads(self, start: int, end: int) -> tuple[Quad, ...]:
        """One quad for every line that code points [start, end) touch."""
        floats, found = self._floats, list[Quad]()
        for line in self.lines:
            first, last = max(start, line.start), min(end, line.end)
            if first < last:
                found.append(Quad.around(_hull(floats, first, last)))
        return tuple(found)


def _hull(floats: "array[float]", first: int, last: int) -> Rect:
    return Rect(
        min(floats[4 * first : 4 * last : 4]),
        min(floats[4 * first + 1 : 4 * last : 4]),
        max(floats[4 * first + 2 : 4 * last : 4]),
        max(floats[4 * first + 3 : 4 * last : 4]),
    )


EMPTY = PageText()
