"""Reads the pictures of a publication's pages: a locked worker draws them, Tesseract reads them.

Each page is kept as soon as it is read, so whatever ends this, the next time goes on where it was.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from math import sqrt
from typing import NamedTuple

from filelock import Timeout

from zzpreader.engine.blocking import Reader
from zzpreader.model.pages import Page
from zzpreader.model.recognised import Recognised, Seen, pack, recognised
from zzpreader.model.refused import Obstacle
from zzpreader.ocr.messages import Job, Step
from zzpreader.ocr.tesseract import Tesseract, Unread, find_tesseract
from zzpreader.store.home import Home, lock_beside, make_private_folder
from zzpreader.store.recognised import add_pages, kept_pages, make_room, recognised_path
from zzpreader.wire import (
    DigestRead,
    DrawPng,
    PackedPage,
    PagesRead,
    PngDrawn,
    ReadDigest,
    ReadPages,
    ReadText,
    TextRead,
)

_DPI = 300.0
"""What Tesseract was made for; finer helps nothing."""

_MOST_PIXELS = 40_000_000
"""Of a picture: 300 dpi of an A2. Of larger pages it is coarser."""

_POINTS_PER_INCH = 72.0
_MOST_AT_ONCE = 4


class _Sheet(NamedTuple):
    number: int
    page: Page


def recognise(reader: Reader, job: Job, home: Home, tell: Callable[[Step], None]) -> None:
    """
    Args:
        reader: of the job's file, open.
        tell: called at every step, on this thread; the last one is finished or has an obstacle.
    """
    if path := find_tesseract():
        _Recognising(job, home, tell, reader, Tesseract(path)).run()
    else:
        tell(Step(obstacle=Obstacle.NOT_INSTALLED))


def dpi_for(page: Page) -> float:
    """Fine enough to be read, and not more pixels than are good for anyone."""
    area = page.size.width * page.size.height / _POINTS_PER_INCH**2
    return min(_DPI, sqrt(_MOST_PIXELS / area)) if area > 0 else _DPI


class _Recognising:
    def __init__(
        self, job: Job, home: Home, tell: Callable[[Step], None], reader: Reader, tesseract: Tesseract
    ) -> None:
        self._job, self._home, self._tell = job, home, tell
        self._reader, self._tesseract = reader, tesseract
        self._languages = tesseract.languages(reader.opened.language, job.languages)
        self._edition = ""
        self._done = self._failed = self._total = 0
        self._unkept = False

    def run(self) -> None:
        if obstacle := self._look():
            self._tell(Step(obstacle=obstacle))
            return
        try:
            with self._alone():
                self._read_all()
        except Timeout:
            self._tell(Step(obstacle=Obstacle.BY_ANOTHER))

    def _look(self) -> Obstacle | None:
        if not self._languages:
            return Obstacle.NO_LANGUAGE
        digest = self._reader.ask(ReadDigest())
        if not isinstance(digest, DigestRead) or self._job.edition not in ("", digest.sha256):
            return Obstacle.ANOTHER_FILE
        self._edition = digest.sha256
        return None

    def _alone(self) -> AbstractContextManager[object]:
        if self._reader.opened.locked:
            return nullcontext()
        path = recognised_path(self._home, self._edition)
        try:
            make_private_folder(path.parent)
            return lock_beside(path, wait_s=0)
        except OSError:
            return nullcontext()

    def _read_all(self) -> None:
        make_room(self._home, but=self._edition)
        wanted = list(self._wanted())
        self._total = len(wanted)
        self._step()
        at_once = max(1, min(_MOST_AT_ONCE, (os.cpu_count() or 2) // 2))
        waiting: deque[tuple[_Sheet, Future[list[Seen]]]] = deque()
        with ThreadPoolExecutor(at_once) as pool:
            for sheet in self._sheets(wanted):
                waiting.append((sheet, pool.submit(self._seen, *self._drawn(sheet))))
                if len(waiting) > at_once:
                    self._take(*waiting.popleft())
            while waiting:
                self._take(*waiting.popleft())
        self._step(is_finished=True)

    def _wanted(self) -> Iterator[int]:
        """Pages without a text of their own, from where one reads."""
        count = self._reader.opened.pages
        if self._job.pages is not None:
            candidates: Sequence[int] = [page for page in self._job.pages if 0 <= page < count]
        else:
            kept = kept_pages(self._home, self._edition)
            start = min(max(self._job.start, 0), count)
            candidates = [page for page in (*range(start, count), *range(start)) if page not in kept]
        for page in candidates:
            answer = self._reader.ask(ReadText(page))
            if isinstance(answer, TextRead) and answer.is_picture:
                yield page

    def _sheets(self, pages: Sequence[int]) -> Iterator[_Sheet]:
        for number in pages:
            answer = self._reader.ask(ReadPages(number, 1))
            if isinstance(answer, PagesRead) and answer.pages:
                yield _Sheet(number, answer.pages[0])

    def _drawn(self, sheet: _Sheet) -> tuple[bytes, float]:
        """Empty for a page that cannot be drawn."""
        dpi = dpi_for(sheet.page)
        answer = self._reader.ask(DrawPng(sheet.number, dpi))
        return (answer.png if isinstance(answer, PngDrawn) else b"", dpi)

    def _seen(self, png: bytes, dpi: float) -> list[Seen]:
        if not png:
            raise Unread
        return self._tesseract.read(png, dpi, self._languages)

    def _take(self, sheet: _Sheet, reading: "Future[list[Seen]]") -> None:
        self._done += 1
        try:
            seen = reading.result()
        except (Unread, OSError):
            self._failed += 1
            self._step()
            return
        scale = dpi_for(sheet.page) / _POINTS_PER_INCH
        found = recognised(seen, sheet.page.size, sheet.page.rotation, scale)
        packed = pack(found)
        if not self._reader.opened.locked:
            try:
                add_pages(self._home, self._edition, {sheet.number: packed})
            except OSError:
                self._unkept = True
        self._step(PackedPage(sheet.number, packed), found)

    def _step(
        self, page: PackedPage | None = None, found: Recognised | None = None, *, is_finished: bool = False
    ) -> None:
        self._tell(
            Step(
                done=self._done,
                total=self._total,
                page=page,
                words=found.words if found else 0,
                confidence=found.confidence if found else 0,
                failed=self._failed,
                unkept=self._unkept,
                is_finished=is_finished,
            )
        )
