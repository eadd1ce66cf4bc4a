"""The links of a page."""

import math
import re
from typing import Any

from zzpreader.model.displayed import one_line
from zzpreader.model.links import LONGEST_ADDRESS, MOST_LINKS, Inside, Link, Outside, Refused
from zzpreader.model.pages import Place
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE, mupdf

_OUTSIDE = re.compile(r"(https?://[^\s/]|mailto:[^\s])", re.IGNORECASE)


def read_links(document: Document, page: int) -> tuple[Link, ...]:
    """Raises: TROUBLE for a page that cannot be read."""
    space = document.space(page)
    chain = mupdf.fz_load_links(document.load(page))
    found: list[Link] = []
    link: Any = chain.m_internal
    while link and len(found) < MOST_LINKS:
        edges = (link.rect.x0, link.rect.y0, link.rect.x1, link.rect.y1)
        if all(map(math.isfinite, edges)) and edges[0] < edges[2] and edges[1] < edges[3]:
            found.append(Link(space.rect(*edges), target(document, link.uri or "")))
        link = link.next
    return tuple(found)


def target(document: Document, uri: str) -> Inside | Outside | Refused:
    """MuPDF writes targets in the same document as "#…"; all else has a scheme or a path."""
    if uri.startswith("#"):
        return _inside(document, uri) or Refused(_shown(uri))
    if _OUTSIDE.match(uri) and one_line(uri, LONGEST_ADDRESS) == uri:
        return Outside(uri)
    return Refused(_shown(uri))


def _inside(document: Document, uri: str) -> Inside | None:
    try:
        where, x, y = mupdf.fz_resolve_link(document.fz, uri)
        if not 0 <= where.page < document.page_count:
            return None
        space = document.space(where.page)
    except TROUBLE:
        return None
    at = space.point(x if math.isfinite(x) else 0.0, y if math.isfinite(y) else 0.0)
    place = Place(where.page, min(max(at.y, 0.0), space.size.height))
    return Inside(place, min(max(at.x, 0.0), space.size.width))


def _shown(uri: str) -> str:
    return one_line(uri, LONGEST_ADDRESS)
