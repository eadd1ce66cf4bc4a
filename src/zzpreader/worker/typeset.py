"""Notes as a PDF: pages of A4 with an outline, links, page numbers, language and title."""

from io import BytesIO
from typing import Any

import pymupdf

from zzpreader.wire import NotesSet, SetNotes

_PAPER = pymupdf.paper_rect("a4")
_TEXT = pymupdf.Rect(68, 62, _PAPER.x1 - 68, _PAPER.y1 - 70)
_NUMBER_BASELINE = 36
"""Points above the lower edge."""

_NUMBER_SIZE = 9
_LEAST_ROOM = 60
"""Points: where less is left on a page the next piece begins on a new one."""

_STARTS = 1
"""Of `open_close`: the place where an element begins."""


def set_notes(asked: SetNotes) -> NotesSet:
    """The same request gives the same bytes. Cost: 2 ms a page."""
    made = BytesIO()
    pages = _Pages(pymupdf.DocumentWriter(made))
    for piece in asked.pieces:
        pages.add(pymupdf.Story(piece, user_css=asked.style))
    pages.end()
    document: Any = pymupdf.open("pdf", made.getvalue())
    pymupdf.Story.add_pdf_links(document, pages.linked)
    _number(document)
    document.set_toc(pages.outline)
    document.set_language(asked.language)
    when = _pdf_date(asked.date)
    facts = {"title": asked.title, "author": asked.author, "creator": "zzpreader", "producer": "zzpreader"}
    document.set_metadata({**facts, "creationDate": when, "modDate": when})
    document.xref_set_key(document.pdf_catalog(), "ViewerPreferences", "<</DisplayDocTitle true>>")
    document.subset_fonts()
    return NotesSet(document.tobytes(garbage=4, deflate=True, no_new_id=True))


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

    def add(self, story: Any) -> None:
        goes_on = True
        while goes_on:
            if self._device is None or self._room.height < _LEAST_ROOM:
                self._turn()
            goes_on, filled = story.place(self._room)
            story.element_positions(lambda place: self._note(place), {"page_num": self._count})  # noqa: PLW0108 - it wants one argument
            story.draw(self._device)
            self._room = pymupdf.Rect(_TEXT.x0, _TEXT.y1 if goes_on else filled[3], _TEXT.x1, _TEXT.y1)

    def end(self) -> None:
        if self._device is None:
            self._turn()
        self._writer.end_page()
        self._writer.close()

    def _turn(self) -> None:
        if self._device is not None:
            self._writer.end_page()
        self._device = self._writer.begin_page(_PAPER)
        self._count += 1
        self._room = _TEXT

    def _note(self, place: Any) -> None:
        if not place.open_close & _STARTS:
            return
        if place.id or place.href:
            self.linked.append(place)
        if place.heading and place.text:
            # The first entry of an outline is of level 1, and no entry is more than one below the one before it.
            level = min(place.heading, self.outline[-1][0] + 1 if self.outline else 1)
            self.outline.append([level, place.text, self._count, {"kind": 1, "to": pymupdf.Point(0, place.rect[1])}])


def _number(document: Any) -> None:
    font: Any = pymupdf.Font("helv")
    for page in document:
        page.wrap_contents()  # the writer leaves its own axes behind
        number = str(page.number + 1)
        writer: Any = pymupdf.TextWriter(page.rect, color=(0.35, 0.35, 0.35))
        x = (page.rect.width - font.text_length(number, _NUMBER_SIZE)) / 2
        writer.append((x, page.rect.height - _NUMBER_BASELINE), number, font, _NUMBER_SIZE)
        writer.write_text(page)


def _pdf_date(iso: str) -> str:
    """ "2026-11-23T18:00:00.000Z" as PDF writes it."""
    return f"D:{''.join(sign for sign in iso[:19] if sign.isdigit())}Z"
