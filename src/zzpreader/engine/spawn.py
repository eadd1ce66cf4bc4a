"""Starts worker processes; without Qt, so that the first one runs while Qt is still being imported."""

import contextlib
import mmap
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from zzpreader.engine.blocks import new_block
from zzpreader.engine.limits import limit_bytes
from zzpreader.engine.memory import limit_memory
from zzpreader.wire import BLOCK_BYTES, SHARED_BYTES, TEXTS_BYTES, Request, frame

_LOG_TAIL_BYTES = 2000
_HAS_DESCRIPTORS = sys.platform != "win32"
"""Elsewhere an open file is handed to a child as a number; Windows gets names (never tried there)."""

_OURS_ALONE = frozenset({"ZZPREADER_PASSWORD"})
"""Variables of which a worker knows nothing."""


class NotAFile(OSError):
    """A folder, a pipe or a device was given for a document."""


class Source:
    """The document's file, open for reading and never for anything else.

    It stays readable when it is moved, renamed or replaced meanwhile, also by workers that start later.

    Attributes:
        texts: memory that its workers share, for what they have read of it; None where the system cannot hand it on.
    """

    def __init__(self, file: Path) -> None:
        """Raises: OSError."""
        self.file = file
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
        self.descriptor = os.open(file, flags)
        found = os.fstat(self.descriptor)
        self.size_bytes = found.st_size
        if not stat.S_ISREG(found.st_mode):
            os.close(self.descriptor)
            raise NotAFile(f"{file} is not a file")
        self.texts: int | None = None
        if _HAS_DESCRIPTORS:
            with contextlib.ExitStack() as undo:
                undo.callback(os.close, self.descriptor)
                self.texts = new_block("texts", TEXTS_BYTES)[1]
                undo.pop_all()

    def reopened(self) -> BufferedReader:
        """From its first byte, for whoever closes it; one at a time, as they share their place. Raises: OSError."""
        again = os.fdopen(os.dup(self.descriptor), "rb")
        again.seek(0)
        return again

    def close(self) -> None:
        os.close(self.descriptor)
        if self.texts is not None:
            os.close(self.texts)


class Child(Protocol):
    """A process, as `subprocess.Popen` is one; a nursery has another kind."""

    @property
    def pid(self) -> int: ...

    def poll(self) -> int | None: ...

    def kill(self) -> None: ...

    def wait(self, timeout: float | None = None) -> int: ...

    def limit_memory(self, most_bytes: int | None) -> None:
        """As `memory.limit_memory`. Never waits: before its number is known nothing happens."""
        ...


class Handed(NamedTuple):
    """Descriptors that a worker is given besides its document: the block, its ends of the wire, and its log."""

    block: int
    input: int
    output: int
    log: int


class _Wire(NamedTuple):
    """Our ends: what we say goes into `input`, its answers come out of `output`."""

    input: int
    output: int


class Spawned:
    """A worker that runs, and what belongs to it.

    Attributes:
        block: where it draws; ours to make, to measure and to remove.
        source: the document it was given.
    """

    def __init__(
        self, source: Source, process: Child, block: mmap.mmap, block_file: Path | None, log: IO[bytes], wire: _Wire
    ) -> None:
        self.source = source
        self.process = process
        self.block = block
        self._block_file = block_file
        self._log = log
        self.input, self.output = wire
        self._unsent = memoryview(b"")
        if sys.platform != "win32":
            os.set_blocking(self.input, False)

    @property
    def is_program(self) -> bool:
        """Started by itself: another one takes half a second, where one that is forked takes some milliseconds."""
        return isinstance(self.process, subprocess.Popen)

    def send(self, request: Request) -> bool:
        """Never waits: false if the pipe holds no more of it, then `send_rest` goes on when `input` can be written.

        The worker may take the memory that such a request is worth.

        Raises:
            OSError: the worker is gone.
        """
        most = limit_bytes(request)
        self.process.limit_memory(None if most is None else most + self.source.size_bytes)
        self._unsent = memoryview(frame(request))
        return self.send_rest()

    def send_rest(self) -> bool:
        """As `send`, with what is left of the request."""
        while self._unsent:
            try:
                self._unsent = self._unsent[os.write(self.input, self._unsent) :]
            except BlockingIOError:
                return False
        return True

    def kill(self) -> None:
        """Ends it at once; `is_gone` says when it has. It holds nothing that is worth keeping."""
        self.process.kill()

    def is_gone(self) -> bool:
        return self.process.poll() is not None

    @property
    def refused_call(self) -> int:
        """Number of the system call for which the walls around it ended the worker; 0 for none."""
        return int.from_bytes(self.block[BLOCK_BYTES : BLOCK_BYTES + 4], sys.byteorder)

    def log_tail(self) -> str:
        """The last that it wrote to its standard error, such as MuPDF's warnings or where it crashed."""
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - _LOG_TAIL_BYTES))
        said = self._log.read().decode("utf-8", "replace")
        return f"{said}\nsystem call {self.refused_call} was refused".strip() if self.refused_call else said

    def release(self) -> None:
        """Frees all that belongs to it except its source; the process has been ended before."""
        for pipe in (self.input, self.output):
            with contextlib.suppress(OSError):
                os.close(pipe)
        self.block.close()
        self._log.close()
        if self._block_file:
            self._block_file.unlink(missing_ok=True)


Beginning = Callable[[Source, Handed, "Path | None"], Child]
"""How a process is begun. Its last argument is the name of the block, where the system needs one. Raises: OSError."""


def spawn(file: Path | Source, begin: Beginning | None = None) -> Spawned:
    """Starts a worker for a document; it opens it on its own and then waits for `Open`.

    Args:
        file: a path, or the source of an earlier worker.
        begin: as a program of its own unless something else is said.

    Raises:
        OSError: no such file, no permission to read it, or no process to be had.
    """
    with contextlib.ExitStack() as undo, contextlib.ExitStack() as always:  # what was made before something failed
        source = file if isinstance(file, Source) else undo.enter_context(contextlib.closing(Source(file)))
        log = undo.enter_context(_new_log())
        block_file, block_descriptor = new_block()
        always.callback(os.close, block_descriptor)
        block = undo.enter_context(contextlib.closing(mmap.mmap(block_descriptor, SHARED_BYTES)))
        (its_input, our_input), (our_output, its_output) = os.pipe(), os.pipe()
        for its, ours in ((its_input, our_input), (its_output, our_output)):
            always.callback(os.close, its)
            undo.callback(os.close, ours)
        handed = Handed(block_descriptor, its_input, its_output, log.fileno())
        process = (begin or as_program)(source, handed, block_file)
        undo.pop_all()
    return Spawned(source, process, block, block_file, log, _Wire(our_input, our_output))


class _Program(subprocess.Popen[bytes]):
    def limit_memory(self, most_bytes: int | None) -> None:
        if self.returncode is None:
            limit_memory(self.pid, most_bytes)


def as_program(source: Source, handed: Handed, block_file: Path | None) -> Child:
    """Python starts anew: on every system, and from whatever process."""
    if _HAS_DESCRIPTORS:
        passed = (source.descriptor, handed.block, *([] if source.texts is None else [source.texts]))
        arguments = [f"fd:{descriptor}" for descriptor in passed]
    else:
        passed = ()
        arguments = [f"path:{source.file}", f"path:{block_file}"]
    return _Program(
        [*program(), "--worker", *arguments],
        stdin=handed.input,
        stdout=handed.output,
        stderr=handed.log,
        bufsize=0,
        pass_fds=passed,
        env=surroundings(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def program() -> list[str]:
    """How this program is started once more."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    # -P: a file named like one of our modules, beside the document, must not be imported.
    return [sys.executable, "-P", "-m", "zzpreader"]


def surroundings() -> dict[str, str]:
    """The environment for processes of ours, without what is meant for this one alone."""
    return {name: value for name, value in os.environ.items() if name not in _OURS_ALONE}


def _new_log() -> IO[bytes]:
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("zzpreader-log"), "w+b")
    return tempfile.TemporaryFile(prefix="zzpreader-")
