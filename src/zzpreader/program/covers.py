"""The first pages of publications as small pictures: from the cache, else drawn by a worker, one after another."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from zzpreader.program.sighting import Sight, Sighting, Start
from zzpreader.session.deliver import deliver
from zzpreader.store.covers import keep_cover, kept_cover
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread

Wanted = tuple[str, str | None]
"""sha256 of the edition, and where its file is."""


_TOGETHER = 16
"""Looked up in the cache at a time: each look waits behind whatever else is asked of the disk."""


class Covers(QObject):
    """Signals: ready(str sha256, QImage)."""

    ready = Signal(str, object)
    _looked_up = Signal(object)

    def __init__(self, home: Home, thread: StoreThread, start: Start, parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._thread, self._start = home, thread, start
        self._wanted: list[Wanted] = []
        self._unkept: set[str] = set()
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
        sought = [edition for edition, _ in self._wanted if edition not in self._unkept][:_TOGETHER]
        if sought:
            self._look_up(sought)
            return
        edition, path = self._wanted.pop(0)
        if path is None:
            self._end(edition, None)
        else:
            self._sighting = Sighting(Path(path), self._start, fingerprints=False, parent=self)
            self._sighting.done.connect(partial(self._drawn, edition))
            self._sighting.start()

    def _look_up(self, editions: Sequence[str]) -> None:
        home = self._home

        def job() -> None:
            pngs = {edition: kept_cover(home, edition) for edition in editions}
            images = {edition: QImage.fromData(png) if png else QImage() for edition, png in pngs.items()}
            deliver(self, "_looked_up", images)

        self._thread.submit(job)

    def _take(self, images: dict[str, QImage]) -> None:
        self._unkept.update(edition for edition, image in images.items() if image.isNull())
        self._wanted = [one for one in self._wanted if one[0] not in images or one[0] in self._unkept]
        for edition, image in images.items():
            if not image.isNull():
                self.ready.emit(edition, image)
        self._is_busy = False
        self._go_on()

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
