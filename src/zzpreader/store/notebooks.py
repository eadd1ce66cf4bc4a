"""The file of all that a reader made in one publication."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import msgspec
from filelock import Timeout

from zzpreader.model.annotation import Annotation
from zzpreader.model.past import Earlier, Trashed
from zzpreader.model.publication import Publication
from zzpreader.model.records import LabelRule, Link, Record, SectionRecord, Standing
from zzpreader.store.envelope import Document, Format, Tables
from zzpreader.store.home import lock_beside
from zzpreader.store.keeping import Texts, earlier_texts, put, put_away, trashed
from zzpreader.store.merging import merge, version_of
from zzpreader.store.problems import NotSaved
from zzpreader.store.schemas import edition_of_marks
from zzpreader.store.storage import Database, DurableStorage, Recovery

NOTEBOOK = Format("zzpreader notebook", schema=2, steps={1: edition_of_marks})
"""docs/storage.md describes its tables."""

TABLES: dict[str, type[Record]] = {
    "annotations": Annotation,
    "sections": SectionRecord,
    "labels": LabelRule,
    "standings": Standing,
    "links": Link,
}
_TABLE_OF = {kind: name for name, kind in TABLES.items()}


class NotebookFile:
    """Open for one writer until `close`; who comes second gets it read-only.

    Belongs to one thread at a time. Nothing is on the disk before the first `save`.

    Attributes:
        records: as they were when the file was opened.
        unread: number of documents that are no record of this schema; they stay in the file.
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
        self._writer = uuid4().hex[:8]
        self._lock = lock_beside(path, wait_s=0)
        self.in_use, may_write = self._take_lock() if write else (False, False)
        self._storage = DurableStorage(path, NOTEBOOK, writable=may_write)
        self._saved_something = False
        self._texts = Texts()
        try:
            self.records = tuple(self._read())
        except BaseException:
            self._lock.release()
            raise

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        return tuple(record for record in self.records if isinstance(record, Annotation))

    @property
    def path(self) -> Path:
        return self._path

    @property
    def writable(self) -> bool:
        return self._storage.writable

    @property
    def recovery(self) -> Recovery | None:
        return self._storage.recovery

    def save(
        self,
        changed: Mapping[str, Record | None],
        merged: Sequence[Tables] = (),
        gone: Mapping[str, Record] = MappingProxyType({}),
    ) -> None:
        """One write for all; None puts into the trash. When it returns they are on the disk.

        Args:
            gone: what records that are removed were at last, where the file may not know it.
            merged: tables of other notebooks of this publication, which are merged before.

        Raises:
            NotSaved: the file is as it was before.
        """
        texts = self._texts.copy()

        def update(tables: Tables) -> None:
            tables["publication"] = {self.publication.id: _document(self.publication)}
            for other in merged:
                united = merge(tables, other)
                tables.clear()
                tables.update(united)
            for id_, record in changed.items():
                if record is None:
                    if last := gone.get(id_):
                        put(tables, _TABLE_OF[type(last)], _document(last), self._writer, texts)
                    put_away(tables, tuple(TABLES), id_, self._writer, texts)
                else:
                    put(tables, _TABLE_OF[type(record)], _document(record), self._writer, texts)
            if merged:
                texts.came(changed)

        self._storage.change(update)
        self._texts = texts
        self._saved_something = True

    @property
    def tables(self) -> Tables:
        """As they are in the file; not to be changed."""
        return self._storage.read() or {}

    @property
    def versions(self) -> dict[str, dict[str, int]]:
        """Of all records that are there, by id: how often each writer changed it."""
        return {id_: version_of(row) for name in TABLES for id_, row in self.tables.get(name, {}).items()}

    def trash(self) -> list[Trashed]:
        """What was deleted and can be had back, the last first."""
        return trashed(self.tables, TABLES)

    def earlier(self, annotation_id: str) -> list[Earlier]:
        """Earlier texts of an annotation, the last first."""
        return earlier_texts(self.tables, annotation_id)

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

    def _read(self) -> Iterator[Record]:
        database = Database(self._storage)
        for name, kind in TABLES.items():
            for document in database.documents(name).by_id().values():
                try:
                    yield msgspec.convert(document, kind)
                except msgspec.ValidationError:
                    self.unread += 1


def _document(value: Record | Publication) -> Document:
    # A dictionary of the plain kinds that JSON has: what is read back is then equal to what was put.
    return msgspec.json.decode(msgspec.json.encode(value), type=dict[str, object])


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
