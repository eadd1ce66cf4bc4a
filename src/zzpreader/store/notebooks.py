"""The file of all that a reader made in one publication."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import msgspec
from filelock import Timeout

from zzpreader.files import write_whole
from zzpreader.model.annotation import Annotation
from zzpreader.model.decoding import learnt
from zzpreader.model.past import Earlier, Trashed
from zzpreader.model.publication import Publication
from zzpreader.model.records import LabelRule, Link, Record, SectionRecord, Standing
from zzpreader.store.envelope import Format, Tables, document, sealed
from zzpreader.store.home import lock_beside
from zzpreader.store.keeping import Texts, earlier_texts, put, put_away, trashed
from zzpreader.store.merging import merge, version_of
from zzpreader.store.problems import NotSaved, cause_of
from zzpreader.store.schemas import as_it_was, edition_of_marks
from zzpreader.store.storage import DurableStorage, Recovery
from zzpreader.store.tables import Database

NOTEBOOK = Format("zzpreader notebook", schema=3, steps={1: edition_of_marks, 2: as_it_was})
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
        self._storage = DurableStorage(path, NOTEBOOK, writable=may_write, alone=True)
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
        undone: Collection[str] = (),
    ) -> None:
        """One save for all; None puts into the trash. When it returns they are on the disk.

        Args:
            gone: what records that are removed were at last, where the file may not know it.
            undone: ids of those removed that are put away as what undo took.
            merged: tables of other notebooks of this publication, which are merged before.

        Raises:
            NotSaved: nothing has changed.
        """
        texts = self._texts.copy()
        self._storage.change(lambda tables: self._change(tables, changed, merged, gone, undone, texts))
        self._texts = texts
        self._saved_something = True

    def write_copy(
        self,
        path: Path,
        changed: Mapping[str, Record | None],
        merged: Sequence[Tables] = (),
        gone: Mapping[str, Record] = MappingProxyType({}),
        undone: Collection[str] = (),
    ) -> None:
        """A notebook of its own, in one file, as it would be if this were saved. This one stays as it is.

        Raises: NotSaved.
        """
        tables = {name: dict(table) for name, table in self.tables.items()}
        self._change(tables, changed, merged, gone, undone, self._texts.copy())
        try:
            write_whole(path, sealed(tables, NOTEBOOK), scratch=path.with_name(f"{path.name}.new"), private=True)
        except OSError as problem:
            raise NotSaved(path, cause_of(problem)) from problem

    def _change(
        self,
        tables: Tables,
        changed: Mapping[str, Record | None],
        merged: Sequence[Tables],
        gone: Mapping[str, Record],
        undone: Collection[str],
        texts: Texts,
    ) -> None:
        tables["publication"] = {self.publication.id: document(self.publication)}
        for other in merged:
            united = merge(tables, other)
            tables.clear()
            tables.update(united)
        for id_, record in changed.items():
            if record is None:
                if last := gone.get(id_):
                    put(tables, _TABLE_OF[type(last)], document(last), self._writer, texts)
                put_away(tables, tuple(TABLES), id_, self._writer, texts, is_undone=id_ in undone)
            else:
                put(tables, _TABLE_OF[type(record)], document(record), self._writer, texts)
        if merged:
            texts.came(changed)

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

    @property
    def deleted(self) -> frozenset[str]:
        """The ids of all that was ever deleted, but for what undo took away."""
        return frozenset(id_ for id_, grave in self.tables.get("trash", {}).items() if grave.get("undone") is not True)

    def earlier(self, annotation_id: str) -> list[Earlier]:
        """Earlier texts of an annotation, the last first."""
        return earlier_texts(self.tables, annotation_id)

    def tidy(self) -> None:
        """To be called when a save has been acknowledged: it may take as long as writing the whole file."""
        self._storage.tidy()

    def close(self) -> None:
        """Give the file free. If something was saved, all is in the file itself afterwards."""
        if self._saved_something:
            self._storage.settle()
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
            for one in database.documents(name).by_id().values():
                try:
                    yield msgspec.convert(one, learnt(kind))
                except msgspec.ValidationError:
                    self.unread += 1


def described(path: Path) -> Publication | None:
    """The publication of which a file holds the notes; None if it does not say so any more. Repairs nothing.

    Raises:
        NewerSchema, NotReadable
    """
    storage = DurableStorage(path, NOTEBOOK, writable=False)
    for one in Database(storage).documents("publication").by_id().values():
        with suppress(msgspec.ValidationError):
            return msgspec.convert(one, learnt(Publication))
    return None
