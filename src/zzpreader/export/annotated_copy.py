"""A copy of the publication's PDF with the notes in it, as annotations that other programs show and edit.

A note on a section stands where the section begins. What has no place in this file, because it was made in another
edition and not found in this one, stands where its section begins too, with the words that were marked.
"""

import hashlib
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from zzpreader.export.by_worker import Asking, NotMade
from zzpreader.export.choice import MARKS
from zzpreader.export.report import Item, Original, Report
from zzpreader.model.annotation import Kind, Motivation
from zzpreader.model.geometry import Point, Quad, Size, rotate_point, unrotate_point
from zzpreader.model.inscribed import Inscribed
from zzpreader.model.legend import colour
from zzpreader.model.pages import Half, Page, Place
from zzpreader.model.refused import Unmade
from zzpreader.wire import Answer, CopyWritten, Failed, Reason, Request, WriteCopy

_OURS = b"%zzpreader annotated copy\n"
"""A comment at the end by which a copy that we wrote is told from a publication."""

_MARGIN = 6.0
"""Points between the edge of the paper and a note that has no place across it."""

_APART = 22.0
_LINES = (Kind.UNDERLINE, Kind.STRIKEOUT, Kind.SQUIGGLY, Kind.AREA)
_REFUSED = {Reason.FORBIDDEN: Unmade.FORBIDDEN, Reason.PAGE: Unmade.DAMAGED}
_PLAIN_NOTE = ("#ffe9a8", "#5f4700")
_PLAIN = {Kind.BOOKMARK: ("#c2410c", "#7c2d12")}
"""Fill and edge of what has no colour of the legend."""


def asking(report: Report) -> Asking:
    """Asks a worker for what is new in the copy, piece by piece. Raises: NotMade."""
    original = report.original
    if original is None:
        raise NotMade(Unmade.COPY)
    asked = WriteCopy(inscribed(report), report.meta.work.id)
    written = yield from _written(asked)
    new = bytearray(written.piece)
    while len(new) < written.size:
        more = yield from _written(replace(asked, start=len(new)))
        if (more.base, more.size) != (written.base, written.size):
            raise NotMade(Unmade.COPY)
        new += more.piece
    return b"".join((_beginning(original, written.base), new, _OURS))


def is_ours(pdf: bytes) -> bool:
    return pdf.startswith(b"%PDF-") and pdf.endswith(_OURS)


def inscribed(report: Report) -> tuple[Inscribed, ...]:
    """The notes of a report, each once, in the order of the pages; marks below what has only a section to stand at."""
    items = {item.annotation.id: item for item in report.items}
    placed: list[Inscribed] = []
    unplaced: list[Item] = []
    for item in items.values():
        there = list(_where_it_lies(item, report))
        placed += there
        unplaced += [] if there else [item]
    return tuple(sorted([*placed, *_at_sections(unplaced, report)], key=lambda one: one.page))


def _written(asked: WriteCopy) -> Generator[Request, Answer | None, CopyWritten]:
    answer = yield asked
    if isinstance(answer, Failed) and answer.reason in _REFUSED:
        raise NotMade(_REFUSED[answer.reason])
    if not isinstance(answer, CopyWritten):
        raise NotMade(Unmade.COPY)
    return answer


def _beginning(original: Original, size: int) -> bytes:
    """Raises: NotMade if the file is not the one any more that the worker has read."""
    if not size:
        return b""
    try:
        data = original.file.read_bytes()
    except OSError:
        raise NotMade(Unmade.CHANGED) from None
    if len(data) != size or hashlib.sha256(data).hexdigest() != original.edition:
        raise NotMade(Unmade.CHANGED)
    return data


def has_place(item: Item, report: Report) -> bool:
    """Whether it lies somewhere in this file."""
    return next(_where_it_lies(item, report), None) is not None


def _where_it_lies(item: Item, report: Report) -> Iterator[Inscribed]:
    """Page by page; nothing if it has no place in this file."""
    one, original = item.annotation, report.original
    is_here = original and one.target.edition in ("", original.edition)
    pages = groupby(one.rects if is_here else (), key=lambda rects: rects.page)
    part = 0
    for page, there in pages:
        quads = tuple(quad for rects in there for quad in rects.quads)
        if quads and page < report.meta.work.pages:
            yield _inscribed(item, page, quads, part, report)
            part += 1


def _at_sections(items: Iterable[Item], report: Report) -> Iterator[Inscribed]:
    """Below each other where several stand at one place."""
    taken = Counter[Place]()
    for item in items:
        place = item.path[-1].place if item.path else Place(0)
        if place.page >= report.meta.work.pages:
            place = Place(0)
        spot = _spot(place, taken[place] * _APART, report)
        taken[place] += 1
        one = item.annotation
        if one.kind is not Kind.SHEET:
            one = replace(one, body=replace(one.body, highlight=None), motivation=Motivation.COMMENTING)
        told = replace(item, annotation=one, comment=item.comment if one is item.annotation else _with_words(item))
        yield _inscribed(told, place.page, (Quad.at(spot),), 0, report)


def _spot(place: Place, below: float, report: Report) -> Point:
    """At the left edge of the printed page, and where an icon that stands upright is wholly on the paper."""
    page = report.original.pages[place.page] if report.original else Page(Size(0, 0))
    left = page.size.width / 2 if place.half is Half.RIGHT else 0.0
    shown = rotate_point(Point(left + _MARGIN, place.y + below), page.size, page.rotation)
    paper = page.size.turned(page.rotation)
    inside = Point(
        min(max(shown.x, 0.0), max(paper.width - _APART, 0.0)), min(max(shown.y, 0.0), max(paper.height - _APART, 0.0))
    )
    return unrotate_point(inside, page.size, page.rotation)


def _with_words(item: Item) -> str:
    quoted = "\n".join(f"> {line}" for line in item.quote.splitlines())
    return "\n\n".join(filter(None, (quoted, item.comment)))


def _inscribed(item: Item, page: int, quads: tuple[Quad, ...], part: int, report: Report) -> Inscribed:
    one = item.annotation
    body, kind = one.body, one.kind
    shade = colour(body.color)
    fill, edge = (shade.fill, shade.edge) if body.color or kind in MARKS else _PLAIN.get(kind, _PLAIN_NOTE)
    return Inscribed(
        id=one.id,
        kind=kind,
        page=page,
        quads=quads,
        fill=fill,
        edge=edge,
        color=(edge if kind in _LINES else fill) if body.color or kind in MARKS else "",
        part=part,
        comment=item.comment if not part else "",
        description=body.description,
        section=one.target.scope or "",
        title=item.section_title,
        tags=body.tags,
        author=one.creator,
        created=one.created,
        modified=one.modified,
    )
