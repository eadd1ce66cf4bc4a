"""Which request is answered by what; every failure becomes a value."""

import hashlib
import mmap
from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from zzpreader import wire
from zzpreader.allocator import give_back
from zzpreader.model.displayed import one_line
from zzpreader.model.shelf import Shelf
from zzpreader.wire import Answer, Failed, Reason, Request
from zzpreader.worker.attachments import Attachments
from zzpreader.worker.content import read_printed
from zzpreader.worker.copies import Copier
from zzpreader.worker.document import Document, Unopened
from zzpreader.worker.draw import Drawer
from zzpreader.worker.find import Finder
from zzpreader.worker.library import TROUBLE, mupdf
from zzpreader.worker.links import read_links
from zzpreader.worker.marks_inside import read_ids, read_marks
from zzpreader.worker.memory import resident_bytes
from zzpreader.worker.outline import read_outline
from zzpreader.worker.spaces import read_spaces
from zzpreader.worker.text import is_picture, read_text
from zzpreader.worker.typeset import set_notes

if TYPE_CHECKING:
    from zzpreader.worker.flow import FlowReader
    from zzpreader.worker.structure import StructureReader

_DIGEST_PIECE = 1024 * 1024

_MANY_PAGES = 200
"""From so many on it is worth while to let go of what was read of all of them."""

_ROOM_BYTES = 8 * 1024 * 1024
"""So much may be added before what MuPDF has read of the file is let go of: 10 ms, every sixty pages or so."""

_ROOM_TO_READ_BYTES = 24 * 1024 * 1024
"""The same for who has drawn nothing since, and so only reads: what is let go of is read again, and with 8 MB that was
a third of the time for the texts of a whole manual (3.7 s of the processor, now 3.1; 13 MB more meanwhile)."""

_PLENTY_BYTES = 148 * 1024 * 1024
"""Of which 48 MB are the program itself. With more, pictures, fonts and glyphs that are kept ready go as well."""

_PLENTY_TO_READ_BYTES = 84 * 1024 * 1024
"""The same for who has drawn nothing since: what is kept ready is of pages that were read once, not to be drawn."""


class Answers:
    """
    Args:
        data: the document's bytes, None if it has none.
        block: where pixels go.
        texts: where the texts of pages are kept for all workers of the document; None if there is only this one.
        walls: those that stand around this process.
    """

    def __init__(
        self,
        data: mmap.mmap | None,
        block: mmap.mmap,
        walls: tuple[wire.Wall, ...] = (),
        texts: mmap.mmap | None = None,
    ) -> None:
        self._data = data
        self._block = block
        self._texts = texts
        self._walls = walls
        self._unopened: Failed | None = None
        self._document: Document | None = None
        self._is_open = False
        self._has_seen_all = self._has_drawn = self._is_looking_at_pages = False
        self._has_read_outline = False
        self._settled = 0
        try:
            # Before anything is asked: while the window is still being loaded.
            self._document = Document(data)
        except Unopened as refused:
            self._unopened = refused.failed

    def answer(self, request: Request) -> Answer:
        if self._document is None:
            return self._unopened or Failed(Reason.DAMAGED)
        if isinstance(request, wire.Open):
            return self._open(self._document, request)
        if not self._is_open:
            return Failed(Reason.PASSWORD, "not open")
        self._has_drawn = self._has_drawn or isinstance(request, wire.Draw | wire.DrawPng)
        # The next pages, and the bookmarks after them, lie among what was read: it took 120 ms to read that again.
        self._is_looking_at_pages = isinstance(request, wire.ReadPages)
        try:
            return self._answers[type(request)](request)
        except MemoryError as trouble:
            return Failed(Reason.MEMORY, one_line(str(trouble)))
        except TROUBLE as trouble:
            return Failed(_why(trouble), one_line(f"{type(trouble).__name__}: {trouble}"))

    def rest(self) -> None:
        """After an answer: nothing that a thousand pages or a hundred scans left behind stays in memory."""
        if not (self._is_open and self._document) or self._is_looking_at_pages:
            return
        held = resident_bytes()
        self._settled = self._settled or held
        room = _ROOM_BYTES if self._has_drawn else _ROOM_TO_READ_BYTES
        if not self._has_seen_all and held <= self._settled + room:
            return
        self._has_seen_all = False
        has_drawn, self._has_drawn = self._has_drawn, False
        if held > (_PLENTY_BYTES if has_drawn else _PLENTY_TO_READ_BYTES):
            self._drawer.forget()
            self._document.forget()
            mupdf.fz_purge_glyph_cache()  # its glyphs hold their fonts
            mupdf.fz_empty_store()  # they are made again when they are needed
        self._document.let_go()
        give_back()
        self._settled = resident_bytes()

    def _open(self, document: Document, request: wire.Open) -> Answer:
        try:
            opened = document.open(request.password)
        except Unopened as refused:
            return refused.failed
        self._is_open = True
        self._drawer = Drawer(document, self._block)
        self._finder = Finder(document, Shelf(self._texts or mmap.mmap(-1, wire.TEXTS_BYTES), document.page_count))
        attachments = Attachments(document)
        self._answers: dict[type, Callable[[Any], Answer]] = {
            wire.Draw: self._drawer.draw,
            wire.DrawPng: self._drawer.draw_png,
            wire.SetNotes: set_notes,
            wire.WriteCopy: Copier(document).answer,
            wire.ReadAttachments: lambda _: wire.AttachmentsRead(attachments.listed()),
            wire.ReadAttachment: attachments.read,
            wire.ReadPages: lambda asked: self._sizes(document, asked),
            wire.ReadOutline: lambda _: self._outline(document),
            wire.ReadFlow: lambda asked: wire.FlowRead(self._flows.read(asked)),
            wire.ReadText: self._text,
            wire.ReadPrinted: self._printed,
            wire.ReadLinks: lambda asked: wire.LinksRead(read_links(document, asked.page)),
            wire.ReadMarks: lambda asked: wire.MarksRead(*read_marks(document, asked.page)),
            wire.ReadIdsInside: self._ids_inside,
            wire.ReadSpaces: lambda asked: wire.SpacesRead(read_spaces(document, asked.first, asked.count)),
            wire.GatherLines: self._gather,
            wire.ReadStructure: self._read_structure,
            wire.ReadPlain: self._plain,
            wire.ReadFingerprints: self._fingerprints,
            wire.ReadDigest: lambda _: self._digest(),
            wire.TakeTexts: self._take_texts,
            wire.Find: self._finder.find,
        }
        return replace(opened, walls=self._walls)

    def _sizes(self, document: Document, asked: wire.ReadPages) -> Answer:
        if self._has_read_outline and asked.first + asked.count >= document.page_count:
            self._has_seen_all = document.page_count >= _MANY_PAGES
            self._is_looking_at_pages = False
        return wire.PagesRead(document.pages(asked.first, asked.count))

    def _outline(self, document: Document) -> Answer:
        """All pages are looked up for it, and the sizes of all are read before, or of some soon after."""
        self._has_seen_all = document.page_count >= _MANY_PAGES
        self._has_read_outline = True
        return wire.OutlineRead(read_outline(document))

    def _pages(self, first: int, count: int) -> range:
        assert self._document
        return range(first, min(first + count, self._document.page_count))

    def _ids_inside(self, asked: wire.ReadIdsInside) -> Answer:
        assert self._document
        pages = self._pages(asked.first, asked.count)
        return wire.IdsInsideRead(tuple(one for page in pages for one in read_ids(self._document, page, asked.source)))

    def _text(self, asked: wire.ReadText) -> Answer:
        assert self._document
        text = read_text(self._document, asked.page)
        return wire.TextRead(text, is_picture=not text.text.strip() and is_picture(self._document, asked.page))

    def _take_texts(self, asked: wire.TakeTexts) -> Answer:
        assert self._document
        self._document.recognised.update((one.page, one.packed) for one in asked.pages)
        self._finder.forget(one.page for one in asked.pages)
        return wire.Taken()

    def _printed(self, asked: wire.ReadPrinted) -> Answer:
        document = self._document
        assert document
        return wire.PrintedRead(tuple(read_printed(document, page) for page in self._pages(asked.first, asked.count)))

    def _plain(self, asked: wire.ReadPlain) -> Answer:
        return wire.PlainRead(tuple(map(self._finder.plain, self._pages(asked.first, asked.count))))

    def _fingerprints(self, asked: wire.ReadFingerprints) -> Answer:
        assert self._document
        # A file is known by what is in it, not by what was once recognised there.
        seen = self._document.recognised
        pages = self._pages(asked.first, asked.count)
        texts = ("" if page in seen else self._finder.folded(page).strip() for page in pages)
        return wire.FingerprintsRead(tuple(_fingerprint(text) for text in texts))

    def _digest(self) -> Answer:
        assert self._data
        digest, size = hashlib.sha256(), len(self._data)
        view = memoryview(self._data)
        for start in range(0, size, _DIGEST_PIECE):
            digest.update(view[start : start + _DIGEST_PIECE])
        return wire.DigestRead(digest.hexdigest(), size)

    def _gather(self, asked: wire.GatherLines) -> Answer:
        return self._structure.gather(asked)

    def _read_structure(self, asked: wire.ReadStructure) -> Answer:
        return self._structure.read(asked)

    @cached_property
    def _flows(self) -> "FlowReader":
        # As the reader of structures.
        from zzpreader.worker.flow import FlowReader  # noqa: PLC0415

        assert self._document
        return FlowReader(self._document)

    @cached_property
    def _structure(self) -> "StructureReader":
        # Some thirty modules say what a section is; who draws pages does not wait for them.
        from zzpreader.worker.structure import StructureReader  # noqa: PLC0415

        assert self._document
        return StructureReader(self._document)


def _fingerprint(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest() if text else ""


def _why(trouble: Exception) -> Reason:
    said = str(trouble)
    return Reason.MEMORY if "malloc" in said or "calloc" in said or "realloc" in said else Reason.PAGE
