"""Workers that are there at once: forked from a process that has imported everything (Linux; elsewhere none is kept).

It is forked from this process before Qt comes, for who forks beside Qt's threads forks their locks too; a process that
has Qt already starts it as a program.
"""

import contextlib
import itertools
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from zzpreader.engine.cradle import Cradle, Serve, end_nursery, fork_nursery, is_alone
from zzpreader.engine.memory import limit_memory
from zzpreader.engine.spawn import Child, Handed, Source, Spawned, as_program, program, spawn, surroundings
from zzpreader.orders import ORDER, STATUS, OrderKind


class Nursery:
    """Forks workers; whatever becomes of it, workers can be had.

    Args:
        serve: None where the nursery may only be started as a program.
        cradle: its process was forked before.
    """

    def __init__(self, serve: Serve | None = None, *, cradle: Cradle | None = None) -> None:
        self._numbers = itertools.count()
        self._orders: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | int | None = None
        if cradle:
            self._adopt(cradle)
            return
        if sys.platform != "linux":
            return
        with contextlib.suppress(OSError):  # too many processes, or descriptors: there are other ways
            self._begin(serve)

    def _begin(self, serve: Serve | None) -> None:
        if serve and is_alone():
            self._adopt(fork_nursery(serve))
            return
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with its:
            command = [*program(), "--nursery", str(its.fileno())]
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, pass_fds=(its.fileno(),), env=surroundings()
            )
        ours.settimeout(0)
        self._orders = ours

    def _adopt(self, cradle: Cradle) -> None:
        self._orders, self._process = cradle
        self._orders.settimeout(0)

    def spawn(self, file: Path | Source) -> Spawned:
        """As `spawn.spawn` does it. Raises: OSError."""
        return spawn(file, self._fork)

    def _fork(self, source: Source, handed: Handed, block_file: Path | None) -> Child:
        number = next(self._numbers)
        status, its_status = os.pipe()
        try:
            if source.texts is not None and self._order(
                OrderKind.START, number, (source.descriptor, source.texts, *handed, its_status)
            ):
                return _Forked(status, lambda: self._order(OrderKind.END, number))
        finally:
            os.close(its_status)
        os.close(status)
        return as_program(source, handed, block_file)

    def _order(self, kind: bytes, number: int, descriptors: tuple[int, ...] = ()) -> bool:
        if self._orders is None:
            return False
        try:
            socket.send_fds(self._orders, [ORDER.pack(kind, number)], descriptors)
        except OSError:  # it is gone, or does not listen
            return False
        return True

    def close(self) -> None:
        """Ends it, and with it the workers that it forked."""
        if self._orders:
            self._orders.close()
            self._orders = None
        if isinstance(self._process, int):
            end_nursery(self._process)
        elif self._process:
            self._process.kill()
            self._process.wait()
        self._process = None


class _Forked:
    """A process whose parent is the nursery, which tells of it through a pipe."""

    def __init__(self, status: int, end: Callable[[], object]) -> None:
        os.set_blocking(status, False)
        self._status: int | None = status
        self._end = end
        self._said = b""
        self._code: int | None = None

    @property
    def pid(self) -> int:
        """Waits until there is one; -1 if there never was."""
        while self.poll() is None and len(self._said) < STATUS.size:
            self._wait(None)
        return STATUS.unpack_from(self._said)[0] if len(self._said) >= STATUS.size else -1

    def poll(self) -> int | None:
        if self._status is not None:
            try:
                piece = os.read(self._status, 2 * STATUS.size)
            except BlockingIOError:
                return None
            self._said += piece
            if not piece or len(self._said) >= 2 * STATUS.size:
                os.close(self._status)
                self._status = None
                # A nursery that ends without a word takes its workers with it.
                self._code = STATUS.unpack_from(self._said, STATUS.size)[0] if piece else -signal.SIGKILL
        return self._code

    def kill(self) -> None:
        self._end()

    def limit_memory(self, most_bytes: int | None) -> None:
        if self.poll() is None and len(self._said) >= STATUS.size:
            limit_memory(self.pid, most_bytes)

    def wait(self, timeout: float | None = None) -> int:
        """Raises: subprocess.TimeoutExpired."""
        while (code := self.poll()) is None:
            if not self._wait(timeout):
                raise subprocess.TimeoutExpired("worker", timeout or 0)
        return code

    def _wait(self, timeout: float | None) -> bool:
        assert self._status is not None
        return bool(select.select([self._status], [], [], timeout)[0])
