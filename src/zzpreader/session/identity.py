"""Which publication the open file is. Everything here happens behind the reading and never before the first page."""

from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.publication import Edition, Publication
from zzpreader.session.deliver import deliver
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.problems import NewerSchema, NotSaved, StoreError
from zzpreader.store.thread import StoreThread
from zzpreader.wire import (
    Answer,
    DigestRead,
    FingerprintsRead,
    Opened,
    ReadDigest,
    ReadFingerprints,
    Request,
)

_PAGES_AT_ONCE = 10
"""Some 20 ms, for which whoever searches may have to wait."""


class Identity(QObject):
    """Reads the file's digest; asks the library; only for a file never seen before reads its pages' texts too.

    A PDF whose workers die has notes too: the digest is then made here, of bytes that nobody interprets.

    Signals:
        identified(Publication): its notebook can be opened.
        unknown(str): it cannot be told, or not be kept, which publication this is; a sentence for the reader.
    """

    identified = Signal(object)
    unknown = Signal(str)
    _digested = Signal(object)
    _seen_before = Signal(bool)
    _answered = Signal(object)

    def __init__(
        self, engine: Engine, file: Path, thread: StoreThread, home: Home, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._file, self._thread, self._home = engine, file, thread, home
        self._opened: Opened | None = None
        self._digest: DigestRead | None = None
        self._waiting: list[ReadFingerprints] = []
        self._prints: dict[int, tuple[str, ...]] = {}
        self.bundle: str | None = None
        # Emitted on the store's thread, so these are delivered on this one.
        self._digested.connect(self._take_digest)
        self._seen_before.connect(self._go_on)
        self._answered.connect(self._tell)
        engine.opened.connect(self._begin)
        engine.answered.connect(self._take)

    @property
    def edition(self) -> str:
        """The sha256 of the open file, "" as long as it is not known."""
        return self._digest.sha256 if self._digest else ""

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self._engine.want(Lane.IDENTITY, [ReadDigest()])

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if isinstance(request, ReadDigest):
            if isinstance(answer, DigestRead):
                self._take_digest(answer)
            else:
                self._digest_here()
        elif isinstance(request, ReadFingerprints) and request in self._waiting:
            self._waiting.remove(request)
            if isinstance(answer, FingerprintsRead):
                found = answer.fingerprints
                self._prints[request.first] = found + ("",) * (request.count - len(found))
            else:
                self._prints[request.first] = ("",) * request.count
            if not self._waiting:
                self._settle()

    def _digest_here(self) -> None:
        try:
            bytes_of_it = self._engine.reopened()
        except OSError:
            self._tell(None)
            return

        def job() -> None:
            found = None
            with suppress(OSError), bytes_of_it:
                found = DigestRead(file_digest(bytes_of_it, "sha256").hexdigest(), bytes_of_it.tell())
            deliver(self, "_digested", found)

        self._thread.submit(job)

    def _take_digest(self, digest: DigestRead | None) -> None:
        if digest is None:
            self._tell(None)
            return
        self._digest = digest
        self._look_up(digest.sha256)

    def _look_up(self, sha256: str) -> None:
        home = self._home

        def job() -> None:
            known = None
            with suppress(StoreError):  # said when the publication itself is asked for
                known = Library(home).find(sha256)
            deliver(self, "_seen_before", known is not None)

        self._thread.submit(job)

    def _go_on(self, seen_before: bool) -> None:
        assert self._opened
        if seen_before:
            self._settle()
            return
        pages = self._opened.pages
        self._waiting = [
            ReadFingerprints(first, min(_PAGES_AT_ONCE, pages - first)) for first in range(0, pages, _PAGES_AT_ONCE)
        ]
        self._engine.want(Lane.IDENTITY, self._waiting)

    def _settle(self) -> None:
        assert self._opened
        assert self._digest
        edition = Edition(
            sha256=self._digest.sha256,
            trailer_id=self._opened.trailer_id,
            pages=self._opened.pages,
            size=self._digest.size,
            fingerprints=tuple(text for first in sorted(self._prints) for text in self._prints[first]),
            extractor=self._opened.extractor,
        )
        home, file, title, bundle = self._home, self._file, self._opened.title or self._file.stem, self.bundle
        author = self._opened.author

        def job() -> None:
            with suppress(StoreError):  # the library then says that it cannot be written
                home.prepare()
            deliver(self, "_answered", _publication(Library(home), edition, file, title, author, bundle))

        self._thread.submit(job)

    def _tell(self, found: Publication | StoreError | None) -> None:
        match found:
            case Publication():
                self.identified.emit(found)
            case NewerSchema():
                self.unknown.emit(
                    self.tr("Your notes were kept by a newer version of zzpreader. They are safe, but not shown here.")
                )
            case NotSaved():
                self.unknown.emit(
                    self.tr("The folder for notes cannot be written. You can read, but nothing new can be saved.")
                )
            case StoreError():
                self.unknown.emit(self.tr("Your notes cannot be read. Their files were left as they are."))
            case None:
                self.unknown.emit(self.tr("This file cannot be read to its end, so no notes can be kept on it."))


def _publication(
    library: Library, edition: Edition, file: Path, title: str, author: str, bundle: str | None
) -> Publication | StoreError:
    try:
        return library.opened(edition, file, title=title, author=author, bundle=bundle)
    except NotSaved as problem:
        # Nothing can be kept, but what there is can be shown.
        with suppress(StoreError):
            return library.recognise(edition) or problem
        return problem
    except StoreError as problem:
        return problem
