"""Zotero's annotations as JSON: items of its web API, of its own and of Better BibTeX' export, and its reader's.

https://www.zotero.org/support/dev/web_api/v3/basics; positions are in the user space of the PDF.
"""

import msgspec

from zzpreader.imports.source import Source, taken
from zzpreader.imports.values import Fields, all_fields, fields, items, json_in, number, page, text
from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import MOST_BOXES, ForeignMark, OnPage, Space
from zzpreader.model.geometry import Rect
from zzpreader.model.moments import of_iso

_KINDS = {
    "highlight": Kind.HIGHLIGHT,
    "underline": Kind.UNDERLINE,
    "note": Kind.NOTE,
    "text": Kind.NOTE,
    "image": Kind.AREA,
    "ink": Kind.NOTE,
}


def read(data: bytes) -> Source:
    """Raises: Refused."""
    return read_value(json_in(data))


def read_value(value: object) -> Source:
    """Raises: Refused."""
    return taken(_mark(one) for one in all_fields(value) if is_mark(one))


def is_mark(one: Fields) -> bool:
    if "annotationType" in one:
        return True
    return one.get("type") in _KINDS and "position" in one and ("sortIndex" in one or "pageLabel" in one)


def _mark(one: Fields) -> ForeignMark | None:
    def said(name: str) -> object:
        """Items of the library write `annotationText`, the reader writes `text`."""
        return one.get(f"annotation{name[:1].upper()}{name[1:]}", one.get(name))

    kind = _KINDS.get(text(said("type")))
    places = _places(said("position"), kind)
    quote, comment = text(said("text")), text(said("comment"))
    if said("type") == "text":
        quote, comment = "", "\n\n".join(filter(None, (quote, comment)))
    if kind is None or (said("type") == "ink" and not comment) or not (places or quote or comment):
        return None
    tags = [text(tag) or text(fields(tag).get("tag") or fields(tag).get("name")) for tag in items(one.get("tags"))]
    key = text(one.get("key") or one.get("id") or said("sortIndex"))
    return ForeignMark(
        key=key or f"{text(said('type'))} {text(said('position'))[:200]} {quote[:200]} {comment[:200]}",
        kind=kind,
        places=places,
        space=Space.USER,
        label=text(said("pageLabel")),
        quote=quote,
        comment=comment,
        color=text(said("color")),
        tags=tuple(tags),
        author=text(said("authorName")),
        created=of_iso(text(one.get("dateAdded") or one.get("dateCreated"))),
        modified=of_iso(text(one.get("dateModified"))),
    )


def _places(position: object, kind: Kind | None) -> tuple[OnPage, ...]:
    """A text that runs on over a page has its rectangles there apart."""
    if isinstance(position, str):
        try:
            position = msgspec.json.decode(position)
        except (msgspec.DecodeError, RecursionError):
            return ()
    at = fields(position)
    first = page(at.get("pageIndex"))
    if first is None:
        return ()
    boxes, behind = _boxes(at.get("rects")), _boxes(at.get("nextPageRects"))
    here = OnPage(first, _spot(boxes) if kind is Kind.NOTE else boxes)
    return (here, OnPage(first + 1, behind)) if behind else (here,)


def _boxes(rects: object) -> tuple[Rect, ...]:
    return tuple(box for one in items(rects)[:MOST_BOXES] if (box := _box(one)))


def _spot(boxes: tuple[Rect, ...]) -> tuple[Rect, ...]:
    return tuple(Rect(box.left, box.bottom, box.left, box.bottom) for box in boxes[:1])


def _box(rect: object) -> Rect | None:
    edges = [found for edge in items(rect)[:4] if (found := number(edge)) is not None]
    if len(edges) < 4:
        return None
    (left, right), (low, high) = sorted(edges[::2]), sorted(edges[1::2])
    return Rect(left, low, right, high)
