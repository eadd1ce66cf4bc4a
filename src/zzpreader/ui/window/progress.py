"""How far one has read, on this computer alone: pages count that are in view long enough."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.model.displayed import shortened
from zzpreader.model.progress import (
    MOST_READ,
    Progress,
    counts_from,
    from_ranges,
    progress_of,
    seconds_needed,
    shares_of,
    to_ranges,
)
from zzpreader.model.sections import Section
from zzpreader.model.text import PageText
from zzpreader.session.session import Session
from zzpreader.ui.view.page_view import PageView

_TICK_MS = 1000
_LEAST_SHARE = 0.5
"""Of the page, or of the view, that has to be seen."""

_IDLE_TICKS = 300
"""After so long without a move nobody is taken to be reading."""


class ReadingProgress(QObject):
    """Signals: changed(): `told` may be another sentence; read_on(): `of` a section may be another."""

    changed = Signal()
    read_on = Signal()

    def __init__(self, session: Session, view: PageView, kept: object) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._kept = kept
        self._read: set[int] = set()
        self._seconds: dict[int, float] = {}
        self._words: dict[int, int] = {}
        self._asked: set[int] = set()
        self._known: dict[str, Progress] = {}
        self._quiet = 0
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(lambda: self.pass_time(_TICK_MS / 1000))
        session.texts.ready.connect(self._count)
        view.moved.connect(self._wake)
        view.place_changed.connect(self.changed)
        session.sections.changed.connect(self.changed)
        session.sections.changed.connect(self._read_on)
        session.pages.changed.connect(self._take_kept)
        self._take_kept()
        self._tick.start()

    @property
    def state(self) -> dict[str, list[list[int]]]:
        """For the next time; plain JSON. Words too: how long the rest takes would be another guess without them."""
        read = to_ranges(self._read)
        return {"pages": read, "words": [[page, words] for page, words in sorted(self._words.items())]} if read else {}

    @property
    def told(self) -> str:
        """Of the lesson, or else the section, that is read; empty before there is one."""
        section = self._session.sections.lesson_at(self._view.eye()) if self._session.pages.count else None
        return self._sentence(section) if section else ""

    def of(self, section: Section) -> Progress | None:
        """None before there are pages. Cost: what the section has of pages, once for every page that is read."""
        pages = self._session.pages
        if not pages.count:
            return None
        if section.id not in self._known:
            shares = shares_of(section, self._session.sections.tree, pages.count, lambda n: pages.page(n).size.height)
            self._known[section.id] = progress_of(shares, self._read, self._words.get)
        return self._known[section.id]

    def pass_time(self, seconds: float) -> None:
        """What is in view has been so for so much longer. When all of it counts as read, nothing ticks until a move."""
        self._quiet += 1
        if self._quiet > _IDLE_TICKS:
            self._tick.stop()
            return
        if not self._is_being_read:
            return
        room = float(self._view.viewport().height())
        is_anything_left = False
        for leaf in self._view.leaves_seen():
            seen = min(leaf.top + leaf.height, room) - max(leaf.top, 0.0)
            if leaf.page in self._read or seen < _LEAST_SHARE * min(leaf.height, room):
                continue
            self._seconds[leaf.page] = self._seconds.get(leaf.page, 0.0) + seconds
            needed = seconds_needed(self._words.get(leaf.page, 0))
            if leaf.page not in self._words and leaf.page not in self._asked:
                self._asked.add(leaf.page)
                self._session.texts.collect([leaf.page], partial(self._counted, leaf.page))
            if leaf.page in self._words and self._seconds[leaf.page] >= needed:
                self._read.add(leaf.page)
                self._read_on()
                self.changed.emit()
            else:
                is_anything_left = True
        if not is_anything_left:
            self._tick.stop()

    def forget(self) -> None:
        self._kept, self._read, self._seconds = None, set(), {}
        self._wake()
        self._read_on()
        self.changed.emit()

    @property
    def _is_being_read(self) -> bool:
        """In reading mode the page view stands behind the column, and shows the same place."""
        return self._view.window().isActiveWindow()

    def _sentence(self, section: Section) -> str:
        progress = self.of(section)
        if progress is None:
            return ""
        percent, minutes = str(round(100 * progress.read)), max(round(progress.minutes_left), 1)
        title = shortened(section.title, 40)
        if progress.read > MOST_READ:
            return self.tr("%1: read").replace("%1", title)
        words = self.tr("%1: %2 % read, about %n minute(s) left", "", minutes)
        return words.replace("%2", percent).replace("%1", title)

    def _counted(self, page: int, texts: Sequence[PageText]) -> None:
        self._words[page] = len(texts[0].text.split())
        self._known = {}

    def _count(self, page: int) -> None:
        if (text := self._session.texts.get(page)) is not None:
            self._counted(page, [text])

    def _wake(self) -> None:
        self._quiet = 0
        if not self._tick.isActive():
            self._tick.start()

    def _take_kept(self) -> None:
        if self._session.pages.count and self._kept is not None:
            count = self._session.pages.count
            kept = cast("dict[str, object]", self._kept) if isinstance(self._kept, dict) else {"pages": self._kept}
            self._read |= from_ranges(kept.get("pages"), count)
            self._words = counts_from(kept.get("words"), count) | self._words
            self._kept = None
            self._read_on()
        self.changed.emit()

    def _read_on(self) -> None:
        self._known = {}
        self.read_on.emit()
