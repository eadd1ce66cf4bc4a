"""KOReader: the JSON of its exporter, and the `metadata.pdf.lua` that lies beside each book.

Pages are counted from 1; boxes, which only the metadata has, are those of the page as it is shown.
"""

from zzpreader.imports.lua import table_in
from zzpreader.imports.source import Source, taken
from zzpreader.imports.values import Fields, fields, items, json_in, number, page, text
from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import MOST_BOXES, ForeignMark, OnPage, Space
from zzpreader.model.geometry import Rect
from zzpreader.model.moments import of_iso, of_seconds

_KINDS = {"underscore": Kind.UNDERLINE, "strikeout": Kind.STRIKEOUT}


def read(data: bytes) -> Source:
    """Raises: Refused."""
    return read_value(json_in(data))


def read_lua(data: bytes) -> Source:
    """Raises: Refused."""
    table = fields(table_in(data))
    rows = list(fields(table.get("annotations")).values())
    if not rows:  # as it was before 2024: by page, with the notes apart
        notes = {text(fields(one).get("datetime")): fields(one) for one in fields(table.get("bookmarks")).values()}
        rows = [
            {**fields(one), "page": number_of(at), "note": notes.get(text(fields(one).get("datetime")), {}).get("text")}
            for at, ones in fields(table.get("highlight")).items()
            for one in fields(ones).values()
        ]
    return taken(_mark(fields(row)) for row in rows)


def number_of(key: str) -> float | None:
    return float(key) if key.isascii() and key.isdecimal() and len(key) < 8 else None


def books_in(value: object) -> list[Fields]:
    """One, or all of a library."""
    whole = fields(value)
    return [fields(book) for book in items(whole.get("documents"))] or [whole]


def is_book(book: Fields) -> bool:
    return bool(items(book.get("entries"))) and ("title" in book or "file" in book)


def read_value(value: object) -> Source:
    """Raises: Refused."""
    return taken(_mark(fields(entry)) for book in books_in(value) for entry in items(book.get("entries")))


def _mark(row: Fields) -> ForeignMark | None:
    at = page(row.get("page") or fields(row.get("pos0")).get("page"))
    quote, comment = text(row.get("text")), text(row.get("note"))
    is_bookmark = row.get("sort") == "bookmark" or not ("drawer" in row or "sort" in row)
    if not (quote or comment or is_bookmark) or (is_bookmark and at is None):
        return None
    boxes = tuple(box for one in fields(row.get("pboxes")).values() if (box := _box(fields(one))))[:MOST_BOXES]
    moment, seconds = text(row.get("datetime")), number(row.get("time"))
    created = of_iso(moment) or (of_seconds(seconds) if seconds is not None else "")
    kind = _KINDS.get(text(row.get("drawer")), Kind.HIGHLIGHT) if quote else Kind.NOTE
    return ForeignMark(
        key=f"{at} {moment or seconds} {quote[:200]}",
        kind=Kind.BOOKMARK if is_bookmark else kind,
        places=(OnPage(max(at - 1, 0), boxes),) if at is not None else (),
        space=Space.SHOWN,
        quote="" if is_bookmark else quote,
        comment=comment or (quote if is_bookmark else ""),
        color=text(row.get("color")),
        author=text(row.get("author")) if "drawer" in row else "",
        created=created,
        modified=of_iso(text(row.get("datetime_updated"))) or created,
    )


def _box(box: Fields) -> Rect | None:
    left, top, width, height = (number(box.get(name)) for name in ("x", "y", "w", "h"))
    if left is None or top is None or width is None or height is None:
        return None
    return Rect(left, top, left + width, top + height)
