"""The library as rows that are filled in while one looks at them: where each file is, how much was read and noted."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.model.about import About, about_of
from zzpreader.model.bundle import Bundle
from zzpreader.model.library import Counts, PublicationRow
from zzpreader.session.deliver import deliver
from zzpreader.store.holdings import (
    Stamp,
    counts_of,
    file_of,
    pdfs_in,
    recognised,
    row_of,
    stamp_of,
    wanted_files,
)
from zzpreader.store.home import Home
from zzpreader.store.library import Entry, Library
from zzpreader.store.problems import StoreError
from zzpreader.store.thread import StoreThread

_AT_ONCE = 20
"""Publications that are counted before the store's thread looks whether notes are waiting to be saved."""

_TELL_MS = 250
"""While they are counted: whoever shows all rows anew needs longer for it than for any of them."""

_FILES_AT_ONCE = 50
_MOST_BESIDE = 2000


class Holdings(QObject):
    """
    Signals:
        changed(list[PublicationRow]): all of them; one that is the same object is the same.
        moved(int found, int still_missing): the folder has been looked through.

    Args:
        bundle: by its id.
    """

    changed = Signal(object)
    moved = Signal(int, int)
    _read = Signal(object)
    _counted = Signal(object)
    _looked = Signal(object)

    def __init__(
        self, home: Home, thread: StoreThread, bundle: Callable[[str | None], Bundle | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._home, self._thread, self._bundle = home, thread, bundle
        self._entries: list[Entry] = []
        self._files: dict[str, str | None] = {}
        self._counts: dict[str, Counts] = {}
        self._stamps: dict[str, Stamp] = {}
        self._rows: dict[str, PublicationRow] = {}
        self._looked_beside: set[str] = set()
        self._reads = 0
        self._is_stopped = False
        self._soon = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._soon.timeout.connect(self._tell_rows)
        self._read.connect(self._take)
        self._counted.connect(self._fill_in)
        self._looked.connect(self._tell)

    @property
    def rows(self) -> list[PublicationRow]:
        return [self._row(entry) for entry in self._entries]

    def _row(self, entry: Entry) -> PublicationRow:
        id_ = entry.publication.id
        if (row := self._rows.get(id_)) is None:
            file = self._files.get(id_, _first(entry))
            row = self._rows[id_] = row_of(entry, self._about_bundle(entry), self._counts.get(id_), file)
        return row

    def said(self, publication_id: str) -> About:
        """What its PDF and its bundle say of it, whatever the reader says."""
        entry = next(entry for entry in self._entries if entry.publication.id == publication_id)
        silent = msgspec.structs.replace(entry, about=About())
        return row_of(silent, self._about_bundle(entry)).about

    def read(self) -> None:
        """Answers by `changed`, more than once."""
        self._reads += 1
        number, home = self._reads, self._home

        def job() -> None:
            try:
                deliver(self, "_read", (number, Library(home).entries()))
            except StoreError:
                deliver(self, "_read", (number, None))

        self._thread.submit(job)

    def look_in(self, folder: Path) -> None:
        """For the files that are missing. Answers by `moved`."""
        missing = [entry for entry in self._entries if self._files.get(entry.publication.id, "") is None]
        wanted, home = wanted_files(missing), self._home
        files = pdfs_in(folder)
        found: dict[str, str] = {}
        self._is_stopped = False

        def job() -> None:
            for _ in range(_FILES_AT_ONCE):
                file = next(files, None)
                if file is None or self._is_stopped or len(found) == len(missing):
                    deliver(self, "_looked", (found, len(missing)))
                    return
                if (id_ := recognised(file, wanted)) and id_ not in found:
                    found[id_] = str(file)
                    _keep(home, id_, file)
            self._thread.submit(job)  # behind the notes that are waiting

        self._thread.submit(job)

    def stop_looking(self) -> None:
        self._is_stopped = True

    def close(self) -> None:
        self._soon.stop()
        self.stop_looking()

    def _about_bundle(self, entry: Entry) -> About:
        bundle = self._bundle(entry.publication.bundle)
        return about_of(bundle) if bundle else About()

    def _take(self, answer: tuple[int, list[Entry] | None]) -> None:
        number, entries = answer
        if number != self._reads or entries is None:
            return
        self._entries = entries
        self._rows.clear()
        self._tell_rows()
        self._count(number, 0)

    def _tell_rows(self) -> None:
        self._soon.stop()
        self.changed.emit(self.rows)

    def _count(self, number: int, first: int) -> None:
        entries = self._entries[first : first + _AT_ONCE]
        if not entries:
            if self._soon.isActive():
                self._tell_rows()
            return
        home, stamps, beside = self._home, dict(self._stamps), self._looked_beside

        def job() -> None:
            filled: list[tuple[str, str | None, Stamp, Counts | None]] = []
            for entry in entries:
                id_ = entry.publication.id
                file = file_of(entry)
                if file is None and id_ not in beside:
                    beside.add(id_)
                    file = _beside(home, entry)
                stamp = stamp_of(home, entry)
                counts = None
                if stamps.get(id_) != stamp:
                    try:
                        counts = counts_of(home, entry)
                    except StoreError:
                        counts = Counts()
                filled.append((id_, file, stamp, counts))
            deliver(self, "_counted", (number, first + _AT_ONCE, filled))

        self._thread.submit(job)

    def _fill_in(self, answer: tuple[int, int, list[tuple[str, str | None, Stamp, Counts | None]]]) -> None:
        number, following, filled = answer
        if number != self._reads:
            return
        for id_, file, stamp, counts in filled:
            is_news = counts not in (None, self._counts.get(id_)) or file != self._files.get(id_, "")
            self._files[id_] = file
            self._stamps[id_] = stamp
            if counts:
                self._counts[id_] = counts
            if is_news:
                self._rows.pop(id_, None)
                if not self._soon.isActive():
                    self._soon.start()
        self._count(number, following)

    def _tell(self, answer: tuple[dict[str, str], int]) -> None:
        found, missing = answer
        self._files |= found
        for id_ in found:
            self._rows.pop(id_, None)
        self._tell_rows()
        self.moved.emit(len(found), missing - len(found))
        self.read()


def _first(entry: Entry) -> str | None:
    return next(iter(entry.paths), None)


def _beside(home: Home, entry: Entry) -> str | None:
    """The file under another name in one of the folders in which it was seen."""
    wanted = wanted_files([entry])
    for folder in dict.fromkeys(Path(path).parent for path in entry.paths):
        try:
            files = sorted(file for file in folder.iterdir() if file.name.lower().endswith(".pdf"))
        except OSError:
            continue
        for file in files[:_MOST_BESIDE]:
            if recognised(file, wanted):
                _keep(home, entry.publication.id, file)
                return str(file)
    return None


def _keep(home: Home, id_: str, file: Path) -> None:
    with suppress(StoreError):  # looked for again the next time
        Library(home).seen_at(id_, file)
