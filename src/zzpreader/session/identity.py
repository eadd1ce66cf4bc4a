"""Which publication the open file is. Everything here happens behind the reading and never before the first page."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.identity import pages_to_glimpse
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

    Some pages of a long file show that it is none of the library's, if it is not: then the notebook does not wait for
    the others, and these are read in a pause, for the day on which another edition comes. Else all are read at once.
    Until the file turns out to be known that is begun already, as whoever searches in what is new waits for the texts.

    A PDF whose workers die has notes too: the digest is then made here, of bytes that nobody interprets.

    Signals:
        named(str): the sha256 of the file.
        identified(Publication): its notebook can be opened.
        learnt(Publication): the same, with the texts by which this file will be known.
        unknown(str): it cannot be told, or not be kept, which publication this is; a sentence for the reader.
    """

    named = Signal(str)
    identified = Signal(object)
    learnt = Signal(object)
    unknown = Signal(str)
    _digested = Signal(object)
    _seen_before = Signal(object)
    _glimpsed = Signal(bool)
    _answered = Signal(object)
    _kept = Signal(object)

    def __init__(
        self, engine: Engine, file: Path, thread: StoreThread, home: Home, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._file, self._thread, self._home = engine, file, thread, home
        self._opened: Opened | None = None
        self._digest: DigestRead | None = None
        self._waiting: list[ReadFingerprints] = []
        self._glimpse: Collection[int] = ()
        self._prints: dict[int, str] = {}
        self._is_known = False
        self.bundle: str | None = None
        # Emitted on the store's thread, so these are delivered on this one.
        self._digested.connect(self._take_digest)
        self._seen_before.connect(self._go_on)
        self._glimpsed.connect(self._go_on_after_glimpse)
        self._answered.connect(self._tell)
        self._kept.connect(self._tell_learnt)
        engine.opened.connect(self._begin)
        engine.answered.connect(self._take)

    @property
    def edition(self) -> str:
        """The sha256 of the open file, "" as long as it is not known."""
        return self._digest.sha256 if self._digest else ""

    def _begin(self, opened: Opened) -> None:
        self._opened = opened
        self._engine.want(Lane.IDENTITY, [ReadDigest()])
        if self._engine.is_long:
            self._engine.want(Lane.LEARN, _requests_for(self._missing()))

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if isinstance(request, ReadDigest):
            if isinstance(answer, DigestRead):
                self._take_digest(answer)
            else:
                self._digest_here()
        elif isinstance(request, ReadFingerprints):
            found = answer.fingerprints if isinstance(answer, FingerprintsRead) else ()
            texts = found + ("",) * (request.count - len(found))
            self._prints.update(enumerate(texts, request.first))
            if request in self._waiting:
                self._waiting.remove(request)
                if not self._waiting:
                    self._take_prints()

    def _take_prints(self) -> None:
        if self._is_known:
            self._learn()
        elif self._missing():
            self._judge_glimpse()
        else:
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
        self.named.emit(digest.sha256)
        self._look_up(digest.sha256)

    def _look_up(self, sha256: str) -> None:
        home = self._home

        def job() -> None:
            known = None
            with suppress(StoreError):  # said when the publication itself is asked for
                known = Library(home).find(sha256)
            deliver(self, "_seen_before", known)

        self._thread.submit(job)

    def _go_on(self, known: Publication | None) -> None:
        assert self._opened
        if known:
            self._engine.want(Lane.LEARN, [])
            self._settle()
            return
        self._glimpse = pages_to_glimpse(self.edition, self._opened.pages)
        self._read(self._missing(self._glimpse), Lane.IDENTITY)

    def _read(self, pages: Iterable[int], lane: Lane) -> None:
        self._waiting = _requests_for(pages)
        if self._waiting:
            self._engine.want(lane, self._waiting)
        else:
            self._take_prints()

    def _missing(self, pages: Iterable[int] | None = None) -> list[int]:
        """Of all, or of these."""
        assert self._opened
        return [page for page in pages or range(self._opened.pages) if page not in self._prints]

    def _judge_glimpse(self) -> None:
        edition, glimpsed, home = self._made(), [self._prints[page] for page in self._glimpse], self._home

        def job() -> None:
            is_new = False
            with suppress(StoreError):  # said when the publication itself is asked for
                is_new = Library(home).is_surely_new(edition, glimpsed)
            deliver(self, "_glimpsed", is_new)

        self._thread.submit(job)

    def _go_on_after_glimpse(self, is_new: bool) -> None:
        if is_new:
            self._settle()
        else:
            self._read(self._missing(), Lane.IDENTITY)

    def hurry(self) -> None:
        """There is something to be known by: what waits for a pause is read now."""
        if self._is_known and self._waiting:
            self._engine.want(Lane.LEARN, [])
            self._engine.want(Lane.IDENTITY, self._waiting)

    def _learn(self) -> None:
        edition, home = self._made(), self._home

        def job() -> None:
            with suppress(StoreError):  # read again when the file is next opened
                deliver(self, "_kept", Library(home).learn(edition))

        self._thread.submit(job)

    def _tell_learnt(self, found: Publication | None) -> None:
        if found:
            self.learnt.emit(found)

    def _made(self) -> Edition:
        """The open file, with its pages' texts as far as they are known."""
        assert self._opened
        assert self._digest
        prints, is_glimpse = tuple(self._prints[page] for page in sorted(self._prints)), bool(self._missing())
        return Edition(
            sha256=self._digest.sha256,
            trailer_id=self._opened.trailer_id,
            pages=self._opened.pages,
            size=self._digest.size,
            fingerprints=() if is_glimpse else prints,
            glimpsed=prints if is_glimpse else (),
            extractor=self._opened.extractor,
        )

    def _settle(self) -> None:
        assert self._opened
        edition, home, file, title, bundle = (
            self._made(),
            self._home,
            self._file,
            self._opened.title or self._file.stem,
            self.bundle,
        )
        author = self._opened.author

        def job() -> None:
            with suppress(StoreError):  # the library then says that it cannot be written
                home.prepare()
            deliver(self, "_answered", _publication(Library(home), edition, file, title, author, bundle))

        self._thread.submit(job)

    def _tell(self, found: Publication | StoreError | None) -> None:
        match found:
            case Publication():
                self._is_known = True
                self.identified.emit(found)
                if any(one.sha256 == self.edition and not one.fingerprints for one in found.editions):
                    self._read(self._missing(), Lane.LEARN)
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


def _requests_for(pages: Iterable[int]) -> list[ReadFingerprints]:
    """For those that follow each other as many as are read in one go."""
    found: list[tuple[int, int]] = []
    for page in pages:
        first, count = found[-1] if found else (page, 0)
        if first + count == page and 0 < count < _PAGES_AT_ONCE:
            found[-1] = first, count + 1
        else:
            found.append((page, 1))
    return [ReadFingerprints(first, count) for first, count in found]


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
