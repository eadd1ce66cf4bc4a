"""Sections, lessons and notes of publications that are not open, known by their titles."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from zzpreader.fulltext.outlines import outlines
from zzpreader.model.annotation import Annotation
from zzpreader.model.displayed import one_line
from zzpreader.model.sections import Kind, Section, SectionTree
from zzpreader.model.titles import Titled, Titles
from zzpreader.session.deliver import deliver
from zzpreader.store.holdings import Stamp, stamp_of
from zzpreader.store.home import Home
from zzpreader.store.lessons import Closed, closed
from zzpreader.store.library import Entry
from zzpreader.store.problems import StoreError
from zzpreader.store.thread import StoreThread

LONGEST_TITLE = 120
_AT_ONCE = 20
"""Publications that are read before the store's thread looks whether notes are waiting to be saved."""


class Left(NamedTuple):
    """What a publication has, as it was left."""

    publication: str
    title: str
    lessons: Titles
    sections: Titles
    notes: Titles


class Elsewhere(QObject):
    """
    Signals:
        came(): more is known, or all.
    """

    came = Signal()
    _read = Signal(object)

    def __init__(self, home: Home, thread: StoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._thread = home, thread
        self._left: dict[str, Left] = {}
        self._stamps: dict[str, Stamp] = {}
        self._order: list[Entry] = []
        self._reads = 0
        self.is_read = False
        self._read.connect(self._take)

    def read(self, entries: Sequence[Entry]) -> None:
        """What has changed since the last time. Answers by `came`, more than once."""
        self._reads += 1
        self._order = list(entries)
        self.is_read = False
        self._go_on(self._reads, 0)

    def left(self) -> Iterator[Left]:
        """What is known by now, the publication that was opened last first."""
        for entry in self._order:
            if one := self._left.get(entry.publication.id):
                yield one

    def _go_on(self, number: int, first: int) -> None:
        home, stamps, entries = self._home, dict(self._stamps), self._order[first : first + _AT_ONCE]

        def job() -> None:
            now = {entry.publication.id: stamp_of(home, entry) for entry in entries}
            changed = [entry for entry in entries if stamps.get(entry.publication.id) != now[entry.publication.id]]
            read = [(id_, now[id_], left) for id_, left in _read_all(home, changed)]
            deliver(self, "_read", (number, first + _AT_ONCE, read))

        self._thread.submit(job)

    def _take(self, answer: tuple[int, int, list[tuple[str, Stamp, Left | None]]]) -> None:
        number, following, read = answer
        if number != self._reads:
            return
        for id_, stamp, left in read:
            if left:
                self._left[id_], self._stamps[id_] = left, stamp
            else:
                self._left.pop(id_, None)
        self.is_read = following >= len(self._order)
        if not self.is_read:
            self._go_on(number, following)
        if read or self.is_read:
            self.came.emit()


def _read_all(home: Home, entries: Sequence[Entry]) -> Iterator[tuple[str, Left | None]]:
    """None where there is nothing yet, or nothing that can be read."""
    there: dict[str, Closed] = {}
    for entry in entries:
        with suppress(StoreError):
            there[entry.publication.id] = closed(home, entry)
    never_laid_out = [id_ for id_, one in there.items() if not one.tree.sections]
    bookmarks = outlines(home, never_laid_out) if never_laid_out else {}
    for entry in entries:
        id_ = entry.publication.id
        one, bookmarked = there.get(id_), bookmarks.get(id_)
        left = _left(one, SectionTree(bookmarked) if bookmarked else one.tree) if one else None
        yield id_, left


def _left(one: Closed, tree: SectionTree) -> Left | None:
    if not len(tree) and not len(one.notebook):
        return None
    return Left(
        one.publication.id,
        one_line(one.title, 60),
        Titles(_of_section(section) for section in tree.lessons),
        Titles(_of_section(section) for section in tree if section.kind is not Kind.LESSON),
        Titles(_notes(one)),
    )


def _of_section(section: Section) -> Titled:
    return Titled(section.id, one_line(section.title, LONGEST_TITLE), section.page_shown)


def _notes(one: Closed) -> Iterator[Titled]:
    for note in one.notebook.in_order(one.tree):
        if title := one_line(note.quote or note.body.value or note.body.description, LONGEST_TITLE):
            yield Titled(note.id, title, _page_of(note))


def _page_of(note: Annotation) -> str:
    rects = next(iter(note.rects), None)
    return rects.page_shown if rects else ""
