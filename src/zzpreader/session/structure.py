"""Asks the workers for the structure of the publication, what is needed first at first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.outline import Bookmark
from zzpreader.model.records import LabelRule
from zzpreader.model.sections import Section
from zzpreader.session.derived import (
    FIRST_PAGES,
    MOST_LOST,
    asked_rules,
    batches,
    bookmarks_of,
    structure_without,
    studied,
)
from zzpreader.wire import (
    Answer,
    Gathered,
    GatherLines,
    Opened,
    OutlineRead,
    ReadOutline,
    ReadStructure,
    Request,
    StructureRead,
)

if TYPE_CHECKING:
    from zzpreader.store.structures import Derived


class Structure(QObject):
    """What was derived earlier, if it is offered. Else first the bookmarks; without them the sections of the first
    pages; and at last those of the whole, in a pause of the reader's if bookmarks stand in for them meanwhile.

    Signals: changed() something more is known, or `is_done`.
    """

    changed = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._first: list[Request] = []
        self._rest: list[Request] = []
        self._lost: list[GatherLines] = []
        self._rules: tuple[LabelRule, ...] = ()
        self._pages = self._all_pages = 0
        self._offered: Derived | None = None
        self.derived: Derived | None = None
        """Of the whole, by this program now."""
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.sections: tuple[Section, ...] = ()
        self.labels: tuple[tuple[str, ...], ...] | None = None
        """Of all pages that are studied; None as long as they are not known, and if they cannot be."""
        self.is_done = False
        engine.opened.connect(self._begin)
        engine.answered.connect(self._take)

    def use_rules(self, rules: Sequence[LabelRule]) -> None:
        """What the reader says of the printed numbers: the whole is derived anew with these.

        A contents list leads by them, and sections on pages that they call spreads have halves.
        """
        told = asked_rules(rules)
        if told == self._rules:
            return
        self._rules = told
        if self._is_offered():
            self._take_offered()
            return
        if self.is_done and self._pages and len(self._lost) <= MOST_LOST:
            self.is_done = False
            gathered = [one for one in batches(0, self._pages) if one not in self._lost]
            self._rest = [*gathered, structure_without(self._pages, self._lost)]
        self._first = [self._as_told(one) for one in self._first]
        self._rest = [self._as_told(one) for one in self._rest]
        if self._pages:
            self._want()

    def offer(self, derived: "Derived") -> None:
        """What was derived of the same file earlier."""
        self._offered = derived
        if not self.is_done and self._is_offered():
            self._take_offered()

    def _is_offered(self) -> bool:
        found = self._offered
        return (
            found is not None
            and found.rules == self._rules
            and 0 < len(found.labels) == self._pages
            and all(section.page < self._all_pages for section in found.sections)
        )

    def _take_offered(self) -> None:
        assert self._offered
        self._first = self._rest = []
        self._want()
        self.sections, self.labels = self._offered.sections, self._offered.labels
        self._finish()

    def hurry(self) -> None:
        """Somebody waits for `is_done`."""
        if not self.is_done:
            self._engine.hurry()

    def _as_told(self, request: Request) -> Request:
        return replace(request, rules=self._rules) if isinstance(request, ReadStructure) else request

    def _begin(self, opened: Opened) -> None:
        self._pages, self._all_pages = studied(opened.pages), opened.pages
        first = min(FIRST_PAGES, self._pages)
        self._first = [ReadOutline(), *batches(0, first), ReadStructure(first)]
        self._rest = [*batches(first, self._pages), ReadStructure(self._pages)] if first < self._pages else []
        self._first = [self._as_told(one) for one in self._first]
        self._rest = [self._as_told(one) for one in self._rest]
        self._want()

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if request not in self._first and request not in self._rest:
            return
        self._first = [one for one in self._first if one != request]
        self._rest = [one for one in self._rest if one != request]
        match request:
            case ReadOutline():
                self._take_outline(answer)
            case GatherLines() if not isinstance(answer, Gathered):
                self._do_without(request)
            case ReadStructure():
                self._take_structure(request, answer)
            case _:
                pass

    def _take_outline(self, answer: Answer | Picture) -> None:
        if isinstance(answer, OutlineRead) and answer.items:
            self.bookmarks = bookmarks_of(answer.items)
            if self._rest:  # what the first pages alone would give is no better
                self._rest = [one for one in self._first if isinstance(one, GatherLines)] + self._rest
                self._first = []
                self._want()
            self.changed.emit()
        else:
            self._engine.hurry()

    def _do_without(self, batch: GatherLines) -> None:
        self._lost.append(batch)
        if len(self._lost) > MOST_LOST:
            self._first = self._rest = []
            self._finish()
        else:
            self._first = [self._without_lost(one) for one in self._first]
            self._rest = [self._without_lost(one) for one in self._rest]
        self._want()

    def _without_lost(self, request: Request) -> Request:
        is_reading = isinstance(request, ReadStructure)
        return self._as_told(structure_without(request.count, self._lost)) if is_reading else request

    def _take_structure(self, asked: ReadStructure, answer: Answer | Picture) -> None:
        is_whole = asked.count == self._pages
        if isinstance(answer, StructureRead):
            self.sections = answer.sections
            if is_whole:
                self.labels = answer.labels
                if not self._lost:
                    self.derived = self._offered = _derived(asked, answer)
        if is_whole:
            self._finish()
        else:
            self.changed.emit()

    def _finish(self) -> None:
        self.is_done = True
        self.changed.emit()

    def _want(self) -> None:
        self._engine.want(Lane.STRUCTURE, self._first)
        self._engine.want(Lane.WHOLE, self._rest)


def _derived(asked: ReadStructure, answer: StructureRead) -> "Derived":
    from zzpreader.store.structures import Derived  # noqa: PLC0415 - behind the first page

    return Derived(asked.rules, answer.labels, answer.sections)
