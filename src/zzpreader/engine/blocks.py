"""Blocks of memory that workers share with others: made, measured and removed on the window's side."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from zzpreader.files import is_stale
from zzpreader.wire import SHARED_BYTES

_PREFIX = "zzpreader-"


def new_block(what: str = "pixels", size: int = SHARED_BYTES) -> tuple[Path | None, int]:
    """A file in memory, as large as it will ever be; without a name where the system allows that. Raises: OSError."""
    name: Path | None = None
    if sys.platform == "linux" and hasattr(os, "memfd_create"):
        descriptor = os.memfd_create(f"{_PREFIX}{what}", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    else:
        descriptor, path = tempfile.mkstemp(prefix=_PREFIX)
        name = Path(path)
        if sys.platform != "win32":
            name.unlink()
            name = None
    os.ftruncate(descriptor, size)
    if sys.platform == "linux" and name is None:
        _seal(descriptor)
    return name, descriptor


def _seal(descriptor: int) -> None:
    """A worker that made the block shorter would end whoever reads behind its end: the window."""
    import fcntl  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(AttributeError, OSError):  # neither every system nor every file can be sealed
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)


def remove_stale_blocks(now_s: float) -> list[Path]:
    """Those of programs that crashed, where blocks have names (Windows); there none can be removed that is in use.

    Args:
        now_s: as `time.time`.
    """
    removed: list[Path] = []
    for path in _named_blocks():
        with contextlib.suppress(OSError):
            if is_stale(path, now_s):
                path.unlink()
                removed.append(path)
    return removed


def _named_blocks() -> Iterator[Path]:
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if path.is_file() and not path.is_symlink() and path.stat().st_size == SHARED_BYTES:
                yield path
