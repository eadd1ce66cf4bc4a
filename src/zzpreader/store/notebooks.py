"""The file of one publication's annotations."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

import msgspec
from filelock import Timeout

from zzpreader.model.annotation import Annotation
from zzpreader.model.publication import Publication
from zzpreader.store.envelope import Document, Format
from zzpreader.store.home import lock_beside
from zzpreader.store.problems import NotSaved
from zzpreader.store.storage import Database, DurableStorage, Recovery

NOTEBOOK = Format("zzpreader notebook", schema=1)
"""Schema 1: tables `publication` (one document) and `annotations`; docs/storage.md describes them."""


class NotebookFile:
    """Open for one writer until `close`; who comes second gets it read-only.

    Belongs to one thread at a time. Nothing is on the disk before the first `save`.

    Attributes:
        annotations: as they were when the file was opened.
        unread: number of documents that are no annotation of this schema; they stay in the file.
        in_use: read-only because another process, or another window, writes it.
        recovery: what was done about a damaged file.

    Args:
        write: without it the file is only read, and left free for others.

    Raises:
        NewerSchema: left alone, and not locked.
        NotReadable: left alone, and not locked.
    """

    def __init__(self, path: Path, publication: Publication, *, write: bool = True) -> None:
        self.publication = publication
        self.unread = 0
        self._path = path
        self._lock = lock_beside(path, wait_s=0)
        self.in_use, may_write = self._take_lock() if write else (False, False)
        self._storage = DurableStorage(path, NOTEBOOK, writable=may_write)
        database = Database(self._storage)
        self._described = database.documents("publication")
        self._annotations = database.documents("annotations")
        self._saved_something = False
        try:
            self._known = self._described.by_id()
            self.annotations = tuple(self._read())
        except BaseException:
            self._lock.release()
            raise

    @property
    def writable(self) -> bool:
        return self._storage.writable

    @property
    def recovery(self) -> Recovery | None:
        return self._storage.recovery

    def save(self, changed: Mapping[str, Annotation | None]) -> None:
        """One write for all; None removes. When it returns they are on the disk.

        Raises:
            NotSaved: the file is as it was before.
        """
        if self._known != (described := {self.publication.id: _document(self.publication)}):
            self._described.change(described)
            self._known = described
        puts = {one.id: _document(one) for one in changed.values() if one is not None}
        self._annotations.change(puts, [id_ for id_, one in changed.items() if one is None])
        self._saved_something = True

    def close(self) -> None:
        """Give the file free. If something was saved, the newest backup becomes a second copy of it."""
        if self._saved_something:
            with suppress(NotSaved):
                self._storage.duplicate()
        self._lock.release()

    def _take_lock(self) -> tuple[bool, bool]:
        try:
            self._lock.acquire()
        except Timeout:
            return True, False
        except OSError:  # the folder may not be written
            return False, False
        return False, True

    def _read(self) -> Iterator[Annotation]:
        for document in self._annotations.by_id().values():
            try:
                yield msgspec.convert(document, Annotation)
            except msgspec.ValidationError:
                self.unread += 1


def _document(value: Annotation | Publication) -> Document:
    return cast("Document", msgspec.to_builtins(value))


def described(path: Path) -> Publication | None:
    """The publication of which a file holds the notes; None if it does not say so any more. Repairs nothing.

    Raises:
        NewerSchema, NotReadable
    """
    storage = DurableStorage(path, NOTEBOOK, writable=False)
    for document in Database(storage).documents("publication").by_id().values():
        with suppress(msgspec.ValidationError):
            return msgspec.convert(document, Publication)
    return None
