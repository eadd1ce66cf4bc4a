"""How much memory the worker holds."""

import mmap
import os
import sys
from contextlib import suppress


class _Statistics:
    """The kernel's file about this process; opened before the worker is locked in, and read ever after."""

    descriptor: int | None = None


def watch_memory() -> None:
    """Once in each worker, before it is locked in. Known on Linux only."""
    if sys.platform == "linux":
        with suppress(OSError):
            _Statistics.descriptor = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)


def resident_bytes() -> int:
    """What this process holds, with what it shares with others; 0 where that is not known."""
    if _Statistics.descriptor is None:
        return 0
    try:
        return int(os.pread(_Statistics.descriptor, 100, 0).split()[1]) * mmap.PAGESIZE
    except (OSError, IndexError, ValueError):
        return 0
