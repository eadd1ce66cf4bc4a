"""Notes as a PDF: pages of A4 with an outline, links, page numbers, language and title."""

from io import BytesIO
from itertools import chain, repeat
from typing import Any, NamedTuple

import pymupdf

from zzpreader.wire import NotesSet, SetNotes
from zzpreader.worker.library import mupdf

_PAPER = pymupdf.paper_rect("a4")
_TEXT = pymupdf.Rect(68, 62, _PAPER.x1 - 68, _PAPER.y1 - 70)
_NUMBER_BASELINE = 36
"""Points above the lower edge."""

_NUMBER_SIZE = 9
_NUMBER_GREY = 0.35
_LEAST_ROOM = 60
"""Points: where less is left on a page the next piece begins on a new one."""

_STARTS = 1
"""Of `open_close`: the place where an element begins."""


def set_notes(asked: SetNotes) -> NotesSet:
    """The same request gives the same bytes. Cost: 2 ms a page."""
    made = BytesIO()
    pages = _Pages(pymupdf.DocumentWriter(made))
    for piece, least in zip(asked.pieces, chain(asked.least, repeat(0.0)), strict=False):
        pages.add(pymupdf.Story(piece, user_css=asked.style), least)
    pages.end()
    document: Any = pymupdf.open("pdf", made.getvalue())
    pymupdf.Story.add_pdf_links(document, pages.linked)
    document.set_toc(pages.outline)
    document.set_language(asked.language)
    when = _pdf_date(asked.date)
    facts = {"title": asked.title, "author": asked.author, "creator": "zzpreader", "producer": "zzpreader"}
    document.set_metadata({**facts, "creationDate": when, "modDate": when})
    document.xref_set_key(document.pdf_catalog(), "ViewerPreferences", "<</DisplayDocTitle true>>")
    document.subset_fonts()
    return NotesSet(document.tobytes(garbage=3, deflate=True, no_new_id=True))


class _Linked(NamedTuple):
    """Where an element begins, in the words of PyMuPDF, which makes the links."""

    id: str
    href: str
    rect: tuple[float, float, float, float]
    page_num: int
    open_close: int = _STARTS


class _Pages:
    """Pieces one below the other, from page to page.

    Attributes:
        outline: level, title, page from 1 and place of every heading, as PyMuPDF takes them.
        linked: where there are links, and what they lead to.
    """

    def __init__(self, writer: Any) -> None:
        self.outline: list[list[Any]] = []
        self.linked: list[Any] = []
        self._writer = writer
        self._device: Any = None
        self._count = 0
        self._room = _TEXT

    def add(self, story: Any, least: float) -> None:
        goes_on = True
        if self._device is not None and self._room.height < least and self._room.height < _TEXT.height:
            self._turn()
        while goes_on:
            if self._device is None or self._room.height < _LEAST_ROOM:
                self._turn()
            goes_on, filled = story.place(self._room)
            mupdf.ll_fz_story_positions(story.this.m_internal, self._note)
            story.draw(self._device)
            self._room = pymupdf.Rect(_TEXT.x0, _TEXT.y1 if goes_on else filled[3], _TEXT.x1, _TEXT.y1)

    def end(self) -> None:
        if self._device is None:
            self._turn()
        _put_number(self._device, self._count)
        self._writer.end_page()
        self._writer.close()

    def _turn(self) -> None:
        if self._device is not None:
            _put_number(self._device, self._count)
            self._writer.end_page()
        self._device = self._writer.begin_page(_PAPER)
        self._count += 1
        self._room = _TEXT

    def _note(self, place: Any) -> None:
        if not place.open_close & _STARTS:
            return
        heading, href = place.heading, place.href
        if not heading and not href:
            return  # only headings are linked to
        box = place.rect.x0, place.rect.y0, place.rect.x1, place.rect.y1
        self.linked.append(_Linked(place.id or "", href or "", box, self._count))
        if heading and (title := place.text):
            # The first entry of an outline is of level 1, and no entry is more than one below the one before it.
            level = min(heading, self.outline[-1][0] + 1 if self.outline else 1)
            self.outline.append([level, title, self._count, {"kind": 1, "to": pymupdf.Point(0, box[1])}])


def _put_number(device: Any, number: int) -> None:
    """Centred at the foot of the page that is being drawn."""
    words, font = str(number), mupdf.fz_new_base14_font("Helvetica")
    width = sum(mupdf.fz_advance_glyph(font, mupdf.fz_encode_character(font, ord(sign)), 0) for sign in words)
    x = (_PAPER.width - width * _NUMBER_SIZE) / 2
    place = mupdf.fz_make_matrix(_NUMBER_SIZE, 0, 0, -_NUMBER_SIZE, x, _PAPER.height - _NUMBER_BASELINE)
    shown = mupdf.fz_new_text()
    mupdf.fz_show_string(shown, font, place, words, 0, 0, mupdf.FZ_BIDI_LTR, mupdf.FZ_LANG_UNSET)
    mupdf.fz_fill_text(
        device.this, shown, mupdf.FzMatrix(), mupdf.fz_device_gray(), [_NUMBER_GREY], 1, mupdf.FzColorParams()
    )


def _pdf_date(iso: str) -> str:
    """ "2026-11-23T18:00:00.000Z" as PDF writes it."""
    return f"D:{''.join(sign for sign in iso[:19] if sign.isdigit())}Z"
