"""All PDFs of a folder taken into the library, in the background."""

from functools import partial
from itertools import takewhile
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from zzpreader.program.covers import kept_as
from zzpreader.program.sighting import Sight, Sighting, Start
from zzpreader.session.deliver import deliver
from zzpreader.store.holdings import pdfs_in
from zzpreader.store.home import Home
from zzpreader.store.library import Library, Seen
from zzpreader.store.problems import StoreError
from zzpreader.store.thread import StoreThread

_AT_ONCE = 2
_TOGETHER = 20
"""So many are written to the library at a time."""


class Outcome(Struct, frozen=True):
    """
    Args:
        new: publications that were not in the library before.
        known: files of publications that were.
        unread: files that could not be opened, such as those with a password.
        is_kept: False if the library could not be written.
    """

    new: int = 0
    known: int = 0
    unread: int = 0
    is_kept: bool = True


class Gathering(QObject):
    """Signals: went_on(int done, int total), ended(Outcome)."""

    went_on = Signal(int, int)
    ended = Signal(object)
    _listed = Signal(object)
    _added = Signal(object)

    def __init__(self, home: Home, thread: StoreThread, start: Start, parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._thread, self._start = home, thread, start
        self._waiting: list[Path] = []
        self._running: list[Sighting] = []
        self._seen: list[Seen] = []
        self._total = self._done = self._unread = self._new = self._taken = self._unwritten = 0
        self._is_kept = True
        self._is_listing = self._is_given_up = False
        self._listed.connect(self._begin)
        self._added.connect(self._count)

    @property
    def is_running(self) -> bool:
        return self._is_listing or bool(self._running or self._waiting or self._unwritten)

    def start(self, folder: Path) -> None:
        self._is_listing = True
        home = self._home

        def job() -> None:
            try:
                known = {path for entry in Library(home).entries() for path in entry.paths}
            except StoreError:
                known = set[str]()
            files = list(takewhile(lambda _: not self._is_given_up, pdfs_in(folder)))
            deliver(self, "_listed", ([file for file in files if str(file) not in known], len(files)))

        self._thread.submit(job)

    def cancel(self) -> None:
        """What has been read is kept."""
        self._is_given_up = True
        for sighting in self._running:
            sighting.stop()
            sighting.deleteLater()
        self._waiting.clear()
        self._running.clear()
        if not self._is_listing:
            self._write()
            self._end_if_done()

    def close(self) -> None:
        """The window is closing. No signal follows."""
        self.blockSignals(True)  # noqa: FBT003 - Qt knows no names
        self.cancel()

    def _begin(self, found: tuple[list[Path], int]) -> None:
        self._is_listing = False
        self._waiting, total = ([], 0) if self._is_given_up else found
        self._total = len(self._waiting)
        self._taken = total - self._total  # these are where the library has them
        self.went_on.emit(0, self._total)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and len(self._running) < _AT_ONCE:
            sighting = Sighting(self._waiting.pop(0), self._start, fingerprints=True, parent=self)
            self._running.append(sighting)
            sighting.done.connect(partial(self._take, sighting))
            sighting.start()
        if not self._running:
            self._write()
            self._end_if_done()

    def _take(self, sighting: Sighting, sight: Sight | None) -> None:
        self._running.remove(sighting)
        sighting.deleteLater()
        self._done += 1
        if sight is None:
            self._unread += 1
        else:
            seen = Seen(edition=sight.edition, path=sighting.file, title=sight.title, author=sight.author)
            self._seen.append(seen)
            if sight.cover:
                self._thread.submit(kept_as(self._home, sight.edition.sha256, sight.cover))
        if len(self._seen) >= _TOGETHER:
            self._write()
        self.went_on.emit(self._done, self._total)
        self._go_on()

    def _write(self) -> None:
        seen, self._seen = self._seen, []
        if not seen:
            return
        self._unwritten += 1
        home = self._home

        def job() -> None:
            new: int | None = None
            try:
                home.prepare()
                new = Library(home).add(seen)
            except StoreError:
                pass  # told when all has ended
            deliver(self, "_added", (len(seen), new))

        self._thread.submit(job)

    def _count(self, added: tuple[int, int | None]) -> None:
        total, new = added
        self._unwritten -= 1
        if new is None:
            self._is_kept = False
        else:
            self._new += new
            self._taken += total - new
        self._end_if_done()

    def _end_if_done(self) -> None:
        if not self.is_running:
            self.ended.emit(Outcome(self._new, self._taken, self._unread, self._is_kept))
