"""What stands on pages: texts, links, columns, words recognised in pictures, and what is found."""

from array import array
from bisect import bisect_right
from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

from zzpreader.model.geometry import Rect
from zzpreader.model.links import Link
from zzpreader.model.query import Query
from zzpreader.model.reflow import PageFlow
from zzpreader.model.text import PageText
from zzpreader.wire.message import Message, PageIndex

MOST_TEXTS = 64
"""Pages whose recognised text is handed over at once."""

MOST_HITS_A_PAGE = 2_000
"""Of one search; a letter alone is found as often."""

TEXTS_BYTES = 128 * 1024 * 1024
"""Of the memory in which a document's workers keep what they have read; only what is written to takes room."""


class ReadText(Message, frozen=True):
    """Answer: TextRead."""

    page: PageIndex


class TextRead(Message, frozen=True):
    """
    Args:
        is_picture: there is no text, but something is to be seen: the page of a scan.
    """

    text: PageText
    is_picture: bool = False


class ReadPlain(Message, frozen=True):
    """The texts of pages [first, first + count), without boxes. Answer: PlainRead."""

    first: PageIndex
    count: PageIndex


class PlainPage(Struct, frozen=True, array_like=True):
    """
    Args:
        text: as `PageText` has it; empty for a page that cannot be read.
        lines: for every line its first code point, left and top: 32 bits each, an integer and two floats.
        is_picture: as `TextRead` has it.
    """

    text: str = ""
    lines: bytes = b""
    is_picture: bool = False

    def place(self, offset: int) -> tuple[float, float]:
        """Left and top of the line in which the code point stands."""
        starts, edges = array("i", self.lines)[::3], array("f", self.lines)
        line = bisect_right(starts, offset) - 1
        return (edges[3 * line + 1], edges[3 * line + 2]) if line >= 0 else (0.0, 0.0)


class PlainRead(Message, frozen=True):
    pages: tuple[PlainPage, ...]


class ReadLinks(Message, frozen=True):
    """Answer: LinksRead."""

    page: PageIndex


class LinksRead(Message, frozen=True):
    links: tuple[Link, ...]


class ReadFlow(Message, frozen=True):
    """A page taken apart, to be read in one column. Answer: FlowRead.

    Args:
        is_spread: it shows two printed pages.
    """

    page: PageIndex
    is_spread: bool = False


class FlowRead(Message, frozen=True):
    flow: PageFlow


class ReadPrinted(Message, frozen=True):
    """Where anything is printed on pages [first, first + count). Answer: PrintedRead."""

    first: PageIndex
    count: PageIndex


class PrintedRead(Message, frozen=True):
    """Args: pages: for each the boxes of what is on its left and its right half, in page space; None for nothing."""

    pages: tuple[tuple[Rect | None, Rect | None], ...]


class PackedPage(Struct, frozen=True, array_like=True):
    """What was recognised on a page, as `model/recognised.py` packs it."""

    page: PageIndex
    packed: Annotated[bytes, Meta(max_length=1024 * 1024)]


class TakeTexts(Message, frozen=True):
    """What was recognised in the pictures of pages: the text of those that have none of their own. Answer: Taken."""

    pages: Annotated[tuple[PackedPage, ...], Meta(max_length=MOST_TEXTS)]


class Taken(Message, frozen=True):
    pass


def told_of(recognised: Mapping[int, bytes]) -> list[TakeTexts]:
    """Packed pages by number, as many at once as may be."""
    pages = [PackedPage(page, packed) for page, packed in recognised.items()]
    return [TakeTexts(tuple(pages[n : n + MOST_TEXTS])) for n in range(0, len(pages), MOST_TEXTS)]


class Find(Message, frozen=True):
    """Places of a query on pages [first, first + count); one that asks nothing has their texts read. Answer: Found.

    Args:
        within_ms: after so long no further page is begun, and the answer says how many are left; 0: all are searched.
    """

    first: PageIndex
    count: PageIndex
    query: Query
    within_ms: Annotated[int, Meta(ge=0, le=1000)] = 0


class Hit(Struct, frozen=True, array_like=True):
    """One place where the words stand: code points [start, end) of the page's text, and some words around.

    Args:
        before, match, after: clean text for a list of results, about 40 code points on either side.
        x, y: about where the first of them begins in its line, and the top of that line, in page space: tells the half
            of a spread and the section.
    """

    page: int
    start: int
    end: int
    before: str
    match: str
    after: str
    x: float = 0.0
    y: float = 0.0


class Found(Message, frozen=True):
    """
    Args:
        left: so many of the pages, the last ones, there was no time for.
    """

    hits: tuple[Hit, ...]
    left: PageIndex = 0
