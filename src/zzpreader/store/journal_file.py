"""A journal that is being written. Only who began it goes on with it, and only as long as nothing has failed."""

import errno
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from zzpreader.files import sync, sync_data, sync_folder, write_all
from zzpreader.store.journal import Header, Record, line

_APPEND = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class JournalFile:
    """It is not kept open between saves: so it can be renamed on every system, and nobody writes into one that was.

    Args:
        path: there must be nothing.

    Raises:
        OSError: whatever lies there now must not be gone on with.
    """

    def __init__(self, path: Path, header: Header, first: Record) -> None:
        self.generation = header.generation
        self.size = 0
        self._path = path
        try:
            with self._opened(os.O_CREAT | os.O_EXCL) as descriptor:
                if sys.platform != "win32":
                    os.fchmod(descriptor, 0o600)
                self._write(descriptor, line(header) + line(first))
                sync(descriptor)
            sync_folder(path.parent)
        except OSError as problem:
            if problem.errno != errno.EEXIST:
                with suppress(OSError):
                    path.unlink()
            raise

    def append(self, record: Record) -> None:
        """When it returns, the save is on the disk. Raises: OSError: `give_up` is the only thing left."""
        before = self.size
        try:
            with self._opened() as descriptor:
                if os.fstat(descriptor).st_size != self.size:
                    raise OSError(errno.EIO, "somebody else has written here")
                self._write(descriptor, line(record))
                sync_data(descriptor)
        except OSError:
            self.size = before
            raise

    def give_up(self) -> None:
        """Cut off what may be half there, which is tidy and no more: nobody trusts this file again."""
        with suppress(OSError):
            os.truncate(self._path, self.size)

    @contextmanager
    def _opened(self, how: int = 0) -> Generator[int]:
        descriptor = os.open(self._path, _APPEND | how, 0o600)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def _write(self, descriptor: int, data: bytes) -> None:
        write_all(descriptor, data)
        self.size += len(data)
