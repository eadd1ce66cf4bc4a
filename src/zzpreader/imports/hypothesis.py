"""Hypothesis' annotations as JSON: the answer of its search API, or the export of its client.

https://h.readthedocs.io/en/latest/api-reference/; a page is counted from 0. Offsets are those of another extractor
and over the whole document, so only the words count.
"""

from zzpreader.imports.source import Refused, Source
from zzpreader.imports.values import Fields, fields, items, json_in, page, text
from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import MOST_MARKS, ForeignMark, OnPage
from zzpreader.model.moments import of_iso
from zzpreader.model.refused import Untaken

_NAMES = ("rows", "annotations", "results")


def read(data: bytes) -> Source:
    """Raises: Refused."""
    return read_value(json_in(data))


def rows_in(value: object) -> list[object]:
    named = (items(fields(value).get(name)) for name in _NAMES)
    return items(value) or next(filter(None, named), list[object]())


def is_row(row: object) -> bool:
    one = fields(row)
    return "uri" in one and ("target" in one or "text" in one)


def read_value(value: object) -> Source:
    """Raises: Refused."""
    rows = [fields(row) for row in rows_in(value) if is_row(row)]
    if len(rows) > MOST_MARKS:
        raise Refused(Untaken.LARGE)
    by_id = {text(row.get("id")) or f"{n}": row for n, row in enumerate(rows)}
    replies: dict[str, list[str]] = {}
    marks: dict[str, Fields] = {}
    for id_, row in sorted(by_id.items(), key=lambda pair: (text(pair[1].get("created")), pair[0])):
        top = next((text(one) for one in items(row.get("references"))), "")
        if top in by_id and top != id_:
            words, author = text(row.get("text")), _author(row)
            replies.setdefault(top, []).extend([f"{author}: {words}" if author else words] if words else [])
        else:
            marks[id_] = row
    found = [_mark(id_, row, replies.get(id_, [])) for id_, row in marks.items()]
    return Source(marks=tuple(found))


def _mark(id_: str, row: Fields, replies: list[str]) -> ForeignMark:
    selectors = [
        fields(selector) for target in items(row.get("target")) for selector in items(fields(target).get("selector"))
    ]
    by_kind = {text(one.get("type")): one for one in reversed(selectors)}
    quoted, paged = by_kind.get("TextQuoteSelector", {}), by_kind.get("PageSelector", {})
    quote, index = text(quoted.get("exact")), page(paged.get("index"))
    return ForeignMark(
        key=id_,
        kind=Kind.HIGHLIGHT if quote else Kind.NOTE,
        places=() if index is None else (OnPage(index),),
        label=text(paged.get("label")),
        quote=quote,
        prefix=text(quoted.get("prefix")),
        suffix=text(quoted.get("suffix")),
        comment="\n\n".join(filter(None, (text(row.get("text")), *replies))),
        tags=tuple(map(text, items(row.get("tags")))),
        author=_author(row),
        created=of_iso(text(row.get("created"))),
        modified=of_iso(text(row.get("updated"))),
    )


def _author(row: Fields) -> str:
    shown = text(fields(row.get("user_info")).get("display_name"))
    return shown or text(row.get("user")).removeprefix("acct:").partition("@")[0]
