"""One PDF looked at by a worker, without being opened for reading: what it is, and how its first page looks."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.engine.spawn import Source, Spawned
from zzpreader.model.publication import Edition
from zzpreader.wire import (
    Answer,
    DigestRead,
    Draw,
    Failed,
    FingerprintsRead,
    Opened,
    ReadDigest,
    ReadFingerprints,
    Request,
)

COVER_PX = 280
"""Height of the picture of a first page; what is wider than high is as wide."""

_PAGES_AT_ONCE = 50

Start = Callable[[Source], Spawned]


class Sight(Struct, frozen=True):
    """
    Args:
        cover: None where the first page cannot be drawn.
    """

    edition: Edition
    title: str
    author: str
    cover: QImage | None


class Sighting(QObject):
    """Signals: done(Sight | None): once; None for what cannot be opened."""

    done = Signal(object)

    def __init__(self, file: Path, start: Start, *, fingerprints: bool, parent: QObject | None = None) -> None:
        """
        Args:
            start: where its worker comes from.
            fingerprints: the text of every page is read too.
        """
        super().__init__(parent)
        self.file = file
        self._fingerprints = fingerprints
        self._engine = Engine(file, workers=1, start=start, parent=self)
        self._engine.opened.connect(self._begin)
        self._engine.failed.connect(self._refuse)
        self._engine.answered.connect(self._take)
        self._opened: Opened | None = None
        self._waiting: set[Request] = set()
        self._digest: DigestRead | None = None
        self._prints: dict[int, tuple[str, ...]] = {}
        self._cover: QImage | None = None
        self._is_over = False

    def start(self) -> None:
        self._engine.open()

    def stop(self) -> None:
        """No signal follows."""
        self._is_over = True
        self._engine.close()

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        reading: list[Request] = [ReadDigest()]
        if self._fingerprints:
            pages = range(0, opened.pages, _PAGES_AT_ONCE)
            reading += [ReadFingerprints(first, min(_PAGES_AT_ONCE, opened.pages - first)) for first in pages]
        drawing = [drawn] if (drawn := _cover_of(opened)) else []
        self._waiting = {*reading, *drawing}
        self._engine.want(Lane.AHEAD, drawing)
        self._engine.want(Lane.IDENTITY, reading)

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        match answer:
            case DigestRead():
                self._digest = answer
            case FingerprintsRead() if isinstance(request, ReadFingerprints):
                found = answer.fingerprints
                self._prints[request.first] = found + ("",) * (request.count - len(found))
            case Picture():
                self._cover = answer
            case _ if isinstance(request, ReadFingerprints):
                self._prints[request.first] = ("",) * request.count
            case _:
                pass
        self._waiting.discard(request)
        if not self._waiting:
            self._settle()

    def _refuse(self, _failed: Failed) -> None:
        self._end(None)

    def _settle(self) -> None:
        opened, digest = self._opened, self._digest
        if opened is None or digest is None:
            self._end(None)
            return
        edition = Edition(
            sha256=digest.sha256,
            trailer_id=opened.trailer_id,
            pages=opened.pages,
            size=digest.size,
            fingerprints=tuple(text for first in sorted(self._prints) for text in self._prints[first]),
            extractor=opened.extractor if self._fingerprints else "",
        )
        self._end(Sight(edition, opened.title or self.file.stem, opened.author, self._cover))

    def _end(self, sight: Sight | None) -> None:
        if not self._is_over:
            self.stop()
            self.done.emit(sight)


def _cover_of(opened: Opened) -> Draw | None:
    page = opened.first
    if page is None:
        return None
    size = page.size
    width, height = (size.height, size.width) if page.rotation % 180 else (size.width, size.height)
    if min(width, height) <= 0:
        return None
    scale = min(COVER_PX / max(width, height), 8.0)
    pixels = max(round(width * scale), 1), max(round(height * scale), 1)
    return Draw(0, page.rotation, scale, 0, 0, *pixels)
