"""Printed labels and sections: the lines are read bit by bit, and never leave the worker."""

import gc

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
from zzpreader.worker.links import read_links
from zzpreader.worker.outline import read_outline
from zzpreader.worker.styled import StyledPages
from zzpreader.worker.tags import TaggedHeadings

_MOST_LINES = 150_000
"""Lines of all pages together, 3 kB each; what comes after them counts as empty. 2,000 pages of a dense manual have
130,000."""

_EMPTY = PageLines(BLANK.size)


class StructureReader:
    """Keeps what was gathered until the whole publication has been asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styled: StyledPages | None = None
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
        outline = self._outline()
        structure = derive(
            [self._lines.get(page, _EMPTY) for page in range(count)],
            outline=outline,
            tags=() if outline else self._tags(set(range(count)).difference(asked.passed_over)),
            links=[self._links.get(page, ()) for page in range(count)],
            page_labels=[page.label for page in self._document.pages(0, count)],
            rules=asked.rules,
        )
        if count == min(self._document.page_count, MOST_PAGES_STUDIED):
            self._forget()
            gc.collect()  # PyMuPDF's pages hang in circles: a hundred megabytes after a manual of 1,300 pages
        labels = tuple(tuple(one_line(name, LONGEST_LABEL) for name in names) for names in structure.unruled)
        last = self._document.page_count - 1
        return StructureRead(labels, tuple(_sound(one, last) for one in structure.sections[:MOST_SECTIONS]))

    def _forget(self) -> None:
        self._lines: dict[int, PageLines] = {}
        self._links: dict[int, tuple[Link, ...]] = {}
        self._room = _MOST_LINES
        self._styled = None
        self._tagged: TaggedHeadings | None = None

    def _gather(self, page: int) -> None:
        if page in self._lines:
            return
        self._lines[page] = _EMPTY
        try:
            found = self._pages.lines(page)
            self._links[page] = read_links(self._document, page)
        except TROUBLE:
            return
        self._lines[page] = PageLines(found.size, found.lines[: self._room])
        self._room -= len(self._lines[page].lines)

    @property
    def _pages(self) -> StyledPages:
        if self._styled is None:
            self._styled = StyledPages(self._document)
        return self._styled

    def _tags(self, pages: set[int]) -> list[TaggedHeading]:
        if self._tagged is None:
            self._tagged = TaggedHeadings(self._document)
        return self._tagged.read(pages)

    def _outline(self) -> list[Bookmark]:
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
