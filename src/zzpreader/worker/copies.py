"""A copy of the document with marks of the reader in it.

The original stays as it is, to the byte, and what is new follows it (an incremental update, ISO 32000-2, 7.5.6): small,
and signatures of the original can still be verified. A file that MuPDF had to repair, or that bears such an addition
badly, is written anew as a whole.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from zzpreader.model.annotation import Kind
from zzpreader.model.foreign import id_from
from zzpreader.model.geometry import Point, Quad
from zzpreader.model.inscribed import Inscribed
from zzpreader.wire import COPY_PIECE, CopyWritten, Failed, Reason, WriteCopy
from zzpreader.worker.appearance import Look, Way, look_of
from zzpreader.worker.document import Document
from zzpreader.worker.inscriptions import annotation_of, form_entries, popup_of
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.making import added, named, parsed, saved
from zzpreader.worker.marks_inside import standing_marks
from zzpreader.worker.spaces import page_size_and_rotation, space_of

_MARGIN, _APART = 6.0, 22.0
"""Points from the edge of the paper, and between notes that have no place of their own."""


class Copier:
    """Keeps what it has written until its last piece is sent."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._asked: WriteCopy | None = None
        self._base, self._new = 0, b""

    def answer(self, asked: WriteCopy) -> CopyWritten | Failed:
        """Raises: TROUBLE for a page that cannot be read, and where memory does not suffice."""
        if self._asked is None or (asked.marks, asked.source) != (self._asked.marks, self._asked.source):
            pdf = self._document.again()
            if not mupdf.pdf_has_permission(pdf, ord(mupdf.FZ_PERMISSION_ANNOTATE)):
                return Failed(Reason.FORBIDDEN)
            self._base, self._new = _written(self._document, pdf, asked)
            self._asked = asked
        piece = self._new[asked.start : asked.start + COPY_PIECE]
        answer = CopyWritten(base=self._base, size=len(self._new), piece=piece)
        if asked.start + len(piece) >= len(self._new):
            self._asked, self._new = None, b""
        return answer


def _written(document: Document, pdf: Any, asked: WriteCopy) -> tuple[int, bytes]:
    """How much of the original stays, and what follows it."""
    by_page: defaultdict[int, list[Inscribed]] = defaultdict(list)
    for mark in asked.marks:
        by_page[mark.page].append(mark)
    _write(pdf, by_page, asked.source)
    original = document.data
    if original is not None and mupdf.pdf_can_be_saved_incrementally(pdf):
        whole = _saved(pdf, incremental=True)
        if whole.startswith(memoryview(original)) and _is_sound(document, whole):
            return len(original), whole[len(original) :]
    return 0, _saved(pdf, incremental=False)


def _write(pdf: Any, by_page: Mapping[int, Sequence[Inscribed]], source: str) -> None:
    """Raises: TROUBLE if there is no page that can be read."""
    pages = {page: found for page in sorted(by_page) if (found := _page(pdf, page))}
    homeless = [mark for page in sorted(by_page) if page not in pages for mark in by_page[page]]
    marks = {page: list(by_page[page]) for page in pages}
    if homeless:
        first = next((page for page in range(mupdf.pdf_count_pages(pdf)) if _page(pdf, page)), 0)
        pages.setdefault(first, _Page(pdf, first))
        marks.setdefault(first, []).extend(_as_notes(homeless, first))
    for page, found in pages.items():
        found.write(marks[page], source)


def _page(pdf: Any, number: int) -> "_Page | None":
    """None for one that cannot be read."""
    try:
        return _Page(pdf, number) if mupdf.pdf_is_dict(mupdf.pdf_lookup_page_obj(pdf, number)) else None
    except TROUBLE:
        return None


def _as_notes(marks: Sequence[Inscribed], page: int) -> Iterator[Inscribed]:
    """What lies on pages that cannot be read, one below the other at the edge of one that can."""
    for n, mark in enumerate(marks):
        spot = Quad.at(Point(_MARGIN, _MARGIN + n * _APART))
        kind = mark.kind if mark.kind in (Kind.SHEET, Kind.BOOKMARK) else Kind.NOTE
        yield replace(mark, page=page, kind=kind, quads=(spot,), comment=mark.comment or mark.description)


def _is_sound(document: Document, whole: bytes) -> bool:
    """Whether it can be read without repairs, as another program would."""
    try:
        pdf = document.opened_again(whole)
        return not mupdf.pdf_was_repaired(pdf) and mupdf.pdf_count_pages(pdf) == document.page_count
    except TROUBLE:
        return False


def _saved(pdf: Any, *, incremental: bool) -> bytes:
    options = mupdf.PdfWriteOptions()
    options.do_incremental = int(incremental)
    options.do_encrypt = mupdf.PDF_ENCRYPT_KEEP
    return saved(pdf, options)


class _Page:
    """Args: pdf: MuPDF's document, which is changed in memory."""

    def __init__(self, pdf: Any, number: int) -> None:
        self._pdf = pdf
        self._number = number
        self._object = mupdf.pdf_lookup_page_obj(pdf, number)
        self._name = named(self._object)
        self._width = page_size_and_rotation(self._object)[0].width
        self._to_user = _way_back(space_of(self._object))

    def write(self, marks: Sequence[Inscribed], source: str) -> None:
        """Behind what is there; what is there of the same marks goes."""
        annots = mupdf.pdf_new_array(self._pdf, len(marks))
        for there in self._others({mark.id for mark in marks}, source):
            mupdf.pdf_array_push(annots, there)
        for mark in marks:
            for one in self._objects(mark):
                mupdf.pdf_array_push(annots, one)
        mupdf.pdf_dict_puts(self._object, "Annots", annots)

    def _objects(self, mark: Inscribed) -> list[Any]:
        look = look_of(mark, self._to_user)
        appearance = self._stream(look)
        text = annotation_of(mark, look, self._name, appearance, self._to_user)
        written = added(self._pdf, text)
        if not mark.comment:
            return [written]
        parent = named(written)
        popup = added(self._pdf, popup_of(mark, self._name, parent, self._width, self._to_user))
        mupdf.pdf_dict_puts(written, "Popup", popup)
        return [written, popup]

    def _stream(self, look: Look) -> str:
        content = mupdf.fz_new_buffer_from_copied_data(look.content)
        entries = parsed(self._pdf, form_entries(look, self._to_user))
        return named(mupdf.pdf_add_stream(self._pdf, content, entries, 0))

    def _others(self, ids: set[str], source: str) -> list[Any]:
        """The annotations of the page without these, their windows and the answers to them."""
        found = mupdf.pdf_dict_gets(self._object, "Annots")
        there = [mupdf.pdf_array_get(found, n) for n in range(mupdf.pdf_array_len(found))]
        gone = {
            one.number
            for one in standing_marks(self._pdf, self._number)
            if one.number and (one.mark.ours or id_from(source, one.mark.key)) in ids
        }
        if not gone:
            return there
        while more := {mupdf.pdf_to_num(one) for one in there if _leads_to(one, gone)} - gone:
            gone |= more
        return [one for one in there if mupdf.pdf_to_num(one) not in gone]


def _leads_to(one: Any, gone: set[int]) -> bool:
    named = (mupdf.pdf_dict_gets(one, key) for key in ("Parent", "IRT"))
    return mupdf.pdf_to_num(one) != 0 and any(mupdf.pdf_to_num(other) in gone for other in named)


def _way_back(space: tuple[float, float, float, float, float, float]) -> Way:
    back = mupdf.fz_invert_matrix(mupdf.FzMatrix(*space))
    a, b, c, d, e, f = back.a, back.b, back.c, back.d, back.e, back.f
    return lambda point: Point(a * point.x + c * point.y + e, b * point.x + d * point.y + f)
