"""Faults that are planted into the store, each of which the torture must find: else its silence would mean nothing."""

import errno
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple
from zlib import crc32

import pytest
from torture.corruption import corruption
from torture.crashes import crashes
from torture.faults import faults

from zzpreader.files import put_in_place, write_all
from zzpreader.store import envelope, journal, journal_file, loading, storage
from zzpreader.store.journal import Flaw, Journal
from zzpreader.store.storage import DurableStorage

Patch = Callable[[pytest.MonkeyPatch], None]


class Planted(NamedTuple):
    """
    Args:
        name: what is wrong.
        finds: runs the torture that must find it; how much of it was wrong.
    """

    name: str
    plant: Patch
    finds: Callable[[], int]

    @property
    def is_slow(self) -> bool:
        return self.finds is found_by_faults


def found_by_crashes() -> int:
    return len(crashes(3000, tell=_silent).wrong)


def found_by_faults() -> int:
    return len(faults(tell=_silent, errors=(errno.EIO,)).wrong)


def found_by_corruption() -> int:
    tally = corruption(800, tell=_silent)
    return len(tally.wrong) + len(tally.silent)


def planted() -> Iterator[Planted]:
    yield Planted("a new file is not flushed before it takes its place", _no_flush_of_files, found_by_crashes)
    yield Planted("the folder is not flushed", _no_flush_of_folders, found_by_crashes)
    yield Planted("a save is not flushed", _no_flush_of_saves, found_by_crashes)
    yield Planted("a new journal is not flushed", _no_flush_of_journals, found_by_crashes)
    yield Planted("the file is written in place", _in_place, found_by_crashes)
    yield Planted("the journal goes before the file is there", _journal_first, found_by_crashes)
    yield Planted("a journal that somebody left is thrown away", _thrown_away, found_by_crashes)
    yield Planted("memory runs ahead of the disk", _memory_first, found_by_faults)
    yield Planted("after a failed flush the same journal is gone on with", _trusting, found_by_faults)
    yield Planted("a failed save is acknowledged", _swallowing, found_by_faults)
    yield Planted("a short write is not continued", _short, found_by_faults)
    yield Planted("the checksum of a save is not looked at", _no_checksum_of_saves, found_by_corruption)
    yield Planted("the checksum of the file is not looked at", _no_checksum_of_files, found_by_corruption)
    yield Planted("a journal ends at its first damage, and nobody says so", _no_flaw, found_by_corruption)
    yield Planted("of a damaged file the backup alone counts", _backup_alone, found_by_corruption)


@contextmanager
def plant(one: Planted) -> Generator[None]:
    with pytest.MonkeyPatch.context() as patch:
        one.plant(patch)
        yield


def _silent(_: str) -> None:
    pass


def _nothing(*_: Any, **__: Any) -> None:
    pass


def _no_flush_of_files(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("zzpreader.files.sync", _nothing)


def _no_flush_of_folders(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(storage, "sync_folder", _nothing)
    patch.setattr(journal_file, "sync_folder", _nothing)
    patch.setattr("zzpreader.files.sync_folder", _nothing)


def _no_flush_of_saves(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(journal_file, "sync_data", _nothing)


def _no_flush_of_journals(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(journal_file, "sync", _nothing)


def _in_place(patch: pytest.MonkeyPatch) -> None:
    def write(path: Any, data: bytes, **_: Any) -> None:
        path = path.with_name(path.name.removesuffix(".new"))
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        write_all(descriptor, data)
        os.fsync(descriptor)
        os.close(descriptor)

    def place(scratch: Any, path: Any) -> None:
        with suppress(FileNotFoundError):
            put_in_place(scratch, path)

    patch.setattr(storage, "write_new", write)
    patch.setattr(storage, "put_in_place", place)


def _journal_first(patch: pytest.MonkeyPatch) -> None:
    real = DurableStorage._take_up

    def take_up(self: DurableStorage) -> None:
        with suppress(FileNotFoundError):
            put_in_place(loading.journal_of(self._path), loading.last_journal_of(self._path))
        real(self)

    patch.setattr(DurableStorage, "_take_up", take_up)


def _thrown_away(patch: pytest.MonkeyPatch) -> None:
    real = DurableStorage._bring

    def bring(self: DurableStorage, delta: Any) -> None:
        if self._journal is None and self._pending is not None:
            loading.journal_of(self._path).unlink(missing_ok=True)
        real(self, delta)

    patch.setattr(DurableStorage, "_bring", bring)


def _memory_first(patch: pytest.MonkeyPatch) -> None:
    real = DurableStorage._save

    def save(self: DurableStorage, delta: Any) -> None:
        if self.writable:
            delta.apply(self._tables)
        real(self, delta)

    patch.setattr(DurableStorage, "_save", save)


def _trusting(patch: pytest.MonkeyPatch) -> None:
    def distrust(self: DurableStorage) -> None:
        self._seen = loading.stamps(self._path)
        if self._journal:
            with suppress(OSError):
                self._journal.size = loading.journal_of(self._path).stat().st_size

    patch.setattr(DurableStorage, "_distrust", distrust)


def _swallowing(patch: pytest.MonkeyPatch) -> None:
    real = DurableStorage._bring

    def bring(self: DurableStorage, delta: Any) -> None:
        with suppress(OSError):
            real(self, delta)

    patch.setattr(DurableStorage, "_bring", bring)


def _short(patch: pytest.MonkeyPatch) -> None:
    def write(descriptor: int, data: bytes) -> None:
        os.write(descriptor, data)

    patch.setattr(journal_file, "write_all", write)
    patch.setattr("zzpreader.files.write_all", write)


def _no_checksum_of_saves(patch: pytest.MonkeyPatch) -> None:
    def line_at(data: bytes, position: int) -> tuple[Any, int]:
        start = journal._START.match(data, position)
        if not start:
            return None, position
        end = start.end() + int(start[2])
        return (journal._found(data[start.end() : end]) if end <= len(data) else None), end

    patch.setattr(journal, "_line_at", line_at)


def _no_checksum_of_files(patch: pytest.MonkeyPatch) -> None:
    def opened(data: bytes, form: Any) -> Any:
        start = data.find(b"\n") + 1
        return real(b'{"crc32":"%08x",\n%b' % (crc32(data[start:]), data[start:]), form)

    real = envelope.opened
    patch.setattr(loading, "opened", opened)


def _no_flaw(patch: pytest.MonkeyPatch) -> None:
    def parsed(data: bytes) -> Journal:
        found = real(data)
        sound = [one for number, one in enumerate(found.records) if one.sequence == (found.start or 0) + 1 + number]
        return Journal(found.header, tuple(sound), Flaw.NONE)

    real = journal.parsed
    patch.setattr(loading, "parsed", parsed)


def _backup_alone(patch: pytest.MonkeyPatch) -> None:
    real = loading._Loading._from_backup

    def from_backup(self: Any, base: Any) -> Any:
        self._journal = None
        self._read_journal = _nothing
        return real(self, base)

    patch.setattr(loading._Loading, "_from_backup", from_backup)
