"""`zzp:` addresses: how notes point at publications, sections, annotations and printed pages.

    zzp:0f9a…-…              a publication, by its UUID
    zzp:0f9a…/section/ID     a section or lesson
    zzp:0f9a…/note/UUID      an annotation
    zzp:0f9a…/page/38        a printed page

They open nothing but what lies in the reader's own library.
"""

import re
from enum import StrEnum
from urllib.parse import quote, unquote

from msgspec import Struct

SCHEME = "zzp:"
_URN = "urn:uuid:"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Part(StrEnum):
    SECTION = "section"
    NOTE = "note"
    PAGE = "page"


class Address(Struct, frozen=True):
    """
    Args:
        publication: `urn:uuid:…`.
        part: what is meant within it; None: the whole.
        name: id of the section, `urn:uuid:…` of the annotation, or the printed label; "" for the whole.
    """

    publication: str
    part: Part | None = None
    name: str = ""

    def __str__(self) -> str:
        whole = SCHEME + self.publication.removeprefix(_URN)
        return f"{whole}/{self.part}/{quote(self.name.removeprefix(_URN), safe='')}" if self.part else whole


def parse_address(text: str) -> Address | None:
    """None for what is no address of ours."""
    scheme, _, rest = text.partition(":")
    uuid, _, inside = rest.partition("/")
    if f"{scheme.casefold()}:" != SCHEME or not _UUID.fullmatch(uuid):
        return None
    if not inside:
        return Address(_URN + uuid)
    part, _, name = inside.partition("/")
    name = unquote(name)
    if part not in tuple(Part) or not name:
        return None
    if part == Part.NOTE:
        return Address(_URN + uuid, Part.NOTE, _URN + name) if _UUID.fullmatch(name) else None
    return Address(_URN + uuid, Part(part), name)
