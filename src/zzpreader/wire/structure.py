"""Printed labels and sections, which a worker derives from the lines of many pages."""

from typing import Annotated

from msgspec import Meta

from zzpreader.model.records import LabelRule
from zzpreader.model.sections import Section
from zzpreader.wire.message import Message, PageIndex

MOST_RULES = 100
"""So many of the reader's rules for printed numbers, the latest."""

MOST_PAGES_STUDIED = 2000
"""Structure is derived from so many pages at most. A page takes 3 ms and 70 kB, of the densest manuals 8 ms and 280 kB:
then this is 15 s of one worker, and half a gigabyte for as long as it lasts. What is longer is nearly always a manual
with bookmarks, and those are read whole."""


class GatherLines(Message, frozen=True):
    """Read the lines and links of pages [first, first + count) and keep them for ReadStructure. Answer: Gathered."""

    first: PageIndex
    count: PageIndex


class Gathered(Message, frozen=True):
    pass


class ReadStructure(Message, frozen=True):
    """Printed labels and sections, from the first `count` pages. Answer: StructureRead.

    What has not been gathered is read then, so it can be asked of any worker, also of one that took another's place.

    Args:
        passed_over: pages that are not to be read, because a worker did not survive them.
        rules: what the reader says of the printed numbers, without ids and moments. The labels of the answer are those
            without them; its sections know them, and which pages they call spreads.
    """

    count: Annotated[int, Meta(ge=1, le=MOST_PAGES_STUDIED)]
    passed_over: Annotated[tuple[PageIndex, ...], Meta(max_length=100)] = ()
    rules: Annotated[tuple[LabelRule, ...], Meta(max_length=MOST_RULES)] = ()


class StructureRead(Message, frozen=True):
    """
    Args:
        labels: for every page that was asked for its printed labels: (), ("12",), or on a spread ("12", "13").
        sections: in preorder; their titles are one line.
    """

    labels: tuple[tuple[str, ...], ...]
    sections: tuple[Section, ...]
