"""Notes as a PDF: pages of A4 with an outline, links, page numbers, language and title."""

from itertools import chain, repeat
from typing import Any

from zzpreader.wire import NotesSet, SetNotes
from zzpreader.worker.library import mupdf
from zzpreader.worker.making import added, parsed, saved
from zzpreader.worker.signposts import Heading, Linked, Place, Signposts
from zzpreader.worker.syntax import date, entry

_WIDTH, _HEIGHT = 595, 842
_LEFT, _TOP, _RIGHT, _BOTTOM = 68, 62, _WIDTH - 68, _HEIGHT - 70
"""Of what is set on a page of A4."""

_SIZE = 12
"""Of letters, where the style says nothing."""

_NUMBER_BASELINE = 36
"""Points above the lower edge."""

_NUMBER_SIZE = 9
_NUMBER_GREY = 0.35
_LEAST_ROOM = 60
"""Points: where less is left on a page the next piece begins on a new one."""

_STARTS = 1
"""Of `open_close`: the place where an element begins."""

_ONCE = 3
"""Of `do_garbage`: nothing is written that nothing leads to, or that is there already."""


def set_notes(asked: SetNotes) -> NotesSet:
    """The same request gives the same bytes. Cost: 2 ms a page. Raises: TROUBLE."""
    made = mupdf.fz_new_buffer(0)
    pages = _Pages(mupdf.FzDocumentWriter(made, "pdf", ""))
    for piece, least in zip(asked.pieces, chain(asked.least, repeat(0.0)), strict=False):
        pages.add(_story(piece, asked.style), least)
    pages.end()
    pdf = mupdf.pdf_open_document_with_stream(mupdf.fz_open_buffer(made))
    signposts = Signposts(pdf, _HEIGHT)
    signposts.put_links(pages.linked)
    if pages.outline:
        signposts.put_outline(pages.outline)
    _put_facts(pdf, asked)
    mupdf.pdf_subset_fonts2(pdf, list(range(mupdf.pdf_count_pages(pdf))))
    options = mupdf.PdfWriteOptions()
    options.do_garbage = _ONCE
    options.do_compress = 1
    return NotesSet(saved(pdf, options))


def _story(piece: str, style: str) -> Any:
    return mupdf.FzStory(mupdf.fz_new_buffer_from_copied_data(piece.encode()), style, _SIZE, mupdf.FzArchive(None))


def _put_facts(pdf: Any, asked: SetNotes) -> None:
    when = date(asked.date)
    facts = {"Title": asked.title, "Author": asked.author, "Creator": "zzpreader", "Producer": "zzpreader"}
    told = "".join(entry(key, said) for key, said in {**facts, "CreationDate": when, "ModDate": when}.items())
    mupdf.pdf_dict_puts(mupdf.pdf_trailer(pdf), "Info", added(pdf, f"<<{told}>>"))
    catalogue = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
    mupdf.pdf_dict_puts(catalogue, "ViewerPreferences", parsed(pdf, "<</DisplayDocTitle true>>"))
    mupdf.pdf_set_document_language(pdf, mupdf.fz_text_language_from_string(asked.language))


class _Pages:
    """Pieces one below the other, from page to page.

    Attributes:
        outline: every heading.
        linked: where there are links, and what they lead to.
    """

    def __init__(self, writer: Any) -> None:
        self.outline: list[Heading] = []
        self.linked: list[Linked] = []
        self._writer = writer
        self._device: Any = None
        self._count = 0
        self._top: float = _TOP

    def add(self, story: Any, least: float) -> None:
        goes_on = True
        if self._device is not None and _BOTTOM - self._top < least and self._top > _TOP:
            self._turn()
        while goes_on:
            if self._device is None or _BOTTOM - self._top < _LEAST_ROOM:
                self._turn()
            filled = mupdf.FzRect()
            goes_on = mupdf.fz_place_story_flags(story, mupdf.FzRect(_LEFT, self._top, _RIGHT, _BOTTOM), filled, 0)
            mupdf.ll_fz_story_positions_director(story.m_internal, _Listener(self._note))
            mupdf.fz_draw_story(story, self._device, mupdf.FzMatrix())
            self._top = _BOTTOM if goes_on else filled.y1

    def end(self) -> None:
        if self._device is None:
            self._turn()
        self._end_page()
        mupdf.fz_close_document_writer(self._writer)

    def _turn(self) -> None:
        if self._device is not None:
            self._end_page()
        self._device = mupdf.fz_begin_page(self._writer, mupdf.FzRect(0, 0, _WIDTH, _HEIGHT))
        self._count += 1
        self._top = _TOP

    def _end_page(self) -> None:
        _put_number(self._device, self._count)
        mupdf.fz_end_page(self._writer)

    def _note(self, place: Any) -> None:
        if not place.open_close & _STARTS:
            return
        heading, href, page = place.heading, place.href, self._count - 1
        if not heading and not href:
            return  # only headings are linked to
        box = place.rect.x0, place.rect.y0, place.rect.x1, place.rect.y1
        self.linked.append(Linked(place.id or "", href or "", page, box))
        if heading and (title := place.text):
            # The first entry of an outline is of level 1, and no entry is more than one below the one before it.
            level = min(heading, self.outline[-1].level + 1 if self.outline else 1)
            self.outline.append(Heading(level, title, Place(page, 0, box[1])))


class _Listener(mupdf.StoryPositionsCallback):
    """MuPDF calls it for every element that was placed."""

    def __init__(self, hear: Any) -> None:
        mupdf.StoryPositionsCallback_swiginit(self, mupdf.new_StoryPositionsCallback(self))
        self.call = hear


def _put_number(device: Any, number: int) -> None:
    """Centred at the foot of the page that is being drawn."""
    words, font = str(number), mupdf.fz_new_base14_font("Helvetica")
    width = sum(mupdf.fz_advance_glyph(font, mupdf.fz_encode_character(font, ord(sign)), 0) for sign in words)
    x = (_WIDTH - width * _NUMBER_SIZE) / 2
    place = mupdf.fz_make_matrix(_NUMBER_SIZE, 0, 0, -_NUMBER_SIZE, x, _HEIGHT - _NUMBER_BASELINE)
    shown = mupdf.fz_new_text()
    mupdf.fz_show_string(shown, font, place, words, 0, 0, mupdf.FZ_BIDI_LTR, mupdf.FZ_LANG_UNSET)
    mupdf.fz_fill_text(device, shown, mupdf.FzMatrix(), mupdf.fz_device_gray(), _NUMBER_GREY, mupdf.FzColorParams())
