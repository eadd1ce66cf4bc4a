"""Marks of the reader as they are written into a copy of the PDF."""

from msgspec import Struct

from zzpreader.model.annotation import Kind
from zzpreader.model.geometry import Quad


class Inscribed(Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """What of one annotation stands on one page.

    Args:
        id: of the annotation; one that runs on over pages is there once for each, in this order.
        quads: in page space, not empty; a spot is one without extent.
        fill, edge: how it is drawn, "#rrggbb"; `color` is what it is said to have, "" for none.
        comment: with the first page only.
        description: of an area, for those who cannot see it.
        section: id of the section in which it lies; `title` is what it is called.
        created, modified: xsd:dateTime in UTC.
    """

    id: str
    kind: Kind
    page: int
    quads: tuple[Quad, ...]
    fill: str
    edge: str
    color: str = ""
    part: int = 0
    comment: str = ""
    description: str = ""
    section: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    created: str = ""
    modified: str = ""
