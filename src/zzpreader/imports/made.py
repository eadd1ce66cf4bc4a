"""Annotations of ours, made of the marks of others; the same mark is the same annotation, however often it comes."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Kind,
    Motivation,
    Selector,
    Target,
    TextQuoteSelector,
    timestamp,
)
from zzpreader.model.foreign import OUR_ID, ForeignMark, id_from
from zzpreader.model.legend import nearest
from zzpreader.model.moments import of_iso
from zzpreader.model.records import Link, Record
from zzpreader.model.typed import sound, tidy_tags

_LOOKS = {
    Kind.HIGHLIGHT: Highlight.SOLID,
    Kind.UNDERLINE: Highlight.UNDERLINE,
    Kind.STRIKEOUT: Highlight.STRIKETHROUGH,
    Kind.SQUIGGLY: Highlight.SQUIGGLY,
    Kind.AREA: Highlight.OUTLINE,
}
_URN = "urn:uuid:"
_OURS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def made(mark: ForeignMark, selectors: Sequence[Selector], source: str, edition: str, seen: set[str]) -> Annotation:
    """
    Args:
        seen: ids that are taken; this one is added.
    """
    look = _LOOKS.get(mark.kind)
    now = timestamp()
    created = mark.created or mark.modified or now
    ours = mark.ours if mark.ours and mark.ours not in seen else ""
    return Annotation(
        id=_unused(ours or id_from(source, mark.key), seen),
        motivation=_motivation(mark.kind),
        target=Target(
            source=source,
            scope=mark.scope or None if mark.kind is Kind.SHEET else None,
            selector=tuple(selectors),
            edition=edition if selectors else "",
        ),
        body=Body(
            value=sound(mark.comment),
            color=nearest(mark.color) if look or mark.color else None,
            highlight=look,
            tags=tidy_tags(mark.tags),
            description=sound(mark.description),
        ),
        created=created,
        modified=max(mark.modified, created),
        creator=sound(mark.author),
    )


def put(own: Annotation, source: str, seen: set[str]) -> Annotation:
    """A note of ours as one of this publication."""
    id_ = own.id if OUR_ID.fullmatch(own.id) else id_from(source, own.id)
    before, after = own.target.source.removeprefix(_URN), source.removeprefix(_URN)
    value = own.body.value.replace(f"zzp:{before}", f"zzp:{after}") if before else own.body.value
    body = own.body if value == own.body.value else replace(own.body, value=value)
    created = _moment(own.created)
    return replace(
        own,
        id=_unused(id_, seen),
        target=replace(own.target, source=source),
        body=body,
        created=created,
        modified=_moment(own.modified),
    )


def put_record(record: Record, before: str, source: str) -> Record:
    """What is ours and no annotation as one of this publication: links name it in their addresses."""
    if not isinstance(record, Link) or not before:
        return record
    old, new = (f"zzp:{id_.removeprefix(_URN)}" for id_ in (before, source))
    return replace(record, start=record.start.replace(old, new), end=record.end.replace(old, new))


def quote_only(mark: ForeignMark, source: str) -> Annotation:
    """To look for its words."""
    quoted = TextQuoteSelector(exact=mark.quote, prefix=mark.prefix, suffix=mark.suffix)
    return Annotation(
        id=id_from(source, mark.key),
        motivation=Motivation.HIGHLIGHTING,
        target=Target(source=source, selector=(quoted,)),
        body=Body(highlight=Highlight.SOLID),
        created="",
        modified="",
    )


def with_quote(selectors: tuple[Selector, ...], mark: ForeignMark) -> tuple[Selector, ...]:
    """On a page without text the words of the source are all that is known of the words."""
    if not mark.quote or mark.kind not in _LOOKS or any(isinstance(one, TextQuoteSelector) for one in selectors):
        return selectors
    return (TextQuoteSelector(exact=mark.quote, prefix=mark.prefix, suffix=mark.suffix), *selectors)


def _motivation(kind: Kind) -> Motivation:
    if kind in _LOOKS:
        return Motivation.HIGHLIGHTING
    return Motivation.BOOKMARKING if kind is Kind.BOOKMARK else Motivation.COMMENTING


def _unused(id_: str, seen: set[str]) -> str:
    count = 1
    chosen = id_
    while chosen in seen:
        count += 1
        chosen = id_from(id_, f"{count}")
    seen.add(chosen)
    return chosen


def _moment(said: str) -> str:
    return said if _OURS.fullmatch(said) else of_iso(said) or timestamp()
