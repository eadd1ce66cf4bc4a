"""The marks that a file carries itself (ISO 32000-2, 12.5.6), whoever made them.

Read from the dictionaries, not from their appearances: what is drawn may say something else than what can be edited.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import LONGEST, MOST_BOXES, MOST_TAGS, OUR_ID, ForeignMark, OnPage, id_from
from zzpreader.model.geometry import Point, Rect
from zzpreader.model.moments import of_pdf
from zzpreader.model.typed import sound
from zzpreader.wire import MOST_ON_PAGE, IdInside
from zzpreader.worker import inscriptions
from zzpreader.worker.document import Document
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.spaces import space_of

_TEXT_MARKS = {
    "Highlight": Kind.HIGHLIGHT,
    "Underline": Kind.UNDERLINE,
    "StrikeOut": Kind.STRIKEOUT,
    "Squiggly": Kind.SQUIGGLY,
}
_SHAPES = {"Square": Kind.AREA}
_SPOTS = (Kind.NOTE, Kind.SHEET, Kind.BOOKMARK)
_NO_MARKS = frozenset({"Link", "Popup", "Widget", "TrapNet", "PrinterMark", "Watermark", "Screen", "3D", "Movie"})
_MOST_TEXT = 4_000_000
"""Code points of all texts of a page: with those of its neighbours it must go into one answer."""


class Standing(NamedTuple):
    """A mark as it stands in the page's list of annotations.

    Args:
        at: its place in that list.
        number: of its object, 0 if it has none.
    """

    at: int
    number: int
    mark: ForeignMark


class _Reply(NamedTuple):
    at: int
    to: int
    mark: ForeignMark | None


def read_marks(document: Document, page: int) -> tuple[tuple[ForeignMark, ...], int]:
    """Those of the page, and how many more say nothing that could be kept.

    Raises: TROUBLE for a page that cannot be read.
    """
    reading = _read(document.pdf, page)
    return reading.joined(), reading.skipped


def standing_marks(pdf: Any, page: int) -> list[Standing]:
    """The marks of the page; replies are left out. Raises: TROUBLE for a page that cannot be read."""
    return _read(pdf, page).marks


def read_ids(document: Document, page: int, source: str) -> Iterator[IdInside]:
    """What the marks of the page, and the replies to them, are called when they are imported; nothing of a page that
    cannot be read.

    Args:
        source: id of the publication.
    """
    try:
        reading = _read(document.pdf, page)
    except TROUBLE:
        return
    by_number: dict[int, str] = {}
    for one in reading.marks:
        id_ = one.mark.ours or id_from(source, one.mark.key)
        yield IdInside(page, one.at, id_)
        if one.number:
            by_number[one.number] = id_
    for at, number, reply in reading.replies():
        if number in by_number:
            yield IdInside(page, at, by_number[number])
        elif reply:
            yield IdInside(page, at, reply.ours or id_from(source, reply.key))


def _read(pdf: Any, page: int) -> "_Page":
    page_object = mupdf.pdf_lookup_page_obj(pdf, page)
    found = mupdf.pdf_dict_gets(page_object, "Annots")
    reading = _Page(page, page_object)
    for n in range(min(mupdf.pdf_array_len(found), MOST_ON_PAGE)):
        try:
            reading.take(n, mupdf.pdf_array_get(found, n))
        except TROUBLE:
            reading.skipped += 1
    return reading


class _Page:
    def __init__(self, page: int, page_object: Any) -> None:
        self.skipped = 0
        self._page = page
        self._matrix = space_of(page_object)
        self.marks: list[Standing] = []
        self._replies: dict[int, _Reply] = {}
        self._left = _MOST_TEXT

    def take(self, at: int, one: Any) -> None:
        subtype: str = mupdf.pdf_to_name(mupdf.pdf_dict_gets(one, "Subtype"))
        if subtype in _NO_MARKS or not mupdf.pdf_is_dict(one):
            return
        number: int = mupdf.pdf_to_num(one)
        mark = self._mark(one, subtype)
        parent = mupdf.pdf_dict_gets(one, "IRT")
        # One of a group, such as words struck out and what comes instead, says something of its own.
        if mupdf.pdf_is_dict(parent) and mupdf.pdf_to_name(mupdf.pdf_dict_gets(one, "RT")) != "Group":
            is_state = bool(self._text(one, "State"))
            self._replies[number] = _Reply(at, mupdf.pdf_to_num(parent), None if is_state else mark)
        elif mark:
            self.marks.append(Standing(at, number, mark))
        else:
            self.skipped += 1

    def _mark(self, one: Any, subtype: str) -> ForeignMark | None:
        kind = _TEXT_MARKS.get(subtype) or _SHAPES.get(subtype) or self._spot(one)
        boxes, comment = self._boxes(one, kind), self._text(one, "Contents")
        is_known = subtype in (*_TEXT_MARKS, *_SHAPES, "Text", "FreeText")
        if not boxes or (not is_known and not comment.strip()):
            return None
        ours, description = self._text(one, inscriptions.ID), self._text(one, inscriptions.DESCRIPTION)
        edges = " ".join(f"{edge:.0f}" for box in boxes[:1] for edge in (box.left, box.top, box.right, box.bottom))
        return ForeignMark(
            key=self._text(one, "NM") or f"{self._page} {subtype} {edges} {comment[:200]}",
            kind=kind,
            ours=ours if OUR_ID.fullmatch(ours) else "",
            places=(OnPage(self._page, boxes),),
            heading=self._text(one, "Subj") if ours else "",
            scope=self._text(one, inscriptions.SECTION) if ours else "",
            # Where nothing else is said of an area its description stands in the place of a comment.
            comment="" if description and comment == description else comment,
            description=description,
            tags=self._tags(one),
            color=_color(mupdf.pdf_dict_gets(one, "C")),
            author=self._text(one, "T"),
            created=of_pdf(self._text(one, "CreationDate")),
            modified=of_pdf(self._text(one, "M")),
        )

    def _spot(self, one: Any) -> Kind:
        said = self._text(one, inscriptions.KIND)
        return next((kind for kind in _SPOTS if kind == said), Kind.NOTE)

    def _tags(self, one: Any) -> tuple[str, ...]:
        try:
            tags = msgspec.json.decode(self._text(one, inscriptions.TAGS) or "[]", type=tuple[str, ...])
        except msgspec.DecodeError:
            tags = ()
        return tags[:MOST_TAGS]

    def joined(self) -> tuple[ForeignMark, ...]:
        """The marks, with what was answered to them below their own words; an answer to nothing stands alone."""
        by_mark: dict[int, list[ForeignMark]] = {}
        known = {one.number for one in self.marks if one.number}
        alone: list[ForeignMark] = []
        for reply in self._replies.values():
            top = self._top(reply)
            if reply.mark and reply.mark.comment.strip():
                (by_mark.setdefault(top, []) if top in known else alone).append(reply.mark)
        return (*(_with_replies(one.mark, by_mark.get(one.number, ())) for one in self.marks), *alone)

    def replies(self) -> list[tuple[int, int, ForeignMark | None]]:
        """Where each answer stands, the number of the mark that it answers in the end, and what it says itself."""
        return [(reply.at, self._top(reply), reply.mark) for reply in self._replies.values()]

    def _top(self, reply: _Reply) -> int:
        top, seen = reply.to, set[int]()
        while top in self._replies and top not in seen:
            seen.add(top)
            top = self._replies[top].to
        return top

    def _text(self, one: Any, key: str) -> str:
        return self._sound(mupdf.pdf_dict_gets(one, key))

    def _sound(self, string: Any) -> str:
        text = sound(mupdf.pdf_to_text_string(string))[: min(LONGEST, self._left)]
        self._left -= len(text)
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _boxes(self, one: Any, kind: Kind) -> tuple[Rect, ...]:
        if kind in _TEXT_MARKS.values():
            numbers = _numbers(mupdf.pdf_dict_gets(one, "QuadPoints"), 8 * MOST_BOXES)
            quads = [numbers[n : n + 8] for n in range(0, len(numbers) - 7, 8)]
            boxes = tuple(box for quad in quads if (box := self._box(quad)))
            if boxes:
                return boxes
        box = self._box(_numbers(mupdf.pdf_dict_gets(one, "Rect"), 4))
        if box is None:
            return ()
        return (Rect(box.left, box.top, box.left, box.top),) if kind in _SPOTS else (box,)

    def _box(self, numbers: list[float]) -> Rect | None:
        """Around points in user space, in page space."""
        a, b, c, d, e, f = self._matrix
        points = [
            Point(a * x + c * y + e, b * x + d * y + f) for x, y in zip(numbers[::2], numbers[1::2], strict=False)
        ]
        edges = [edge for point in points for edge in (point.x, point.y)]
        if not points or not all(map(math.isfinite, edges)):
            return None
        across, down = [point.x for point in points], [point.y for point in points]
        return Rect(min(across), min(down), max(across), max(down))


def _with_replies(mark: ForeignMark, replies: Iterable[ForeignMark]) -> ForeignMark:
    in_order = sorted(replies, key=lambda reply: reply.created or reply.modified)
    told = [f"{one.author}: {one.comment}" if one.author else one.comment for one in in_order]
    return replace(mark, comment="\n\n".join(filter(None, (mark.comment, *told)))) if told else mark


def _numbers(array: Any, most: int) -> list[float]:
    return [mupdf.pdf_to_real(mupdf.pdf_array_get(array, n)) for n in range(min(mupdf.pdf_array_len(array), most))]


def _color(array: Any) -> str:
    """Grey, red-green-blue or cyan-magenta-yellow-black as "#rrggbb"; "" for none."""
    parts = [min(max(part, 0.0), 1.0) for part in _numbers(array, 4) if math.isfinite(part)]
    match parts:
        case [grey]:
            parts = [grey, grey, grey]
        case [cyan, magenta, yellow, black]:
            parts = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
        case [_, _, _]:
            pass
        case _:
            return ""
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)
