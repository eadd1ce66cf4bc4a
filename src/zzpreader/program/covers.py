"""The first pages of publications as small pictures: from the cache, else drawn by a worker, one after another."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from zzpreader.program.sighting import Sight, Sighting
from zzpreader.session.deliver import deliver
from zzpreader.store.covers import keep_cover, kept_cover
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread

Wanted = tuple[str, str | None]
"""sha256 of the edition, and where its file is."""


class Covers(QObject):
    """Signals: ready(str sha256, QImage)."""

    ready = Signal(str, object)
    _looked_up = Signal(object)

    def __init__(self, home: Home, thread: StoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._thread = home, thread
        self._wanted: list[Wanted] = []
        self._refused: set[str] = set()
        self._is_busy = False
        self._sighting: Sighting | None = None
        self._looked_up.connect(self._take)

    def want(self, wanted: Sequence[Wanted]) -> None:
        """Replaces what was wanted before; what is being drawn is finished."""
        self._wanted = [one for one in wanted if one[0] and one[0] not in self._refused]
        self._go_on()

    def close(self) -> None:
        """No signal follows."""
        self._wanted.clear()
        self._is_busy = True
        if self._sighting:
            self._sighting.stop()

    def _go_on(self) -> None:
        if self._is_busy or not self._wanted:
            return
        self._is_busy = True
        one = self._wanted.pop(0)
        home = self._home

        def job() -> None:
            png = kept_cover(home, one[0])
            image = QImage.fromData(png) if png else QImage()
            deliver(self, "_looked_up", (one, image))

        self._thread.submit(job)

    def _take(self, found: tuple[Wanted, QImage]) -> None:
        (edition, path), image = found
        if not image.isNull():
            self._end(edition, image)
        elif path is None:
            self._end(edition, None)
        else:
            self._sighting = Sighting(Path(path), fingerprints=False, parent=self)
            self._sighting.done.connect(partial(self._drawn, edition))
            self._sighting.start()

    def _drawn(self, edition: str, sight: Sight | None) -> None:
        if self._sighting:
            self._sighting.deleteLater()
            self._sighting = None
        # Another file may have come to the place of the one that is known.
        cover = sight.cover if sight and sight.edition.sha256 == edition else None
        if cover:
            self._thread.submit(kept_as(self._home, edition, cover))
        self._end(edition, cover)

    def _end(self, edition: str, image: QImage | None) -> None:
        self._is_busy = False
        if image is None:
            self._refused.add(edition)
        else:
            self.ready.emit(edition, image)
        self._go_on()


def kept_as(home: Home, edition: str, cover: QImage) -> Callable[[], None]:
    """The job that puts a cover into the cache."""

    def job() -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        cover.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - PySide names it as bytes
        keep_cover(home, edition, bytes(buffer.data().data()))

    return job
