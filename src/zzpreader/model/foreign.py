"""Marks that another program made, in its own words, before they are found again in the publication."""

import re
from enum import StrEnum
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from zzpreader.model.annotation import Kind
from zzpreader.model.geometry import Rect

MOST_MARKS = 100_000
"""Of one source."""

MOST_BOXES = 2_000
"""Of one mark on one page."""

LONGEST = 1_000_000
"""Code points of one text; what is longer belongs to no mark that a person made."""

MOST_TAGS = 100
"""Of one mark."""

OUR_ID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Space(StrEnum):
    """What the boxes of a mark are measured in."""

    PAGE = "page"  # ours: `model/geometry.py`
    USER = "user"  # the PDF's own: y up, from its own origin (ISO 32000-2, 8.3.2.3)
    SHOWN = "shown"  # the page as it is shown: turned, from the top left of its crop box


class OnPage(Struct, frozen=True, gc=False):
    """
    Args:
        page: 0-based.
        boxes: of the lines that are marked; a spot is one without extent.
    """

    page: int
    boxes: tuple[Rect, ...] = ()


class ForeignMark(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """
    Args:
        key: tells it apart from all others of its source, today and when the same source is read again.
        ours: the id that it has with us, if it says so; "" if not.
        places: where it says that it lies; without boxes only the page is known.
        label: printed on its page, as the source says.
        heading: of the section in which it lies; `scope` is its id with us, if it says so.
        comment: with the replies to it.
        description: of an area: what is to be seen there.
        color: "#rrggbb" or a name; "" for none.
        created, modified: xsd:dateTime in UTC as ours, "" if it is not known.
    """

    key: str
    kind: Kind = Kind.HIGHLIGHT
    ours: str = ""
    places: tuple[OnPage, ...] = ()
    space: Space = Space.PAGE
    label: str = ""
    heading: str = ""
    scope: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    comment: str = ""
    description: str = ""
    color: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    created: str = ""
    modified: str = ""


def id_from(source: str, key: str) -> str:
    """The id that a mark gets with us: the same whenever it is read again.

    Args:
        source: id of the publication.
        key: see `ForeignMark`.
    """
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{source} {key}')}"
