"""Fills the index with the texts of the library's publications, by workers, resuming where it was."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import NamedTuple

from zzpreader.engine.blocking import Reader, Unopened
from zzpreader.engine.nursery import Nursery
from zzpreader.engine.spawn import Source, Spawned, spawn
from zzpreader.fulltext.index import Index, Indexed
from zzpreader.fulltext.leaving import Leaving
from zzpreader.fulltext.messages import Progress
from zzpreader.model.outline import Bookmark, tree_of_bookmarks
from zzpreader.model.pages import Labels
from zzpreader.model.sections import Section
from zzpreader.store.home import Home
from zzpreader.store.labels import keep_labels, labels_path
from zzpreader.store.library import Entry
from zzpreader.store.recognised import kept_pages, recognised_when
from zzpreader.wire import (
    OutlineRead,
    PagesRead,
    PlainPage,
    PlainRead,
    ReadOutline,
    ReadPages,
    ReadPlain,
    Reason,
    told_of,
)

_PAGES_AT_ONCE = 32
_PATIENCE = 10.0
"""It gives way to whatever else the machine does."""


class _Work(NamedTuple):
    """
    Args:
        mtime_ns: when its text was another one last: of the file, or of what was recognised in its pictures.
        pages: as far as it is known before the file is open.
        edition: sha256 of the file, "" if that is not known.
    """

    id: str
    title: str
    file: Path
    size: int
    mtime_ns: int
    pages: int
    edition: str
    known: Indexed | None


def is_current(known: Indexed | None, file: Path, size: int, mtime_ns: int) -> bool:
    """Whether the index knows this very file, as far as it got."""
    return known is not None and (known.file, known.size, known.mtime_ns) == (str(file), size, mtime_ns)


class Filling:
    """
    Args:
        tell: called at every step, by whatever thread.
    """

    def __init__(self, home: Home, index: Index, tell: Callable[[Progress], None], *, workers: int = 2) -> None:
        self._home = home
        self._leaving = Leaving(home)
        self._index = index
        self._tell = tell
        self._start: Callable[[Source], Spawned] = spawn
        self._workers = workers
        self._lock = Lock()
        self._done = self._pages = self._skipped = self._without_text = 0
        self._problem: Exception | None = None

    def run(self) -> None:
        """Until all is in the index.

        Raises:
            Damaged, OSError, TimeoutError
        """
        self._leaving.refresh(self._index)
        waiting: SimpleQueue[_Work] = SimpleQueue()
        for work in self._plan():
            self._pages += work.pages
            waiting.put(work)
        if not waiting.empty():
            with closing(Nursery()) as nursery:
                self._start = nursery.spawn
                threads = [Thread(target=self._work_off, args=(waiting,)) for _ in range(self._workers)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
        if self._problem:
            raise self._problem
        self._step("", is_finished=True)

    def _plan(self) -> Iterator[_Work]:
        known = self._index.publications()
        for entry in self._leaving.entries():
            one = known.get(entry.publication.id)
            found = _file_of(entry)
            if found is None:
                self._skipped += 1
                continue
            file, size, mtime_ns = found
            edition = next((one.sha256 for one in entry.publication.editions if one.size == size), "")
            mtime_ns = max(mtime_ns, recognised_when(self._home, edition))
            current = is_current(one, file, size, mtime_ns)
            if current and one and (one.is_read or one.is_refused):
                self._skipped += one.is_refused
                self._without_text += one.without_text
                continue
            title = entry.publication.title or file.stem
            pages = max([edition.pages for edition in entry.publication.editions[-1:]], default=0)
            yield _Work(entry.publication.id, title, file, size, mtime_ns, pages, edition, one if current else None)

    def _work_off(self, waiting: "SimpleQueue[_Work]") -> None:
        while self._problem is None:
            try:
                work = waiting.get_nowait()
            except Empty:
                return
            try:
                self._read(work)
            except Exception as problem:  # noqa: BLE001 - raised again by `run`, on its thread
                self._problem = problem

    def _read(self, work: _Work) -> None:
        n, first = self._begin(work)
        try:
            with Reader(work.file, start=self._start, patience=_PATIENCE) as reader:
                reader.tell(told_of(kept_pages(self._home, work.edition)))
                count = reader.opened.pages
                self._pages += count - work.pages
                self._done += first
                if first == 0:
                    outline = _outline(reader)
                    with self._lock, self._index.change():
                        self._index.describe(n, count, outline)
                    self._keep_labels(reader, work.edition)
                for start in range(first, count, _PAGES_AT_ONCE):
                    pages = _texts(reader, start, min(_PAGES_AT_ONCE, count - start))
                    self._add(n, start, pages)
                    self._step(work.title)
                    if self._problem:
                        return
        except Unopened as refused:
            with self._lock:
                # What only a busy machine could not read is tried again.
                if refused.failed.reason not in (Reason.CRASHED, Reason.TIMEOUT, Reason.MEMORY):
                    with self._index.change():
                        self._index.refuse(n)
                self._skipped += 1
                self._pages -= work.pages

    def _keep_labels(self, reader: Reader, edition: str) -> None:
        """Those of the PDF itself, where nobody knows better."""
        if not edition or labels_path(self._home, edition).exists():
            return
        answer = reader.ask(ReadPages(0, reader.opened.pages))
        if isinstance(answer, PagesRead) and any(page.label for page in answer.pages):
            names = Labels.of(answer.pages).names
            keep_labels(self._home, edition, names, lambda page: answer.pages[page].size.width)

    def _begin(self, work: _Work) -> tuple[int, int]:
        if work.known and work.known.done:
            return work.known.n, work.known.done
        with self._lock, self._index.change():
            return self._index.begin(work.id, work.title, str(work.file), work.size, work.mtime_ns), 0

    def _add(self, n: int, start: int, pages: Sequence[PlainPage]) -> None:
        with self._lock:
            with self._index.change():
                self._index.add_pages(n, start, pages)
            self._done += len(pages)
            self._without_text += sum(page.is_picture for page in pages)

    def _step(self, title: str, *, is_finished: bool = False) -> None:
        self._tell(
            Progress(
                done=self._done,
                pages=max(self._pages, self._done),
                title=title,
                skipped=self._skipped,
                without_text=self._without_text,
                is_finished=is_finished,
            )
        )


def _file_of(entry: Entry) -> tuple[Path, int, int] | None:
    """Where it is now, its size and time; None if it is nowhere that is known."""
    for path in map(Path, entry.paths):
        try:
            found = path.stat()
        except OSError:
            continue
        return path, found.st_size, found.st_mtime_ns
    return None


def _outline(reader: Reader) -> Sequence[Section]:
    answer = reader.ask(ReadOutline())
    if not isinstance(answer, OutlineRead):
        return ()
    bookmarks = [Bookmark(one.level, one.title, one.page, one.y) for one in answer.items]
    return tree_of_bookmarks(bookmarks, Labels([()] * reader.opened.pages)).sections


def _texts(reader: Reader, first: int, count: int) -> Sequence[PlainPage]:
    """Pages that no worker survives have no text."""
    answer = reader.ask(ReadPlain(first, count))
    if isinstance(answer, PlainRead) and len(answer.pages) == count:
        return answer.pages
    if count == 1:
        return (PlainPage(),)
    half = count // 2
    return [*_texts(reader, first, half), *_texts(reader, first + half, count - half)]
