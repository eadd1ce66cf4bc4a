"""A disk in memory that forgets at a power cut what was not flushed, and fails when it is told to.

Inside `with disk:` the calls of `os` that the store makes are answered here for every path below `ROOT`; pathlib goes
through them too. All that changes the disk is written down, so that the states in which a power cut could leave it can
be made from that (`crashes.py`).
"""

import errno
import os
import stat
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple, Self

ROOT = "/disk-of-the-torture"

Files = dict[str, bytes]


class Write(NamedTuple):
    inode: int
    offset: int
    data: bytes


class Cut(NamedTuple):
    inode: int
    size: int


class Flush(NamedTuple):
    inode: int


class Names(NamedTuple):
    """What one call does to names: to which file each leads afterwards, None for nowhere."""

    changes: tuple[tuple[str, int | None], ...]


class FlushNames(NamedTuple):
    pass


class Mark(NamedTuple):
    """Somebody was told something here."""

    what: object


Operation = Write | Cut | Flush | Names | FlushNames | Mark


_CALLS = {
    "open": "_do_open",
    "read": "_do_read",
    "write": "_do_write",
    "close": "_do_close",
    "fstat": "_do_fstat",
    "stat": "_do_stat",
    "fsync": "_do_flush",
    "fdatasync": "_do_flush",
    "truncate": "_do_truncate",
    "link": "_do_link",
    "rename": "_do_rename",
    "replace": "_do_rename",
    "unlink": "_do_unlink",
    "fchmod": "_do_fchmod",
}


class Disk:
    """
    Args:
        files: what is on it at the start, flushed.

    Attributes:
        log: all that was done since.
        fails: is asked before every call, by its name; an OSError that it returns is raised instead.
        shortens: is told how many bytes are to be written, and says how many are; that is no failure.
    """

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self.log: list[Operation] = []
        self.fails: Callable[[str], OSError | None] = lambda _: None
        self.shortens: Callable[[int], int] = lambda size: size
        self.inodes: dict[int, bytearray] = {}
        self.flushed: dict[int, bytes] = {}
        self.flushed_names: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._open: dict[int, int] = {}
        self._offsets: dict[int, int] = {}
        self._holes: dict[int, list[tuple[int, int]]] = {}
        self._ticks = 0
        self._times: dict[int, int] = {}
        self._real: dict[str, Callable[..., Any]] = {}
        for name, data in (files or {}).items():
            inode = self._make()
            self.inodes[inode][:] = data
            self.flushed[inode] = bytes(data)
            self._names[name] = self.flushed_names[name] = inode

    @property
    def files(self) -> Files:
        """As a process sees them: what a kill leaves behind."""
        return {name: bytes(self.inodes[inode]) for name, inode in self._names.items()}

    @property
    def after_power_cut(self) -> Files:
        """What is left if nothing that was not flushed has reached the disk."""
        return {name: self.flushed[inode] for name, inode in self.flushed_names.items()}

    def __enter__(self) -> Self:
        for name in _CALLS:
            self._real[name] = getattr(os, name)
            setattr(os, name, self._standing_in(name))
        return self

    def __exit__(self, *_: object) -> None:
        for name, call in self._real.items():
            setattr(os, name, call)

    def _standing_in(self, name: str) -> Callable[..., Any]:
        real, ours = self._real[name], getattr(self, _CALLS[name])

        def call(first: Any, *rest: Any, **named: Any) -> Any:
            is_ours = first in self._open if isinstance(first, int) else os.fspath(first).startswith(ROOT)
            if not is_ours:
                return real(first, *rest, **named)
            if problem := self.fails(name):
                if name == "close":
                    del self._open[first]
                elif name in ("fsync", "fdatasync") and first in self._open:
                    self._lose(self._open[first])
                raise problem
            return ours(first, *rest, **named)

        return call

    # what the calls do

    def _do_open(self, path: Any, flags: int, _mode: int = 0o777) -> int:
        name = os.fspath(path)
        if name == ROOT:
            return self._opened(0)
        if flags & os.O_CREAT and flags & os.O_EXCL and name in self._names:
            raise FileExistsError(errno.EEXIST, "there is one", name)
        if flags & os.O_CREAT and name not in self._names:
            self._rename((name, self._make()))
        return self._opened(self._at(path))

    def _do_close(self, descriptor: int) -> None:
        del self._open[descriptor]

    def _do_read(self, descriptor: int, size: int) -> bytes:
        inode = self._open[descriptor]
        offset = self._offsets.get(descriptor, 0)
        data = bytes(self.inodes[inode][offset : offset + size])
        self._offsets[descriptor] = offset + len(data)
        return data

    def _do_write(self, descriptor: int, data: Any) -> int:
        inode, data = self._open[descriptor], bytes(data)
        data = data[: self.shortens(len(data))]
        offset = len(self.inodes[inode])  # the store only ever appends, or writes a new file from its start
        self.inodes[inode] += data
        self._touch(inode)
        self.log.append(Write(inode, offset, data))
        return len(data)

    def _do_truncate(self, path: Any, size: int) -> None:
        inode = self._at(path)
        del self.inodes[inode][size:]
        self._touch(inode)
        self.log.append(Cut(inode, size))

    def _do_flush(self, descriptor: int) -> None:
        inode = self._open[descriptor]
        if inode:
            self.flushed[inode] = self._without_holes(inode)
            self.log.append(Flush(inode))
        else:
            self.flushed_names = dict(self._names)
            self.log.append(FlushNames())

    def _do_fstat(self, descriptor: int) -> Any:
        return self._stat_of(self._open[descriptor])

    def _do_stat(self, path: Any, **_: object) -> Any:
        return self._stat_of(self._at(path))

    def _do_fchmod(self, *_: object) -> None:
        pass

    def _do_link(self, path: Any, other: Any, **_: object) -> None:
        if os.fspath(other) in self._names:
            raise FileExistsError(errno.EEXIST, "there is one", other)
        self._rename((os.fspath(other), self._at(path)))

    def _do_rename(self, path: Any, other: Any, **_: object) -> None:
        self._rename((os.fspath(path), None), (os.fspath(other), self._at(path)))

    def _do_unlink(self, path: Any, **_: object) -> None:
        self._at(path)
        self._rename((os.fspath(path), None))

    # what lies behind them

    def _opened(self, inode: int) -> int:
        descriptor = next(number for number in range(100_000, 200_000) if number not in self._open)
        self._open[descriptor] = inode
        self._offsets.pop(descriptor, None)
        return descriptor

    def _make(self) -> int:
        inode = len(self.inodes) + 1
        self.inodes[inode] = bytearray()
        self.flushed[inode] = b""
        self._touch(inode)
        return inode

    def _touch(self, inode: int) -> None:
        self._ticks += 1
        self._times[inode] = self._ticks

    def _at(self, path: Any) -> int:
        name = os.fspath(path)
        if name == ROOT:
            return 0
        if name not in self._names:
            raise FileNotFoundError(errno.ENOENT, "there is none", name)
        return self._names[name]

    def _rename(self, *changes: tuple[str, int | None]) -> None:
        for name, inode in changes:
            if inode is None:
                del self._names[name]
            else:
                self._names[name] = inode
        self.log.append(Names(changes))

    def _lose(self, inode: int) -> None:
        """A system that could not flush may take the rest for written: it never reaches the disk then."""
        if inode:
            self._holes.setdefault(inode, []).append((len(self.flushed[inode]), len(self.inodes[inode])))

    def _without_holes(self, inode: int) -> bytes:
        data = self.inodes[inode][:]
        for start, end in self._holes.get(inode, []):
            data[start:end] = bytes(len(data[start:end]))
        return bytes(data)

    def _stat_of(self, inode: int) -> Any:
        mode = stat.S_IFREG if inode else stat.S_IFDIR
        size, ticks = len(self.inodes.get(inode, b"")), self._times.get(inode, 0)
        return SimpleNamespace(
            st_ino=inode, st_size=size, st_mtime_ns=ticks, st_mtime=float(ticks), st_mode=mode, st_dev=1
        )
