"""Copies of notebooks that sync tools left, told at the start: not only when their publication is opened again."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from zzpreader.program.keeping import Keeping
from zzpreader.program.notes import NotesDesk
from zzpreader.sentences import filled
from zzpreader.session.deliver import deliver
from zzpreader.store.copies import all_copies
from zzpreader.store.home import Home
from zzpreader.store.incoming import Incoming
from zzpreader.store.library import Entry
from zzpreader.store.thread import StoreThread
from zzpreader.ui.notice import Notice
from zzpreader.ui.window.main_window import MainWindow

_MOST_NAMED = 3


class _Copies(Struct, frozen=True):
    """Of one publication, the oldest first. Args: publication: its id here."""

    publication: str
    title: str
    files: tuple[Path, ...]


class CopiesDesk(QObject):
    """
    Args:
        notice: where sentences are said now.
    """

    _looked = Signal(object)

    def __init__(
        self,
        home: Home,
        thread: StoreThread,
        window: MainWindow,
        keeping: Keeping,
        notes: NotesDesk,
        notice: Callable[[], Notice | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._home, self._thread, self._window, self._keeping = home, thread, window, keeping
        self._notes, self._notice = notes, notice
        self._looked.connect(self._offer)

    def look(self) -> None:
        """Offers to merge what there is of publications that are not open: these offer it themselves."""
        home, entries = self._home, self._keeping.entries
        self._thread.submit(lambda: deliver(self, "_looked", _grouped(all_copies(home), entries)))

    def _offer(self, found: Sequence[_Copies]) -> None:
        are_open = {tab.file for tab in self._window.reading_tabs()}
        others = [one for one in found if are_open.isdisjoint(self._keeping.paths_of(one.publication))]
        if not others or not (notice := self._notice()):
            return
        titles = ", ".join(f"“{one.title}”" for one in others[:_MOST_NAMED]) + ", …" * (len(others) > _MOST_NAMED)
        words = self.tr("A sync tool left other versions of your notes on %1.")
        not_now: tuple[str, Callable[[], object]] = (self.tr("Not now"), lambda: None)
        notice.say(filled(words, titles), (self.tr("Merge…"), partial(self._merge, others)), not_now)

    def _merge(self, found: Sequence[_Copies]) -> None:
        for one in found:
            self._notes.open(*one.files)


def _grouped(copies: Sequence[Incoming], entries: Sequence[Entry]) -> list[_Copies]:
    groups: dict[str, _Copies] = {}
    for copy in copies:
        known = next((entry for entry in entries if copy.of(entry.publication)), None)
        publication = known.publication if known else copy.publication
        title = (known.about.title if known else "") or publication.title or copy.path.stem
        before = groups.get(publication.id)
        files = (*before.files, copy.path) if before else (copy.path,)
        groups[publication.id] = _Copies(publication.id, title, files)
    return list(groups.values())
