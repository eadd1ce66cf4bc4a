"""How much memory the worker holds."""

import ctypes
import mmap
import os
import sys
from contextlib import suppress

_PLENTY = 256 * 1024 * 1024


class _Statistics:
    """The kernel's file about this process; opened before the worker is locked in, and read ever after."""

    descriptor: int | None = None


def watch_memory() -> None:
    """Once in each worker, before it is locked in. Known on Linux only."""
    if sys.platform == "linux":
        with suppress(OSError):
            _Statistics.descriptor = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)


def give_back() -> None:
    """What is free goes back to the system; glibc keeps it otherwise."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)


def holds_plenty() -> bool:
    """Whether more is resident than reading a publication needs. Where that is not known it says no."""
    if _Statistics.descriptor is None:
        return False
    try:
        resident_pages = int(os.pread(_Statistics.descriptor, 100, 0).split()[1])
    except (OSError, IndexError, ValueError):
        return False
    return resident_pages * mmap.PAGESIZE > _PLENTY
