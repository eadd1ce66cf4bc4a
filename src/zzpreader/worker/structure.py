"""Printed labels and sections: the lines are read bit by bit, and never leave the worker."""

from collections.abc import Sequence
from functools import cached_property
from typing import overload
from zlib import compress, decompress

from msgspec.msgpack import Decoder, Encoder
from msgspec.structs import replace

from zzpreader.model.displayed import one_line
from zzpreader.model.lines import PageLines
from zzpreader.model.links import Link
from zzpreader.model.outline import MOST_SECTIONS, Bookmark, TaggedHeading
from zzpreader.model.pages import LONGEST_LABEL
from zzpreader.model.sections import Section
from zzpreader.structure.sections import derive
from zzpreader.wire import MOST_PAGES_STUDIED, Gathered, GatherLines, ReadStructure, StructureRead
from zzpreader.worker.document import BLANK, Document
from zzpreader.worker.library import TROUBLE
from zzpreader.worker.lines import read_lines
from zzpreader.worker.links import read_links
from zzpreader.worker.outline import read_outline
from zzpreader.worker.tags import TaggedHeadings

_MOST_LINES = 150_000
"""Lines of all pages together; what comes after them counts as empty. 2,000 pages of a dense manual have 130,000."""

_EMPTY = PageLines(BLANK.size)


class _Packed(Sequence[PageLines]):
    """Pages as bytes, unpacked at every look: 40 bytes a line instead of 2 kB."""

    _pack = Encoder().encode
    _unpack = Decoder(PageLines).decode

    def __init__(self, pages: Sequence[bytes]) -> None:
        self._pages = pages

    @classmethod
    def of(cls, page: PageLines) -> bytes:
        return compress(cls._pack(page), 1)

    def __len__(self) -> int:
        return len(self._pages)

    @overload
    def __getitem__(self, where: int) -> PageLines: ...
    @overload
    def __getitem__(self, where: slice) -> "_Packed": ...
    def __getitem__(self, where: int | slice) -> "PageLines | _Packed":
        if isinstance(where, slice):
            return _Packed(self._pages[where])
        return self._unpack(decompress(self._pages[where]))


_EMPTY_PACKED = _Packed.of(_EMPTY)


class StructureReader:
    """Keeps what was gathered until the whole publication has been asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._forget()

    def gather(self, asked: GatherLines) -> Gathered:
        end = min(asked.first + asked.count, self._document.page_count, MOST_PAGES_STUDIED)
        for page in range(asked.first, end):
            self._gather(page)
        return Gathered()

    def read(self, asked: ReadStructure) -> StructureRead:
        count = min(asked.count, self._document.page_count)
        for page in range(count):
            if page not in asked.passed_over:
                self._gather(page)
        outline = self._bookmarks
        structure = derive(
            _Packed([self._lines.get(page, _EMPTY_PACKED) for page in range(count)]),
            outline=outline,
            tags=() if outline else self._tags(set(range(count)).difference(asked.passed_over)),
            links=[self._links.get(page, ()) for page in range(count)],
            page_labels=self._document.labels(count),
            rules=asked.rules,
        )
        if count == min(self._document.page_count, MOST_PAGES_STUDIED):
            self._forget()
        labels = tuple(tuple(one_line(name, LONGEST_LABEL) for name in names) for names in structure.unruled)
        last = self._document.page_count - 1
        return StructureRead(labels, tuple(_sound(one, last) for one in structure.sections[:MOST_SECTIONS]))

    def _forget(self) -> None:
        self._lines: dict[int, bytes] = {}
        self._links: dict[int, tuple[Link, ...]] = {}
        self._room = _MOST_LINES
        self._tagged: TaggedHeadings | None = None

    def _gather(self, page: int) -> None:
        if page in self._lines:
            return
        self._lines[page] = _EMPTY_PACKED
        try:
            found = read_lines(self._document, page)
            if not self._bookmarks:  # with them nobody asks where a contents list leads
                self._links[page] = read_links(self._document, page)
        except TROUBLE:
            return
        lines = found.lines[: self._room]
        self._lines[page] = _Packed.of(PageLines(found.size, lines))
        self._room -= len(lines)

    def _tags(self, pages: set[int]) -> list[TaggedHeading]:
        if self._tagged is None:
            self._tagged = TaggedHeadings(self._document)
        return self._tagged.read(pages)

    @cached_property
    def _bookmarks(self) -> list[Bookmark]:
        try:
            items = read_outline(self._document)
        except TROUBLE:
            return []
        return [Bookmark(item.level, item.title, item.page, item.y) for item in items]


def _sound(section: Section, last: int) -> Section:
    """Fit to be shown, and on a page that there is: a contents list read alone can only guess what lies ahead."""
    return replace(
        section,
        title=one_line(section.title) or "…",
        label=one_line(section.label, LONGEST_LABEL) if section.label else None,
        page=min(section.page, last),
    )
