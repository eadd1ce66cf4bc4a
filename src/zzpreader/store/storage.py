"""The TinyDB storage under all files: it never writes in place, and never over what it cannot read."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

from msgspec import Struct
from tinydb import Storage, TinyDB
from tinydb.table import Table

from zzpreader.files import sync_folder, write_whole
from zzpreader.store.backups import BACKUPS, backup, copy_or_link, keep_previous, set_aside
from zzpreader.store.envelope import Content, Damaged, Document, Format, Newer, Tables, sealed, unsealed
from zzpreader.store.problems import Cause, NewerSchema, NotReadable, NotSaved, cause_of


class Recovery(Struct, frozen=True):
    """A file was missing or damaged, and this was done about it.

    Args:
        aside: names under which damaged files are kept.
        saved: when the state that was loaded instead had been saved (xsd:dateTime), None if there was none.
    """

    path: Path
    aside: tuple[Path, ...]
    saved: str | None

    def __str__(self) -> str:
        kept = f"; it was set aside as {self.aside[0].name}" if self.aside else ""
        instead = f"The backup of {self.saved} was loaded." if self.saved else "There was no backup to load."
        return f"The file {self.path.name} was damaged or missing{kept}. {instead}"


class DurableStorage(Storage):
    """Tables in one file of `form`, with backups beside it.

    The tables stay in memory as long as the file is the one from which they came. TinyDB changes them in place before
    it writes; after a failure they are forgotten, so that memory never runs ahead of the disk.

    Args:
        writable: whether the caller holds the lock; without it nothing is repaired, set aside or written. Becomes
            false when a damaged or old file cannot be put in safety first.
    """

    def __init__(self, path: Path, form: Format, *, writable: bool = True) -> None:
        self.recovery: Recovery | None = None
        self._path = path
        self._form = form
        self.writable = writable
        self._tables: Tables | None = None
        self._stamp: tuple[int, int, int] | None = None
        self._from_backup = False

    def read(self) -> Tables | None:
        """Raises: NewerSchema, NotReadable."""
        stamp = _stamp(self._path)
        if self._tables is not None and self._stamp == stamp:
            return self._tables
        self.forget()
        tables = self._load()
        # What comes from a backup is not what the file holds: it must be mended before it is written.
        if not self._from_backup and stamp == _stamp(self._path):
            self._tables, self._stamp = tables, stamp
        return tables

    def write(self, data: Tables) -> None:
        """Raises: NotSaved."""
        self.forget()
        if not self.writable:
            raise NotSaved(self._path, Cause.REFUSED)
        text = sealed(data, self._form)
        try:
            write_whole(
                self._path,
                text,
                scratch=self._path.with_name(f"{self._path.name}.new"),
                private=True,
                before=lambda: keep_previous(self._path),
            )
        except OSError as problem:
            raise NotSaved(self._path, cause_of(problem)) from problem
        self._tables = data
        self._stamp = _stamp(self._path)

    def change(self, update: Callable[[Tables], None]) -> None:
        """Change several tables with one write; tables that are not there yet are made.

        Raises: NotSaved: nothing has changed.
        """
        tables = self.read() or {}
        try:
            update(tables)
            self.write(tables)
        except BaseException:
            self.forget()
            raise

    def forget(self) -> None:
        """Take the next `read` from the file."""
        self._tables = None

    def duplicate(self) -> None:
        """Make the newest backup a second copy of the file: damage to either then costs nothing.

        Raises:
            NotSaved: the backup is as it was; also if the file has been damaged meanwhile.
        """
        copy = backup(self._path, 1)
        try:
            data = self._path.read_bytes()
            unsealed(data, self._form)
            write_whole(copy, data, scratch=self._path.with_name(f"{self._path.name}.bak"), private=True)
        except OSError as problem:
            raise NotSaved(self._path, cause_of(problem)) from problem
        except (Damaged, Newer) as problem:
            raise NotSaved(self._path, Cause.BROKEN) from problem

    def _load(self) -> Tables | None:
        damaged: list[Path] = []
        found = self._first_good(damaged)
        self._from_backup = not (found and found[0] == self._path)
        if found and not self._from_backup:
            if found[1].schema != self._form.schema and self.writable:
                self._keep_old_schema(found[1].schema)
            return found[1].tables
        if not found and not damaged:
            return None
        aside = self._set_aside(damaged) if self.writable else ()
        self.recovery = Recovery(self._path, aside, found[1].saved if found else None)
        if not found:
            return None
        if self.writable:
            # On a full disk the backup stays the only copy until a later save succeeds.
            with suppress(NotSaved):
                self.write(found[1].tables)
        return found[1].tables

    def _first_good(self, damaged: list[Path]) -> tuple[Path, Content] | None:
        for path in (self._path, *(backup(self._path, n) for n in range(1, BACKUPS + 1))):
            try:
                return path, unsealed(path.read_bytes(), self._form)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as problem:
                raise NotReadable(path) from problem
            except Newer as newer:
                raise NewerSchema(path, newer.found, self._form.schema) from None
            except Damaged:
                damaged.append(path)
        return None

    def _set_aside(self, damaged: list[Path]) -> tuple[Path, ...]:
        aside: list[Path] = []
        try:
            for path in damaged:
                aside.append(set_aside(path))  # noqa: PERF401 - those before a failure count
            sync_folder(self._path.parent)
        except OSError:
            self.writable = False
        return tuple(aside)

    def _keep_old_schema(self, schema: int) -> None:
        old = self._path.with_name(f"{self._path.name}.schema{schema}")
        if not old.exists():
            try:
                copy_or_link(self._path, old)
            except OSError:
                self.writable = False


class DocumentTable(Table):
    """A table whose documents carry ids of their own, such as `urn:uuid:…`."""

    document_id_class = cast("type[int]", str)  # TinyDB's own hook; its annotation knows only numbers

    def change(self, puts: Mapping[str, Document], removed: Iterable[str] = ()) -> None:
        """Put documents in the place of those with the same ids and remove others, all with one write.

        Raises: NotSaved: nothing has changed.
        """

        def update(table: dict[int, Mapping[str, object]]) -> None:
            by_id = cast("dict[str, Mapping[str, object]]", table)
            by_id.update({document_id: dict(document) for document_id, document in puts.items()})
            for document_id in removed:
                by_id.pop(document_id, None)

        self._update_table(update)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, object]]], None]) -> None:
        try:
            super()._update_table(updater)  # pyright: ignore[reportUnknownMemberType] - TinyDB names no types here
        except BaseException:
            cast("DurableStorage", self._storage).forget()
            raise

    def by_id(self) -> dict[str, Document]:
        """All documents by id, without TinyDB's wrapping."""
        return {str(document.doc_id): dict(document) for document in self}


class Database(TinyDB):
    """The tables in one `DurableStorage`."""

    table_class = DocumentTable

    def __init__(self, storage: DurableStorage) -> None:
        super().__init__(storage=lambda: storage)  # pyright: ignore[reportUnknownMemberType] - as above

    def documents(self, name: str) -> DocumentTable:
        return cast("DocumentTable", self.table(name))  # pyright: ignore[reportUnknownMemberType] - as above


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
