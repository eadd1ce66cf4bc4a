"""Starts worker processes; without Qt, so that the first one runs while Qt is still being imported."""

import contextlib
import mmap
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from zzpreader.wire import BLOCK_BYTES, Request, frame

_LOG_TAIL_BYTES = 2000
_HAS_DESCRIPTORS = sys.platform != "win32"
"""Elsewhere an open file is handed to a child as a number; Windows gets names (never tried there)."""


class NotAFile(OSError):
    """A folder, a pipe or a device was given for a document."""


class Source:
    """The document's file, open for reading and never for anything else.

    It stays readable when it is moved, renamed or replaced meanwhile, also by workers that start later.
    """

    def __init__(self, file: Path) -> None:
        """Raises: OSError."""
        self.file = file
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
        self.descriptor = os.open(file, flags)
        if not stat.S_ISREG(os.fstat(self.descriptor).st_mode):
            os.close(self.descriptor)
            raise NotAFile(f"{file} is not a file")

    def close(self) -> None:
        os.close(self.descriptor)


class Spawned:
    """A worker that runs, and what belongs to it.

    Attributes:
        block: where it draws; ours to make, to measure and to remove.
        source: the document it was given.
    """

    def __init__(
        self,
        source: Source,
        process: "subprocess.Popen[bytes]",
        block: mmap.mmap,
        block_file: Path | None,
        log: IO[bytes],
    ) -> None:
        assert process.stdin
        assert process.stdout
        self.source = source
        self.process = process
        self.block = block
        self._block_file = block_file
        self._log = log
        self._input = process.stdin.fileno()
        self.output = process.stdout.fileno()
        if sys.platform != "win32":
            os.set_blocking(self._input, False)

    def send(self, request: Request) -> None:
        """Never waits: at most one request is under way, so it fits if the worker has read the ones before.

        Raises:
            OSError: the worker is gone, or answers without reading.
        """
        whole = frame(request)
        if os.write(self._input, whole) != len(whole):
            raise BrokenPipeError("half a request")

    def kill(self) -> None:
        """Ends it at once; `is_gone` says when it has. It holds nothing that is worth keeping."""
        self.process.kill()

    def is_gone(self) -> bool:
        return self.process.poll() is not None

    def log_tail(self) -> str:
        """The last that it wrote to its standard error, such as MuPDF's warnings or where it crashed."""
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - _LOG_TAIL_BYTES))
        return self._log.read().decode("utf-8", "replace")

    def release(self) -> None:
        """Frees all that belongs to it except its source; the process has been ended before."""
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            with contextlib.suppress(OSError):
                pipe.close()
        self.block.close()
        self._log.close()
        if self._block_file:
            self._block_file.unlink(missing_ok=True)


def spawn(file: Path | Source) -> Spawned:
    """Starts a worker for a document; it opens it on its own and then waits for `Open`.

    Args:
        file: a path, or the source of an earlier worker.

    Raises:
        OSError: no such file, no permission to read it, or no process to be had.
    """
    with contextlib.ExitStack() as undo:  # what was made before something failed
        source = file if isinstance(file, Source) else undo.enter_context(contextlib.closing(Source(file)))
        log = undo.enter_context(_new_log())
        block_file, block_descriptor = _new_block()
        try:
            block = mmap.mmap(block_descriptor, BLOCK_BYTES)
            if _HAS_DESCRIPTORS:
                handed = (source.descriptor, block_descriptor)
                arguments = [f"fd:{descriptor}" for descriptor in handed]
            else:
                handed = ()
                arguments = [f"path:{source.file}", f"path:{block_file}"]
            process = subprocess.Popen(
                [*worker_command(), *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                bufsize=0,
                pass_fds=handed,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        finally:
            os.close(block_descriptor)
        undo.pop_all()
    return Spawned(source, process, block, block_file, log)


def worker_command() -> list[str]:
    """How the program starts itself as a worker."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    # -P: a file named like one of our modules, beside the document, must not be imported.
    return [sys.executable, "-P", "-m", "zzpreader", "--worker"]


def _new_log() -> IO[bytes]:
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("zzpreader-log"), "w+b")
    return tempfile.TemporaryFile(prefix="zzpreader-")


def _new_block() -> tuple[Path | None, int]:
    """A file for pixels, as large as it will ever be; without a name where the system allows that."""
    name: Path | None = None
    if sys.platform == "linux" and hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("zzpreader-pixels", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    else:
        descriptor, path = tempfile.mkstemp(prefix="zzpreader-")
        name = Path(path)
        if _HAS_DESCRIPTORS:
            name.unlink()
            name = None
    os.ftruncate(descriptor, BLOCK_BYTES)
    if sys.platform == "linux" and name is None:
        _seal(descriptor)
    return name, descriptor


def _seal(descriptor: int) -> None:
    """A worker that made the block shorter would end whoever reads behind its end: the window."""
    import fcntl  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(AttributeError, OSError):  # neither every system nor every file can be sealed
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
